// Dense matrices of doubles: product, transpose, Gaussian elimination with pivoting, determinant; arrays of arrays on the stack.
#include <math.h>
#include <stdio.h>

enum { N = 5 };

static void multiply(const double a[N][N], const double b[N][N], double c[N][N]) {
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < N; j++) {
      double s = 0;
      for (int k = 0; k < N; k++) s += a[i][k] * b[k][j];
      c[i][j] = s;
    }
  }
}
static double determinant(const double from[N][N]) {
  double m[N][N], d = 1;
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) m[i][j] = from[i][j];
  for (int c = 0; c < N; c++) {
    int pivot = c;
    for (int r = c + 1; r < N; r++)
      if (fabs(m[r][c]) > fabs(m[pivot][c])) pivot = r;
    if (m[pivot][c] == 0) return 0;
    if (pivot != c) {
      for (int j = 0; j < N; j++) {
        double t = m[c][j];
        m[c][j] = m[pivot][j];
        m[pivot][j] = t;
      }
      d = -d;
    }
    d *= m[c][c];
    for (int r = c + 1; r < N; r++) {
      double f = m[r][c] / m[c][c];
      for (int j = c; j < N; j++) m[r][j] -= f * m[c][j];
    }
  }
  return d;
}

int main(void) {
  double a[N][N], t[N][N], p[N][N];
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < N; j++) {
      a[i][j] = (i * 3 + j * 7) % 11 + (i == j) * 0.5;
      t[j][i] = a[i][j];
    }
  }
  multiply(a, t, p);
  for (int i = 0; i < N; i++) {
    for (int j = 0; j < N; j++) printf("%8.2f", p[i][j]);
    printf("\n");
  }
  double da = determinant(a), dp = determinant(p);
  printf("%.6f %.6f %d\n", da, dp, fabs(dp - da * da) < 1e-6 * dp);
  double trace = 0;
  for (int i = 0; i < N; i++) trace += p[i][i];
  printf("%.17g\n", trace);
  return 0;
}
