// Backtracking over bit masks and over arrays: short functions, many branches.
#include <stdio.h>

static int masks(unsigned all, unsigned columns, unsigned left, unsigned right) {
  if (columns == all) return 1;
  int n = 0;
  for (unsigned free = all & ~(columns | left | right); free; free &= free - 1) {
    unsigned bit = free & -free;
    n += masks(all, columns | bit, (left | bit) << 1, (right | bit) >> 1);
  }
  return n;
}
static int safe(const int *at, int row, int column) {
  for (int r = 0; r < row; r++) {
    int d = at[r] - column;
    if (d == 0 || d == row - r || d == r - row) return 0;
  }
  return 1;
}
static int arrays(int *at, int row, int n) {
  if (row == n) return 1;
  int solutions = 0;
  for (int c = 0; c < n; c++) {
    if (!safe(at, row, c)) continue;
    at[row] = c;
    solutions += arrays(at, row + 1, n);
  }
  return solutions;
}

int main(void) {
  int at[16];
  printf("%d %d\n", masks((1 << 10) - 1, 0, 0, 0), arrays(at, 0, 9));
  return 0;
}
