/* GNU builtins: bits, overflow, memory, classification of floats, expect, choose, unreachable, object size. */
#include "out.h"
#define NOINLINE __attribute__((noinline))
NOINLINE static unsigned u(unsigned x) { return x; }
NOINLINE static unsigned long ul(unsigned long x) { return x; }
NOINLINE static double d(double x) { return x; }
void *memcpy(void *, const void *, unsigned long); void *memset(void *, int, unsigned long); void *memmove(void *, const void *, unsigned long);
int memcmp(const void *, const void *, unsigned long); unsigned long strlen(const char *); double fabs(double); double floor(double); double sqrt(double); double copysign(double, double);
static void overflow(long a, long b)
{
	int i; unsigned v; long l; unsigned long w; signed char c; unsigned char uc;
	out_long(__builtin_add_overflow(a, b, &i)); out_long(i); out_long(__builtin_mul_overflow(a, b, &l)); out_long(l); out_long(__builtin_sub_overflow(a, b, &w)); out_hex(w);
	out_long(__builtin_add_overflow((int)a, (unsigned)b, &v)); out_hex(v); out_long(__builtin_mul_overflow((int)a, (int)b, &c)); out_long(c); out_long(__builtin_sub_overflow((unsigned)a, (int)b, &uc)); out_long(uc);
	out_long(__builtin_sadd_overflow((int)a, (int)b, &i)); out_long(__builtin_umull_overflow((unsigned long)a, (unsigned long)b, &w)); out_hex(w);
}
static int classify(double x) { return __builtin_fpclassify(1, 2, 3, 4, 5, x); }
static int dead(int x) { if (__builtin_expect(x > 100, 0)) __builtin_unreachable(); return x * 2; }
int main(void)
{
	unsigned xs[] = { 1, 0x80000000, 0x00f00f00, 0xffffffff, 12345 };
	for (int i = 0; i < 5; i++) {
		unsigned x = u(xs[i]); unsigned long y = ul(x * 0x100000001UL << i);
		out_long(__builtin_clz(x)); out_long(__builtin_ctz(x)); out_long(__builtin_popcount(x)); out_long(__builtin_parity(x)); out_long(__builtin_ffs(x)); out_long(__builtin_clrsb((int)x));
		out_long(__builtin_clzl(y)); out_long(__builtin_ctzll(y)); out_long(__builtin_popcountl(y)); out_long(__builtin_ffsl(y)); out_hex(__builtin_bswap32(x)); out_hex(__builtin_bswap64(y)); out_hex(__builtin_bswap16((unsigned short)x));
	}
	out_long(__builtin_ffs(u(0)));
	overflow(5, 7); overflow(0x7fffffff, 2); overflow(-1, 0x7fffffffffffffff); overflow(1L << 40, 1L << 30); overflow(-128, 1);
	double v[] = { 0.0, -0.0, 1.5, -1e300 * 1e10, 4e-320, __builtin_inf(), -__builtin_nan("") };
	for (int i = 0; i < 7; i++) {
		double x = d(v[i]);
		out_long(classify(x)); out_long(!!__builtin_isnan(x)); out_long(!!__builtin_isinf(x)); out_long(!!__builtin_isfinite(x)); out_long(!!__builtin_isnormal(x)); out_long(__builtin_isinf_sign(x));
		out_double(__builtin_fabs(x) == __builtin_fabs(x) ? __builtin_fabs(x) * 0x1p200 : 1); out_long(!!__builtin_isgreater(x, 1.0)); out_long(!!__builtin_islessequal(x, 0.0)); out_long(!!__builtin_isunordered(x, x)); out_long(!!__builtin_islessgreater(x, 1.5));
	}
	out_long(!!__builtin_signbit(d(-0.0))); out_long(!!__builtin_signbit(d(0.0))); out_double(copysign(d(3), d(-0.0))); out_double(floor(d(-2.5))); out_double(fabs(d(-7))); out_double(sqrt(d(2)));
	char b[32]; memset(b, 'x', 31); b[31] = 0; memcpy(b + 3, "abc", 3); memmove(b + 4, b + 3, 10); b[20] = 0; out_text(b); out_long(memcmp(b, "xxxaabc", 7)); out_long(strlen(b)); out_long(__builtin_strlen("const"));
	char *heap = __builtin_alloca(u(10)); __builtin_memset(heap, 'h', 9); heap[9] = 0; out_text(heap);
	out_long(dead(21)); out_long(__builtin_choose_expr(1, 5, "no")); out_long(__builtin_constant_p(5) + 2 * __builtin_types_compatible_p(int, int)); out_long(__builtin_offsetof(struct { char c; int x[4]; }, x[2]));
	out_long(__builtin_object_size(b, 0) == 32); __builtin_prefetch(b); __builtin_assume_aligned(b, 1);
	return 0;
}
