/* 6.7.9: static and automatic, designated, overwritten, strings cut and filled, nested, unions, addresses with offsets, compound literals. */
#include "out.h"
struct in { int a; char s[6]; short v[3]; };
struct big { struct in i[2]; const char *p; double d; union { int n; void *q; char c[12]; } u; };
static int target[10];
int ext_array[5] = { 5, 4, 3 };
static struct big g1 = { { { 1, "abc", { 1, 2, 3 } }, { .v = { [1] = 9 }, .s = "longer" } }, "ptr" + 1, 2.5, { .q = &target[3] } };
static const struct big g2 = { .u.c = "union text", .i[1].a = 3, .i[1].v[2] = 8, .d = -0.0, .p = (const char *)&g1.i[1].s };
static char strings[][4] = { "abcd", "ef", { 'g' }, "" };
static const char *names[] = { "one", "two", [4] = "five", [2] = "three" };
static long addr = (long)&target[5];
static unsigned long diff = (unsigned long)((char *)&target[7] - (char *)&target[2]);
static int *const lit = (int[]){ 7, 8, 9 };
static struct in *plit = &(struct in){ 4, "lit", { 5 } };
static int sparse[1000] = { [500] = 5, [10 ... 12] = 1 };
static unsigned short wide[] = { 1, 2, 0xffff };
static int wchars[] = L"w\u00e9z";
static float fs[4] = { 1, 2.5f };
static _Bool bs[3] = { 5, 0, 0.1 };
static int (*fns[2])(void);
static union { char c; long l; struct { int *p; } s; } us[2] = { { 'x' }, { .s = { &target[1] } } };
static void *labels_like[] = { (void *)0, (void *)16, (void *)-1 };
static void show(const struct big *b)
{
	for (int k = 0; k < 2; k++) { out_long(b->i[k].a); for (int j = 0; j < 6; j++) out_long(b->i[k].s[j]); for (int j = 0; j < 3; j++) out_long(b->i[k].v[j]); }
	out_double(b->d);
}
static int f(int x) { return x + 1; }
static void locals(int n)
{
	struct big l1 = { { { n, "loc", { n, f(n) } }, { .a = 2 } }, .d = n };
	struct big l2 = { .i[0] = l1.i[0], .i[0].a = 77, .i[1] = { 1, "x", { 1 } } };
	show(&l1); show(&l2);
	int a[100] = { 1, 2, [50] = n, [99] = 3 }, z[50] = { 0 }, few[3] = { n }, all[] = { 1, n, 3, f(n), 5 };
	long s = 0;
	for (int i = 0; i < 100; i++) s += a[i] * i; for (int i = 0; i < 50; i++) s += z[i]; out_long(s); out_long(few[0] + few[1] + few[2]); out_long(all[3] + sizeof all);
	char c1[] = "hello", c2[3] = "hello", c3[40] = "hi", c4[8] = { 'a', 'b' }, c5[2][3] = { "ab", "cd" };
	out_text(c1); out_long(c2[2]); for (int i = 0; i < 40; i++) s += c3[i] + i; out_long(s); out_long(c4[1] + c4[7]); out_long(c5[1][1]);
	const int table[20] = { 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181, 6765 };
	out_long(table[n] + table[n + 10]);
	int *p = (int[4]){ n, 2, [3] = n * n }; out_long(p[0] + p[1] + p[2] + p[3]);
	for (int i = 0; i < 3; i++) { struct in *q = &(struct in){ .a = i }; q->v[0]++; out_long(q->a + q->v[0]); }
	union { int i; char c[8]; } u = { n }; out_long(u.i); union { char c[8]; long l; } u2 = { .c = { 1, 2 } }; out_hex(u2.l);
	struct { struct { int x, y; } p[2]; int e; } nested = { { { 1, 2 }, { n } }, f(1) }; out_long(nested.p[1].x + nested.p[1].y + nested.e);
	int scalar = { n }; out_long(scalar); _Bool lb = { n }; out_long(lb);
	struct in *nothing = &(struct in){ 0 }; out_long(nothing->s[3]);
	static int counter = 5; counter += n; out_long(counter);
	{ extern int ext_array[]; out_long(ext_array[1]); }
}
int main(void)
{
	show(&g1); show(&g2); out_text(g1.p); out_text(g2.p); out_text(g2.u.c); out_long((int *)g1.u.q - target);
	for (int i = 0; i < 4; i++) for (int j = 0; j < 4; j++) out_long(strings[i][j]);
	for (int i = 0; i < 5; i++) out_text(names[i] ? names[i] : "(null)");
	out_long(addr == (long)(target + 5)); out_long((long)diff); out_long(lit[2]); out_text(plit->s); out_long(sparse[11] + sparse[500] + sparse[999] + sizeof sparse);
	out_long(wide[2]); for (int i = 0; wchars[i]; i++) out_long(wchars[i]); out_double(fs[1] + fs[3]); out_long(bs[0] + bs[1] + bs[2]); out_long(fns[1] == 0);
	out_long(us[0].c); out_long(us[1].s.p - target); out_hex((unsigned long)labels_like[2]);
	locals(3); locals(4);
	return 0;
}
