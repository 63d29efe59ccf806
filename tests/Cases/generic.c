// C11: _Generic, _Static_assert, _Alignof, _Alignas, _Noreturn, anonymous members, static in array parameters.
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define NAME(x) _Generic((x), char: "char", int: "int", unsigned: "unsigned", long: "long", float: "float", double: "double", \
                         char *: "char *", const char *: "const char *", int *: "int *", default: "other")
_Static_assert(sizeof(int) == 4, "int has 32 bits");
_Static_assert(_Alignof(double) == 8, "double is aligned to 8");

static double as_double(double d) { return d + 0.5; }
static int as_int(int i) { return i + 1; }
#define BUMP(x) _Generic((x), double: as_double, int: as_int)(x)

struct anonymous { struct { int x, y; }; union { int tag; char first; }; };
static int first_of(int a[static 2]) { return a[0] + a[1]; }
static _Noreturn void leave(int code) { exit(code); }

// exit: 3
int main(void) {
  char c = 0;
  const char *s = "";
  int i = 0;
  printf("%s %s %s %s %s\n", NAME(c), NAME(i), NAME(1u), NAME(1L), NAME(1.0f));
  printf("%s %s %s %s %s\n", NAME(2.0), NAME(s), NAME(&i), NAME(c + c), NAME((short)1));
  printf("%.1f %d\n", BUMP(1.0), BUMP(1));
  alignas(64) char buffer[10];
  printf("%d %zu\n", (int)((uintptr_t)buffer % 64), alignof(long));
  struct anonymous a = {{1, 2}, {.tag = 0x41}};
  printf("%d %d %c\n", a.x, a.y, a.first);
  printf("%d\n", first_of((int[]){3, 4, 5}));
  leave(3);
}
