// signal.h: handlers run on raise and kill, masks block and release, SIG_IGN, sigaction's flags, an alarm that ends a pause.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t seen[65];
static void handler(int s) { seen[s]++; }
static void with_info(int s, siginfo_t *info, void *context) {
  (void)context;
  seen[s] += info->si_signo == s ? 100 : 1;
}

int main(void) {
  signal(SIGUSR1, handler);
  raise(SIGUSR1);
  kill(getpid(), SIGUSR1);
  printf("%d\n", (int)seen[SIGUSR1]);

  struct sigaction sa;
  memset(&sa, 0, sizeof sa);
  sa.sa_sigaction = with_info;
  sa.sa_flags = SA_SIGINFO;
  sigemptyset(&sa.sa_mask);
  printf("%d\n", sigaction(SIGUSR2, &sa, 0));
  raise(SIGUSR2);
  printf("%d\n", (int)seen[SIGUSR2]);

  sigset_t set, old, pending;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_BLOCK, &set, &old);
  raise(SIGUSR1);
  sigpending(&pending);
  printf("%d %d\n", (int)seen[SIGUSR1], sigismember(&pending, SIGUSR1));
  sigprocmask(SIG_SETMASK, &old, 0);
  printf("%d\n", (int)seen[SIGUSR1]);

  signal(SIGUSR1, SIG_IGN);
  raise(SIGUSR1);
  printf("%d\n", (int)seen[SIGUSR1]);

  struct sigaction was;
  sigaction(SIGUSR1, 0, &was);
  printf("%d\n", was.sa_handler == SIG_IGN);

  signal(SIGALRM, handler);
  alarm(1);
  while (!seen[SIGALRM]) pause();
  printf("%d\n", (int)seen[SIGALRM]);
  return 0;
}
