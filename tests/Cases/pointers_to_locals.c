// Pointers to locals of callers: in arguments, in structs on the stack and on the heap, in globals, chained through ten frames.
#include <stdio.h>
#include <stdlib.h>

struct link { struct link *outer; int value; int *target; };

static int *global_pointer;
static int walk(const struct link *l) {
  int s = 0;
  for (; l; l = l->outer) {
    s += l->value;
    if (l->target) ++*l->target;
  }
  return s;
}
static int chain(int n, struct link *outer) {
  int mine = n * 10;
  struct link here = {outer, n, &mine};
  int sum = n ? chain(n - 1, &here) : walk(&here);
  return sum + mine;
}
static void through_heap(int **cell, int n) {
  int local = n;
  int *previous = *cell;
  *cell = &local;
  if (n) through_heap(cell, n - 1);
  *previous += local;
  *cell = previous;
}
static void through_global(int n) {
  int local = 0;
  int *saved = global_pointer;
  global_pointer = &local;
  if (n) through_global(n - 1);
  global_pointer = saved;
  if (saved) *saved += local + n;
}

int main(void) {
  printf("%d\n", chain(10, 0));
  int total = 0;
  int **cell = malloc(sizeof *cell);
  *cell = &total;
  through_heap(cell, 12);
  printf("%d %d\n", total, *cell == &total);
  free(cell);
  int result = 0;
  global_pointer = &result;
  through_global(15);
  printf("%d\n", result);
  int array[5] = {1, 2, 3, 4, 5};
  int *p = array + 1, *q = &array[4];
  printf("%td %d\n", q - p, p[-1]);
  printf("%d\n", *--q);
  int **pp = &p;
  (*pp)++;
  **pp = 33;
  printf("%d %d\n", array[2], p == &array[2]);
  return 0;
}
