// What a program can ask about itself and the machine has one answer wherever it runs: ids, names, directories, limits, masks; and clocks
// never run backwards.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

static volatile int rounds = 1;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}

struct facts {
  pid_t pid, parent, group, session, thread;
  uid_t user, effective;
  gid_t gid;
  struct utsname name;
  char directory[256], host[100], link[256];
  struct rlimit files, stack, core;
  mode_t mask;
  long page, priority, open_max, ticks;
  char *path;
};
static struct facts *learn(void) {
  struct facts *f = calloc(1, sizeof *f);
  f->pid = getpid(); work();
  f->parent = getppid(); work();
  f->group = getpgrp(); work();
  f->session = getsid(0); work();
  f->thread = gettid(); work();
  f->user = getuid(); f->effective = geteuid(); f->gid = getgid(); work();
  uname(&f->name); work();
  if (!getcwd(f->directory, sizeof f->directory)) exit(2);
  work();
  gethostname(f->host, sizeof f->host); work();
  if (readlink("/proc/self/cwd", f->link, sizeof f->link - 1) < 0) exit(3);
  work();
  getrlimit(RLIMIT_NOFILE, &f->files); work();
  getrlimit(RLIMIT_STACK, &f->stack); work();
  getrlimit(RLIMIT_CORE, &f->core); work();
  f->mask = umask(022); work();
  umask(f->mask); work();
  f->page = sysconf(_SC_PAGESIZE); f->open_max = sysconf(_SC_OPEN_MAX); f->ticks = sysconf(_SC_CLK_TCK); work();
  f->priority = getpriority(PRIO_PROCESS, 0); work();
  f->path = getenv("PATH");
  return f;
}

int main(int argc, char **argv) {
  struct facts *first = learn();
  int same = 1;
  for (int i = 0; i < 5; i++) {
    struct facts *f = learn();
    same &= !memcmp(f, first, sizeof *f);
    free(f);
    work();
  }
  printf("same %d\n", same);
  printf("%d %d\n", !strcmp(first->name.sysname, "Linux"), !strcmp(first->directory, first->link));
  printf("%d %d\n", argc, argv[argc] == 0);

  // Changes are seen at once and stay.
  umask(0137);
  work();
  printf("%o\n", umask(0077));
  work();
  if (chdir("/tmp")) return 4;
  work();
  char where[64];
  printf("%s\n", getcwd(where, sizeof where));
  struct rlimit low = {64, first->files.rlim_max};
  work();
  printf("%d ", setrlimit(RLIMIT_NOFILE, &low));
  work();
  getrlimit(RLIMIT_NOFILE, &low);
  printf("%d %ld\n", (int)low.rlim_cur, sysconf(_SC_OPEN_MAX));
  setpriority(PRIO_PROCESS, 0, first->priority + 1);
  work();
  printf("%ld\n", getpriority(PRIO_PROCESS, 0) - first->priority);
  char name[64];
  snprintf(name, sizeof name, "popcorn-mask-%d", (int)getpid());
  FILE *f = fopen(name, "w");
  work();
  struct stat s;
  stat(name, &s);
  work();
  fclose(f);
  unlink(name);
  printf("%o\n", s.st_mode & 0777);

  static const clockid_t clocks[] = {CLOCK_MONOTONIC, CLOCK_REALTIME, CLOCK_BOOTTIME, CLOCK_MONOTONIC_RAW};
  int backwards = 0;
  for (int k = 0; k < 4; k++) {
    struct timespec last = {0, 0}, now;
    for (int i = 0; i < 20; i++) {
      clock_gettime(clocks[k], &now);
      backwards += now.tv_sec < last.tv_sec || (now.tv_sec == last.tv_sec && now.tv_nsec < last.tv_nsec);
      last = now;
      work();
    }
  }
  struct timeval wall;
  gettimeofday(&wall, 0);
  work();
  printf("backwards %d, %d\n", backwards, time(0) >= wall.tv_sec);
  clock_t before = clock(), after;
  struct timespec cpu, later;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &cpu);
  work();
  after = clock();
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &later);
  printf("processor time %d %d\n", after >= before, later.tv_sec > cpu.tv_sec || (later.tv_sec == cpu.tv_sec && later.tv_nsec >= cpu.tv_nsec));
  return 0;
}
