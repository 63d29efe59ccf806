// printf of floating point: f, e, g, a, flags, precision, rounding to even at ties, very large and very small values.
#include <float.h>
#include <math.h>
#include <stdio.h>

int main(void) {
  double v[] = {0, 1, -1, 0.5, 1.5, 2.5, 3.14159265358979, 1e10, 1e-10, 123456789.123456789, 1e100, 2e-300, 9.9999999, 0.1, 100};
  for (unsigned i = 0; i < sizeof v / sizeof *v; i++) {
    printf("%f|%e|%g|", v[i], v[i], v[i]);
    printf("%.0f|%.3e|%.10g|%.17g\n", v[i], v[i], v[i], v[i]);
  }
  printf("|%10.3f|%-10.3f|%010.3f|%+.2f|% .2f|%#.0f|%#g|\n", 3.14159, 3.14159, 3.14159, 2.0, 2.0, 2.0, 2.0);
  printf("%.0f %.0f %.0f %.0f %.0f\n", 0.5, 1.5, 2.5, 3.5, -0.5);
  printf("%.1f %.1f %.2f %.2f\n", 0.25, 0.35, 1.005, 2.675);
  printf("%f %F %e %g\n", INFINITY, -INFINITY, INFINITY, -INFINITY);
  printf("%a %a %a %.3a %A\n", 1.0, 0.1, -1024.5, 3.14159, 255.75);
  printf("%.20f\n%.30e\n", 0.1, 1.0 / 3);
  printf("%g %g %g %g\n", 100000.0, 1000000.0, 0.0001, 0.00001);
  printf("%.3g %.3g %.3g\n", 1234.5, 0.00012345, 99.95);
  printf("%f\n", DBL_MAX);
  printf("%.5e %g\n", DBL_MIN, 4.9406564584124654e-324);
  printf("%*.*f|%-*.*e|\n", 12, 4, 2.71828, 14, 3, 2.71828);
  printf("%f %g\n", (double)0.1f, (double)16777216.0f);
  printf("%Lf %Lg\n", 1.25L, 1024.0L);
  return 0;
}
