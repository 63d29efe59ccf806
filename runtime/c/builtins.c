/* Functions that a code generator calls on its own: 128-bit division and conversions, and C's complex arithmetic (C11 Annex G.5.1).
 * In plain C, so that both ISAs have the same results and no library of either is needed. */
/* The argument area of a variadic call without such arguments (docs/neutral-abi.md): a function may look for one all the same. */
__attribute__((aligned(16))) const char __popcorn_no_arguments[64];

typedef unsigned __int128 u128;
typedef __int128 i128;
typedef unsigned long u64;

static u128 divide(u128 n, u128 d, u128 *remainder)
{
	u128 q = 0, r = 0;
	if (d >> 64 == 0 && n >> 64 == 0) {
		*remainder = (u64)n % (u64)d;
		return (u64)n / (u64)d;
	}
	int bits = 128;
	if (d >> 64 == 0) {             /* the upper half at once, the lower bit by bit */
		q = (u64)(n >> 64) / (u64)d;
		r = (u64)(n >> 64) % (u64)d;
		n <<= 64;
		bits = 64;
	} else {                        /* the quotient has at most 64 bits */
		r = n >> 64;
		n <<= 64;
		bits = 64;
	}
	while (bits--) {
		int carry = (int)(r >> 127);
		r = r << 1 | n >> 127;
		n <<= 1;
		q <<= 1;
		if (carry || r >= d) {
			r -= d;
			q |= 1;
		}
	}
	*remainder = r;
	return q;
}

u128 __udivti3(u128 n, u128 d)
{
	u128 r;
	return divide(n, d, &r);
}

u128 __umodti3(u128 n, u128 d)
{
	u128 r;
	divide(n, d, &r);
	return r;
}

i128 __divti3(i128 n, i128 d)
{
	u128 r, q = divide(n < 0 ? -(u128)n : (u128)n, d < 0 ? -(u128)d : (u128)d, &r);
	return (n < 0) != (d < 0) ? -q : q;
}

i128 __modti3(i128 n, i128 d)
{
	u128 r;
	divide(n < 0 ? -(u128)n : (u128)n, d < 0 ? -(u128)d : (u128)d, &r);
	return n < 0 ? -r : r;
}

/* To floating point: the value is cut to 64 significant bits, the rest kept as one sticky bit, so that one rounding is left. */
static u64 top_bits(u128 v, int *shift)
{
	*shift = 0;
	if (v >> 64 == 0)
		return (u64)v;
	*shift = 64 - __builtin_clzll((u64)(v >> 64));
	u64 top = (u64)(v >> *shift);
	return top | ((v & (((u128)1 << *shift) - 1)) != 0);
}

static double scale(double v, int shift)
{
	union { u64 bits; double value; } power = { (u64)(1023 + shift) << 52 };
	return v * power.value;
}

double __floatuntidf(u128 v)
{
	int shift;
	u64 top = top_bits(v, &shift);
	return scale((double)top, shift);
}

double __floattidf(i128 v) { return v < 0 ? -__floatuntidf(-(u128)v) : __floatuntidf(v); }

float __floatuntisf(u128 v)
{
	int shift;
	u64 top = top_bits(v, &shift);
	union { unsigned bits; float value; } power = { (unsigned)(127 + shift) << 23 };
	return (float)top * power.value;
}

float __floattisf(i128 v) { return v < 0 ? -__floatuntisf(-(u128)v) : __floatuntisf(v); }

u128 __fixunsdfti(double v)
{
	if (!(v > 0))
		return 0;
	if (v < 18446744073709551616.0)
		return (u64)v;
	union { double value; u64 bits; } u = { v };
	int exponent = (int)(u.bits >> 52) - 1075; /* v is mantissa * 2^exponent, exponent at least 12 */
	if (exponent > 75)
		return ~(u128)0;
	return (u128)((u.bits & ((1UL << 52) - 1)) | 1UL << 52) << exponent;
}

i128 __fixdfti(double v) { return v < 0 ? -(i128)__fixunsdfti(-v) : (i128)__fixunsdfti(v); }
u128 __fixunssfti(float v) { return __fixunsdfti(v); }
i128 __fixsfti(float v) { return __fixdfti(v); }

int __popcountdi2(long v)
{
	u64 x = v;
	x -= x >> 1 & 0x5555555555555555UL;
	x = (x & 0x3333333333333333UL) + (x >> 2 & 0x3333333333333333UL);
	x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0fUL;
	return (int)(x * 0x0101010101010101UL >> 56);
}

/* __builtin_powi: by squaring, as libgcc. */
double __powidf2(double x, int n)
{
	unsigned m = n < 0 ? -(unsigned)n : n;
	double y = m & 1 ? x : 1;
	while (m >>= 1) {
		x *= x;
		if (m & 1)
			y *= x;
	}
	return n < 0 ? 1 / y : y;
}

float __powisf2(float x, int n)
{
	unsigned m = n < 0 ? -(unsigned)n : n;
	float y = m & 1 ? x : 1;
	while (m >>= 1) {
		x *= x;
		if (m & 1)
			y *= x;
	}
	return n < 0 ? 1 / y : y;
}

/* Complex products and quotients with infinities recovered, as C11 Annex G.5.1 shows them. */
#define COMPLEX(T, F, S) \
	static T sign##S(T size, T sign) { return __builtin_copysign##F(size, sign); } \
	static T boxed##S(T v) { return sign##S(__builtin_isinf(v) ? 1 : 0, v); } \
	static T zeroed##S(T v) { return __builtin_isnan(v) ? sign##S(0, v) : v; } \
	T _Complex __mul##S##c3(T a, T b, T c, T d) \
	{ \
		T ac = a * c, bd = b * d, ad = a * d, bc = b * c; \
		T x = ac - bd, y = ad + bc; \
		if (__builtin_isnan(x) && __builtin_isnan(y)) { \
			int recalculate = 0; \
			if (__builtin_isinf(a) || __builtin_isinf(b)) { \
				a = boxed##S(a); \
				b = boxed##S(b); \
				c = zeroed##S(c); \
				d = zeroed##S(d); \
				recalculate = 1; \
			} \
			if (__builtin_isinf(c) || __builtin_isinf(d)) { \
				c = boxed##S(c); \
				d = boxed##S(d); \
				a = zeroed##S(a); \
				b = zeroed##S(b); \
				recalculate = 1; \
			} \
			if (!recalculate && (__builtin_isinf(ac) || __builtin_isinf(bd) || __builtin_isinf(ad) || __builtin_isinf(bc))) { \
				a = zeroed##S(a); \
				b = zeroed##S(b); \
				c = zeroed##S(c); \
				d = zeroed##S(d); \
				recalculate = 1; \
			} \
			if (recalculate) { \
				x = __builtin_inf##F() * (a * c - b * d); \
				y = __builtin_inf##F() * (a * d + b * c); \
			} \
		} \
		return __builtin_complex(x, y); \
	} \
	T _Complex __div##S##c3(T a, T b, T c, T d) \
	{ \
		/* Both are brought near 1, so that nothing in between overflows or vanishes; powers of two change no digit. */ \
		int under = scale_##S(c, d), over = scale_##S(a, b); \
		T p = scaled##S(a, -over), q = scaled##S(b, -over); \
		c = scaled##S(c, -under); \
		d = scaled##S(d, -under); \
		T denominator = c * c + d * d; \
		T x = scaled##S((p * c + q * d) / denominator, over - under), y = scaled##S((q * c - p * d) / denominator, over - under); \
		if (__builtin_isnan(x) && __builtin_isnan(y)) { \
			if (denominator == 0 && (!__builtin_isnan(a) || !__builtin_isnan(b))) { \
				x = sign##S(__builtin_inf##F(), c) * a; \
				y = sign##S(__builtin_inf##F(), c) * b; \
			} else if ((__builtin_isinf(a) || __builtin_isinf(b)) && __builtin_isfinite(c) && __builtin_isfinite(d)) { \
				a = boxed##S(a); \
				b = boxed##S(b); \
				x = __builtin_inf##F() * (a * c + b * d); \
				y = __builtin_inf##F() * (b * c - a * d); \
			} else if ((__builtin_isinf(c) || __builtin_isinf(d)) && __builtin_isfinite(a) && __builtin_isfinite(b)) { \
				c = boxed##S(c); \
				d = boxed##S(d); \
				x = 0 * (a * c + b * d); \
				y = 0 * (b * c - a * d); \
			} \
		} \
		return __builtin_complex(x, y); \
	}

typedef union { double value; u64 bits; } double_bits;
typedef union { float value; unsigned bits; } float_bits;

/* v * 2^n, each step within range. */
static double scaledd(double v, int n)
{
	for (; n > 1000; n -= 1000) v *= 0x1p1000;
	for (; n < -1000; n += 1000) v *= 0x1p-1000;
	double_bits power = { .bits = (u64)(1023 + n) << 52 };
	return v * power.value;
}

static float scaleds(float v, int n)
{
	for (; n > 120; n -= 120) v *= 0x1p120f;
	for (; n < -120; n += 120) v *= 0x1p-120f;
	float_bits power = { .bits = (unsigned)(127 + n) << 23 };
	return v * power.value;
}

/* The exponent of the larger of two numbers; 0 where that is zero, infinite or no number. */
static int scale_d(double a, double b)
{
	a = __builtin_fabs(a);
	b = __builtin_fabs(b);
	double_bits v = { a > b || __builtin_isnan(b) ? a : b };
	if (v.value == 0 || !__builtin_isfinite(v.value)) return 0;
	if (v.bits >> 52) return (int)(v.bits >> 52) - 1023;
	v.value *= 0x1p60;
	return (int)(v.bits >> 52) - 1083;
}

static int scale_s(float a, float b)
{
	a = __builtin_fabsf(a);
	b = __builtin_fabsf(b);
	float_bits v = { a > b || __builtin_isnan(b) ? a : b };
	if (v.value == 0 || !__builtin_isfinite(v.value)) return 0;
	if (v.bits >> 23) return (int)(v.bits >> 23) - 127;
	v.value *= 0x1p30f;
	return (int)(v.bits >> 23) - 157;
}

COMPLEX(double, , d)
COMPLEX(float, f, s)
