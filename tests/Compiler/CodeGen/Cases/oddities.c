/* What compilers get wrong: jumps out of expressions, temporaries that live on, punning, volatile, barriers, setjmp, odd scopes, deep nesting. */
#include "out.h"
#define NOINLINE __attribute__((noinline))
struct big { int a[10]; char *p; };
NOINLINE static struct big mk(int n) { struct big b = { { n, n + 1, n + 2 }, "big" }; return b; }
static long temporaries(int n)
{
	int *p;
	long s = (p = mk(n).a, p[0]) ? p[1] + (p = mk(n + 5).a, p[2]) : 0;
	s += mk(mk(n).a[1]).a[2] * mk(3).a[0] + *mk(n).p;
	while (mk(n).a[0] < 5 && mk(n).a[1]) n++;
	return s + (n > 4 ? mk(n) : mk(0)).a[2] + (mk(1), mk(2)).a[1];
}
static int escape(int n)
{
	for (int i = 0;; i++) {
		int x = n + ({ int t = i * 2; if (t > 10) return t; if (t == 4) continue; if (t == 8) goto out; t + 1; });
		if (x > 100) break;
		out_long(x);
	}
	return -1;
out:
	return out_long(mk(({ if (n > 3) return 7; n; })).a[0]), 9;
}
union pun { float f; unsigned u; unsigned char b[4]; struct { unsigned short l, h; } s; };
NOINLINE static unsigned pun(union pun *p, float f) { p->u = 0; p->f = f; p->b[0] ^= 1; return p->u + p->s.h; }
typedef unsigned __attribute__((may_alias)) alias_t;
NOINLINE static float aliased(float *f) { *f = 1.0f; *(alias_t *)f |= 0x400000; return *f; }
NOINLINE static int chars(int *p) { *p = 0x01020304; ((char *)p)[1] = 9; return *p; }
typedef int __attribute__((aligned(1))) unaligned_int;
struct __attribute__((packed)) pk { char c; int i; struct { long l; } in; int arr[3]; };
NOINLINE static long unaligned(char *p, struct pk *k) { *(unaligned_int *)(p + 1) = 77; k->i = 5; k->in.l = 6; int s = 0; for (int i = 0; i < 3; i++) { k->arr[i] = i; s += k->arr[i]; } int *q = &k->arr[1]; return *(unaligned_int *)(p + 1) + k->i + k->in.l + s + *q; }
static volatile int vol; static int reads;
static int volatiles(void) { vol = 3; vol; vol++; (void)vol; int x = vol + vol; volatile struct { int a, b; } v = { 1, 2 }; v.b += v.a; return x + v.b; }
static int barrier(int x) { int y = x; __asm__ __volatile__("" : "+r"(y) : "r"(&x) : "memory"); __asm__ __volatile__("" ::: "memory"); double d = y; __asm__("" : "+r"(y)); return y + (int)d; }
NOINLINE static int shadow(int x) { int r = x; { int x = r + 1; r += x; { extern int vx; r += vx; int r = 100; x += r; } r += x; } for (int x = 0; x < 2; x++) r += x; return r; }
int vx = 1000;
static int late(int n) { switch (n) { int t; case 1: t = 5; return t + n; { case 2: { int u; t = 7; u = t; return u; } } default: t = 0; for (int i = 0; i < 3; i++) { case 9: t = n; } return t; } }
static int loopalloca(int n) { char *prev = 0; int s = 0; for (int i = 1; i <= n; i++) { char *p = __builtin_alloca(i * 8); p[0] = i; if (prev) s += prev[0] + (p != prev); prev = p; } return s; }
static int nested(int a, int b, int c, int d) { return a ? b ? c ? d ? 1 : 2 : d ? 3 : 4 : c ? d ? 5 : 6 : d ? 7 : 8 : (b || c) && (d || !a) ? 9 : 10; }
static const char *str(int i) { static const char t[][6] = { "zero", "one", "two" }; return i < 3 ? t[i] : &"offset"[i]; }
static unsigned long big_shift(unsigned long x, int n) { return (x << n | x >> (64 - n)) ^ (unsigned long)((int)x >> 3) ^ (unsigned char)(x >> 7); }
static int sideeffects(void) { int i = 0, a[5] = { 0 }; a[i++] += 5; a[i++]++; int *p = a; *p++ += 2; (*p)--; i += i++ * 0 + 1; return a[0] * 100 + a[1] * 10 + i + (int)(p - a); }
static long ptrloop(long *end) { long s = 0; static long arr[6] = { 1, 2, 3, 4, 5, 6 }; for (long *p = arr + 5; p >= arr; p -= 2) s = s * 10 + *p; for (long *p = arr, *e = arr + 6; p != e; ++p) s += *p << 1; *end = s; return s; }
typedef struct { unsigned char r, g, b; } rgb; static rgb mix(rgb a, rgb b) { return (rgb){ (a.r + b.r) / 2, (a.g + b.g) / 2, (a.b + b.b) / 2 }; }
static int comma(int x) { return x++, x++, x; }
static double conv(unsigned long u, long l, unsigned char c) { return (double)u / 3 + (float)l + c * 0.5f - (int)(u >> 60); }
int main(void)
{
	out_long(temporaries(1)); out_long(temporaries(6)); out_long(escape(0)); out_long(escape(5));
	union pun p; out_hex(pun(&p, 2.5f)); float f; out_double(aliased(&f)); int i; out_hex(chars(&i)); char buf[8]; struct pk k; out_long(unaligned(buf, &k)); out_long(sizeof k);
	out_long(volatiles()); out_long(vol + reads); out_long(barrier(21)); out_long(shadow(3)); for (int n = 0; n < 10; n += n ? n : 1) out_long(late(n)); out_long(late(9)); out_long(loopalloca(5));
	for (int n = 0; n < 16; n++) out_long(nested(n & 1, n & 2, n & 4, n & 8)); out_text(str(1)); out_text(str(4)); out_hex(big_shift(0x123456789abcdef0, 13)); out_long(sideeffects()); long e; out_long(ptrloop(&e) + e);
	rgb c = mix((rgb){ 10, 20, 30 }, mix((rgb){ 100, 200, 250 }, (rgb){ 0 })); out_long(c.r * 1000000 + c.g * 1000 + c.b); out_long(comma(5)); out_double(conv(~0UL, -1L << 40, 255));
	return 0;
}
