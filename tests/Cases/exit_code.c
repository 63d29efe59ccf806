// exit: 42
// The exit code comes through exit called deep in the program; atexit handlers run in reverse order and output is flushed.
#include <stdio.h>
#include <stdlib.h>

static void last(void) { printf("last\n"); }
static void first(void) { printf("first\n"); }
static void middle(void) {
  printf("middle");
  fflush(stdout);
  putchar('\n');
}
static int dive(int n) {
  if (n == 0) exit(42);
  return dive(n - 1) + 1;
}

int main(void) {
  atexit(last);
  atexit(middle);
  atexit(first);
  printf("no line end yet, ");
  return dive(30);
}
