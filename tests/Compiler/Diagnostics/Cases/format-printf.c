// -Wall -Wextra
#include <stdio.h>
#include <stdint.h>
#include <stddef.h>
struct s { int a; };
int f(long l, char *s, double d, unsigned u, size_t z, int64_t i64, void *p, struct s v, short h, char c, wchar_t *w, const char *fmt, _Bool b, int *ip, float fl, long double ld, long long ll, unsigned char *ucp)
{
	printf("%d\n", l);
	printf("%ld\n", 1);
	printf("%s\n", 1);
	printf("%d\n", s);
	printf("%d %d\n", 1);
	printf("%d\n", 1, 2);
	printf("%f\n", 1);
	printf("%d\n", d);
	printf("%u %x %o\n", u, u, u);
	printf("%u\n", 1);
	printf("%d\n", u);
	printf("%zu %zd\n", z, z);
	printf("%lu\n", z);
	printf("%d\n", z);
	printf("%ld %lld\n", i64, i64);
	printf("%p %p\n", p, s);
	printf("%d\n", p);
	printf("%s\n", v);
	printf("%hd %hhd\n", h, c);
	printf("%hd\n", 1);
	printf("%hhd\n", 300);
	printf("%c\n", c);
	printf("%c\n", l);
	printf("%ls\n", w);
	printf("%s\n", w);
	printf(fmt);
	printf(fmt, 1);
	printf("");
	printf("%");
	printf("%y\n", 1);
	printf("%*d\n", 1, 2);
	printf("%*d\n", l, 2);
	printf("%.*s\n", 3, s);
	printf("%.*s\n", z, s);
	printf("%1$d %2$d\n", 1, 2);
	printf("%2$d\n", 1, 2);
	printf("%3$d\n", 1, 2);
	printf("%n\n", ip);
	printf("%n\n", 1);
	printf("%d\n", b);
	printf("%f %g\n", fl, ld);
	printf("%Lf\n", d);
	printf("%lld\n", l);
	printf("%ld\n", ll);
	printf("%s\n", ucp);
	printf("%s\n", (char *)0);
	printf("%d%%\n", 1);
	printf("%+s\n", s);
	printf("%#d\n", 1);
	printf("% u\n", u);
	printf("%0s\n", s);
	printf("%-05d\n", 1);
	printf("a\0b %d\n", 1);
	printf("%lc\n", c);
	printf("%hs\n", s);
	printf("%ll\n", ll);
	fprintf(stderr, "%d\n", s);
	char buf[10];
	sprintf(buf, "%s\n", 1);
	snprintf(buf, 10, "%d\n", d);
	return 0;
}
void my(const char *f, ...) __attribute__((format(printf, 1, 2)));
void mine(int x, const char *f, ...) __attribute__((format(printf, 2, 3)));
void g(void)
{
	my("%d", "x");
	mine(1, "%s", 1);
	mine(1, "no");
}
