// Structs as arguments and results, of every size class an ABI treats differently, nested and in arrays.
#include <stdio.h>

struct one { char c; };
struct three { char c[3]; };
struct eight { int a, b; };
struct mixed { double d; int i; };
struct pair { double x, y; };
struct big { long v[10]; };
struct nested { struct pair p; struct eight e[2]; };

static struct one next_one(struct one o) { o.c++; return o; }
static struct three rotate(struct three t) { return (struct three){{t.c[1], t.c[2], t.c[0]}}; }
static struct eight swap(struct eight e) { return (struct eight){e.b, e.a}; }
static struct mixed scale(struct mixed m, int k) { m.d *= k; m.i *= k; return m; }
static struct pair add(struct pair a, struct pair b) { return (struct pair){a.x + b.x, a.y + b.y}; }
static struct big shift(struct big b) {
  for (int i = 0; i < 9; i++) b.v[i] = b.v[i + 1];
  b.v[9] = -1;
  return b;
}
static long total(struct big b, struct nested n, struct one o) {
  long s = o.c;
  for (int i = 0; i < 10; i++) s += b.v[i];
  return s + (long)(n.p.x * n.p.y) + n.e[0].a + n.e[1].b;
}

int main(void) {
  struct one o = next_one(next_one((struct one){'a'}));
  struct three t = rotate((struct three){"xyz"});
  struct eight e = swap((struct eight){1, 2});
  struct mixed m = scale((struct mixed){1.5, 4}, 3);
  struct pair p = add((struct pair){1, 2}, add((struct pair){3, 4}, (struct pair){5, 6}));
  struct big b = {{0}};
  for (int i = 0; i < 10; i++) b.v[i] = i * i;
  struct big c = shift(shift(b));
  struct nested n = {p, {e, swap(e)}};
  printf("%c %.3s %d %d %.2f %d\n", o.c, t.c, e.a, e.b, m.d, m.i);
  printf("%.1f %.1f\n", p.x, p.y);
  printf("%ld %ld %ld %ld\n", b.v[9], c.v[0], c.v[7], c.v[8]);
  printf("%ld\n", total(c, n, o));
  struct big copy = b;
  copy.v[3] = 1000;
  printf("%ld %ld %zu %zu\n", b.v[3], copy.v[3], sizeof n, sizeof m);
  return 0;
}
