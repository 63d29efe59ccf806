// exit: 5
// More of threads: C11's, timers that start one, asynchronous input and output, robust and recursive mutexes, atomic objects of any size,
// jumps within a thread, big and given stacks, threads that start threads, fork with handlers, setgid, exit from a thread.
#define _GNU_SOURCE
#include <aio.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

static mtx_t mtx;
static cnd_t cnd;
static tss_t tss;
static once_flag flag = ONCE_FLAG_INIT;
static int sum;

static void add_hundred(void) { sum += 100; }

static int c11(void *p) {
  call_once(&flag, add_hundred);
  mtx_lock(&mtx);
  sum += (int)(long)p;
  cnd_signal(&cnd);
  mtx_unlock(&mtx);
  tss_set(tss, &sum);
  thrd_yield();
  return tss_get(tss) == &sum;
}

static void c11_threads(void) {
  thrd_t t[3];
  mtx_init(&mtx, mtx_plain);
  cnd_init(&cnd);
  tss_create(&tss, NULL);
  for (long i = 0; i < 3; i++) thrd_create(&t[i], c11, (void *)(i + 1));
  mtx_lock(&mtx);
  while (sum < 106) cnd_wait(&cnd, &mtx);
  mtx_unlock(&mtx);
  for (int i = 0; i < 3; i++) {
    int r;
    thrd_join(t[i], &r);
    printf("c11 %d\n", r);
  }
}

static int fired;
static _Thread_local int in_timer;
static void expired(union sigval v) {
  if (in_timer++) puts("thread-local variables are not reset");
  if (fired < 3) {
    fired++;
    sem_post(v.sival_ptr);
  }
}

static void timers(void) {
  sem_t done;
  timer_t timer;
  struct itimerspec every = {{0, 2000000}, {0, 2000000}};
  sem_init(&done, 0, 0);
  struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = expired, .sigev_value.sival_ptr = &done};
  printf("timer %d\n", timer_create(CLOCK_MONOTONIC, &event, &timer));
  timer_settime(timer, 0, &every, NULL);
  for (int i = 0; i < 3; i++)
    while (sem_wait(&done)) { }
  timer_delete(timer);
  puts("expired");
}

static void asynchronous(void) {
  static char text[] = "asynchronous";
  FILE *f = tmpfile();
  struct aiocb block = {.aio_fildes = fileno(f), .aio_buf = text, .aio_nbytes = 12};
  const struct aiocb *list[] = {&block};
  printf("flags %d\n", fcntl(fileno(f), F_GETFL) & O_ACCMODE);
  aio_write(&block);
  while (aio_suspend(list, 1, NULL) && errno == EINTR) { }
  int error = aio_error(&block);
  printf("aio %d %d\n", error, (int)aio_return(&block));
  fclose(f);
}

static pthread_mutex_t robust, recursive;
static void *die(void *p) {
  pthread_mutex_lock(&robust);
  return p;
}

static void mutexes(void) {
  pthread_mutexattr_t a;
  pthread_t t;
  pthread_mutexattr_init(&a);
  pthread_mutexattr_setrobust(&a, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_init(&robust, &a);
  pthread_create(&t, NULL, die, NULL);
  pthread_join(t, NULL);
  int dead = pthread_mutex_lock(&robust) == EOWNERDEAD;
  printf("robust %d %d\n", dead, pthread_mutex_consistent(&robust));
  pthread_mutex_unlock(&robust);
  pthread_mutexattr_init(&a);
  pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&recursive, &a);
  int r = pthread_mutex_lock(&recursive) | pthread_mutex_lock(&recursive);
  r |= pthread_mutex_unlock(&recursive) | pthread_mutex_unlock(&recursive);
  printf("recursive %d\n", r);
}

struct triple { long a, b, c; };
static _Atomic struct triple triple;
static _Atomic __int128 wide;
static _Atomic long plain;

static void *count(void *p) {
  for (int i = 0; i < 2000; i++) {
    struct triple old = triple, new;
    do {
      new = old;
      new.a++;
      new.b += 2;
      new.c = new.a + new.b;
    } while (!atomic_compare_exchange_weak(&triple, &old, new));
    wide += 1;
    plain++;
  }
  return p;
}

static void atomics(void) {
  pthread_t t[4];
  for (int i = 0; i < 4; i++) pthread_create(&t[i], NULL, count, NULL);
  for (int i = 0; i < 4; i++) pthread_join(t[i], NULL);
  struct triple end = triple;
  printf("atomics %ld %ld %ld %ld %ld\n", end.a, end.b, end.c, (long)wide, plain);
}

static void *jump(void *p) {
  jmp_buf buffer;
  volatile long k = 0;
  (void)p;
  if (setjmp(buffer) < 50) {
    k++;
    longjmp(buffer, (int)k);
  }
  return (void *)k;
}

static void *big(void *p) {
  char block[1 << 20];
  volatile char *b = block;
  memset(block, (int)(long)p, sizeof block);
  return (void *)(long)(b[1000] + b[1 << 19]);
}

static void *nest(void *p) {
  long depth = (long)p;
  pthread_t t;
  void *r;
  if (!depth) return NULL;
  if (pthread_create(&t, NULL, nest, (void *)(depth - 1))) return (void *)-1L;
  pthread_join(t, &r);
  return (void *)((long)r + 1);
}

static void *run(const pthread_attr_t *a, void *(*f)(void *), long argument) {
  pthread_t t;
  void *r = NULL;
  pthread_create(&t, a, f, (void *)argument);
  pthread_join(t, &r);
  return r;
}

static void stacks(void) {
  static char own[1 << 18] __attribute__((aligned(64)));
  pthread_attr_t a;
  printf("jumps %ld\n", (long)run(NULL, jump, 0));
  pthread_attr_init(&a);
  pthread_attr_setstacksize(&a, 4 << 20);
  printf("big %ld\n", (long)run(&a, big, 3));
  pthread_attr_init(&a);
  pthread_attr_setstack(&a, own, sizeof own);
  printf("own %ld\n", (long)run(&a, jump, 0));
  printf("nested %ld\n", (long)run(NULL, nest, 40));
}

static int before, parent, child;
static void on_before(void) { before++; }
static void on_parent(void) { parent++; }
static void on_child(void) { child++; }

static void *leave(void *p) {
  (void)p;
  usleep(1000);
  puts("exit from a thread");
  exit(5);
}

int main(void) {
  c11_threads();
  timers();
  asynchronous();
  mutexes();
  atomics();
  stacks();
  fflush(stdout);
  pthread_atfork(on_before, on_parent, on_child);
  pid_t pid = fork();
  if (!pid) _exit(before + child * 10 + (int)(long)run(NULL, jump, 0));
  int status = 0;
  waitpid(pid, &status, 0);
  printf("fork %d %d %d\n", WEXITSTATUS(status), before, parent);
  printf("setgid %d\n", setgid(getgid()));
  pthread_t t;
  pthread_create(&t, NULL, leave, NULL);
  for (;;) pause();
}
