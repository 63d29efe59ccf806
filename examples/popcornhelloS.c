// Hello from two machines: five lines, each from the other node than the one before, with a pause after each move.
#include <migrate.h>
#include <stdio.h>
#include <unistd.h>

#ifndef HELLO_SLEEP
#define HELLO_SLEEP 30
#endif

int main(void) {
  printf("hello, world (node %d)\n", current_nid());
  for (int i = 0; i < 4; i++) {
    migrate(current_nid() ? 0 : 1, 0, 0);
    printf("hello, world (node %d)\n", current_nid());
    sleep(HELLO_SLEEP);
  }
  return 0;
}
