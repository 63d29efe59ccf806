// Everything a record and the data stack must get right, moved at every poll: wide and odd values, VLAs, over-aligned objects, arguments
// on the stack, vectors, recursion through pointers, tail calls, setjmp, callbacks, weak functions and aliases. Expected: as by clang.
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define NI __attribute__((noinline))
typedef unsigned __int128 u128;
typedef int v4 __attribute__((vector_size(16)));
typedef float f2 __attribute__((vector_size(8)));
typedef int v8 __attribute__((vector_size(32)));
typedef unsigned char b16 __attribute__((vector_size(16)));
static volatile int one = 1;
NI int tick(int n) {
  int s = 0;
  for (int i = 0; i < n + one; i++)
    s += i ^ one;
  return s;
} // polls
NI u128 wide(u128 a, int n) {
  if (!n)
    return a;
  u128 b = a * 3 + n;
  b ^= wide(b >> 1, n - 1);
  tick(1);
  return b + a;
}
NI int vla(int n) {
  int a[n], k = 0;
  char *p = __builtin_alloca(n * 3);
  memset(p, n, n * 3);
  for (int i = 0; i < n; i++) {
    a[i] = tick(i) + p[i];
    {
      int b[i + 1];
      b[i] = a[i];
      tick(2);
      k += b[i];
    }
  }
  return k + p[n];
}
struct __attribute__((aligned(64))) big {
  long x[9];
};
NI long over(int n) {
  struct big b;
  memset(&b, 0, sizeof b);
  b.x[n & 7] = tick(n) + ((unsigned long)&b & 63);
  if (n)
    b.x[8] = over(n - 1);
  return b.x[n & 7] * 3 + b.x[8];
}
NI f2 pairs(f2 a, int n) {
  f2 b = a + 1.5f;
  tick(1);
  if (n)
    b += pairs(b, n - 1);
  return a + b;
}
NI v8 eights(v8 a, int n) {
  v8 b = a * 3;
  tick(1);
  if (n)
    b += eights(b, n - 1);
  return a + b;
}
NI b16 bytes(b16 a, int n) {
  b16 b = a + (unsigned char)n;
  tick(1);
  if (n)
    b ^= bytes(b, n - 1);
  return a + b;
}
NI int many(int a, long b, short c, char d, double e, float f, int g, long h, unsigned char i, short j, int k,
            _Bool l) {
  int t = tick(a & 3);
  if (a <= 0)
    return a + b + c + d + (int)e + (int)f + g + h + i + j + k + l + t;
  return many(a - 1, b + 1, c - 1, d + 3, e * 1.5, f + .5f, g ^ 7, h + j, i + 77, j - 99, k + 1, !l) + c - d * i +
         (l ? j : k);
}
static jmp_buf jb;
NI int jumps(int n) {
  volatile int k = 0;
  int r = setjmp(jb);
  k = k + r;
  char buf[40];
  buf[n] = r;
  if (r < 5)
    longjmp(jb, r + 1 + one - 1);
  return k + buf[n];
}
NI int even(unsigned n);
NI int odd(unsigned n) {
  if (!n)
    return 0;
  return even(n - 1);
}
NI int even(unsigned n) {
  if (!n)
    return 1;
  return odd(n - 1);
}
__attribute__((noreturn)) NI void die(int x) {
  printf("bye %d\n", x);
  tick(3);
  fflush(0);
  exit(x);
}
NI int sw(int n) {
  int r = 0;
  for (int i = 0; i < n; i++)
    switch ((i * 7 + r) % 9) {
    case 0:
      r += tick(1);
      break;
    case 1:
      r ^= 5;
      break;
    case 2:
      r += even(i);
    case 3:
      r -= 3;
      break;
    case 5:
      continue;
    case 7:
      r += r / (i + 1);
      break;
    default:
      r++;
    }
  return r;
}
NI int cmp(const void *a, const void *b) {
  tick(1);
  return *(int *)a - *(int *)b;
}
struct node {
  struct node *l, *r;
  int v;
};
NI struct node *ins(struct node *t, int v) {
  if (!t) {
    t = calloc(1, sizeof *t);
    t->v = v;
    return t;
  }
  if (v < t->v)
    t->l = ins(t->l, v);
  else
    t->r = ins(t->r, v);
  return t;
}
NI long sum(struct node *t) {
  return t ? sum(t->l) + t->v + 3 * sum(t->r) : one;
}
__attribute__((weak)) int weakf(int n) {
  return n ? tick(n) + weakf(n - 1) : 1;
}
int aliasf(int n) __attribute__((alias("weakf")));
NI double mat(int n) {
  double a[12][12], b[12][12], c[12][12];
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      a[i][j] = i * 1.5 - j;
      b[i][j] = i + j * .25;
    }
  for (int i = 0; i < n; i++)
    for (int j = 0; j < n; j++) {
      double s = 0;
      for (int k = 0; k < n; k++)
        s += a[i][k] * b[k][j];
      c[i][j] = s;
    }
  double t = 0;
  for (int i = 0; i < n; i++)
    t += c[i][n - 1 - i] * tick(i);
  return t;
}
NI int ptrs(int *p, int n) {
  int x = n, *q = n ? &x : p;
  if (n > 0)
    *p += ptrs(&x, n - 1) + x;
  tick(1);
  return *q;
}
NI unsigned fp(int n) {
  float f = n * .1f;
  double d = n;
  int neg = f < one;
  for (int i = 0; i < n; i++) {
    f = f * 1.01f + i;
    d = d / 1.7 + f;
    if (neg && tick(i & 1) > 3)
      d += 1;
  }
  unsigned u;
  f += d;
  memcpy(&u, &f, 4);
  return u + neg;
}
typedef int (*fn)(int);
static fn table[] = {tick, vla, sw};
__attribute__((aligned(4096))) int paged[4] = {1, 2, 3, 4};
NI long bits(long a, int n) {
  struct {
    long x : 37, y : 27;
  } s = {a, n};
  unsigned _BitInt(45) w = a * 77;
  tick(n);
  s.x += n ? bits(a * 3, n - 1) : s.y;
  return s.x + s.y + (long)w;
}
int main(int c, char **v) {
  u128 w = wide(12345, 20);
  printf("%llx %llx\n", (long long)w, (long long)(w >> 64));
  printf("vla %d\n", vla(23));
  printf("over %ld\n", over(11));
  f2 p = pairs((f2){1, 2}, 9);
  printf("pairs %g %g\n", p[0], p[1]);
  v8 e = eights((v8){1, 2, 3, 4, 5, 6, 7, 8}, 9);
  printf("eights %d %d %d\n", e[0], e[4], e[7]);
  b16 b = bytes((b16){1, 2, 3, 4, 5, 6, 7, 8}, 9);
  printf("bytes %d %d %d\n", b[0], b[4], b[15]);
  printf("many %d\n", many(9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1));
  printf("jumps %d\n", c > 5 ? 0 : jumps(3) * 0);
  printf("even %d %d\n", even(1000), odd(77));
  printf("sw %d\n", sw(200));
  struct node *t = 0;
  unsigned s = 1;
  for (int i = 0; i < 300; i++) {
    s = s * 1103515245 + 12345;
    t = ins(t, s >> 16 & 1023);
  }
  printf("tree %ld\n", sum(t));
  printf("weak %d %d\n", weakf(9), aliasf(4));
  printf("mat %.17g\n", mat(12));
  int x = 3;
  printf("ptrs %d %d\n", ptrs(&x, 12), x);
  printf("fp %u\n", fp(50));
  for (int i = 0; i < 3; i++)
    printf("t%d %d\n", i, table[i](9));
  printf("paged %d\n", paged[2] + (int)((long)paged & 4095));
  printf("bits %ld\n", bits(123456789, 7));
  die(c + 41);
}
