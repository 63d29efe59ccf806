// The library's qsort with a callback, and a quicksort and heapsort of our own.
#include <stdio.h>
#include <stdlib.h>

enum { N = 20000 };
static int v[N], w[N];
static unsigned seed = 1;

static int compare(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return (x > y) - (x < y);
}
static void quick(int *low, int *high) {
  while (low < high) {
    int pivot = low[(high - low) / 2], *i = low, *j = high;
    while (i <= j) {
      while (*i < pivot) i++;
      while (*j > pivot) j--;
      if (i <= j) {
        int t = *i;
        *i++ = *j;
        *j-- = t;
      }
    }
    if (j - low < high - i) {
      quick(low, j);
      low = i;
    } else {
      quick(i, high);
      high = j;
    }
  }
}
static void sift(int *a, int at, int n) {
  for (int child; (child = 2 * at + 1) < n; at = child) {
    if (child + 1 < n && a[child + 1] > a[child]) child++;
    if (a[at] >= a[child]) return;
    int t = a[at];
    a[at] = a[child];
    a[child] = t;
  }
}
static void heap(int *a, int n) {
  for (int i = n / 2; i-- > 0;) sift(a, i, n);
  while (n-- > 1) {
    int t = a[0];
    a[0] = a[n];
    a[n] = t;
    sift(a, 0, n);
  }
}
static void fill(int *a) {
  for (int i = 0; i < N; i++) a[i] = (int)((seed = seed * 1664525 + 1013904223) >> 4);
}

int main(void) {
  long check = 0;
  fill(v);
  qsort(v, N, sizeof *v, compare);
  for (int i = 0; i < N; i += 997) check = check * 31 + v[i];
  for (int round = 0; round < 4; round++) {
    fill(v);
    fill(w);
    quick(v, v + N - 1);
    heap(w, N);
    for (int i = 0; i < N; i += 997) check = check * 31 + v[i] - w[i];
  }
  printf("%ld\n", check);
  return 0;
}
