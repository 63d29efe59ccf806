// 128-bit integers: arithmetic, shifts, comparison, division, as arguments and results, across calls, in structs.
#include <stdio.h>

typedef unsigned __int128 u128;
typedef __int128 i128;

static void print(u128 v) {
  char b[48];
  int at = 47;
  b[at] = 0;
  do b[--at] = (char)('0' + (int)(v % 10));
  while (v /= 10);
  printf("%s\n", b + at);
}
static u128 factorial(int n) { return n < 2 ? 1 : (u128)n * factorial(n - 1); }
static u128 power(u128 b, int e) {
  u128 r = 1;
  for (; e; e >>= 1, b *= b)
    if (e & 1) r *= b;
  return r;
}
static i128 negate(int tag, i128 v, double d) { return tag + (int)d - v; }
struct holder { char c; u128 v; };
static struct holder wrap(struct holder h) {
  h.v = ~h.v;
  return h;
}

int main(void) {
  print(factorial(30));
  print(power(3, 80));
  print(~(u128)0);
  u128 x = (u128)0x0123456789abcdef << 64 | 0xfedcba9876543210;
  printf("%llx %llx\n", (unsigned long long)(x >> 64), (unsigned long long)x);
  printf("%llx %llx\n", (unsigned long long)(x << 20 >> 64), (unsigned long long)(x >> 36));
  i128 n = negate(1, (i128)1 << 100, 2.5);
  print((u128)-n);
  printf("%d %d %d\n", n < 0, (u128)n > x, x == x + 1);
  printf("%lld %lld\n", (long long)(n / ((i128)1 << 90)), (long long)(n % 1000));
  struct holder h = wrap((struct holder){'k', 5});
  printf("%c %llx %zu %zu\n", h.c, (unsigned long long)(h.v >> 64), sizeof h, _Alignof(u128));
  printf("%.6e\n", (double)factorial(25));
  print((u128)1e30);
  u128 sum = 0;
  for (int i = 0; i < 50; i++) sum += (u128)i << (i * 2);
  print(sum);
  return 0;
}
