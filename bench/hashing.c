// A hash table with open addressing, and SHA-like mixing over a buffer.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { SLOTS = 1 << 15, KEYS = 20000 };
static uint64_t keys[SLOTS];
static uint32_t values[SLOTS];
static unsigned char buffer[1 << 16];

static uint64_t mix(uint64_t h) {
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdu;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53u;
  return h ^ h >> 33;
}
static uint32_t *slot(uint64_t key) {
  size_t i = mix(key) % SLOTS;
  while (keys[i] && keys[i] != key) i = (i + 1) % SLOTS;
  keys[i] = key;
  return &values[i];
}
static uint32_t rotate(uint32_t x, int n) { return x << n | x >> (32 - n); }
static uint32_t digest(const unsigned char *p, size_t n) {
  uint32_t a = 0x67452301, b = 0xefcdab89, c = 0x98badcfe, d = 0x10325476;
  for (size_t i = 0; i + 4 <= n; i += 4) {
    uint32_t w = p[i] | (uint32_t)p[i + 1] << 8 | (uint32_t)p[i + 2] << 16 | (uint32_t)p[i + 3] << 24;
    uint32_t f = (b & c) | (~b & d), t = d;
    d = c;
    c = b;
    b += rotate(a + f + w + (uint32_t)i, (int)(i % 23) + 5);
    a = t;
  }
  return a ^ b ^ c ^ d;
}

int main(void) {
  uint64_t x = 88172645463325252u;
  for (int round = 0; round < 8; round++) {
    x = 88172645463325252u;
    for (int i = 0; i < KEYS; i++) {
      x ^= x << 13;
      x ^= x >> 7;
      x ^= x << 17;
      *slot(x % 30000 + 1) += 1;
    }
  }
  uint64_t sum = 0;
  for (int i = 0; i < SLOTS; i++) sum += keys[i] * values[i];
  for (size_t i = 0; i < sizeof buffer; i++) buffer[i] = (unsigned char)(i * 31);
  uint32_t h = 0;
  for (int round = 0; round < 10; round++) h = h * 31 + digest(buffer, sizeof buffer - (size_t)round * 4);
  printf("%llu %08x\n", (unsigned long long)sum, h);
  return 0;
}
