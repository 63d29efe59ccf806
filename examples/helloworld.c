// The one line that every program starts as: nothing here knows of migration, and yet it could be moved.
#include <stdio.h>

int main(void) {
  printf("hello, world\n");
  return 0;
}
