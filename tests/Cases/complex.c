// _Complex: arithmetic, conversions, comparisons, constants, parts, passing and returning, variable arguments, Annex G's infinities.
#include <stdio.h>
#include <complex.h>
#include <stdarg.h>
#include <string.h>
#include <math.h>
#define P(z) pz(#z, z)
// (The sign of a NaN differs by ISA.)
static double part(double v) { return isnan(v) ? NAN : v; }
static void pz(const char *n, double complex z) { printf("%s = %.17g %.17g\n", n, part(creal(z)), part(cimag(z))); }
static void pf(const char *n, float complex z) { printf("%s = %.9g %.9g\n", n, crealf(z), cimagf(z)); }
double complex g = 1.5 + 2.5 * I; float complex gf[2] = { 1.0f, 2.0fi }; static const double complex cg = -1.0 + 3.0i; long double complex gl = 3.0L - 1.0Li;
struct S { char c; float complex f; double complex d; int i; } gs = { 'x', 1 + 2i, 3 - 4i, 7 };
__attribute__((noinline)) double complex add(double complex a, double complex b) { return a + b; }
__attribute__((noinline)) float complex mulf(float complex a, float complex b) { return a * b; }
__attribute__((noinline)) struct S ret(struct S s, double complex z) { s.d *= z; s.f += 1; return s; }
__attribute__((noinline)) double complex va(int n, ...) { va_list ap; va_start(ap, n); double complex s = 0; while (n--) { s += va_arg(ap, int); s += va_arg(ap, double complex); s -= va_arg(ap, double); s += va_arg(ap, float complex); } va_end(ap); return s; }
double complex rec(int n, double complex z) { if (n == 0) return z; double complex w = rec(n - 1, z * (0.5 + 0.25i)); return w + z; }
volatile double one = 1, two = 2, inf, nan_; 
int main(void) {
  inf = INFINITY; nan_ = NAN;
  double complex a = one + two * I, b = 3 - 4i; float complex f = 1.5f + 0.5fi; 
  P(a); P(a + b); P(a - b); P(a * b); P(a / b); P(-a); P(~a); P(conj(a)); P(a * 2); P(2 * a); P(a / 2); P(2 / a); P(a + 1); P(1 - a); P(a - 1); P(g); P(cg); P(gl); P(gs.d); pf("gs.f", gs.f); pf("gf1", gf[1]);
  P(a == a); printf("%d %d %d %d\n", a == b, a != b, a == 1, !a); printf("%d\n", a ? 1 : 2); printf("%d\n", (0.0 + 0.0i) ? 1 : 2); if (a && !(a - a)) puts("cond");
  a += b; P(a); a *= 2.0; P(a); a /= 1 + 1i; P(a); a -= f; P(a); a++; P(a); --a; P(a); double d = 2; d *= 1 + 1i; printf("%g\n", d); int iv = 3.7 + 2i; printf("%d\n", iv); _Bool bo = 1i; printf("%d\n", bo);
  __real__ a = 10; __imag__ a = 20; P(a); __imag a += 5; P(a); double *pp = &__imag__ a; *pp = 99; P(a); printf("%g %g %g\n", __real__ d, __imag__ d, __imag__ f);
  pf("mulf", mulf(f, f)); P(add(a, b)); struct S s = ret(gs, 1i); P(s.d); pf("sf", s.f); P(va(2, 1, a, 2.0, f, 2, b, 3.0, f)); P(rec(5, 1 + 1i));
  printf("%zu %zu %zu %zu %zu %zu\n", sizeof a, sizeof f, _Alignof(double complex), _Alignof(float complex), sizeof(struct S), sizeof gl / sizeof(long double));
  printf("%d %d %d\n", _Generic(a, double complex: 1, float complex: 2, default: 3), _Generic(f, double complex: 1, float complex: 2, default: 3), _Generic(a * f, double complex: 1, default: 3)); printf("%d\n", _Generic(1.0fi, float complex: 1, default: 2));
  P(CMPLX(0.0, -0.0)); P(CMPLX(inf, nan_) * 1i == 0); P(CMPLX(inf, 1) * CMPLX(2, 3)); P(CMPLX(inf, nan_) * CMPLX(2, 3)); P(CMPLX(1, 2) / CMPLX(0, 0)); P(CMPLX(inf, inf) / CMPLX(1, 2)); P(CMPLX(1, 2) / CMPLX(inf, inf)); P(CMPLX(1e308, 1e308) / CMPLX(1e308, 1e308)); P(CMPLX(1e-320,1e-320)/CMPLX(1e-320, 1e-320)); P(inf * CMPLX(0, 1)); P(CMPLX(1,1) * inf);
  double complex arr[3] = { 1, 2i, [2] = 3 + 3i }; double complex sum = 0; for (int i = 0; i < 3; i++) sum += arr[i] * (i + 1); P(sum); double complex z2 = { 5 }; P(z2);
  static double complex st = 2 * (1 + 1i); P(st); double complex (*fp)(double complex, double complex) = add; P(fp(1, 1i)); P((double complex){ 4 }); P((a, b)); P(one ? a : 1.0); P(({ double complex t = a; t * 2; })); volatile double complex vz = a; P(vz); P((float complex)(1.0 / 3 + 1i)); P((double complex)f * 3);
  double complex cp; memcpy(&cp, &b, sizeof cp); P(cp); double re[2]; memcpy(re, &b, sizeof re); printf("%g %g\n", re[0], re[1]); union { double complex z; double d[2]; } u = { .d = { 7, 8 } }; P(u.z); const double complex *pc = &cg; P(*pc * *pc); P(__builtin_complex(1.0, 2.0)); P(__builtin_creal(b) + 1i * __builtin_cimag(b)); 
  return 0; }
