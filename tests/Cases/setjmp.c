// setjmp and longjmp.
#include <setjmp.h>
#include <stdio.h>

static jmp_buf env;
static void deep(int n) {
  if (n == 0) longjmp(env, 7);
  deep(n - 1);
}

int main(void) {
  volatile int tries = 0;
  int code = setjmp(env);
  printf("%d\n", code);
  if (tries++ < 3) deep(tries * 4);
  jmp_buf local;
  int second = setjmp(local);
  if (second == 0) longjmp(local, 0);
  printf("%d %d\n", second, tries);
  return 0;
}
