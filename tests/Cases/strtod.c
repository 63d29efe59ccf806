// strtod and friends: decimal, hexadecimal, exponents, halfway cases, overflow, end pointers; and back through printf without loss.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  const char *text[] = {"0", "1", "-2.5", "3.14159265358979323846", "1e10", "1E-5", "  42abc", "0x1.8p1", "-0x10", ".5", "5.", "1e400", "-1e400",
                        "1e-400", "inf", "-infinity", "9007199254740993", "2.2250738585072014e-308", "0.1e1x", "e5", "+7", "123456789012345678901234567890"};
  for (unsigned i = 0; i < sizeof text / sizeof *text; i++) {
    char *end;
    errno = 0;
    double d = strtod(text[i], &end);
    printf("%.17g rest '%s' %s\n", d, end, errno == ERANGE ? "range" : "ok");
  }
  printf("%.9g %g\n", strtof("0.1", 0), atof("2.5e3"));
  double values[] = {0.1, 1.0 / 3, 2e-308, 1.7976931348623157e308, 123456.789, 5e-324};
  for (unsigned i = 0; i < sizeof values / sizeof *values; i++) {
    char b[64];
    sprintf(b, "%.17g", values[i]);
    printf("%d ", strtod(b, 0) == values[i]);
  }
  printf("\n");
  return 0;
}
