// Bit-fields: packing across units, signed and unsigned, zero width, assignment value, layout seen through bytes.
#include <stdio.h>
#include <string.h>

struct flags {
  unsigned a : 1, b : 3, c : 7;
  int d : 5;
  unsigned : 0;
  unsigned e : 20;
  unsigned long f : 40;
  signed char g : 4;
};
struct across { unsigned x : 24; unsigned y : 24; unsigned char z : 2; };

static void show(const void *p, size_t n) {
  const unsigned char *b = p;
  for (size_t i = 0; i < n; i++) printf("%02x", b[i]);
  printf("\n");
}

int main(void) {
  struct flags f;
  memset(&f, 0, sizeof f);
  f.a = 3;
  f.b = 5;
  f.c = 100;
  f.d = -3;
  f.e = 0xfedcba;
  f.f = 0x1234567890;
  f.g = 9;
  printf("%u %u %u %d %x %lx %d\n", f.a, f.b, f.c, f.d, f.e, (unsigned long)f.f, f.g);
  show(&f, sizeof f);
  printf("%zu %zu\n", sizeof(struct flags), sizeof(struct across));
  struct across w = {0x123456, 0xabcdef, 3};
  w.x++;
  w.y += w.x;
  printf("%x %x %d\n", w.x, w.y, w.z);
  int r = (f.b = 12);
  printf("%d %d\n", r, f.b++);
  printf("%d\n", f.b);
  for (int i = 0; i < 20; i++) f.d++;
  printf("%d\n", f.d);
  return 0;
}
