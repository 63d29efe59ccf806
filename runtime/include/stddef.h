/* <stddef.h> (C11 7.19; C23 7.21: nullptr_t and unreachable). */
#ifndef _STDDEF_H
#define _STDDEF_H

#define __NEED_ptrdiff_t
#define __NEED_size_t
#define __NEED_wchar_t
#if __STDC_VERSION__ >= 201112L
#define __NEED_max_align_t
#endif
#include <bits/alltypes.h>

#define NULL ((void *)0)
#define offsetof(type, member) __builtin_offsetof(type, member)

#if __STDC_VERSION__ > 201710L
#define __STDC_VERSION_STDDEF_H__ 202311L
typedef __typeof__(nullptr) nullptr_t;
#define unreachable() __builtin_unreachable()
#endif

#endif
