// longjmp to buffers that were set before the program moved: with forced moves there is one between any two lines.
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Locals that do not change survive, volatile ones keep their last value.
static jmp_buf env;
static int calls;

static void deep(int n, int value) {
  char pad[40];
  memset(pad, n, sizeof pad);
  if (n == 0) longjmp(env, value);
  deep(n - 1, value + pad[3] * 0);
}

static double locals(int a, long b, double c, const char *s) {
  volatile int array[5] = {a, 2, 3, 4, 5};
  volatile int rounds = 0;
  long product = a * b;
  int code = setjmp(env);
  printf("locals %d: %d %ld %g %s %ld %d %d\n", code, a, b, c, s, product, array[0], rounds);
  array[0]++;
  if (rounds++ < 3) deep(3 + rounds, code + 1);
  return c * product;
}

// A buffer of each round of a loop, and a variable that only an earlier round knew.
static void loop(void) {
  for (int i = 0; i < 4; i++) {
    volatile int hits = 0;
    int square = i * i;
    switch (setjmp(env)) {
      case 0: printf("loop %d\n", i); deep(i, 1); break;
      case 1: hits++; printf("one %d %d %d\n", i, square, hits); deep(1, 2); break;
      case 2: hits++; printf("two %d %d %d\n", i, square, hits); break;
    }
  }
}

// Nested handlers in a list, as interpreters have them; the buffers in the heap.
struct handler { struct handler *previous; jmp_buf buffer; const char *what; };
static struct handler *top;

static void throw(const char *what) {
  struct handler *h = top;
  top = h->previous;
  h->what = what;
  longjmp(h->buffer, 1);
}

static int protect(int (*f)(int), int argument, int *result) {
  struct handler *h = malloc(sizeof *h);
  h->previous = top;
  top = h;
  int failed = setjmp(h->buffer);
  if (!failed) {
    *result = f(argument);
    top = h->previous;
  } else
    printf("caught %s in %d\n", h->what, argument);
  free(h);
  return failed;
}

static int nested(int n) {
  int inner = 0;
  calls++;
  if (n == 0) throw("bottom");
  if (protect(nested, n - 1, &inner)) {
    if (n % 3 == 0) throw("again");
    return n * 100;
  }
  return inner + n;
}

// VLAs: the data stack's top is the one of the call.
static int vla(int n) {
  int sum = 0;
  for (volatile int k = 1; k < 4; k++) {
    int data[n * k];
    for (int i = 0; i < n * k; i++) data[i] = i * k;
    if (setjmp(env) == 0) deep(5, 1);
    char more[n];
    memset(more, k, n);
    sum += data[n * k - 1] + more[n - 1];
  }
  return sum;
}

// Out of a callback of the library.
static int compared;
static int compare(const void *a, const void *b) {
  if (++compared == 9) longjmp(env, 3);
  return *(const int *)a - *(const int *)b;
}

static void callback(void) {
  int data[] = {5, 3, 9, 1, 7, 2, 8};
  compared = 0;
  if (setjmp(env) == 0) {
    qsort(data, 7, sizeof *data, compare);
    puts("not reached");
  } else
    printf("out of qsort after %d\n", compared);
}

// Out of a signal handler, with the mask.
static sigjmp_buf again;
static void handler(int signo) { siglongjmp(again, signo); }

static void signals(void) {
  volatile int times = 0;
  struct sigaction action = {.sa_handler = handler};
  sigaction(SIGUSR1, &action, NULL);
  int from = sigsetjmp(again, 1);
  sigset_t now;
  sigprocmask(SIG_SETMASK, NULL, &now);
  printf("signal %d, blocked %d\n", from, sigismember(&now, SIGUSR1));
  if (times++ < 3) {
    for (volatile int i = 0; i < 20; i++) { }
    raise(SIGUSR1);
  }
  from = sigsetjmp(again, 0);
  sigprocmask(SIG_SETMASK, NULL, &now);
  printf("without: %d, blocked %d\n", from, sigismember(&now, SIGUSR1));
  if (!from) raise(SIGUSR1);
  sigemptyset(&now);
  sigprocmask(SIG_SETMASK, &now, NULL);
}

// Two functions that take turns: each jumps to the other's last place while the frames of both are there.
static jmp_buf producer, consumer;
static int item;

static void consume(void) {
  volatile int sum = 0;
  int got = setjmp(consumer);
  if (got) {
    sum += item;
    printf("consumed %d, sum %d\n", item, sum);
  }
  if (got < 0) return;
  longjmp(producer, 1);
}

static void produce(void) {
  volatile int n = 0;
  if (setjmp(producer) == 0) consume();
  else if (n++ < 2) {
    item = n * 10;
    puts("produced");
    item += setjmp(producer) ? 0 : 1;
  }
  printf("produce %d\n", n);
}

// Many values, and a struct, vectors and __int128 across the call.
typedef float four __attribute__((vector_size(16)));
struct big { long a[6]; };
static double many(int n) {
  double d[8];
  for (int i = 0; i < 8; i++) d[i] = n + i;
  double a = d[0] * 2, b = d[1] * 3, c = d[2] * 5, e = d[3] * 7;
  long p = n * 11, q = n * 13, r = n * 17, s = n * 19, t = n * 23, u = n * 29;
  four v = {n, n + 1, n + 2, n + 3};
  __int128 wide = (__int128)n << 70;
  struct big big = {{p, q, r, s, t, u}};
  unsigned char small = n & 255;
  _Bool flag = n > 3;
  if (setjmp(env) == 0) deep(2, 9);
  return a + b + c + e + p + q + r + s + t + u + v[0] + v[3] + (double)(long)(wide >> 64) + big.a[5] + small + flag;
}

int main(void) {
  printf("%g\n", locals(3, 5000000000, 2.5, "text"));
  loop();
  int result = -1;
  for (int n = 0; n < 6; n++) printf("protect %d", n), printf(": %d", protect(nested, n, &result)), printf(" %d\n", result);
  printf("calls %d\n", calls);
  printf("vla %d\n", vla(7));
  callback();
  signals();
  produce();
  printf("%g\n", many(200));
  return 0;
}
