// Variable length arrays: run-time size, in a loop, two dimensions, as parameters, alive across calls, sizeof evaluated.
#include <stdio.h>

static int sum(int n, const int a[n]) {
  int s = 0;
  for (int i = 0; i < n; i++) s += a[i];
  return s;
}
static void fill(int rows, int cols, int m[rows][cols]) {
  for (int r = 0; r < rows; r++)
    for (int c = 0; c < cols; c++) m[r][c] = r * 10 + c;
}
static int nested(int depth) {
  int local[depth + 1];
  for (int i = 0; i <= depth; i++) local[i] = depth;
  int below = depth ? nested(depth - 1) : 0;
  return below + sum(depth + 1, local);
}
static int size_of(int n) {
  char a[n++];
  return (int)sizeof a + n;
}

int main(void) {
  for (int n = 1; n <= 5; n++) {
    int a[n];
    for (int i = 0; i < n; i++) a[i] = i + n;
    printf("%d %d %zu\n", n, sum(n, a), sizeof a);
  }
  int r = 3, c = 4;
  int m[r][c];
  fill(r, c, m);
  for (int i = 0; i < r; i++) {
    for (int j = 0; j < c; j++) printf("%3d", m[i][j]);
    printf("\n");
  }
  printf("%d\n", nested(8));
  printf("%d\n", size_of(10));
  int (*p)[c] = m + 1;
  printf("%d %d\n", (*p)[2], p[1][3]);
  int total = 0, k = 0;
again:;
  {
    double v[k + 1];
    v[k] = k * 0.5;
    total += (int)(v[k] * 2);
    if (k++ < 6) goto again;
  }
  printf("%d\n", total);
  return 0;
}
