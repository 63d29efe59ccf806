// More live values across a call than any machine has registers, of every type, so that some are spilled and some saved by callees.
#include <stdio.h>

static int opaque(int n) { return n < 2 ? 1 : opaque(n - 1) + 1; }

static long integers(int n) {
  long a = n, b = a * 3, c = b ^ 5, d = c + a, e = d * b, f = e - c, g = f | 1, h = g + e, i = h * 7, j = i - d, k = j ^ h, l = k + f, m = l * 3, o = m - k;
  long p = opaque(3);
  long q = a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9 + j * 10 + k * 11 + l * 12 + m * 13 + o * 14;
  int r = opaque(4);
  return p + q * r + (a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j ^ k ^ l ^ m ^ o);
}
static double doubles(double x) {
  double a = x, b = a * 1.1, c = b + 2, d = c / 3, e = d - a, f = e * b, g = f + c, h = g / 1.5, i = h - e, j = i * 0.5, k = j + d, l = k - f;
  double p = opaque(5);
  double q = a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7 + h * 8 + i * 9 + j * 10 + k * 11 + l * 12;
  p += opaque(2);
  return q / p + (a - b + c - d + e - f + g - h + i - j + k - l);
}
static double mixed(int n, float f, double d, char c, short s, long l, unsigned u, const char *t) {
  float g = f * 2;
  int before = opaque(n);
  double r = n + f + d + c + s + (double)l + u + t[0];
  int after = opaque(n + 1);
  return r * before + after + g + d + f + c * s + (double)(l * u) + t[1];
}

int main(void) {
  for (int i = 1; i < 4; i++) printf("%ld\n", integers(i));
  for (int i = 1; i < 4; i++) printf("%.17g\n", doubles(i * 0.7));
  printf("%.17g\n", mixed(3, 1.5f, 2.25, 'c', -7, 100000, 4000000000u, "text"));
  return 0;
}
