/* Bit-fields: signed, unsigned, _Bool, packed across units, volatile, in unions, at the end of small structs, as operands of everything. */
#include "out.h"
struct a { int x : 3; unsigned y : 5; long long z : 40; _Bool b : 1; char c; };
struct __attribute__((packed)) p { unsigned a : 7; unsigned long b : 50; int c : 30; char d; unsigned e : 3; };
struct t { char c; int b : 7; int : 0; short s : 9; };
struct w { unsigned long full : 64; unsigned half : 32; int one : 1; };
union v { struct { unsigned lo : 12, mid : 12, hi : 8; }; unsigned all; };
struct vol { volatile unsigned f : 6; volatile unsigned g : 26; };
static struct a ga = { -3, 17, -5000000000LL, 1, 'c' };
static struct p gp = { 100, 0x3ffffffffffffL, -7, 'd', 5 };
static struct a arr[3] = { { 1, 2, 3, 0, 4 }, { .z = 9 }, { .y = 31, .b = 1 } };
static void show(struct a *s) { out_long(s->x); out_long(s->y); out_long(s->z); out_long(s->b); out_long(s->c); }
static void showp(struct p *s) { out_long(s->a); out_long((long)s->b); out_long(s->c); out_long(s->d); out_long(s->e); }
int main(void)
{
	show(&ga); showp(&gp);
	for (int i = 0; i < 3; i++) show(&arr[i]);
	struct a s = ga;
	out_long(s.x = 6); out_long(s.x++); out_long(s.x); out_long(++s.x); out_long(s.y += 20); out_long(s.z <<= 3); out_long(s.b = 42); out_long(s.b ^= 1);
	show(&s);
	struct p q = gp;
	out_long(q.a += 50); out_long((long)(q.b *= 3)); out_long(q.c--); q.d = 'x'; out_long(q.e = 13);
	showp(&q);
	out_long(sizeof(struct a)); out_long(sizeof(struct p)); out_long(sizeof(struct t)); out_long(sizeof(struct w));
	struct t t = { 'a', -5, 200 };
	t.s += 100; t.b = t.s;
	out_long(t.c); out_long(t.b); out_long(t.s);
	struct w w = { ~0UL, 7, -1 };
	w.half -= 8; w.full >>= 1;
	out_hex(w.full); out_hex(w.half); out_long(w.one);
	out_long(w.half > 5 ? -1 < w.one + 1 : 0);
	union v v = { .all = 0xabcdef12 };
	out_hex(v.lo); out_hex(v.mid); out_hex(v.hi);
	v.mid = 0x555; out_hex(v.all);
	volatile struct vol x = { 33, 44 };
	x.f++; x.g |= 0x2000000; out_long(x.f); out_long(x.g);
	struct { int a : 4; unsigned b : 4; } loc = { 7, 15 };
	loc.a = loc.b; out_long(loc.a); out_long(loc.a * 2 == loc.b);
	int n = 5;
	struct a mixed = { .y = n, .x = n - 7, .z = (long long)n << 30, .b = n };
	show(&mixed);
	return 0;
}
