// Pointers into thread-local storage, kept everywhere, and errno: its value, and its address, across moves and between calls that fail at
// home and calls that fail where the program is.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

struct node { struct node *next; int value; };
static _Thread_local struct node cells[5];
static _Thread_local struct node *head = 0;
static _Thread_local int numbers[3] = {3, 1, 4};
static _Thread_local int *which = 0;
static _Thread_local char text[32] = "initial";
static int *global = 0;

static volatile int rounds = 2;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}
__attribute__((noinline)) static int through(int *p, int n) {
  if (n) {
    int r = through(p, n - 1);
    *p += n;
    return r + *p;
  }
  work();
  return *p;
}

int main(void) {
  for (int i = 0; i < 5; i++) {
    cells[i].value = i * i;
    cells[i].next = head;
    head = &cells[i];
    work();
  }
  for (struct node *n = head; n; n = n->next, work()) printf("%d ", n->value);
  printf("%d\n", head == &cells[4]);
  which = &numbers[2];
  global = &numbers[0];
  int **heap = malloc(sizeof *heap);
  *heap = which;
  printf("%d %d\n", through(*heap, 4), through(global, 2));
  printf("%d %d %d %d\n", numbers[0], numbers[1], numbers[2], *heap == &numbers[2]);
  char *end = text + strlen(text);
  work();
  strcpy(end, "ly");
  printf("%s\n", text);

  int *address = &errno, seen[8], n = 0;
  errno = 0;
  work();
  seen[n++] = errno == 0;
  (void)!read(-1, text, 1);               // fails at home
  work();
  seen[n++] = errno == EBADF;
  mmap(0, 0, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0); // fails where the program is
  work();
  seen[n++] = errno == EINVAL && *address == EINVAL;
  int fd = open("/nonexistent", O_RDONLY);
  work();
  seen[n++] = errno == ENOENT && fd == -1;
  *address = ERANGE;
  work();
  seen[n++] = errno == ERANGE && address == &errno;
  errno = 0;
  long big = strtol("99999999999999999999", 0, 10);
  work();
  seen[n++] = errno == ERANGE && big > 0;
  for (int i = 0; i < n; i++) printf("%d", seen[i]);
  printf("\n");
  return 0;
}
