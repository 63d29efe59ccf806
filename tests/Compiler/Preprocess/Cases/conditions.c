// #if expressions (6.10.1): precedence, unsigned arithmetic, short circuits, characters, defined, __has_include.
#define yes(n) ok n
#if 1 + 2 * 3 == 7 && (1 + 2) * 3 == 9
yes(1)
#endif
#if -1 > 0u && -1 < 0 && (0 ? -1 : 0u) == 0 && (1 ? -1 : 0u) > 0
yes(2)
#endif
#if 0 && (1 / 0) || 1 || 2 % 0
yes(3)
#endif
#if 'a' == 97 && '\377' < 0 && '\n' == 10 && 'ab' == 24930 && L'\x100' == 256 && u'\xffff' == 65535 && '\'' == 39
yes(4)
#endif
#if defined yes && defined(yes) && !defined nosuch && nosuch == 0
yes(5)
#endif
#if 0x7fffffffffffffff + 1u > 0 && 0xffffffffffffffff == -1 && 18446744073709551615u > 0 && 0b101 == 5 && 010 == 8
yes(6)
#endif
#if (2 || 3) != 1 || (4, 5) != 5 || -7 / 2 != -3 || -7 % 2 != -1 || 1 << 4 >> 2 != 4 || -8 >> 1 != -4 || (~0 ^ 1) != -2
no
#elif !0
yes(7)
#elif 1 / 0
no
#else
no
#endif
#ifdef nosuch
no
#elifndef nosuch
yes(8)
#else
no
#endif
#ifndef yes
no
#elifdef yes
yes(9)
#endif
#if 0
it's "not lexed here ' /* but comments are
#endif
*/
#if 1
no
#else
no
#endif
??? ' "
# nonsense
#elif 1
yes(10)
#endif
#define EMPTY
#define one 1
#define is(x) x == 1
#if EMPTY one EMPTY && is(one) && is( \
  one)
yes(11)
#endif
#if __has_include("include/guarded.h") && !__has_include(<nosuch.h>) && defined __has_include
yes(12)
#endif
#if __has_attribute(packed) && __has_attribute(__noinline__) && !__has_attribute(nosuch) && __has_builtin(__builtin_expect) && !__has_feature(modules)
yes(13)
#endif
#if 0 ? 1 / 0 : 2 ? 3 : 4
yes(14)
#endif
#ifdef __popcorn__
#if !defined(__x86_64__) && !defined(__aarch64__) && __LP64__ && __LDBL_MANT_DIG__ == 53 && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
yes(15)
#endif
#endif
