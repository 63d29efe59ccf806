// What is wrong is said once, at its place.
#define
#define 3
#define defined
#define two(a, a) a
#define three(a b)
#define four(a,
#define five(a) #b
#define six ## x
#define seven x ##
#define eight() __VA_OPT__(
#define nine(x...) __VA_OPT__ x
#define ten "unterminated
#undef
#undef x y
#ifdef
#endif
#ifdef x y
#endif junk
#if
#endif
#if 1 +
#endif
#if (1
#endif
#if 1)
#endif
#if 1 2
#endif
#if 1.0
#endif
#if 1 / 0
#endif
#if "a"
#endif
#if 08
#endif
#if 1 ? 2
#endif
#if nosuch(1)
#endif
#if 0x10000000000000000
#endif
#if 0x7fffffffffffffff + 1
#endif
#if defined
#endif
#else
#elif 1
#endif
#if 1
#else
#else
#endif
#line
#line x
#line 5 x
#include
#include "nosuch.h"
#include <nosuch.h>
#include nosuch
#nosuch
#error two  words isn't "lexed
#warning be warned
#define f(a, b) a b
f(1)
f(1, 2, 3)
#define v(a, b, ...) a
v(1)
#define cat(a, b) a ## b
cat(+, -)
#define outer(x) cat(x, *)
outer(=)
_Pragma(1)
#define f(a) other
#define s(x) #x
s(\)
'unterminated
"unterminated
f(1, 2
