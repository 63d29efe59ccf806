// Variadic functions of our own: every promoted type, structs, va_copy, va_list passed down, many arguments, callbacks in between.
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct point { int x, y; };
struct large { double v[4]; };

static long add(int n, ...) {
  va_list ap;
  va_start(ap, n);
  long s = 0;
  while (n-- > 0) s += va_arg(ap, int);
  va_end(ap);
  return s;
}
static void describe(const char *kinds, ...) {
  va_list ap;
  va_start(ap, kinds);
  for (; *kinds; kinds++) {
    switch (*kinds) {
    case 'i': printf("int %d; ", va_arg(ap, int)); break;
    case 'l': printf("long %ld; ", va_arg(ap, long)); break;
    case 'd': printf("double %.3f; ", va_arg(ap, double)); break;
    case 's': printf("string %s; ", va_arg(ap, char *)); break;
    case 'p': { struct point p = va_arg(ap, struct point); printf("point %d,%d; ", p.x, p.y); break; }
    case 'L': { struct large v = va_arg(ap, struct large); printf("large %.1f %.1f; ", v.v[0], v.v[3]); break; }
    case 'f': printf("function %d; ", va_arg(ap, int (*)(int))(4)); break;
    }
  }
  va_end(ap);
  printf("\n");
}
static int square(int x) { return x * x; }
static int format(char *out, size_t n, const char *fmt, ...) {
  va_list ap, again;
  va_start(ap, fmt);
  va_copy(again, ap);
  int length = vsnprintf(0, 0, fmt, ap);
  vsnprintf(out, n, fmt, again);
  va_end(again);
  va_end(ap);
  return length;
}
static int max_v(int n, va_list ap) {
  int m = va_arg(ap, int);
  while (--n > 0) {
    int v = va_arg(ap, int);
    if (v > m) m = v;
  }
  return m;
}
static int max(int n, ...) {
  va_list ap;
  va_start(ap, n);
  int m = max_v(n, ap);
  va_end(ap);
  return m;
}

int main(void) {
  printf("%ld %ld\n", add(0), add(12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
  char c = 'x';
  short s = -5;
  float f = 1.25f;
  describe("iiids", c, s, (unsigned char)200, f, "text");
  describe("pLpdf", (struct point){3, 4}, (struct large){{1.5, 2, 3, 4.5}}, (struct point){-1, -2}, 9.875, square);
  describe("dddddddddd", 1., 2., 3., 4., 5., 6., 7., 8., 9., 10.);
  describe("ldldldl", 1L, .5, 2L, .25, 3L, .125, -4L);
  char buffer[16];
  printf("%d ", format(buffer, sizeof buffer, "%s-%05d-%c", "abc", 42, 'z'));
  printf("%s\n", buffer);
  printf("%d %d\n", max(1, -3), max(5, 3, 9, -2, 8, 1));
  return 0;
}
