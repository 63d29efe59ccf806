// Ordinary code for the comparison with lld: calls, globals of every size, jump tables, strings, floating constants.
typedef int v4 __attribute__((vector_size(16)));
char c1;
short s1 = 2;
int i1 = 3, i2[10];
long l1 = 4;
double d1 = 1.5;
v4 vec = {1, 2, 3, 4};
const char *const names[] = {0, 0};
__attribute__((noinline)) int sw(int x, int *p) {
  switch (x) {
  case 1: return *p;
  case 2: return p[2] * 3;
  case 3: *p = 4; return 1;
  case 4: return p[4] / 7;
  case 5: p[1]++; return 2;
  case 9: return p[9];
  default: return -1;
  }
}
__attribute__((noinline)) double poly(double x) { return x * 1.0009765625 + 3.14159; }
__attribute__((noinline)) static int leaf(int a) { return a * i1 + s1; }
int (*const callbacks[])(int) = {leaf, leaf};
int main(int n, char **v) {
  c1 = n;
  s1 += n;
  i2[n] = leaf(n) + sw(n, i2);
  l1 ^= (long)v;
  d1 = poly(d1);
  vec = vec * vec;
  if (n < 0) return main(n + 1, v);
  return callbacks[n & 1](i2[3]) + (names[n & 1] != 0);
}
