// Thread-local objects of the main thread: initialised and not, addresses stable across calls, aligned, static and external.
#include <stdint.h>
#include <stdio.h>

_Thread_local int counter = 5;
static _Thread_local char name[12] = "thread";
static _Thread_local long empty[4];
static _Thread_local _Alignas(16) double aligned = 2.5;
static _Thread_local int *pointer;

static int next(int n) {
  counter += n;
  empty[n & 3] += counter;
  return n ? next(n - 1) : counter;
}

int main(void) {
  int *before = &counter;
  pointer = before;
  printf("%d\n", next(10));
  printf("%d %d\n", before == &counter, *pointer == counter);
  name[0] = 'T';
  printf("%s %ld %ld %.1f\n", name, empty[0], empty[3], aligned);
  printf("%d\n", (int)((uintptr_t)&aligned % 16));
  *pointer = -1;
  printf("%d\n", counter);
  return 0;
}
