// -Wall -Wextra
#include <stdio.h>
void f(int *i, long *l, char *s, double *d, float *fl, unsigned *u, char c, size_t *z, int n)
{
	char buf[10];
	scanf("%d", i);
	scanf("%d", l);
	scanf("%ld", i);
	scanf("%d", n);
	scanf("%s", s);
	scanf("%s", buf);
	scanf("%s", &buf);
	scanf("%s", i);
	scanf("%f", d);
	scanf("%lf", d);
	scanf("%f", fl);
	scanf("%c", &c);
	scanf("%u", i);
	scanf("%d", u);
	scanf("%zu", z);
	scanf("%*d");
	scanf("%d %d", i);
	scanf("%d", i, i);
	scanf("%[a-z]", s);
	scanf("%[a-z", s);
	scanf("%0d", i);
	scanf("%hd", i);
	scanf("%p", s);
	sscanf(s, "%d", d);
}
