// -Wall -Wextra
#include <stdio.h>
#include <stddef.h>
void f(int *i, long *l, char *p, double *d, float *fl, size_t *z, short *h, void **v, char b[10], int n) {
	scanf("%d", n);
	scanf("%d", l);
	scanf("%ld", i);
	scanf("%f", d);
	scanf("%lf", fl);
	scanf("%s", i);
	scanf("%s", &b);
	scanf("%c", i);
	scanf("%hd", i);
	scanf("%p", i);
	scanf("%zu", i);
	scanf("%d");
	scanf("%d", i, i);
	scanf("%*d", i);
	scanf("%[a-z", p);
	scanf("%[a-z]", i);
	scanf("%0d", i);
	scanf("%5s", p);
	scanf("%ms", p);
	scanf("%n", l);
	scanf("%i %u", i, i);
	scanf("%hhd", i);
	scanf("%x", p);
	scanf("%Lf", d);
	scanf("%y", i);
	scanf(p, i);
	scanf("%d", &n);
}
