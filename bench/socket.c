// The physical limit beside a move: MIB of memory written to a Unix stream socket by one process and read by another into memory of its own, as
// often as asked for; the median in microseconds until the reader has said that all is there. With 0 MiB it is the way there and back of one byte.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int compare(const void *a, const void *b) { return (*(const double *)a > *(const double *)b) - (*(const double *)a < *(const double *)b); }

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e6 + t.tv_nsec / 1e3;
}

int main(int argc, char **argv) {
  if (argc != 3) return 2;
  size_t size = (size_t)atol(argv[1]) << 20;
  int rounds = atoi(argv[2]), pair[2];
  if (!size) size = 1;
  char *memory = malloc(size);
  double *times = malloc(rounds * sizeof *times);
  memset(memory, 1, size);
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair)) return 1;
  if (!fork()) {
    memset(memory, 2, size);
    for (int r = 0; r < rounds; r++) {
      for (size_t at = 0; at < size;) {
        ssize_t n = read(pair[1], memory + at, size - at < 1 << 18 ? size - at : 1 << 18);
        if (n <= 0) _exit(1);
        at += n;
      }
      if (write(pair[1], "", 1) != 1) _exit(1);
    }
    _exit(0);
  }
  for (int r = 0; r < rounds; r++) {
    double start = now();
    for (size_t at = 0; at < size;) {
      ssize_t n = write(pair[0], memory + at, size - at < 1 << 18 ? size - at : 1 << 18);
      if (n <= 0) return 1;
      at += n;
    }
    char byte;
    if (read(pair[0], &byte, 1) != 1) return 1;
    times[r] = now() - start;
  }
  wait(0);
  qsort(times, rounds, sizeof *times, compare);
  printf("%.0f\n", times[rounds / 2]);
  return 0;
}
