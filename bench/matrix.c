// Dense products of doubles, in the order that vectorises and in the one that does not, and an integer product.
#include <stdio.h>

enum { N = 128 };
static double a[N][N], b[N][N], c[N][N];
static int p[N][N], q[N][N];

static void rows(void) {
  for (int i = 0; i < N; i++) {
    for (int k = 0; k < N; k++) {
      double x = a[i][k];
      for (int j = 0; j < N; j++) c[i][j] += x * b[k][j];
    }
  }
}
static double columns(void) {
  double trace = 0;
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < N; j++) {
      double s = 0;
      for (int k = 0; k < N; k++) s += a[i][k] * b[k][j];
      if (i == j) trace += s;
    }
  }
  return trace;
}
static long integers(void) {
  long s = 0;
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < N; j++) {
      int t = 0;
      for (int k = 0; k < N; k++) t += p[i][k] * q[k][j];
      s += t;
    }
  }
  return s;
}

int main(void) {
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < N; j++) {
      a[i][j] = (i * 7 + j) % 13 * 0.5;
      b[i][j] = (i + j * 5) % 11 * 0.25;
      p[i][j] = (i ^ j) & 15;
      q[i][j] = (i * j) & 7;
    }
  }
  for (int round = 0; round < 3; round++) rows();
  printf("%.3f %.3f %ld\n", c[3][5], columns(), integers());
  return 0;
}
