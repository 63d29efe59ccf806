// The allocator: trees built and torn down, blocks of mixed sizes, a growing vector.
#include <stdio.h>
#include <stdlib.h>

struct tree { struct tree *left, *right; };

static struct tree *build(int depth) {
  struct tree *t = malloc(sizeof *t);
  t->left = depth ? build(depth - 1) : 0;
  t->right = depth ? build(depth - 1) : 0;
  return t;
}
static int count(const struct tree *t) { return t ? 1 + count(t->left) + count(t->right) : 0; }
static void destroy(struct tree *t) {
  if (!t) return;
  destroy(t->left);
  destroy(t->right);
  free(t);
}

int main(void) {
  int nodes = 0;
  for (int i = 0; i < 8; i++) {
    struct tree *t = build(11);
    nodes += count(t);
    destroy(t);
  }
  enum { SLOTS = 512 };
  static unsigned char *slot[SLOTS];
  unsigned seed = 7;
  long bytes = 0;
  for (int i = 0; i < 30000; i++) {
    seed = seed * 1664525 + 1013904223;
    unsigned k = seed >> 16 & (SLOTS - 1);
    free(slot[k]);
    size_t size = (seed >> 8) % 400 + 1;
    slot[k] = malloc(size);
    slot[k][size - 1] = 1;
    bytes += (long)size;
  }
  int *v = 0, capacity = 0;
  for (int i = 0; i < 100000; i++) {
    if (i == capacity) v = realloc(v, (size_t)(capacity = capacity ? capacity * 2 : 1) * sizeof *v);
    v[i] = i;
  }
  printf("%d %ld %d\n", nodes, bytes, v[99999]);
  return 0;
}
