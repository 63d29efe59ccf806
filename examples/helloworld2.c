// The smallest program that moves: print, move, print.
#include <migrate.h>
#include <stdio.h>

int main(void) {
  printf("hello from node %d\n", current_nid());
  migrate(current_nid() ? 0 : 1, 0, 0);
  printf("hello from node %d\n", current_nid());
  return 0;
}
