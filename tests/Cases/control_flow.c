// Loops of each kind, break and continue at several depths, comma, conditional, short circuit with side effects, empty statements.
#include <stdio.h>

static int trace;
static int note(int v) {
  trace = trace * 10 + (v & 7);
  return v;
}

int main(void) {
  int i = 0, j, n = 0;
  do {
    if (i == 3) continue;
    n += i;
  } while (++i < 6);
  printf("%d\n", n);
  for (i = 0, j = 10; i < j; i++, j--)
    if (i == 4) break;
  printf("%d %d\n", i, j);
  for (i = 0; i < 4; i++) {
    for (j = 0;; j++) {
      if (j == i) break;
      if ((i + j) % 2) continue;
      n += 100;
    }
  }
  printf("%d\n", n);
  printf("%d ", note(0) && note(1));
  printf("%d ", note(2) || note(3));
  printf("%d ", note(0) || note(4));
  printf("%d\n", note(5) && note(6));
  printf("%d\n", trace);
  int a = 5, b = 0;
  int r = a > 3 ? b ? 1 : 2 : 3;
  r += (a++, b += a, b * 2);
  printf("%d %d %d\n", r, a, b);
  while (a-- > 0)
    ;
  printf("%d\n", a);
  const int table[] = {3, 1, 4, 1, 5, 9, 2, 6};
  int max = table[0], where = 0;
  for (unsigned k = 1; k < sizeof table / sizeof *table; k++) max = table[k] > max ? where = (int)k, table[k] : max;
  printf("%d %d\n", max, where);
  int x = !a + !!b - ~a;
  x <<= 2, x |= 1, x ^= 0xf0, x %= 100, x &= 0x7f;
  printf("%d\n", x);
  for (;;) {
    switch (n) {
    case 0: goto out;
    default: n /= 2; continue;
    }
  }
out:
  printf("out %d\n", n);
  return 0;
}
