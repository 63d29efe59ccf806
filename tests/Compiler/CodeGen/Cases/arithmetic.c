/* 6.3 and 6.5: conversions between all types, integer promotions, shifts, division, comparisons, compound assignment, __int128, floats, pointers. */
#include "out.h"
#define NOINLINE __attribute__((noinline))
NOINLINE static long id(long x) { return x; }
NOINLINE static double fid(double x) { return x; }
static void ints(void)
{
	signed char sc = (signed char)id(-100); unsigned char uc = (unsigned char)id(200); short s = (short)id(-30000); unsigned short us = (unsigned short)id(60000);
	int i = (int)id(-2000000000); unsigned u = (unsigned)id(4000000000); long l = id(-9000000000000000000); unsigned long ul = (unsigned long)id(-5); _Bool b = id(256);
	out_long(sc + uc); out_long(s * us); out_long(us >> 3); out_long(s >> 3); out_long(i / 7); out_long(i % 7); out_hex(u / 7); out_hex(u % 7); out_long(l / 1000003); out_hex(ul / 3);
	out_long(i < u); out_long(sc < uc); out_long(l < (long)ul); out_long(-1 < (unsigned char)1); out_long(-1 < 1u); out_long(b + b);
	sc += 200; uc -= 250; s *= 3; us <<= 4; i ^= 0x5a5a5a5a; u >>= 5; l |= 1; ul &= 0xff00; b -= 1;
	out_long(sc); out_long(uc); out_long(s); out_long(us); out_long(i); out_hex(u); out_long(l); out_hex(ul); out_long(b);
	sc /= 3; uc %= 7; s = -s; us = ~us; out_long(sc); out_long(uc); out_long(s); out_long(us);
	out_long(sc++ + ++sc); out_long(uc-- - --uc);
	sc *= 1.7; uc += 2.9; u += 0.5; out_long(sc); out_long(uc); out_hex(u);
	out_long(!i + !!i); out_hex(-u); out_hex(~ul); out_long(1L << id(40)); out_long((int)id(1) << 31 >> 31);
}
static void wide(void)
{
	__int128 a = (__int128)id(0x7fffffffffffffff) * id(1000), b = -a; unsigned __int128 c = (unsigned __int128)b;
	out_hex((unsigned long)(a >> 64)); out_hex((unsigned long)a); out_long((long)(a / 12345678901234567)); out_long((long)(b % 1000003)); out_hex((unsigned long)(c / 3 >> 64));
	out_long(a > b); out_long(c > (unsigned __int128)a); out_double((double)b); out_double((double)c); out_hex((unsigned long)(((__int128)1 << id(100)) >> 70));
	a += b; out_long((long)a); a = (__int128)fid(-1e30); out_hex((unsigned long)(a >> 64)); out_hex((unsigned long)a);
}
static void floats(void)
{
	float f = (float)fid(0.1); double d = fid(1e10 / 3); long double ld = (long double)fid(2.0) / 3;
	out_double(f * 3); out_double((double)f * 3); out_double(f + d); out_double((double)ld); out_double(-f); out_long((long)d); out_long((int)-2.9); out_hex((unsigned long)fid(1.5e19)); out_hex((unsigned)fid(4e9));
	out_double((float)id(16777217)); out_double((double)(unsigned long)id(-1)); out_double((float)(unsigned long)id(-1)); out_double((_Bool)fid(0.5)); out_long((_Bool)fid(0.0));
	double nan = fid(0.0) * 1e308 * 10; nan = (nan + 1e308) * 10 - 1e309;
	out_long(d == d); out_long(d != d); out_long(d < 1e20 && d > 1); out_long(!d); out_long(fid(0.0) ? 1 : 2); out_long(fid(-0.0) == 0.0);
	double n = __builtin_nan("");
	out_long(n == n); out_long(n != n); out_long(n < n); out_long(n >= 0); out_long(!(n > 0)); out_long(n ? 1 : 0); out_long(!!n);
	f += 1e-3; f *= d; out_double(f); f++; out_double(f--); out_double(f);
	int i = 7; i *= 1.5f; out_long(i); i /= 0.3; out_long(i);
	(void)nan;
}
static int garr[10] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
static void pointers(void)
{
	int *p = garr + 3, *q = &garr[id(8)]; char *c = (char *)p; int (*pa)[5] = (int (*)[5])garr; int m[3][4][2];
	out_long(q - p); out_long(*--q + *p++ + p[-1] + 2[garr]); out_long(p < q); out_long(p == garr + 4); out_long((char *)q - c); out_long(pa[1][id(2)]); out_long((*(pa + 1))[0]);
	out_long((char *)&m[2][1][1] - (char *)m); out_long(&m[2] - &m[0]); out_long(!p); out_long(p ? 1 : 0); out_long(p && !c);
	p += id(-2); out_long(*p); p -= id(1); out_long(*p); out_long(p[id(3)]);
	void *v = p; out_long(*(int *)(v + 4)); out_long(((long)v & 3) == 0); unsigned short idx = 5; out_long(garr[idx]); signed char neg = -1; out_long((garr + 5)[neg]);
	int (*fp)(int, int) = 0; out_long(fp == 0); long (*g)(long) = id; out_long((*g)(5) + g(6) + (**g)(7) + (&id == g));
	int n = 3; int (*vp)[n] = (int (*)[n])garr; out_long(vp[2][1]); vp++; out_long((*vp)[0]); out_long(sizeof *vp); out_long(&vp[2] - vp);
}
int main(void) { ints(); wide(); floats(); pointers(); return 0; }
