// What a move costs by the memory that goes with it: MIB of heap in use, of which one page in EVERY changes before each of the moves there and back.
#include <migrate.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  if (argc != 4) return 2;
  long pages = atol(argv[1]) * 256, rounds = atol(argv[2]), every = atol(argv[3]);
  unsigned char *heap = malloc(pages * 4096 + 1);
  for (long i = 0; i < pages; i++) heap[i * 4096] = 1 + i % 200;
  for (long r = 0; r < rounds; r++) {
    for (long i = 0; i < pages; i += every) heap[i * 4096 + 8]++;
    migrate(current_nid() ? 0 : 1, 0, 0);
  }
  unsigned long sum = 0;
  for (long i = 0; i < pages; i++) sum += heap[i * 4096] + heap[i * 4096 + 8] * i;
  printf("%lu\n", sum);
  return 0;
}
