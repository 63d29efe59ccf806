/* GNU vectors: arithmetic, comparison, shuffles, elements, conversion, as parameters and results. */
#include "out.h"
typedef int v4i __attribute__((vector_size(16))); typedef float v4f __attribute__((vector_size(16))); typedef double v2d __attribute__((vector_size(16))); typedef unsigned char v16c __attribute__((vector_size(16))); typedef long v2l __attribute__((vector_size(16)));
static v4i gv = { 1, 2, 3, 4 };
static v4i addv(v4i a, v4i b) { return a + b * 2; }
static v2d half(v2d x) { return x / 2; }
static void show(v4i v) { for (int i = 0; i < 4; i++) out_long(v[i]); }
struct holder { char c; v4f f; };
int main(void)
{
	v4i a = { 5, -6, 7, -8 }, b = gv;
	show(addv(a, b)); show(a < b); show(a == a); show(-a); show(~a); show(a >> 1); show((v4i)((v4i)a << b)); show(a ^ b & a); show(a * 3);
	a[1] = 100; a[b[0]] += 5; show(a); show((v4i){ 1 }); show(__builtin_shufflevector(a, b, 0, 5, 2, 7));
	v2d d = half((v2d){ 3, 5 }); out_double(d[0]); out_double(d[1]); v2l m = d > 2.0; out_long(m[0]); out_long(m[1]);
	struct holder h = { 'h', { 1, 2, 3, 4 } }, k = h; k.f += h.f; out_double(k.f[3]); out_long(sizeof h);
	v16c c = { 7 }; c[15] = 200; c += 100; out_long(c[15]); out_long(c[0]); v4f f = __builtin_convertvector(a, v4f); out_double(f[1]); v4i back = (v4i)f; out_hex(back[0]);
	v4i *p = &gv; (*p)[2] = 9; show(*p); v4i sum = { 0 }; for (int i = 0; i < 4; i++) sum += *p; show(sum);
	return 0;
}
