// -Wall -Wextra
#include <stdarg.h>
int f(int n, ...) { va_list l;
	va_start(l, n);
	int a = va_arg(l, char);
	a += va_arg(l, float);
	a += va_arg(l, int);
	va_arg(l, struct s);
	va_arg(l, void);
	va_arg(n, int);
	va_end(l);
	}
int g(register int n, ...) { va_list l;
	return 0;
	} int h(float n, ...) { va_list l;
	return 0;
	} int i(char n, ...) { va_list l;
	return 0;
	}
