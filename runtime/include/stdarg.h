/* <stdarg.h> (C11 7.16; C23 7.16.1.4: va_start's second argument may be left out). */
#ifndef _STDARG_H
#define _STDARG_H

#define __NEED_va_list
#include <bits/alltypes.h>

#if __STDC_VERSION__ > 201710L
#define __STDC_VERSION_STDARG_H__ 202311L
#define va_start(list, ...) __builtin_c23_va_start(list __VA_OPT__(,) __VA_ARGS__)
#else
#define va_start(list, last) __builtin_va_start(list, last)
#endif
#define va_end(list) __builtin_va_end(list)
#define va_arg(list, type) __builtin_va_arg(list, type)
#define va_copy(to, from) __builtin_va_copy(to, from)

#endif
