// goto: forwards, backwards, out of nested loops, into a block past nothing that matters; labels in odd places.
#include <stdio.h>

static int find(int rows, int cols, int wanted, int *row, int *col) {
  for (int r = 0; r < rows; r++) {
    for (int c = 0; c < cols; c++) {
      if (r * c == wanted) {
        *row = r;
        *col = c;
        goto found;
      }
    }
  }
  return 0;
found:
  return 1;
}
static int collatz(long n) {
  int steps = 0;
top:
  if (n == 1) goto done;
  steps++;
  if (n & 1) goto odd;
  n /= 2;
  goto top;
odd:
  n = 3 * n + 1;
  goto top;
done:
  return steps;
}
static int resources(int fail_at) {
  int held = 0, result = -1;
  if (fail_at == 1) goto none;
  held++;
  if (fail_at == 2) goto first;
  held++;
  if (fail_at == 3) goto second;
  result = held * 100;
second:
  held--;
first:
  held--;
none:
  return result + held;
}

int main(void) {
  int r = 0, c = 0;
  printf("%d", find(6, 6, 12, &r, &c));
  printf(" %d %d\n", r, c);
  printf("%d\n", find(3, 3, 100, &r, &c));
  printf("%d %d %d\n", collatz(1), collatz(27), collatz(97));
  for (int i = 0; i < 4; i++) printf("%d ", resources(i));
  printf("\n");
  int i = 0;
  goto inside;
  while (i < 3) {
    printf("loop %d\n", i);
  inside:
    i++;
  }
  return 0;
}
