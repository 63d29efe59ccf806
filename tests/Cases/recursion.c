// Recursion: linear, tree, mutual, deep with live locals, with an accumulator passed by address.
#include <stdio.h>

static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static int ackermann(int m, int n) {
  if (m == 0) return n + 1;
  return n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1));
}
static int is_odd(unsigned n);
static int is_even(unsigned n) { return n == 0 ? 1 : is_odd(n - 1); }
static int is_odd(unsigned n) { return n == 0 ? 0 : is_even(n - 1); }
static int moves;
static void hanoi(int n, char from, char to, char via) {
  if (n == 0) return;
  hanoi(n - 1, from, via, to);
  moves++;
  if (n == 5) printf("%c>%c\n", from, to);
  hanoi(n - 1, via, to, from);
}
static double deep(int n, double x, long *count) {
  double here = x * 1.5 + n;
  ++*count;
  if (n == 0) return here;
  double below = deep(n - 1, x + 0.25, count);
  return here - below / 2;
}
static void permute(char *s, int from, int to, int *count) {
  if (from == to) {
    if (++*count % 5 == 1) printf("%s ", s);
    return;
  }
  for (int i = from; i <= to; i++) {
    char t = s[from];
    s[from] = s[i];
    s[i] = t;
    permute(s, from + 1, to, count);
    t = s[from];
    s[from] = s[i];
    s[i] = t;
  }
}

int main(void) {
  printf("%d %d\n", fib(11), ackermann(1, 8));
  printf("%d %d\n", is_even(60), is_odd(60));
  hanoi(6, 'a', 'b', 'c');
  printf("%d\n", moves);
  long count = 0;
  double r = deep(120, 1.0, &count);
  printf("%.9f %ld\n", r, count);
  char s[] = "abcd";
  int n = 0;
  permute(s, 0, 3, &n);
  printf("%d\n", n);
  return 0;
}
