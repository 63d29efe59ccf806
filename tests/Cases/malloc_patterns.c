// malloc, calloc, free in patterns that split and join blocks; contents must survive, addresses must be aligned.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned seed = 1;
static unsigned next(void) { return seed = seed * 1664525 + 1013904223, seed >> 16; }

int main(void) {
  enum { SLOTS = 16 };
  unsigned char *slot[SLOTS] = {0};
  size_t size[SLOTS] = {0};
  unsigned sum = 0;
  int bad = 0, misaligned = 0;
  for (int step = 0; step < 150; step++) {
    unsigned i = next() % SLOTS;
    if (slot[i]) {
      if (slot[i][0] != i || slot[i][size[i] - 1] != i) bad++;
      sum += (unsigned)size[i];
      free(slot[i]);
      slot[i] = 0;
    } else {
      size[i] = next() % (step % 10 == 0 ? 5000 : 200) + 1;
      slot[i] = malloc(size[i]);
      if ((uintptr_t)slot[i] % 16) misaligned++;
      memset(slot[i], (int)i, size[i]);
    }
  }
  for (int i = 0; i < SLOTS; i++) free(slot[i]);
  printf("%u %d %d\n", sum, bad, misaligned);
  int *zero = calloc(100, sizeof *zero);
  int any = 0;
  for (int i = 0; i < 100; i++) any |= zero[i];
  printf("%d\n", any);
  free(zero);
  free(0);
  char *large = malloc(1 << 20);
  large[0] = 'a';
  large[(1 << 20) - 1] = 'z';
  printf("%c%c\n", large[0], large[(1 << 20) - 1]);
  free(large);
  void *p = aligned_alloc(256, 1024);
  printf("%d\n", (uintptr_t)p % 256 == 0);
  free(p);
  return 0;
}
