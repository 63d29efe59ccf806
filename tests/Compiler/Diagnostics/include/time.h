#ifndef TIME_H
#define TIME_H
#include <stddef.h>
struct tm { int tm_sec; };
size_t strftime(char *restrict, size_t, const char *restrict, const struct tm *restrict);
#endif
