// -Wall -Wextra -Wmissing-format-attribute
#include <stdarg.h>
#include <stdio.h>
void a(const char *f, ...) __attribute__((format(printf, 1, 2)));
void b(const char *f, va_list l) __attribute__((format(printf, 1, 0)));
void c(int x, const char *f, ...) { va_list l; va_start(l, f); b(f, l); va_end(l); vprintf(f, l); }
struct s { void (*log)(const char *, ...) __attribute__((format(printf, 1, 2)));
	};
	void d(struct s *s) {
	a("%s", 1);
	a("%d");
	}
