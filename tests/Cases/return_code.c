// exit: 200
// main's result is the exit code, modulo 256.
#include <stdio.h>

int main(int argc, char **argv) {
  printf("%d %d\n", argc, argv[argc] == 0);
  return 456;
}
