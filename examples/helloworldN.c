// There and back, twice, without a pause.
#include <migrate.h>
#include <stdio.h>

int main(void) {
  printf("hello, world (node %d)\n", current_nid());
  for (int i = 0; i < 4; i++) {
    migrate(current_nid() ? 0 : 1, 0, 0);
    printf("hello, world (node %d)\n", current_nid());
  }
  return 0;
}
