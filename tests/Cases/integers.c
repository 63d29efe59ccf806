// Integer arithmetic of every width: wrap-around of unsigned types, division and remainder of negative numbers, shifts, comparison.
#include <limits.h>
#include <stdint.h>
#include <stdio.h>

static int divide(int a, int b) { return a / b; }
static int modulo(int a, int b) { return a % b; }
static int8_t narrow(int x) { return (int8_t)x; }

int main(void) {
  volatile int seven = 7, minus = -7, two = 2;
  printf("%d %d %d %d\n", divide(seven, two), divide(minus, two), modulo(seven, -two), modulo(minus, two));
  volatile unsigned char uc = 255;
  uc++;
  printf("%d\n", uc);
  volatile unsigned short us = 0;
  us--;
  printf("%u\n", us);
  volatile unsigned u = 0;
  u -= 1;
  printf("%u %d\n", u, u == UINT_MAX);
  volatile uint64_t big = UINT64_MAX;
  printf("%llu %llu %llu\n", (unsigned long long)big, (unsigned long long)(big * big), (unsigned long long)(big / 10));
  volatile int64_t low = INT64_MIN;
  printf("%lld %lld %lld\n", (long long)low, (long long)(low / 3), (long long)(low % 1000));
  for (int i = 0; i < 64; i += 9) printf("%llx %lld\n", 1ull << i, (long long)(low >> i));
  volatile int negative = -1;
  printf("%d %d\n", negative < 1u, negative < 1);
  printf("%d %d %d %d\n", narrow(127), narrow(128), narrow(255), narrow(256));
  printf("%d %d %d\n", INT_MAX, INT_MIN, CHAR_BIT);
  printf("%ld %ld %lu\n", LONG_MAX, LONG_MIN, ULONG_MAX);
  unsigned x = 0x12345678;
  printf("%x %x %x %x\n", x & 0xff00ff, x | 1, x ^ ~0u, ~x);
  printf("%x\n", x << 8 | x >> 24);
  int i = 5;
  int sum = i++ + 10;
  sum += --i;
  printf("%d %d\n", i, sum);
  return 0;
}
