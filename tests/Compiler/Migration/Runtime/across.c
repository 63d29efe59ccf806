// A program whose whole state is its frames and its data stack, so that the tests can hand it from one instruction set to the other:
// recursion, pointers to callers' locals in structs, doubles, 16-byte vectors, small integers.
#include <stdio.h>
typedef int v4 __attribute__((vector_size(16)));
struct link {
  double weight;
  struct link *outer;
  int *depth;
};

__attribute__((noinline)) static double descend(struct link *outer, int depth, double weight) {
  struct link here = {weight, outer, &depth};
  double sum = 0;
  if (depth == 0) {
    for (struct link *l = &here; l; l = l->outer)
      sum += l->weight * *l->depth;
    return sum;
  }
  for (int i = 0; i < 3; i++) {
    sum += descend(&here, depth - 1, weight + i * 0.375) * (i + 1);
    here.weight += sum * 1e-5;
  }
  return sum;
}

__attribute__((noinline)) static v4 vectors(v4 a, int n) {
  v4 b = a * 5 + n;
  if (n)
    b ^= vectors(b, n - 1);
  return a - b;
}

__attribute__((noinline)) static signed char small(signed char a, unsigned short n, _Bool odd) {
  if (!n)
    return a;
  return (signed char)(small(a + odd, n - 1, !odd) * 3 ^ a);
}

__attribute__((noinline)) static unsigned collatz(unsigned long n) {
  unsigned steps = 0;
  for (; n != 1; n = n & 1 ? 3 * n + 1 : n / 2)
    steps++;
  return steps;
}

int main(void) {
  printf("%.12g\n", descend(0, 5, 0.5));
  v4 v = vectors((v4){1, 2, 3, 4}, 11);
  printf("%d %d %d %d\n", v[0], v[1], v[2], v[3]);
  printf("%d\n", small(7, 30, 1));
  printf("%u\n", collatz(97));
  return 5;
}
