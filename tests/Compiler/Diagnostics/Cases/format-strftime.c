// -Wall -Wextra
#include <time.h>
#include <stdio.h>
#include <stdarg.h>
void f(char *b, struct tm *t, const char *fmt)
{
	strftime(b, 10, "%Y-%m-%d", t);
	strftime(b, 10, "%y", t);
	strftime(b, 10, fmt, t);
}
void log1(const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	vprintf(fmt, ap);
	va_end(ap);
}
