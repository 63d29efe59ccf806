#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "form.h"
static double root(double x)
{
    double r = x;
    for (int i = 0; i < 60; i++) r = (r + x / r) / 2;
    return r;
}
int main(int argc, char **argv)
{
    double x = argc > 1 ? atof(argv[1]) : 4;
    printf(FORM, x, root(x), fabs(root(x) - sqrt(x)) < 1e-9 ? "" : ", which is wrong");
    return 0;
}
