// Calls in tail position: to itself, to each other, through a pointer, with a large stack object that is gone by then. A hundred thousand
// of them take no stack where the compiler makes jumps of them; moves find the frames that there are.
#include <stdio.h>

static volatile int rounds = 1;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}

static long odd(long n, long sum);
static long even(long n, long sum) { return n == 0 ? sum : odd(n - 1, sum + n); }
static long odd(long n, long sum) { return n == 0 ? -sum : even(n - 1, sum ^ n); }

struct machine { int at, steps; long value; };
typedef long state(struct machine *);
static state start, add, halve, stop;
static state *const states[] = {start, add, halve, stop};
__attribute__((noinline)) static long start(struct machine *m) { m->steps = 0; return states[1](m); }
__attribute__((noinline)) static long add(struct machine *m) {
  m->value += m->steps * 3L;
  if (m->steps % 50 == 0) work();
  return states[++m->steps == 400 ? 3 : 2](m);
}
__attribute__((noinline)) static long halve(struct machine *m) {
  if (m->value & 1) m->value = m->value / 2 + 100;
  return states[1](m);
}
__attribute__((noinline)) static long stop(struct machine *m) { work(); return m->value * 10 + m->steps % 10; }

__attribute__((noinline)) static long finish(long a, long b) { work(); return a * b; }
__attribute__((noinline)) static long with_locals(int n) {
  char buffer[200];
  long sum = 0;
  int written = snprintf(buffer, sizeof buffer, "%d,%d,%d", n, n * 2, n * 3);
  for (int i = 0; i < written; i++) sum += buffer[i];
  work();
  return finish(sum, n);
}
static double gcd(double a, double b) { return b == 0 ? a : gcd(b, a - b * (long)(a / b)); }

int main(void) {
  printf("%ld %ld\n", even(1000, 0), odd(1001, 5));
  struct machine m = {0, 0, 7};
  printf("%ld\n", start(&m));
  printf("%ld %ld\n", with_locals(9), with_locals(12345));
  printf("%g\n", gcd(987654321, 123456));
  return 0;
}
