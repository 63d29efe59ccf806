// A growing vector and a growing string with realloc; pointers into old blocks are never used again, contents are kept.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct vector { int *data; size_t count, capacity; };

static void push(struct vector *v, int x) {
  if (v->count == v->capacity) {
    v->capacity = v->capacity ? v->capacity * 2 : 1;
    v->data = realloc(v->data, v->capacity * sizeof *v->data);
    if (!v->data) exit(1);
  }
  v->data[v->count++] = x;
}
static char *join(char *text, const char *more) {
  size_t n = text ? strlen(text) : 0;
  text = realloc(text, n + strlen(more) + 1);
  strcpy(text + n, more);
  return text;
}

int main(void) {
  struct vector v = {0};
  for (int i = 0; i < 200; i++) push(&v, i * 3);
  long sum = 0;
  for (size_t i = 0; i < v.count; i++) sum += v.data[i];
  printf("%zu %zu %ld\n", v.count, v.capacity, sum);
  v.data = realloc(v.data, 10 * sizeof *v.data);
  printf("%d %d\n", v.data[0], v.data[9]);
  free(v.data);
  char *s = 0;
  for (int i = 0; i < 12; i++) {
    char part[16];
    snprintf(part, sizeof part, "%d-", i);
    s = join(s, part);
  }
  printf("%s\n", s);
  free(s);
  char *p = realloc(0, 300000);
  memset(p, 'q', 300000);
  p = realloc(p, 600000);
  printf("%c %c\n", p[0], p[299999]);
  free(p);
  return 0;
}
