// math.h: exact functions to the last bit, others to ten digits; classification; the library's rounding functions.
#include <math.h>
#include <stdio.h>

int main(void) {
  volatile double values[] = {0.5, 1.0, 2.0, 3.7, 10.25};
  for (int i = 0; i < 5; i++) {
    double x = values[i];
    printf("%.10g %.10g %.10g %.10g ", sin(x), cos(x), tan(x), atan(x));
    printf("%.10g %.10g %.10g %.17g\n", exp(x), log(x), log10(x), sqrt(x));
  }
  volatile double v[] = {2.5, -2.5, 3.5, -0.4, 1e17, 0.49999999999999994};
  for (int i = 0; i < 6; i++) printf("%g %g %g %g %g %ld\n", floor(v[i]), ceil(v[i]), trunc(v[i]), round(v[i]), rint(v[i]), lround(v[i] / 1e3));
  printf("%.10g %.10g %.10g\n", pow(2, 0.5), pow(-2, 3), pow(10, -5));
  printf("%.17g %.17g\n", fmod(10.5, 3), remainder(10.5, 3));
  int e;
  double m = frexp(48.0, &e);
  printf("%g %d %g\n", m, e, ldexp(0.75, 4));
  double whole, part = modf(-3.25, &whole);
  printf("%g %g\n", whole, part);
  printf("%g %g %g\n", hypot(3, 4), cbrt(27), fabs(-1.5));
  printf("%g %g %g\n", fmax(1, 2), fmin(1, NAN), copysign(3, -0.0));
  printf("%.10g %.10g %.10g\n", atan2(1, -1), asin(0.5), acos(0.25));
  printf("%.10g %.10g %.10g\n", sinh(1), cosh(1), tanh(1));
  printf("%d %d %d %d\n", isnan(NAN) != 0, isinf(INFINITY) != 0, isfinite(1.0) != 0, fpclassify(0.0) == FP_ZERO);
  printf("%.17g %.17g\n", fma(0.1, 10, -1), nextafter(1, 2));
  printf("%.6g %.6g %.6g\n", sinf(1.0f), sqrtf(2.0f), powf(2.0f, 0.5f));
  return 0;
}
