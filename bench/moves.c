// What a move costs: recursion to the depth given, then there and back as often as asked for at the bottom.
#include <migrate.h>
#include <stdio.h>
#include <stdlib.h>

static int rounds;
static long descend(int depth, long a, double b) {
  long local[4] = {a, a + 1, a + 2, a + 3};
  if (depth == 0) {
    for (int i = 0; i < rounds; i++) migrate(current_nid() ? 0 : 1, 0, 0);
    return a;
  }
  long below = descend(depth - 1, a * 3 + 1, b * 1.5);
  return below + local[depth & 3] + (long)b;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  rounds = atoi(argv[2]);
  printf("%ld\n", descend(atoi(argv[1]) - 1, 1, 1.0) & 0xffff);
  return 0;
}
