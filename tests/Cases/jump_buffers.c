// Many buffers in the heap, set in different functions and rounds before moves and jumped to after them, in an order of the program's own,
// through frames that were rebuilt, with and without the signal mask; a buffer that is copied and used from its copy.
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct task { sigjmp_buf buffer; int visits; struct task *next; };
static struct task *tasks[6];
static volatile int rounds = 2;

__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}
static int blocked(int signo) {
  sigset_t now;
  sigprocmask(SIG_SETMASK, NULL, &now);
  return sigismember(&now, signo);
}
static void block(int how, int signo) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signo);
  sigprocmask(how, &set, NULL);
}

__attribute__((noinline)) static void leave(int n, int depth, int value) {
  char pad[64];
  memset(pad, depth, sizeof pad);
  work();
  if (depth) leave(n, depth - 1, value);
  else siglongjmp(tasks[n]->buffer, value);
  printf("never %d\n", pad[0]);
}

// Each level has its buffer; the innermost jumps out to one level after the other, from inside to outside.
static void level(int n) {
  volatile int own = n * 11;
  long square = (long)n * n;
  tasks[n] = calloc(1, sizeof **tasks);
  if (n & 1) block(SIG_BLOCK, SIGUSR1);
  int from = sigsetjmp(tasks[n]->buffer, n & 2);
  if (from) {
    tasks[n]->visits++;
    printf("level %d from %d: %d %ld blocked %d %d\n", n, from, own, square, blocked(SIGUSR1), blocked(SIGUSR2));
    own++;
    if (tasks[n]->visits < 2) leave(n, n + 2, from + 10);
    block(SIG_UNBLOCK, SIGUSR2);
    if (n) leave(n - 1, 3, n);
    return;
  }
  work();
  if (n < 5) level(n + 1);
  block(SIG_BLOCK, SIGUSR2);
  leave(5, 4, 99);
}

// Buffers in an array that are set in one round of a loop and used in another: always the last setting counts.
static int table(void) {
  jmp_buf *buffers = malloc(3 * sizeof *buffers);
  volatile int round = 0, trace = 0;
  int which = 0;
  for (; round < 7; round++) {
    int back = setjmp(buffers[round % 3]);
    which = back;
    trace = trace * 3 + back;
    work();
    if (!back && round % 3 == 2) longjmp(buffers[round % 3], 2);
  }
  free(buffers);
  return trace + which;
}

static int copied(void) {
  jmp_buf *first = malloc(sizeof *first), *second = malloc(sizeof *second);
  volatile int count = 0;
  int r = setjmp(*first);
  count += r + 1;
  work();
  if (count < 9) {
    memcpy(second, first, sizeof *first);
    memset(first, 0x5a, sizeof *first);
    memcpy(first, second, sizeof *first);
    work();
    longjmp(*second, r + 1);
  }
  free(first);
  free(second);
  return count;
}

int main(void) {
  level(0);
  printf("%d %d\n", table(), copied());
  for (int i = 0; i < 6; i++) printf("%d ", tasks[i]->visits), free(tasks[i]);
  printf("\n");
  return 0;
}
