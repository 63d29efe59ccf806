// Eight queens by backtracking, with arrays on the stack shared down the recursion; then a knight's tour on a small board.
#include <stdio.h>
#include <string.h>

struct board { int n; char column[8], up[16], down[16]; int at[8]; };

static int place(struct board *b, int row, int *first) {
  if (row == b->n) {
    if (*first) {
      for (int i = 0; i < b->n; i++) printf("%d", b->at[i]);
      printf("\n");
      *first = 0;
    }
    return 1;
  }
  int solutions = 0;
  for (int c = 0; c < b->n; c++) {
    if (b->column[c] || b->up[row + c] || b->down[row - c + 8]) continue;
    b->column[c] = b->up[row + c] = b->down[row - c + 8] = 1;
    b->at[row] = c;
    solutions += place(b, row + 1, first);
    b->column[c] = b->up[row + c] = b->down[row - c + 8] = 0;
  }
  return solutions;
}
static int tour(int n, int board[n][n], int x, int y, int step) {
  static const int dx[] = {1, 2, 2, 1, -1, -2, -2, -1}, dy[] = {-2, -1, 1, 2, 2, 1, -1, -2};
  board[y][x] = step;
  if (step == n * n) return 1;
  int best = 9, choice = -1;
  for (int k = 0; k < 8; k++) {
    int u = x + dx[k], v = y + dy[k], exits = 0;
    if (u < 0 || v < 0 || u >= n || v >= n || board[v][u]) continue;
    for (int m = 0; m < 8; m++) {
      int p = u + dx[m], q = v + dy[m];
      exits += p >= 0 && q >= 0 && p < n && q < n && !board[q][p];
    }
    if (exits < best) best = exits, choice = k;
  }
  return choice >= 0 && tour(n, board, x + dx[choice], y + dy[choice], step + 1);
}

int main(void) {
  for (int n = 4; n <= 6; n++) {
    struct board b = {.n = n};
    int first = 1;
    printf("%d: %d\n", n, place(&b, 0, &first));
  }
  int board[6][6];
  memset(board, 0, sizeof board);
  printf("%d\n", tour(6, board, 0, 0, 1));
  for (int i = 0; i < 6; i++) printf("%3d%3d%3d%3d%3d%3d\n", board[i][0], board[i][1], board[i][2], board[i][3], board[i][4], board[i][5]);
  return 0;
}
