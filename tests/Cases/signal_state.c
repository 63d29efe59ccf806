// What the kernel and the program know of signals stays the same across moves: handlers with their masks and flags, blocked and pending
// signals, values of queued ones, the alternate stack, sigsuspend, sigwait, timers, an alarm; a move that is due while a handler runs waits.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static volatile int rounds = 2;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}

static volatile int order[32], count, depth, deepest;
static void note(int signo) {
  depth++;
  if (depth > deepest) deepest = depth;
  work();
  order[count++] = signo;
  work();
  depth--;
}
static void nested(int signo) {
  depth++;
  raise(SIGUSR2);
  work();
  order[count++] = signo;
  depth--;
}
static volatile int sum;
static void value(int signo, siginfo_t *info, void *context) {
  (void)signo, (void)context;
  work();
  sum = sum * 10 + info->si_value.sival_int + (info->si_code == SI_QUEUE ? 0 : 1000) + (info->si_pid == getpid() ? 0 : 5000);
}
static void show(const char *what) {
  printf("%s:", what);
  for (int i = 0; i < count; i++) printf(" %d", order[i] == SIGUSR1 ? 1 : order[i] == SIGUSR2 ? 2 : order[i] == SIGALRM ? 3 : order[i] == SIGTERM ? 4 : order[i]);
  printf("\n");
  count = 0;
}
static void set(int signo, void (*handler)(int), int flags, int also) {
  struct sigaction a;
  memset(&a, 0, sizeof a);
  a.sa_handler = handler;
  a.sa_flags = flags;
  sigemptyset(&a.sa_mask);
  if (also) sigaddset(&a.sa_mask, also);
  sigaction(signo, &a, 0);
}
static void mask(int how, int a, int b) {
  sigset_t s;
  sigemptyset(&s);
  if (a) sigaddset(&s, a);
  if (b) sigaddset(&s, b);
  sigprocmask(how, &s, 0);
}
static int pending(int signo) {
  sigset_t s;
  sigpending(&s);
  return sigismember(&s, signo);
}

static char *stack;
static size_t stack_size;
static volatile int on_it = -1;
static void on_stack(int signo) {
  stack_t now;
  char here;
  work();
  sigaltstack(0, &now);
  on_it = now.ss_sp == stack && now.ss_size == stack_size;
  (void)here;
  order[count++] = signo;
}

int main(void) {
  set(SIGUSR1, note, 0, 0);
  set(SIGUSR2, note, 0, 0);
  mask(SIG_BLOCK, SIGUSR1, SIGUSR2);
  work();
  raise(SIGUSR2);
  work();
  kill(getpid(), SIGUSR1);
  raise(SIGUSR1);
  work();
  printf("pending %d %d, ran %d\n", pending(SIGUSR1), pending(SIGUSR2), count);
  mask(SIG_UNBLOCK, SIGUSR1, 0);
  work();
  printf("pending %d %d, ran %d\n", pending(SIGUSR1), pending(SIGUSR2), count);
  mask(SIG_SETMASK, 0, 0);
  show("unblocked");

  // The mask of a handler; one that may interrupt itself; one that is gone after its first time.
  set(SIGUSR1, nested, 0, SIGUSR2);
  work();
  raise(SIGUSR1);
  show("masked");
  set(SIGUSR1, nested, SA_NODEFER, 0);
  raise(SIGUSR1);
  show("nested");
  set(SIGTERM, note, SA_RESETHAND, 0);
  work();
  raise(SIGTERM);
  struct sigaction now;
  sigaction(SIGTERM, 0, &now);
  printf("reset %d flags %d\n", now.sa_handler == SIG_DFL, (now.sa_flags & SA_NODEFER) != 0);
  show("once");
  printf("deepest %d\n", deepest);

  // Queued signals keep their order and values.
  struct sigaction info;
  memset(&info, 0, sizeof info);
  info.sa_sigaction = value;
  info.sa_flags = SA_SIGINFO;
  sigaction(SIGRTMIN + 5, &info, 0);
  mask(SIG_BLOCK, SIGRTMIN + 5, 0);
  for (int i = 1; i < 6; i++) {
    work();
    sigqueue(getpid(), SIGRTMIN + 5, (union sigval){.sival_int = i});
  }
  work();
  mask(SIG_SETMASK, 0, 0);
  printf("queued %d\n", sum);

  // Waiting for one: sigsuspend lets it through, sigwait and sigtimedwait take it.
  set(SIGUSR1, note, 0, 0);
  mask(SIG_BLOCK, SIGUSR1, SIGUSR2);
  raise(SIGUSR1);
  work();
  sigset_t none, one;
  sigemptyset(&none);
  int r = sigsuspend(&none);
  work();
  printf("suspend %d %d\n", r, errno == EINTR);
  show("suspended");
  raise(SIGUSR2);
  work();
  sigemptyset(&one);
  sigaddset(&one, SIGUSR2);
  int got = 0;
  r = sigwait(&one, &got);
  printf("wait %d %d\n", r, got == SIGUSR2);
  work();
  struct timespec little = {0, 2000000};
  r = sigtimedwait(&one, 0, &little);
  printf("timed %d %d\n", r, errno == EAGAIN);
  mask(SIG_SETMASK, 0, 0);
  show("taken");

  stack_size = 65536;
  stack = malloc(stack_size);
  stack_t alt = {.ss_sp = stack, .ss_size = stack_size};
  printf("altstack %d\n", sigaltstack(&alt, 0));
  work();
  set(SIGUSR1, on_stack, SA_ONSTACK, 0);
  raise(SIGUSR1);
  stack_t was;
  work();
  sigaltstack(0, &was);
  printf("on it %d, same %d\n", on_it, was.ss_sp == stack && was.ss_size == stack_size && !was.ss_flags);
  alt.ss_flags = SS_DISABLE;
  sigaltstack(&alt, 0);
  work();
  sigaltstack(0, &was);
  printf("off %d\n", was.ss_flags == SS_DISABLE);
  show("stack");

  // Timers go on while the program moves.
  set(SIGALRM, note, SA_RESTART, 0);
  struct itimerval t = {{0, 3000}, {0, 3000}}, left;
  setitimer(ITIMER_REAL, &t, 0);
  while (count < 4) work();
  work();
  getitimer(ITIMER_REAL, &left);
  printf("interval %d\n", (int)left.it_interval.tv_usec);
  memset(&t, 0, sizeof t);
  setitimer(ITIMER_REAL, &t, &left);
  work();
  count = 0;
  printf("before %u\n", alarm(100));
  work();
  unsigned rest = alarm(0);
  printf("rest %d\n", rest == 100 || rest == 99);
  timer_t timer;
  struct sigevent event;
  memset(&event, 0, sizeof event);
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGUSR2;
  set(SIGUSR2, note, 0, 0);
  printf("timer %d\n", timer_create(CLOCK_MONOTONIC, &event, &timer));
  struct itimerspec when = {{0, 0}, {0, 2000000}};
  work();
  timer_settime(timer, 0, &when, 0);
  while (!count) work();
  timer_delete(timer);
  show("timer");
  return 0;
}
