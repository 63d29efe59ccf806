// A thousand frames move at once. Each holds an array, a double, a pointer to a local of its caller (kept in a struct on the heap) and a
// function pointer; the move is at the bottom, and the way back up computes a checksum over all of it.
#include <migrate.h>
#include <stdio.h>
#include <stdlib.h>

enum { DEPTH = 1000, ITEMS = 8 };

struct note {
  long *callers;
  double scale;
};

typedef long (*mixer)(long, long);

static long add(long a, long b) { return a + b; }
static long fold(long a, long b) { return a * 31 + b; }

static long descend(int depth, long *callers, double scale, mixer mix) {
  long items[ITEMS], total = depth;
  struct note *note = malloc(sizeof *note);
  if (note == 0) return -1;
  note->callers = callers;
  note->scale = scale;
  for (int i = 0; i < ITEMS; i++) items[i] = (long)depth * ITEMS + i;

  long below = 0;
  if (depth == 0) {
    printf("at the bottom on node %d\n", current_nid());
    migrate(current_nid() ? 0 : 1, 0, 0);
    printf("at the bottom on node %d\n", current_nid());
  } else {
    below = descend(depth - 1, &total, scale * 0.998 + 0.001, depth % 2 ? add : fold);
  }

  *note->callers += items[depth % ITEMS];
  for (int i = 0; i < ITEMS; i++) below = mix(below, items[i]) % 1000003;
  below += (long)(note->scale * 1000) + total % 97;
  free(note);
  return below;
}

int main(void) {
  long top = 0;
  long sum = descend(DEPTH, &top, 1.0, add);
  printf("checksum %ld %ld\n", sum, top);
  return 0;
}
