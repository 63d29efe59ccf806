// Loops that the optimiser turns into vectors: sums, saxpy, minimum, byte counting; a call inside the loop keeps vectors alive.
#include <stdint.h>
#include <stdio.h>

static float x[128], y[128];
static int32_t v[128];
static uint8_t bytes[256];

static int32_t sum(const int32_t *p, int n) {
  int32_t s = 0;
  for (int i = 0; i < n; i++) s += p[i];
  return s;
}
static void saxpy(float a, const float *restrict p, float *restrict q, int n) {
  for (int i = 0; i < n; i++) q[i] += a * p[i];
}
static int32_t least(const int32_t *p, int n) {
  int32_t m = p[0];
  for (int i = 1; i < n; i++) m = p[i] < m ? p[i] : m;
  return m;
}
static int count(const uint8_t *p, int n, uint8_t wanted) {
  int c = 0;
  for (int i = 0; i < n; i++) c += p[i] == wanted;
  return c;
}
static int64_t dot(const int32_t *p, const int32_t *q, int n) {
  int64_t s = 0;
  for (int i = 0; i < n; i++) s += (int64_t)p[i] * q[n - 1 - i];
  return s;
}

int main(void) {
  for (int i = 0; i < 128; i++) {
    x[i] = (float)i * 0.5f;
    y[i] = 1.0f / (float)(i + 1);
    v[i] = (i * 7919) % 1009 - 500;
  }
  for (int i = 0; i < 256; i++) bytes[i] = (uint8_t)(i * i);
  printf("%d %d %d %d\n", sum(v, 128), sum(v + 3, 77), least(v, 128), least(v + 1, 5));
  saxpy(2.5f, x, y, 128);
  float total = 0;
  for (int i = 0; i < 128; i++) total += y[i];
  printf("%.9g %.9g %.9g\n", total, y[0], y[127]);
  printf("%d %d %d\n", count(bytes, 256, 0), count(bytes, 256, 1), count(bytes, 255, 144));
  printf("%lld\n", (long long)dot(v, v, 128));
  return 0;
}
