// A va_list that is half read when the program moves: in the function that made it, handed on by address through three frames, copied with
// va_copy, kept in a struct on the heap. A move is due between any two arguments.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct cursor { va_list list; int taken; };
struct pair { long a; double b; };

static volatile int rounds = 2;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}

static void third(struct cursor *c) {
  work();
  long v = va_arg(c->list, long);
  c->taken++;
  work();
  struct pair p = va_arg(c->list, struct pair);
  c->taken++;
  printf("third %ld, %ld %g\n", v, p.a, p.b);
}
static void second(struct cursor *c) {
  third(c);
  work();
  printf("second %s\n", va_arg(c->list, const char *));
  c->taken++;
}
static void first(const char *what, ...) {
  struct cursor *c = malloc(sizeof *c), saved;
  va_start(c->list, what);
  c->taken = 0;
  work();
  printf("%s %d\n", what, va_arg(c->list, int));
  va_copy(saved.list, c->list);
  saved.taken = 1;
  second(c);
  work();
  printf("first %g %d\n", va_arg(c->list, double), c->taken);
  // The copy still stands where the original stood.
  second(&saved);
  work();
  printf("again %g %d\n", va_arg(saved.list, double), saved.taken);
  va_end(saved.list);
  va_end(c->list);
  free(c);
}

static double sum(int n, va_list *list) {
  double total = 0;
  while (n--) {
    total += va_arg(*list, int) * va_arg(*list, double);
    work();
  }
  return total;
}
static double turns(int n, ...) {
  va_list list;
  va_start(list, n);
  double total = 0;
  for (int i = 1; i <= n; i++) total += sum(i, &list) * i;
  va_end(list);
  return total;
}

int main(void) {
  first("zeroth", 10, -5000000000L, (struct pair){7, 2.5}, "text", 0.125);
  printf("%g\n", turns(3, 1, .5, 2, .25, 3, 1.5, 4, 2., 5, .75, 6, 3.));
  return 0;
}
