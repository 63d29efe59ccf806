// Linkage and inlining: static inline, extern inline's definition, tentative externs in blocks, shadowing, typedef names reused.
#include <stdio.h>

static inline int cube(int x) { return x * x * x; }
inline int plain(int x) { return x + 1; }
extern int plain(int x);
extern int later;
typedef int number;

static int scope(int x) {
  int r = x;
  {
    int x = 2;
    r = r * 10 + x;
    {
      extern int later;
      int number = 3;
      r = r * 10 + number + later;
    }
  }
  for (int x = 4; x < 6; x++) r = r * 10 + x;
  return r * 10 + x;
}
static number identity(number n) { return n; }
int later = 40;
static int forward(int);
static int backward(int n) { return n <= 0 ? 0 : 1 + forward(n - 1); }
static int forward(int n) { return n <= 0 ? 100 : 2 + backward(n - 1); }
static const volatile int fixed = 17;
static __attribute__((noinline)) int kept(int a, int b) { return a * b; }
static __attribute__((always_inline)) inline int folded(int a) { return kept(a, a + 1); }

int main(void) {
  printf("%d %d %d\n", cube(3), plain(4), scope(1));
  printf("%d %d %d\n", identity(9), backward(7), forward(6));
  printf("%d %d\n", fixed, folded(6));
  struct number { int number; } number = {5};
  printf("%d\n", number.number);
  return 0;
}
