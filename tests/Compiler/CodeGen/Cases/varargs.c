/* 7.16: every kind of argument through the argument area, va_copy, a list handed on, structs of all sizes. */
#include "out.h"
typedef __builtin_va_list va_list;
#define va_start __builtin_va_start
#define va_arg __builtin_va_arg
#define va_end __builtin_va_end
#define va_copy __builtin_va_copy
struct s1 { char c; };
struct s3 { char c[3]; };
struct s8 { int a, b; };
struct s12 { int a, b, c; };
struct s24 { double d; long l; char c; };
struct s16a { _Alignas(16) long a; long b; };
struct empty {};
static long sum(int n, ...)
{
	va_list ap;
	va_start(ap, n);
	long s = 0;
	for (int i = 0; i < n; i++) s = s * 3 + va_arg(ap, int);
	va_end(ap);
	return s;
}
static void vmixed(const char *f, va_list ap)
{
	va_list two;
	va_copy(two, ap);
	for (int pass = 0; pass < 2; pass++) {
		for (const char *p = f; *p; p++) {
			switch (*p) {
			case 'i': out_long(pass ? va_arg(two, int) : va_arg(ap, int)); break;
			case 'l': out_long(pass ? va_arg(two, long) : va_arg(ap, long)); break;
			case 'd': out_double(pass ? va_arg(two, double) : va_arg(ap, double)); break;
			case 'p': out_text(pass ? va_arg(two, char *) : va_arg(ap, char *)); break;
			case '1': { struct s1 s = pass ? va_arg(two, struct s1) : va_arg(ap, struct s1); out_long(s.c); break; }
			case '3': { struct s3 s = pass ? va_arg(two, struct s3) : va_arg(ap, struct s3); out_long(s.c[0] * 100 + s.c[2]); break; }
			case '8': out_long((pass ? va_arg(two, struct s8) : va_arg(ap, struct s8)).b); break;
			case 'c': out_long((pass ? va_arg(two, struct s12) : va_arg(ap, struct s12)).c); break;
			case 'x': { struct s24 s = pass ? va_arg(two, struct s24) : va_arg(ap, struct s24); out_double(s.d); out_long(s.l + s.c); break; }
			case 'a': { struct s16a s = pass ? va_arg(two, struct s16a) : va_arg(ap, struct s16a); out_long(s.a - s.b); break; }
			case 'q': { __int128 v = pass ? va_arg(two, __int128) : va_arg(ap, __int128); out_hex((unsigned long)(v >> 64)); out_hex((unsigned long)v); break; }
			}
		}
	}
	va_end(two);
}
static void mixed(const char *f, ...)
{
	va_list ap;
	va_start(ap, f);
	vmixed(f, ap);
	va_end(ap);
}
static struct s24 make(double d) { struct s24 s = { d, (long)d * 2, 7 }; return s; }
int main(void)
{
	out_long(sum(0));
	out_long(sum(5, 1, -2, 3, (short)-4, (signed char)5));
	struct s1 a = { 11 };
	struct s3 b = { { 1, 2, 3 } };
	struct s8 c = { 4, 5 };
	struct s12 d = { 6, 7, 8 };
	struct s16a e = { 100, 30 };
	mixed("ildp138cxiaiq", -1, 123456789012L, 2.5f, "text", a, b, c, d, make(1.25), 5, e, 6, ((__int128)0x123456789abcdef0 << 64) | 42);
	mixed("qidq", (__int128)-1, 1, 1.0, (__int128)3);
	return 0;
}
