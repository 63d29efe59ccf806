// C11 6.3.1: promotions, sign extension, truncation, integer to floating point and back, pointer to integer, _Bool.
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

static unsigned char low_byte(long v) { return (unsigned char)v; }
static long widen(signed char c) { return c; }
static unsigned long widen_unsigned(unsigned char c) { return c; }
static bool truth(double d) { return d; }

int main(void) {
  volatile signed char sc = -56;
  volatile unsigned char uc = 200;
  volatile short s = -30000;
  volatile unsigned short us = 60000;
  printf("%d %d %d %d\n", sc + 1, uc + 100, s - 10000, us * 2);
  printf("%u %u\n", (unsigned)sc, (unsigned)s);
  printf("%lu %ld\n", widen_unsigned(200), widen(-1));
  printf("%d %d\n", low_byte(0x1234), low_byte(-2));
  volatile double d = 3.99, n = -3.99;
  printf("%d %d %ld %u\n", (int)d, (int)n, (long)1e15, (unsigned)4e9);
  volatile float f = 16777217.0;
  printf("%.1f\n", f);
  volatile int64_t big = 9007199254740993;
  printf("%.1f %.1f\n", (double)big, (double)(float)big);
  volatile uint64_t ubig = 18446744073709551615u;
  printf("%.1f %.1f\n", (double)ubig, (double)(ubig >> 1));
  volatile double huge = 18446744073709549568.0;
  printf("%llu\n", (unsigned long long)huge);
  printf("%d %d %d %d\n", truth(0.0), truth(-0.0), truth(0.25), (bool)256);
  int object = 5;
  uintptr_t bits = (uintptr_t)&object;
  printf("%d %d\n", *(int *)bits, (bool)&object);
  printf("%d %zu\n", 'a' + (char)1, sizeof('a'));
  printf("%d\n", -1 < (int)sizeof(int));
  volatile unsigned u = 3000000000u;
  printf("%d %lld\n", (int)u, (long long)(int)u);
  return 0;
}
