// The layout of types as the System V x86-64 ABI has it: sizes, alignments, offsets, packed and flexible members, enums.
#include <stddef.h>
#include <stdio.h>
#include <stdint.h>
#include <wchar.h>

struct mixed { char a; short b; char c; int d; char e; long f; char g; double h; float i; };
struct tail { long n; char c; };
struct flexible { int n; char data[]; };
struct __attribute__((packed)) tight { char a; int b; short c; };
struct inner { char c; struct { int x; char y; } s[3]; };
union u { char c[5]; int i; double d; };
enum small { S1, S2 };

int main(void) {
  printf("%zu %zu %zu %zu %zu %zu\n", sizeof(char), sizeof(short), sizeof(int), sizeof(long), sizeof(long long), sizeof(void *));
  printf("%zu %zu %zu %zu %zu\n", sizeof(float), sizeof(double), sizeof(_Bool), sizeof(wchar_t), sizeof(size_t));
  printf("%zu %zu %zu %zu %zu\n", offsetof(struct mixed, b), offsetof(struct mixed, d), offsetof(struct mixed, f), offsetof(struct mixed, h), sizeof(struct mixed));
  printf("%zu %zu %zu %zu\n", sizeof(struct tail), sizeof(struct flexible), offsetof(struct flexible, data), sizeof(struct inner));
  printf("%zu %zu %zu\n", sizeof(struct tight), offsetof(struct tight, b), offsetof(struct tight, c));
  printf("%zu %zu %zu %zu\n", sizeof(union u), _Alignof(union u), sizeof(enum small), _Alignof(struct mixed));
  printf("%d %d\n", (char)-1 < 0, (wchar_t)-1 < 0);
  struct tight t[2] = {{1, 0x01020304, 5}, {2, -1, 6}};
  printf("%d %d %d\n", t[0].b, t[1].b, t[1].c);
  uint32_t probe = 0x01020304;
  printf("%d\n", *(unsigned char *)&probe);
  struct inner in[2];
  printf("%td %td\n", (char *)&in[1].s[2].y - (char *)in, (char *)&in[0].s[1] - (char *)&in[0]);
  return 0;
}
