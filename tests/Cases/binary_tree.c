// A binary search tree: insertion through a pointer to pointer, deletion, in-order visit by callback with context, height.
#include <stdio.h>
#include <stdlib.h>

struct tree { struct tree *left, *right; int key; };
typedef void visitor(int key, void *context);

static int insert(struct tree **t, int key) {
  while (*t) {
    if ((*t)->key == key) return 0;
    t = key < (*t)->key ? &(*t)->left : &(*t)->right;
  }
  *t = calloc(1, sizeof **t);
  (*t)->key = key;
  return 1;
}
static int erase(struct tree **t, int key) {
  while (*t && (*t)->key != key) t = key < (*t)->key ? &(*t)->left : &(*t)->right;
  struct tree *found = *t;
  if (!found) return 0;
  if (found->left && found->right) {
    struct tree **least = &found->right;
    while ((*least)->left) least = &(*least)->left;
    found->key = (*least)->key;
    found = *least;
    *least = found->right;
  } else {
    *t = found->left ? found->left : found->right;
  }
  free(found);
  return 1;
}
static void visit(const struct tree *t, visitor *v, void *context) {
  if (!t) return;
  visit(t->left, v, context);
  v(t->key, context);
  visit(t->right, v, context);
}
static int height(const struct tree *t) {
  if (!t) return 0;
  int l = height(t->left), r = height(t->right);
  return 1 + (l > r ? l : r);
}
static void destroy(struct tree *t) {
  if (!t) return;
  destroy(t->left);
  destroy(t->right);
  free(t);
}
struct statistics { long sum; int count, previous, ordered; };
static void collect(int key, void *context) {
  struct statistics *s = context;
  s->sum += key;
  if (s->count++ && key <= s->previous) s->ordered = 0;
  s->previous = key;
}

int main(void) {
  struct tree *root = 0;
  int added = 0, removed = 0;
  for (int i = 0; i < 60; i++) added += insert(&root, i * 37 % 53);
  printf("%d %d\n", added, height(root));
  struct statistics s = {.ordered = 1};
  visit(root, collect, &s);
  printf("%ld %d %d\n", s.sum, s.count, s.ordered);
  for (int i = 0; i < 30; i++) removed += erase(&root, i * 2);
  s = (struct statistics){.ordered = 1};
  visit(root, collect, &s);
  printf("%d %ld %d %d\n", removed, s.sum, s.count, s.ordered);
  destroy(root);
  return 0;
}
