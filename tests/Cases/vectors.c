// 16-byte vectors (vector_size): lane arithmetic, comparison masks, across calls, in structs and arrays, as results.
#include <stdio.h>

typedef int v4i __attribute__((vector_size(16)));
typedef float v4f __attribute__((vector_size(16)));
typedef double v2d __attribute__((vector_size(16)));
typedef unsigned char v16c __attribute__((vector_size(16)));

static v4i add(v4i a, v4i b) { return a + b; }
static v2d scale(v2d v, double k) { return v * (v2d){k, k}; }
static float dot(v4f a, v4f b) {
  v4f p = a * b;
  return p[0] + p[1] + p[2] + p[3];
}
static v4i deep(int n, v4i v) {
  if (n == 0) return v;
  v4i kept = v * 3;
  v4i below = deep(n - 1, v + (v4i){1, 2, 3, 4});
  return below - kept;
}
struct box { int tag; v2d v; };
static struct box grow(struct box b) {
  b.v += 1.5;
  b.tag++;
  return b;
}

int main(void) {
  v4i a = {1, 2, 3, 4}, b = {10, 20, 30, 40};
  v4i c = add(a, b) * a;
  printf("%d %d %d %d\n", c[0], c[1], c[2], c[3]);
  v2d d = scale((v2d){1.5, -2.25}, 4);
  printf("%.2f %.2f\n", d[0], d[1]);
  printf("%.3f\n", dot((v4f){1, 2, 3, 4}, (v4f){0.5f, 0.25f, 2, 1}));
  v4i r = deep(12, a);
  printf("%d %d %d %d\n", r[0], r[1], r[2], r[3]);
  v4i m = a > (v4i){2, 2, 2, 2};
  printf("%d %d %d %d\n", m[0], m[1], m[2], m[3]);
  v16c bytes = {0};
  for (int i = 0; i < 16; i++) bytes[i] = (unsigned char)(i * 17);
  bytes ^= (v16c){255, 255, 255, 255};
  printf("%d %d %d\n", bytes[0], bytes[3], bytes[15]);
  struct box x = grow(grow((struct box){1, {0, 10}}));
  printf("%d %.1f %.1f %zu\n", x.tag, x.v[0], x.v[1], sizeof x);
  v4i shifted = (a << 4) >> (v4i){0, 1, 2, 3};
  printf("%d %d %d %d\n", shifted[0], shifted[1], shifted[2], shifted[3]);
  return 0;
}
