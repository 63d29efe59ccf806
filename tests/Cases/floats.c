// Binary floating point: exact sums, rounding, comparison with infinities and NaN, single against double precision, no contraction.
#include <float.h>
#include <math.h>
#include <stdio.h>

static double multiply_add(double a, double b, double c) { return a * b + c; }
static float accumulate(int n) {
  float s = 0;
  for (int i = 1; i <= n; i++) s += 1.0f / (float)i;
  return s;
}
static double horner(const double *c, int n, double x) {
  double r = 0;
  while (n-- > 0) r = r * x + c[n];
  return r;
}

int main(void) {
  volatile double zero = 0.0, one = 1.0;
  double inf = one / zero;
  printf("%f %f %d %d\n", inf, -inf, inf > DBL_MAX, -inf < -DBL_MAX);
  double nan_value = inf - inf;
  printf("%d %d %d\n", nan_value == nan_value, nan_value < 1, isnan(nan_value) != 0);
  printf("%.17g %.17g\n", 0.1 + 0.2, 1.0 / 3.0);
  // With a fused multiply-add this would not be zero.
  volatile double a = 1.0 + 0x1p-30;
  printf("%.17g\n", multiply_add(a, a, -(a * a)));
  printf("%.9g %.9g\n", accumulate(50), accumulate(100));
  double c[] = {1, -2, 3, -4, 5};
  for (int i = -2; i <= 2; i++) printf("%.3f ", horner(c, 5, i * 0.75));
  printf("\n");
  printf("%g %g %g\n", DBL_EPSILON, DBL_MAX, DBL_MIN);
  printf("%g %g %d %d\n", FLT_EPSILON, FLT_MAX, FLT_DIG, DBL_DIG);
  printf("%d\n", signbit(-zero) != 0);
  float f = 0.1f;
  printf("%.10f %.10f %d\n", f, (double)f * f, f == 0.1);
  printf("%a %a\n", 1.5, -0.15625);
  printf("%g\n", 5e-324);
  return 0;
}
