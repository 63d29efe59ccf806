// -Wall -Wextra -Wformat=2
#include <stdio.h>
#include <stdint.h>
#include <stddef.h>
struct s { int x;
	};
	void e(const char *f, ...) __attribute__((format(printf, 1, 2)));
	void w(const char *f) {
	printf(f);
	e(f);
	}
void f(int i, long l, char *p, double d, size_t z, int64_t q, struct s s, void *v, const wchar_t *ws, short h, char c, ptrdiff_t t, float fl) {
	printf("%d %d\n", i);
	printf("%d\n", i, i);
	printf("%s", i);
	printf("%d", p);
	printf("%ld", i);
	printf("%d", l);
	printf("%f", i);
	printf("%d", d);
	printf("%u", z);
	printf("%zu", i);
	printf("%lld", q);
	printf("%p", i);
	printf("%p", p);
	printf("%x", p);
	printf("%c", p);
	printf("%s", &i);
	printf("%s", s);
	printf("%ls", p);
	printf("%s", ws);
	printf("%hhd", i);
	printf("%hd", h);
	printf("%c", i);
	printf("%td", i);
	printf("%jd", i);
	printf("%Lf", d);
	printf("%lf", fl);
	printf("%n", &l);
	printf("%");
	printf("%5.2d%%\n", i);
	printf("%*d", l, i);
	printf("%.*s", z, p);
	printf("%1$d %2$s", i, i);
	printf("%-05d", i);
	printf("%+s", p);
	printf("%#d", i);
	printf("% u", i);
	printf("");
	printf(p);
	printf(i ? "%d" : "%s", i);
	printf("%d" "%s", i, i);
	printf("%s", (char *)0);
	printf("\0%d");
	e("%d", p);
	e("%i");
	printf("%m");
	printf("%C", i);
	printf("%S", ws);
	printf("%llu", l);
	printf("%hhu", l);
	printf("%a", i);
	printf("%q");
	printf("%ll");
	printf("%lc", i);
	printf("%ts", p);
	printf("%hs", p);
	printf("%zd", z);
}
