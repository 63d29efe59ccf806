// Who says so: each line begins with process and thread id, which stay the same wherever the program runs.
#include <migrate.h>
#include <stdio.h>
#include <unistd.h>

static void hello(void) {
  printf("[%d,%d] hello, world (node %d)\n", (int)getpid(), popcorn_gettid(), current_nid());
}

int main(void) {
  hello();
  for (int i = 0; i < 4; i++) {
    migrate(current_nid() ? 0 : 1, 0, 0);
    hello();
  }
  return 0;
}
