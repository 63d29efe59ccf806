// Static locals keep their values between calls, each function has its own, recursion shares one; pointers to them stay good.
#include <stdio.h>

static int counter(void) {
  static int n = 10;
  return n++;
}
static int *cell(int i) {
  static int cells[4] = {1, 2, 3, 4};
  return &cells[i & 3];
}
static const char *rotate(void) {
  static const char *words[] = {"red", "green", "blue"};
  static unsigned at;
  return words[at++ % 3];
}
static int depth(int n) {
  static int deepest;
  if (n > deepest) deepest = n;
  if (n < 9) depth(n + 2);
  return deepest;
}
static char *format(int v) {
  static char buffers[3][16];
  static int turn;
  char *b = buffers[turn++ % 3];
  snprintf(b, 16, "<%d>", v);
  return b;
}

int main(void) {
  counter();
  counter();
  printf("%d\n", counter());
  *cell(1) += 40;
  *cell(5) += 1;
  printf("%d %d\n", *cell(1), *cell(2));
  for (int i = 0; i < 5; i++) printf("%s ", rotate());
  printf("\n%d\n", depth(0));
  const char *a = format(1), *b = format(2), *c = format(3);
  printf("%s%s%s\n", a, b, c);
  { static int x = 1; x++; printf("%d ", x); }
  { static int x = 5; x++; printf("%d\n", x); }
  return 0;
}
