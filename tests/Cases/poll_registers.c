// Values in every kind of register across a poll in a loop without calls: whole vectors, doubles, floats and narrow integers, more than either machine's
// callees keep; and loops that end for one of two reasons.
#include <stdio.h>

typedef int v4 __attribute__((vector_size(16)));

// No count is known: `next` walks a cycle.
__attribute__((noinline)) static int vectors(const int *next, int at, v4 *out) {
  v4 a = {1, 2, 3, 4}, b = {5, 6, 7, 8}, c = {9, 10, 11, 12}, d = {13, 14, 15, 16}, e = a ^ d, f = b + c;
  int steps = 0;
  do {
    a += b;
    b ^= c << 1;
    c -= d;
    d = d * 5 + a;
    e = (e >> 1) ^ d;
    f += e & c;
    steps++;
  } while ((at = next[at]));
  out[0] = a ^ b ^ c;
  out[1] = d ^ e ^ f;
  return steps;
}

__attribute__((noinline)) static double doubles(const int *next, int at) {
  double a = 1, b = 2, c = 3, d = 4, e = 5, f = 6, g = 7, h = 8, i = 9, j = 10;
  float k = 0.5f, l = 0.25f;
  do {
    a += b * 0.5, b -= c * 0.25, c += d * 0.125, d -= e * 0.5, e += f * 0.25, f -= g * 0.125, g += h * 0.5, h -= i * 0.25, i += j * 0.125, j -= a * 0.5;
    k += l * 0.5f, l -= k * 0.25f;
  } while ((at = next[at]));
  return a + b + c + d + e + f + g + h + i + j + k + l;
}

__attribute__((noinline)) static unsigned integers(const int *next, int at, unsigned a, unsigned b, unsigned c, unsigned d, unsigned e) {
  unsigned f = a ^ b, g = b + c, h = c ^ d, i = d + e, j = e ^ a;
  do {
    a += b ^ 3, b = b * 5 + c, c ^= d >> 1, d += e, e = e << 1 | f >> 31, f -= g, g ^= h, h += i * 3, i ^= j, j += a;
  } while ((at = next[at]));
  return a ^ b ^ c ^ d ^ e ^ f ^ g ^ h ^ i ^ j;
}

// Bytes that go round the loop through several phis, as in a search for the longest match.
__attribute__((noinline)) static int longest(const unsigned char *text, const unsigned char *scan, const int *next, int at, int chain) {
  int best = 2;
  unsigned char last = scan[best - 1], end = scan[best];
  do {
    const unsigned char *match = text + at;
    if (match[best] != end || match[best - 1] != last || *match != *scan) continue;
    int n = 0;
    while (n < 200 && match[n] == scan[n]) n++;
    if (n > best) {
      best = n;
      if (n >= 120) break;
      last = scan[best - 1];
      end = scan[best];
    }
  } while ((at = next[at]) > 0 && --chain != 0);
  return best * 1000 + chain;
}

// Two reasons to leave, the other one first, in the middle and never.
__attribute__((noinline)) static long either(const unsigned *p, unsigned n, unsigned stop) {
  long sum = 0;
  do {
    sum += *p ^ n;
  } while (*p++ != stop && --n != 0);
  return sum + (long)n * 1000000;
}

__attribute__((noinline)) static long nested(const unsigned *p, int rows) {
  long sum = 0;
  for (int i = 0; i != rows; i++)
    for (int j = 0; j < 7; j++) sum += p[(i * 7 + j) & 4095] * (unsigned)(j + 1), sum ^= sum >> 3;
  return sum;
}

static int next[200];
static unsigned char text[1400];
static unsigned numbers[4096];

int main(void) {
  for (int i = 0; i < 200; i++) next[i] = (i + 79) % 200;
  for (int i = 0; i < 1400; i++) text[i] = (unsigned char)("abcab"[i % 5] + (i % 137 == 0));
  for (int i = 0; i < 4096; i++) numbers[i] = (unsigned)i * 2654435761u >> 7;
  v4 v[2];
  int steps = vectors(next, 79, v);
  printf("%d", steps);
  for (int i = 0; i < 8; i++) printf(" %d", v[i / 4][i % 4]);
  printf("\n%.6e\n", doubles(next, 158));
  printf("%u\n", integers(next, 79, 1, 2, 3, 4, 5));
  for (int i = 0; i < 6; i++) printf("%d ", longest(text, text + 301 + i, next, 79, 80 * i + 1));
  printf("\n%ld %ld %ld\n", either(numbers, 4000, numbers[0]), either(numbers, 4000, numbers[3000]), either(numbers, 4000, 1));
  printf("%ld\n", nested(numbers, 3000));
}
