// Memory of every shape: anonymous mappings with holes, every protection, grown and shrunk by mremap, zero pages and pages made zero again,
// madvise, brk that is not there, mappings that ask for an address, large and sparse ones; all read back after moves.
#define _GNU_SOURCE
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { PAGE = 4096 };
static volatile int rounds = 2;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}
static unsigned char *map(size_t size) {
  unsigned char *p = mmap(0, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (p == MAP_FAILED) exit(9);
  return p;
}
static void fill(unsigned char *p, size_t pages, int seed) {
  for (size_t i = 0; i < pages; i++) memset(p + i * PAGE, seed + (int)i, PAGE);
}
static unsigned sum(const unsigned char *p, size_t pages) {
  unsigned s = 0;
  for (size_t i = 0; i < pages * PAGE; i += 97) s = s * 31 + p[i];
  return s;
}

int main(void) {
  // A hole, and a part with each protection.
  unsigned char *a = map(12 * PAGE);
  fill(a, 12, 1);
  work();
  munmap(a + 4 * PAGE, 2 * PAGE);
  mprotect(a, 2 * PAGE, PROT_READ);
  mprotect(a + 8 * PAGE, PAGE, PROT_NONE);
  work();
  printf("%u %u\n", sum(a, 4), sum(a + 6 * PAGE, 2));
  work();
  mprotect(a + 8 * PAGE, PAGE, PROT_READ | PROT_WRITE);
  printf("%u %u\n", sum(a + 8 * PAGE, 1), sum(a + 9 * PAGE, 3));
  void *again = mmap(a + 4 * PAGE, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
  work();
  printf("%d %u\n", again == a + 4 * PAGE, sum(a + 4 * PAGE, 2));
  mprotect(a, 2 * PAGE, PROT_READ | PROT_WRITE);
  a[5] = 77;
  work();
  printf("%u\n", sum(a, 12));

  // Grown, moved and cut.
  unsigned char *b = map(3 * PAGE), *wall = map(PAGE);
  fill(b, 3, 50);
  work();
  b = mremap(b, 3 * PAGE, 40 * PAGE, MREMAP_MAYMOVE);
  work();
  printf("%u %d\n", sum(b, 40), b != MAP_FAILED);
  fill(b + 30 * PAGE, 10, 90);
  work();
  b = mremap(b, 40 * PAGE, 32 * PAGE, 0);
  printf("%u\n", sum(b, 32));
  unsigned char *target = map(8 * PAGE);
  fill(target, 8, 200);
  unsigned char *c = mremap(b, 32 * PAGE, 6 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, target);
  work();
  printf("%d %u\n", c == target, sum(c, 8));
  munmap(wall, PAGE);

  // Zero pages: never touched, made zero by hand, given back to the kernel.
  size_t big = 24 << 20;
  unsigned char *s = map(big);
  for (size_t i = 0; i < big; i += 8 << 20) s[i + 123] = i >> 23 | 1;
  work();
  s[123] = 0;
  work();
  unsigned total = 0;
  for (size_t i = 0; i < big; i += 1 << 20) total += s[i + 123];
  printf("%u %d\n", total, s[123]);
  fill(c, 4, 7);
  work();
  printf("advise %d\n", madvise(c, 2 * PAGE, MADV_DONTNEED));
  work();
  printf("%u %u\n", sum(c, 2), sum(c + 2 * PAGE, 2));
  munmap(s, big);
  work();

  // The heap of malloc: many sizes, freed in another order, grown.
  char *blocks[60];
  for (int i = 0; i < 60; i++) {
    size_t n = (size_t)1 << (i % 19);
    blocks[i] = malloc(n + 8);
    memset(blocks[i], i, n + 8);
  }
  work();
  for (int i = 0; i < 60; i += 3) free(blocks[i]);
  for (int i = 1; i < 60; i += 3) {
    size_t n = (size_t)1 << (i % 19);
    blocks[i] = realloc(blocks[i], n * 2 + 16);
    memset(blocks[i] + n + 8, i + 1, n + 8);
  }
  work();
  long check = 0;
  for (int i = 1; i < 60; i += 3) check += blocks[i][0] + blocks[i][(size_t)2 << (i % 19)] + blocks[i + 1][3];
  printf("%ld\n", check);
  for (int i = 0; i < 60; i++)
    if (i % 3) free(blocks[i]);
  void *page = 0;
  printf("%d %d\n", posix_memalign(&page, 1 << 16, 100), (int)((uintptr_t)page & 65535));
  free(page);
  errno = 0;
  printf("%d %d\n", munmap(a + 1, PAGE), errno == EINVAL);
  printf("%d\n", mmap(0, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED);
  return 0;
}
