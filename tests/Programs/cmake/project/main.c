#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "config.h"
#if !defined HAVE_UNISTD_H || !defined HAVE_QSORT || !defined HAVE_SNPRINTF || !defined HAVE_NO_STRICT_ALIASING || !defined RUNS
#error something that is there was not found
#endif
#if defined HAVE_NOSUCHHEADER_H || defined HAVE_NO_SUCH_FUNCTION || defined HAVE_NO_SUCH_FLAG || defined BIG_ENDIAN
#error something that is not there was found
#endif
_Static_assert(SIZEOF_LONG == 8 && SIZEOF_LONG_DOUBLE == 8, "sizes of the neutral machine");
#if __STDC_VERSION__ != 201112L
#error C_STANDARD 11 was asked for
#endif
int part(void), shared(void);
int main(int argc, char **argv)
{
    double x = argc > 1 ? atof(argv[1]) : 4;
    printf("root of %g is %g, part %d, shared %d\n", x, sqrt(x), part(), shared());
    return 0;
}
