// Arguments and results narrower than a register: char, short, _Bool, enum; many arguments of mixed kinds; float against double.
#include <stdbool.h>
#include <stdio.h>

enum colour { RED, GREEN = 5, BLUE };

static signed char plus(signed char a, signed char b) { return (signed char)(a + b); }
static unsigned short times(unsigned short a, unsigned char b) { return (unsigned short)(a * b); }
static bool both(bool a, bool b) { return a && b; }
static enum colour following(enum colour c) { return c == RED ? GREEN : c == GREEN ? BLUE : RED; }
static float mean(float a, double b, int c) { return (a + (float)b + (float)c) / 3; }
static long many(char a, short b, int c, long d, float e, double f, bool g, unsigned char h, long long i, double j, float k, int l, char m, double n) {
  return a + b + c + d + (long)(e * 2) + (long)(f * 4) + g + h + i + (long)j + (long)k + l + m + (long)n;
}
static int nested(int n, signed char a, unsigned char b, bool c) {
  if (n == 0) return a * 1000 + b * 2 + c;
  int r = nested(n - 1, (signed char)(a + 50), (unsigned char)(b - 50), !c);
  return r + a + b + c;
}

int main(void) {
  printf("%d %d\n", plus(100, 100), plus(-100, -100));
  printf("%u %u\n", times(1000, 100), times(65535, 255));
  printf("%d %d %d\n", both(1, 2), both(true, false), both(0.5 > 0, 7));
  printf("%d %d %d\n", following(RED), following(GREEN), following(BLUE));
  printf("%.6f\n", mean(1.5f, 2.25, 3));
  printf("%ld\n", many('a', -2, 3, 4, 5.5f, 6.25, true, 255, -8, 9.9, 10.5f, 11, 'm', 12.75));
  printf("%d\n", nested(20, -3, 7, true));
  return 0;
}
