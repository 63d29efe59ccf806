// Function pointers: tables, arguments, results, comparison, stored in structs on the heap, called through several levels.
#include <stdio.h>
#include <stdlib.h>

typedef int (*binary)(int, int);

static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }
static binary choose(char op) { return op == '+' ? add : op == '-' ? sub : op == '*' ? mul : 0; }
static int apply(binary f, int a, int b) { return f ? f(a, b) : -1; }
static int fold(binary f, const int *v, int n, int start) {
  for (int i = 0; i < n; i++) start = f(start, v[i]);
  return start;
}

struct object { const struct methods *methods; int state; };
struct methods { int (*get)(struct object *); void (*set)(struct object *, int); };
static int plain_get(struct object *o) { return o->state; }
static int double_get(struct object *o) { return 2 * o->state; }
static void plain_set(struct object *o, int v) { o->state = v; }
static const struct methods plain = {plain_get, plain_set}, doubled = {double_get, plain_set};

static void (*handlers[4])(void);
static int calls;
static void handler_a(void) { calls += 1; }
static void handler_b(void) { calls += 10; handlers[0](); }

int main(void) {
  binary table[] = {add, sub, mul};
  for (int i = 0; i < 3; i++) printf("%d ", table[i](12, 5));
  printf("%d %d\n", apply(choose('*'), 6, 7), apply(choose('?'), 6, 7));
  int v[] = {1, 2, 3, 4, 5};
  printf("%d %d %d\n", fold(add, v, 5, 0), fold(mul, v, 5, 1), fold(sub, v, 5, 100));
  printf("%d %d\n", choose('+') == add, choose('+') == sub);
  struct object *o[2];
  for (int i = 0; i < 2; i++) {
    o[i] = malloc(sizeof *o[i]);
    o[i]->methods = i ? &doubled : &plain;
    o[i]->methods->set(o[i], 21);
  }
  printf("%d %d\n", o[0]->methods->get(o[0]), o[1]->methods->get(o[1]));
  free(o[0]);
  free(o[1]);
  handlers[0] = handler_a;
  handlers[1] = handler_b;
  for (int i = 0; i < 4; i++)
    if (handlers[i]) handlers[i]();
  printf("%d\n", calls);
  int (*(*chooser)(char))(int, int) = choose;
  printf("%d\n", (*(*chooser)('-'))(1, 2));
  return 0;
}
