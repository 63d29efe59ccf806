/* 6.9.1 and 6.5.2.2: definitions without prototype, pointers, recursion, inline, weak, alias, constructors, noreturn paths, narrow parameters, static locals, extern in blocks. */
#include "out.h"
static long kr(a, b, c, d) char a; float b; short c; double d; { return a * 1000 + (long)(b * 10) * 10 + c + (long)d; }
static int unproto();
int (*table[3])(int);
static int inc(int x) { return x + 1; }
static int dbl(int x) { return x * 2; }
static int sq(int x) { return x * x; }
static signed char narrow(signed char a, unsigned char b, short c, unsigned short d, _Bool e) { return (signed char)(a + b + c + d + e); }
static _Bool truth(int x) { return x & 2; }
static unsigned short us(long x) { return (unsigned short)x; }
static float mixf(float a, int b, double c, char d, float e) { return a * b + c - d / e; }
static long many(long a, long b, long c, long d, long e, long f, long g, long h, double i, float j, int k) { return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h + (long)(9 * i) + (long)(10 * j) + 11 * k; }
int weak_one(void) __attribute__((weak)); int weak_none(void) __attribute__((weak));
int weak_one(void) { return 11; }
int aliased(void) __attribute__((alias("weak_one")));
static int started; __attribute__((constructor)) static void start(void) { started = 42; }
inline int inl(int x) { return x * 3; } extern inline int inl(int x);
static inline int sinl(int x) { return x ? x + sinl(x - 1) : 0; }
_Noreturn void stop(int);
__attribute__((const)) static int pure_add(int a, int b) { return a + b; }
static int counter(void) { static int n; return ++n; }
static int *where(void) { static int slot = 3; return &slot; }
static int ack(int m, int n) { return !m ? n + 1 : !n ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
static int apply(int (*f)(int), int n) { return f(n); }
static int (*pick(int i))(int) { return i ? dbl : inc; }
static void nothing(void) { return; }
static void forward(int x) { return (void)(x ? nothing() : out_long(x)); }
static int restricted(int *restrict a, const int *restrict b, int n) { int s = 0; for (int i = 0; i < n; i++) { a[i] += b[i]; s += a[i]; } return s; }
static int odd(int n); static int even(int n) { return n == 0 ? 1 : odd(n - 1); } static int odd(int n) { return n == 0 ? 0 : even(n - 1); }
static int fall(int x) { if (x > 3) return 1; }
int main(int argc, char **argv)
{
	out_long(kr(7, 2.5, -300, 9.9)); out_long(unproto(3, 4.5)); table[0] = inc; table[1] = dbl; table[2] = &sq;
	for (int i = 0; i < 3; i++) out_long(table[i](i + 5));
	out_long(narrow(-100, 200, -5, 10, 2)); out_long(truth(6) + truth(5)); out_long(us(-1)); out_double(mixf(1.5f, 3, 0.25, 'a', 2.0f)); out_long(many(1, 2, 3, 4, 5, 6, 7, 8, 9.5, 10.5f, 11));
	out_long(weak_one() + (weak_none ? weak_none() : 100) + aliased()); out_long(started); out_long(inl(5) + sinl(10)); out_long(pure_add(3, pure_add(4, 5)));
	counter(); counter(); out_long(counter()); (*where())++; out_long(*where()); out_long(ack(2, 3)); out_long(apply(pick(0), 5) + apply(pick(1), 5)); forward(1); forward(0);
	int a[] = { 1, 2, 3 }, b[] = { 10, 20, 30 }; out_long(restricted(a, b, 3)); out_long(even(10) + odd(7)); out_long(fall(5)); fall(1);
	out_long(argc >= 1 && argv[0] != 0);
	{ extern int ext; out_long(ext); }
	if (argc > 1000) stop(1);
	out_long(_Generic(argc, int: 1, default: 2)); out_text(__func__);
}
static int unproto(int a, double b) { return a + (int)(b * 2); }
int ext = 17;
void stop(int x) { out_long(x); __builtin_trap(); }
