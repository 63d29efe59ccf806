// Primes three ways: sieve over bytes, over bits, trial division; a checksum of each.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { LIMIT = 400 };
static unsigned char composite[LIMIT + 1];
static uint64_t bits[LIMIT / 64 + 1];

static int trial(int n) {
  if (n < 2) return 0;
  for (int d = 2; d * d <= n; d++)
    if (n % d == 0) return 0;
  return 1;
}

int main(void) {
  int count = 0, sum = 0;
  for (int i = 2; i <= LIMIT; i++) {
    if (composite[i]) continue;
    count++;
    sum += i;
    for (int j = i * i; j <= LIMIT; j += i) composite[j] = 1;
  }
  printf("%d %d\n", count, sum);
  memset(bits, 0xff, sizeof bits);
  bits[0] &= ~3ull;
  for (int i = 2; i * i <= LIMIT; i++)
    if (bits[i / 64] >> (i % 64) & 1)
      for (int j = i * i; j <= LIMIT; j += i) bits[j / 64] &= ~(1ull << (j % 64));
  int set = 0;
  for (int i = 0; i <= LIMIT; i++) set += (int)(bits[i / 64] >> (i % 64) & 1);
  printf("%d %d\n", set, __builtin_popcountll(bits[1]));
  int found = 0;
  for (int i = 300; i < LIMIT; i++) found += trial(i);
  printf("%d\n", found);
  return 0;
}
