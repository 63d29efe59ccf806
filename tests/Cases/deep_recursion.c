// A hundred thousand frames on the stack, data stack and native, with moves at the bottom, on the way down and on the way up.
// least: 40000
#include <stdio.h>

struct level { struct level *above; int number; };
static volatile int rounds = 1;

__attribute__((noinline)) static long down(int n, struct level *above, double x) {
  struct level here = {above, n};
  long sum = 0;
  if (n == 0) {
    for (volatile int i = 0; i < rounds; i++) { }
    for (struct level *l = &here; l; l = l->above) sum += l->number;
    return sum;
  }
  sum = down(n - 1, &here, x + 0.5);
  if (here.number != n || here.above != above) printf("wrong at %d\n", n);
  return sum + (x == (100000 - n) * 0.5);
}

static int plain(int n) { return n == 0 ? 0 : 1 + plain(n - 1); }
static int (*volatile indirect)(int) = plain;

int main(void) {
  printf("%ld\n", down(100000, 0, 0));
  printf("%d\n", indirect(100000));
  return 0;
}
