/* 6.8: loops with every exit, switch with ranges and fall-through, goto in and out of scopes, computed goto, statement expressions, cleanup, VLAs in loops. */
#include "out.h"
static int sw(long x)
{
	switch (x) {
	case -5 ... -1: return 1;
	case 0: case 2: x++;
	case 3: return (int)x + 100;
	case 10 ... 1000: if (x & 1) break; return 3;
	case 0x100000000 ... 0x1ffffffff: return 4;
	default: return 5;
	}
	return 6;
}
static int su(unsigned char c) { switch (c) { case 'a' ... 'z': return 1; case 200 ... 255: return 2; case 0: return 3; } return 0; }
static int duff(char *to, const char *from, int count)
{
	int n = (count + 7) / 8;
	switch (count % 8) {
	case 0: do { *to++ = *from++;
	case 7: *to++ = *from++;
	case 6: *to++ = *from++;
	case 5: *to++ = *from++;
	case 4: *to++ = *from++;
	case 3: *to++ = *from++;
	case 2: *to++ = *from++;
	case 1: *to++ = *from++;
		} while (--n > 0);
	}
	return n;
}
static long interp(const unsigned char *code)
{
	static void *const table[] = { &&halt, &&inc, &&dbl, &&neg, &&loop };
	long acc = 1; int count = 5;
	goto *table[*code];
inc: { long one = 1; acc += one; goto *table[*++code]; }
dbl: acc *= 2; goto *table[*++code];
neg: acc = -acc; goto *table[*++code];
loop: if (--count) { code -= 2; goto *table[*code]; } goto *table[*++code];
halt: return acc;
}
static void done(int *p) { out_long(*p); }
static int cleanups(int n)
{
	int a __attribute__((cleanup(done))) = 1;
	for (int i = 0; i < n; i++) {
		int b __attribute__((cleanup(done))) = 10 + i;
		if (i == 1) continue;
		if (i == 3) break;
		if (i == 4) goto out;
		int c __attribute__((cleanup(done))) = 20 + i;
		if (n == 9) return c;
	}
	if (n > 5) { int d __attribute__((cleanup(done))) = 30; goto out; }
	return ({ int e __attribute__((cleanup(done))) = 40; e + a; });
out:
	return 2;
}
static long vla(int n)
{
	long s = 0;
	for (int i = 1; i <= n; i++) {
		int a[i], b[i][i + 1];
		for (int j = 0; j < i; j++) { a[j] = j * i; for (int k = 0; k <= i; k++) b[j][k] = j + k; }
		s += a[i - 1] + b[i - 1][i] + sizeof a + sizeof b[0];
		if (i == 3) continue;
		if (s > 1000000) goto end;
	}
end:
	return s;
}
static long gotos(int n)
{
	long s = 0;
	int i = 0;
	if (n > 3) goto inside;
again:
	for (; i < n; i++) {
		int local = i * 2;
inside:
		s += 7;
		if (i == 2 && n > 3) { i = 3; n = 3; goto again; }
		local = i;
		s += local;
	}
	return s;
}
static int noend(int x) { if (x) return 5; for (;;) { if (x++ > 10) return x; } }
static int ternaries(int a, int b) { return (a ?: b) + (a && b ? a || (b = 9) : !b) + b; }
int main(void)
{
	for (int i = -6; i < 12; i++) out_long(sw(i));
	out_long(sw(999)); out_long(sw(1000)); out_long(sw(0x100000000)); out_long(sw(0x1ffffffff)); out_long(sw(0x200000000));
	out_long(su('m') * 100 + su(255) * 10 + su(0) + su('A'));
	char buf[20] = "", src[] = "abcdefghijklmnop";
	out_long(duff(buf, src, 13)); out_text(buf);
	out_long(interp((const unsigned char[]){ 1, 2, 1, 4, 3, 0 }));
	for (int n = 0; n < 10; n += 3) out_long(cleanups(n));
	out_long(vla(1)); out_long(vla(12));
	out_long(gotos(2)); out_long(gotos(7));
	out_long(noend(0)); out_long(noend(1));
	out_long(ternaries(0, 4)); out_long(ternaries(3, 4)); out_long(ternaries(0, 0));
	int i = 0;
	do { if (i++ & 1) continue; if (i > 6) break; } while (i < 20);
	out_long(i);
	while (1) { if (++i == 30) break; else continue; }
	out_long(i);
	if (0) { lab: out_text("in dead code"); i++; }
	if (i < 32) goto lab;
	for (;;) break;
	return 0;
}
