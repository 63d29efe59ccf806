// Files mapped privately: mapped at home and read away, mapped away from home, written to without changing the file, with an offset, past
// the end of the file, read-only, after the descriptor was closed.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PAGE = 4096, SIZE = 5 * PAGE + 100 };
static volatile int rounds = 2;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}
static unsigned sum(const unsigned char *p, size_t n) {
  unsigned s = 0;
  for (size_t i = 0; i < n; i += 61) s = s * 33 + p[i];
  return s;
}

int main(void) {
  char name[64];
  snprintf(name, sizeof name, "/tmp/popcorn-map-%d", (int)getpid());
  int fd = open(name, O_RDWR | O_CREAT | O_TRUNC, 0600);
  unlink(name);
  unsigned char *data = malloc(SIZE);
  for (int i = 0; i < SIZE; i++) data[i] = i * 7 + i / 256;
  printf("%d\n", (int)write(fd, data, SIZE));
  unsigned char *p[4];
  for (int i = 0; i < 4; i++) {
    work();
    p[i] = mmap(0, 2 * PAGE, i & 1 ? PROT_READ : PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, i * PAGE);
    if (p[i] == MAP_FAILED) return 2;
  }
  work();
  p[0][10] = 1;
  p[2][PAGE + 3] = 2;
  work();
  for (int i = 0; i < 4; i++) printf("%u ", sum(p[i], 2 * PAGE));
  printf("%d\n", memcmp(p[1], data + PAGE, 2 * PAGE));
  unsigned char *end = mmap(0, PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 5 * PAGE);
  work();
  printf("%d %d %d\n", end[99] == data[5 * PAGE + 99], end[100], end[PAGE - 1]);
  end[100] = 9;
  work();
  // Longer than the file: only what there is may be touched, and a move does not touch more.
  unsigned char *longer = mmap(0, 4 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE, fd, 4 * PAGE);
  work();
  longer[PAGE + 50] ^= 255;
  work();
  printf("%u %d\n", sum(longer, 2 * PAGE), longer[PAGE + 99] == data[5 * PAGE + 99]);
  unsigned char *hidden = mmap(0, PAGE, PROT_NONE, MAP_PRIVATE, fd, PAGE);
  work();
  mprotect(hidden, PAGE, PROT_READ);
  printf("%d\n", memcmp(hidden, data + PAGE, PAGE));
  unsigned char from_file[8];
  printf("%zd ", pread(fd, from_file, 8, 2 * PAGE + PAGE + 0));
  printf("%d %d\n", from_file[3] == data[3 * PAGE + 3], p[2][PAGE + 3]);
  struct stat s;
  fstat(fd, &s);
  printf("%d\n", (int)s.st_size);
  close(fd);
  work();
  munmap(p[1], 2 * PAGE);
  work();
  printf("%u %u %d\n", sum(p[0], 2 * PAGE), sum(p[3], 2 * PAGE), end[100]);
  printf("%d\n", mmap(0, PAGE, PROT_READ, MAP_PRIVATE, fd, 0) == MAP_FAILED);
  free(data);
  return 0;
}
