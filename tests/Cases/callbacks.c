// Callbacks with context through several layers: map, filter, fold over arrays, a visitor that stops early, an event queue.
#include <stdio.h>
#include <stdlib.h>

typedef int (*predicate)(int value, void *context);

struct range { int low, high, hits; };
static int in_range(int v, void *context) {
  struct range *r = context;
  int inside = v >= r->low && v < r->high;
  r->hits += inside;
  return inside;
}
static int *filter(const int *v, int n, predicate p, void *context, int *count) {
  int *out = malloc((size_t)n * sizeof *out);
  *count = 0;
  for (int i = 0; i < n; i++)
    if (p(v[i], context)) out[(*count)++] = v[i];
  return out;
}
static int each(const int *v, int n, int (*f)(int, void *), void *context) {
  for (int i = 0; i < n; i++)
    if (!f(v[i], context)) return i;
  return n;
}
static int until_negative(int v, void *context) {
  *(long *)context += v;
  return v >= 0;
}

struct event { int at; void (*run)(struct event *, int); struct event *next; int payload; };
static struct event *queue;
static int fired;
static void schedule(int at, void (*run)(struct event *, int), int payload) {
  struct event *e = malloc(sizeof *e), **p = &queue;
  *e = (struct event){at, run, 0, payload};
  while (*p && (*p)->at <= at) p = &(*p)->next;
  e->next = *p;
  *p = e;
}
static void tick(struct event *e, int now) {
  fired++;
  printf("%d:%d ", now, e->payload);
  if (e->payload < 40) schedule(now + e->payload, tick, e->payload * 2);
}

int main(void) {
  int v[] = {5, 12, -3, 8, 30, 17, 2, 9};
  struct range r = {5, 18, 0};
  int n, *kept = filter(v, 8, in_range, &r, &n);
  for (int i = 0; i < n; i++) printf("%d ", kept[i]);
  printf("(%d)\n", r.hits);
  free(kept);
  long sum = 0;
  printf("%d ", each(v, 8, until_negative, &sum));
  printf("%ld\n", sum);
  schedule(3, tick, 5);
  schedule(1, tick, 7);
  schedule(2, tick, 50);
  while (queue) {
    struct event *e = queue;
    queue = e->next;
    e->run(e, e->at);
    free(e);
  }
  printf("\n%d\n", fired);
  return 0;
}
