// Unions: punning, a tagged variant, unions passed by value, anonymous members (C11 6.7.2.1p13).
#include <stdint.h>
#include <stdio.h>
#include <string.h>

union bits { float f; uint32_t u; unsigned char b[4]; };
struct value {
  enum { INTEGER, REAL, TEXT } kind;
  union { long i; double d; const char *s; };
};

static struct value integer(long i) { return (struct value){.kind = INTEGER, .i = i}; }
static struct value real(double d) { return (struct value){.kind = REAL, .d = d}; }
static struct value text(const char *s) { return (struct value){.kind = TEXT, .s = s}; }
static void print(struct value v) {
  switch (v.kind) {
  case INTEGER: printf("integer %ld\n", v.i); break;
  case REAL: printf("real %.3f\n", v.d); break;
  case TEXT: printf("text %s\n", v.s); break;
  }
}
static union bits flip(union bits b) { b.u ^= 0x80000000; return b; }

int main(void) {
  union bits b = {.f = 1.5f};
  printf("%08x %02x%02x%02x%02x\n", b.u, b.b[0], b.b[1], b.b[2], b.b[3]);
  printf("%.2f\n", flip(b).f);
  struct value v[] = {integer(42), real(2.718), text("variant"), integer(-1)};
  for (unsigned i = 0; i < sizeof v / sizeof *v; i++) print(v[i]);
  double d;
  uint64_t bits = 0x400921fb54442d18;
  memcpy(&d, &bits, sizeof d);
  printf("%.15f\n", d);
  printf("%zu %zu\n", sizeof(union bits), sizeof(struct value));
  return 0;
}
