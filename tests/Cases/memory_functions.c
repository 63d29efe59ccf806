// Copies and fills of every small size and alignment: memcpy, memmove overlapping both ways, memset, struct assignment.
#include <stdio.h>
#include <string.h>

struct odd { char c[37]; };
static unsigned check(const unsigned char *p, int n) {
  unsigned h = 0;
  for (int i = 0; i < n; i++) h = h * 33 + p[i];
  return h;
}

int main(void) {
  unsigned char from[96], to[96];
  for (int i = 0; i < 96; i++) from[i] = (unsigned char)(i * 5 + 1);
  unsigned total = 0;
  for (int size = 0; size < 40; size += 3) {
    memset(to, 0, sizeof to);
    memcpy(to + size % 7, from + size % 5, (size_t)size);
    total = total * 7 + check(to, 48);
  }
  printf("%08x\n", total);
  for (int shift = -9; shift <= 9; shift += 3) {
    memcpy(to, from, sizeof to);
    memmove(to + 16 + shift, to + 16, 33);
    printf("%08x ", check(to, 64));
  }
  printf("\n");
  memset(to, 0x5a, sizeof to);
  for (int i = 0; i < 20; i++) memset(to + i * 4, i, (size_t)i % 4);
  printf("%08x\n", check(to, 96));
  struct odd a, b;
  memset(&a, 'q', sizeof a);
  a.c[36] = 'z';
  b = a;
  printf("%c%c %d\n", b.c[0], b.c[36], memcmp(&a, &b, sizeof a));
  struct odd list[3] = {a, b};
  list[2] = list[1];
  printf("%c %zu\n", list[2].c[36], sizeof list);
  return 0;
}
