/* Struct values: passed, returned (every size to 17), assigned, in conditionals, members of results, unions, flexible arrays, nested. */
#include "out.h"
#define S(n) struct t##n { unsigned char b[n]; }; \
	static struct t##n make##n(int x) { struct t##n r; for (int i = 0; i < n; i++) r.b[i] = x + i; return r; } \
	static long take##n(int before, struct t##n s, int after) { long v = before; for (int i = 0; i < n; i++) v = v * 7 + s.b[i]; s.b[0] = 99; return v + after; } \
	static void test##n(void) { struct { char a; struct t##n s; char z; } box = { 1, make##n(3), 2 }; \
		out_long(take##n(1, box.s, 2)); out_long(take##n(3, make##n(n), 4)); box.s = make##n(50); out_long(box.a + box.z + box.s.b[n - 1] + make##n(9).b[n / 2]); \
		struct t##n *p = &box.s; *p = n & 1 ? make##n(1) : *p; out_long(take##n(0, *p, 0)); }
S(1) S(2) S(3) S(4) S(5) S(6) S(7) S(8) S(9) S(12) S(16) S(17)
union u { int i; float f; struct { short lo, hi; } h; char c[5]; };
static union u mku(float f) { union u u = { .f = f }; return u; }
struct flex { int n; int v[]; };
static struct flex fl = { 3, { 10, 20, 30 } };
struct nested { struct { int a; union { long l; double d; }; } in; int m[2][3]; };
static struct nested gn = { { 1, { .d = 2.5 } }, { { 1, 2, 3 }, { 4, 5, 6 } } };
struct list { struct list *next; int v; };
static struct list l2 = { 0, 2 }, l1 = { &l2, 1 }, self = { &self, 9 };
struct point { double x, y; };
static struct point add(struct point a, struct point b) { return (struct point){ a.x + b.x, a.y + b.y }; }
static struct point swap(struct point p) { p = (struct point){ p.y, p.x }; return p; }
int main(void)
{
	test1(); test2(); test3(); test4(); test5(); test6(); test7(); test8(); test9(); test12(); test16(); test17();
	union u u = mku(1.5f);
	out_hex(u.i); out_long(u.h.hi);
	for (int i = 0; i < fl.n; i++) out_long(fl.v[i]);
	struct nested n = gn, *pn = &n;
	pn->in.a += 41; n.m[1][2] *= 2;
	out_long(n.in.a); out_double(n.in.d); out_long(n.m[1][2] + gn.m[1][2]);
	for (struct list *p = &l1; p; p = p->next) out_long(p->v);
	out_long(self.next->next->v);
	struct point p = add((struct point){ 1, 2 }, swap(swap((struct point){ 3, 4 })));
	p = swap(p);
	out_double(p.x); out_double(p.y);
	int k = 3;
	struct point q = k > 2 ? p : add(p, p);
	q = (k++, q);
	out_double(q.x + k);
	struct point arr[3] = { [1] = p, [2].y = 5 };
	out_double(arr[0].x + arr[1].x + arr[2].y);
	arr[0] = arr[2] = arr[1];
	out_double(arr[0].y + arr[2].x);
	struct point st = ({ struct point t = { 8, 9 }; t.x++; t; });
	out_double(st.x * st.y);
	return 0;
}
