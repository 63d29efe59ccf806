// Conway's game of life on a torus: two boards swapped by pointer, a glider that comes round.
#include <stdio.h>
#include <string.h>

enum { W = 8, H = 6 };
typedef char board[H][W];

static int neighbours(board b, int y, int x) {
  int n = 0;
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      if (dy || dx) n += b[(y + dy + H) % H][(x + dx + W) % W];
  return n;
}
static void step(board from, board to) {
  for (int y = 0; y < H; y++) {
    for (int x = 0; x < W; x++) {
      int n = neighbours(from, y, x);
      to[y][x] = n == 3 || (n == 2 && from[y][x]);
    }
  }
}
static void show(board b) {
  for (int y = 0; y < H; y++) {
    for (int x = 0; x < W; x++) putchar(b[y][x] ? '#' : '.');
    putchar('\n');
  }
  putchar('\n');
}

int main(void) {
  board a, b;
  memset(a, 0, sizeof a);
  a[0][1] = a[1][2] = a[2][0] = a[2][1] = a[2][2] = 1;
  char (*from)[W] = a, (*to)[W] = b;
  show(from);
  for (int i = 0; i < 4; i++) {
    step(from, to);
    char (*t)[W] = from;
    from = to;
    to = t;
  }
  show(from);
  return 0;
}
