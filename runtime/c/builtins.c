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
