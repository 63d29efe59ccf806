// What code takes from C23.
// options: -std=c23
#include <stdio.h>
#include <stddef.h>
#include <stdint.h>
#include <stdarg.h>
constexpr int N = 5; constexpr double DD = 2.5; constexpr unsigned char arr0[] = {1,2,3};
int arr[N];
static_assert(N == 5); static_assert(sizeof(arr)==20, "x");
enum E : unsigned char { A, B = 255 }; enum F : long { C = 1L<<40 };
[[nodiscard]] int f([[maybe_unused]] int a, int) { return a; }
[[noreturn]] void die(void);
struct [[deprecated]] S0 { int a; };
static thread_local int tl = 3;
alignas(16) char al[3];
bool bb = true;
int vf(...) { va_list ap; va_start(ap); int r = va_arg(ap, int); va_end(ap); return r; }
typeof_unqual(const int) uq = 3;
int lbl(int x){ switch(x){ case 1: int y = 5; return y; default: } }
int g1(int x) { if (x) goto end; x = 1; end: }
struct P { int x, y; };
int main(void) {
  auto a = 3; auto d = 2.5f; auto p = &a; printf("%d %zu %d\n", a, sizeof d, *p);
  printf("%d %zu %ld\n", B, sizeof(enum E), (long)C);
  printf("%d\n", f(1'000'000, 2)); printf("%d %d\n", 0b1010'1010, 0B11);
  int *np = nullptr; printf("%d %d\n", np == nullptr, _Generic(nullptr, nullptr_t: 1, default: 0));
  uq++; printf("%d\n", uq); printf("%d %d\n", true, false);
  struct P q = {}; printf("%d %d\n", q.x, q.y); int z[3] = {}; printf("%d\n", z[2]);
  printf("%d\n", vf(42)); printf("%d\n", lbl(1));
  for (int i = 0; i < 3; i++) { if (i == 1) goto next; printf("i%d ", i); next: }
  puts("");
  { lab2: int w = 3; printf("%d\n", w); }
  if (a == 4) unreachable();
  typeof(a) b2 = 7; printf("%d\n", b2);
  printf("%s\n", u8"x"); unsigned char *u8 = (void*)u8"é"; printf("%d\n", u8[0]);
  constexpr int loc = N*2; int v[loc]; printf("%zu\n", sizeof v);
  static_assert(loc == 10); switch (10) { case loc: puts("case"); }
  printf("%d\n", (int)DD); printf("%d\n", arr0[1]);
  constexpr struct P cp = {1,2}; static_assert(cp.x == 1); printf("%d\n", cp.y);
  [[maybe_unused]] int unused; 
  printf("%zu\n", sizeof(alignof(int))); printf("%d\n", 5);
  int _ = 3; 
  wchar_t wc = L'x'; printf("%d\n", wc);
  return 0;
}
[[noreturn]] void die(void) { for(;;); }
