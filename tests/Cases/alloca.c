// alloca: blocks live until the function returns, in loops, beside arrays of fixed size, through recursion.
#include <alloca.h>
#include <stdio.h>
#include <string.h>

struct cell { struct cell *next; int value; };

static int list(int n) {
  struct cell *head = 0;
  for (int i = 0; i < n; i++) {
    struct cell *c = alloca(sizeof *c);
    c->next = head;
    c->value = i;
    head = c;
  }
  int s = 0;
  for (; head; head = head->next) s = s * 2 % 10007 + head->value;
  return s;
}
static size_t describe(const char *text, int depth) {
  size_t n = strlen(text) + 3;
  char fixed[8] = "<>";
  char *copy = alloca(n);
  snprintf(copy, n, "%c%s%c", fixed[0], text, fixed[1]);
  if (depth == 0) {
    puts(copy);
    return n;
  }
  return n + describe(copy, depth - 1);
}

int main(void) {
  printf("%d %d\n", list(5), list(25));
  printf("%zu\n", describe("core", 6));
  char *parts[6];
  for (int i = 0; i < 6; i++) {
    parts[i] = alloca(8);
    snprintf(parts[i], 8, "p%d", i * 11);
  }
  for (int i = 5; i >= 0; i--) printf("%s ", parts[i]);
  printf("\n");
  return 0;
}
