/* What the cases need of C's headers, the same for every compiler. */
#ifndef STDDEF_H
#define STDDEF_H
typedef __SIZE_TYPE__ size_t;
typedef __PTRDIFF_TYPE__ ptrdiff_t;
typedef __WCHAR_TYPE__ wchar_t;
#define NULL ((void *)0)
#endif
