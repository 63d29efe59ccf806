// Compound literals and designated initialisers (C11 6.5.2.5, 6.7.9): arrays, structs, lifetime in a block, override, nesting, ranges.
#include <stdio.h>

struct point { int x, y; };
struct line { struct point from, to; const char *label; };

static int sum(const int *v, int n) {
  int s = 0;
  while (n-- > 0) s += *v++;
  return s;
}
static int length2(struct line l) {
  int dx = l.to.x - l.from.x, dy = l.to.y - l.from.y;
  return dx * dx + dy * dy;
}
static struct point *grow(struct point *p) {
  p->x *= 2;
  p->y *= 3;
  return p;
}

int main(void) {
  printf("%d\n", sum((int[]){1, 2, 3, 4}, 4));
  printf("%d\n", length2((struct line){{1, 1}, {4, 5}, "l"}));
  printf("%d %d\n", grow(&(struct point){3, 4})->x, grow(&(struct point){.y = 5})->y);
  struct line l = {.label = "named", .to = {.y = 9}, .from.x = 2};
  printf("%s %d %d %d %d\n", l.label, l.from.x, l.from.y, l.to.x, l.to.y);
  int a[10] = {[2] = 5, 6, [8] = 1, [2] = 7};
  for (int i = 0; i < 10; i++) printf("%d ", a[i]);
  printf("\n");
  int grid[3][3] = {[1] = {1, 2, 3}, [0][2] = 9};
  printf("%d %d %d\n", grid[0][2], grid[1][1], grid[2][0]);
  const char *names[] = {[3] = "three", [0] = "zero"};
  printf("%zu %s %d\n", sizeof names / sizeof *names, names[3], names[1] == 0);
  struct point *last = 0;
  for (int i = 0; i < 3; i++) {
    struct point *p = &(struct point){i, i * i};
    last = grow(p);
    printf("%d,%d ", last->x, last->y);
  }
  printf("\n");
  struct point points[] = {{1, 2}, {.y = 4, .x = 3}, {5}};
  printf("%zu %d %d\n", sizeof points / sizeof *points, points[1].x, points[2].y);
  char text[] = {'h', 'i', 0};
  printf("%s %zu\n", text, sizeof(char[]){"literal"});
  return 0;
}
