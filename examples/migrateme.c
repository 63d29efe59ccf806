// Moved from outside: the program never asks to move. Run it, then in another terminal, as often as you like:
//   popcorn migrate PID
#include <migrate.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#ifndef PAUSE_MS
#define PAUSE_MS 1000
#endif

static void report(int iteration) {
  printf("[%d,%d] iteration %d, node id %d\n", (int)getpid(), popcorn_gettid(), iteration, current_nid());
  fflush(stdout);
}

static void pause_a_while(void) {
  struct timespec rest = {PAUSE_MS / 1000, PAUSE_MS % 1000 * 1000000L};
  // A request to move interrupts the sleep; what is left of it is slept on the other node.
  while (nanosleep(&rest, &rest) != 0) {
  }
}

int main(void) {
  for (int i = 0; i < 30; i++) {
    report(i);
    pause_a_while();
  }
  return 0;
}
