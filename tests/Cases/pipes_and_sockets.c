// Pipes, socket pairs, Unix and loopback TCP sockets, poll, select, epoll, eventfd, timerfd, non-blocking calls, interrupted calls, children
// by fork, exec, popen and posix_spawn: each with a move between any two calls.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
static volatile int rounds = 1;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}

static void pipes(void) {
  int p[2];
  char b[16] = {0};
  printf("pipe %d", pipe2(p, O_NONBLOCK));
  work();
  printf(" empty %zd %d", read(p[0], b, 4), errno == EAGAIN);
  work();
  struct pollfd f[2] = {{p[0], POLLIN, 0}, {p[1], POLLOUT, 0}};
  printf(" poll %d", poll(f, 2, 0));
  work();
  printf(" %d %d", f[0].revents, f[1].revents == POLLOUT);
  work();
  printf(" write %zd", write(p[1], "through", 7));
  work();
  int waiting = 0;
  ioctl(p[0], FIONREAD, &waiting);
  work();
  printf(" waiting %d poll %d", waiting, poll(f, 2, 1000));
  work();
  printf(" %d", f[0].revents == POLLIN);
  char page[4096] = {0};
  int pages = 0;
  while (write(p[1], page, sizeof page) == sizeof page) pages++, work();
  printf(" full %d %d", pages > 0, errno == EAGAIN);
  fcntl(p[0], F_SETFL, fcntl(p[0], F_GETFL) & ~O_NONBLOCK);
  work();
  printf(" read %zd %s", read(p[0], b, 7), b);
  close(p[1]);
  work();
  long total = 0;
  for (ssize_t n; (n = read(p[0], page, sizeof page)) > 0;) total += n;
  printf(" rest %d", total == 4096L * pages);
  close(p[0]);
  signal(SIGPIPE, SIG_IGN);
  pipe(p);
  close(p[0]);
  work();
  printf(" broken %zd %d\n", write(p[1], "x", 1), errno == EPIPE);
  close(p[1]);
}

static volatile int rang;
static void ring(int s) { (void)s; rang++; }
static void interrupted(void) {
  int p[2];
  char b;
  pipe(p);
  struct sigaction a = {.sa_handler = ring};
  sigaction(SIGALRM, &a, 0);
  struct itimerval t = {{0, 0}, {0, 20000}};
  setitimer(ITIMER_REAL, &t, 0);
  work();
  ssize_t n = read(p[0], &b, 1);
  work();
  printf("read %zd %d rang %d", n, errno == EINTR, rang);
  setitimer(ITIMER_REAL, &t, 0);
  struct pollfd f = {p[0], POLLIN, 0};
  work();
  int r = poll(&f, 1, 5000);
  work();
  printf(" poll %d %d rang %d", r, errno == EINTR, rang);
  a.sa_flags = SA_RESTART;
  sigaction(SIGALRM, &a, 0);
  fflush(stdout);
  pid_t child = fork();
  if (!child) {
    usleep(60000);
    _exit(write(p[1], "k", 1) != 1);
  }
  setitimer(ITIMER_REAL, &t, 0);
  work();
  n = read(p[0], &b, 1);
  work();
  printf(" restarted %zd %c rang %d", n, b, rang);
  int status;
  waitpid(child, &status, 0);
  printf(" child %d\n", status);
  close(p[0]), close(p[1]);
}

static void selecting(void) {
  int s[2], e = epoll_create1(EPOLL_CLOEXEC), v = eventfd(0, EFD_NONBLOCK);
  printf("pair %d", socketpair(AF_UNIX, SOCK_STREAM, 0, s));
  work();
  struct epoll_event event = {.events = EPOLLIN, .data.u64 = 0x123456789abcdef0}, got[4];
  epoll_ctl(e, EPOLL_CTL_ADD, s[0], &event);
  event.data.u64 = 7;
  work();
  epoll_ctl(e, EPOLL_CTL_ADD, v, &event);
  work();
  printf(" none %d", epoll_wait(e, got, 4, 0));
  work();
  write(s[1], "abc", 3);
  uint64_t one = 5;
  work();
  write(v, &one, 8);
  work();
  int n = epoll_wait(e, got, 4, 1000);
  uint64_t sum = 0;
  for (int i = 0; i < n; i++) sum += got[i].data.u64;
  work();
  printf(" both %d %d", n, sum == 0x123456789abcdef7);
  fd_set in;
  FD_ZERO(&in);
  FD_SET(s[0], &in);
  FD_SET(s[1], &in);
  struct timeval tv = {2, 0};
  work();
  printf(" select %d", select((s[0] > s[1] ? s[0] : s[1]) + 1, &in, 0, 0, &tv));
  work();
  printf(" %d%d", FD_ISSET(s[0], &in) != 0, FD_ISSET(s[1], &in) != 0);
  char b[8] = {0};
  printf(" read %zd", read(s[0], b, 8));
  work();
  read(v, &one, 8);
  printf(" event %d", (int)one);
  int t = timerfd_create(CLOCK_MONOTONIC, 0);
  struct itimerspec when = {{0, 0}, {0, 5000000}};
  work();
  timerfd_settime(t, 0, &when, 0);
  work();
  printf(" timer %zd", read(t, &one, 8));
  // A descriptor and bytes in one message.
  struct iovec part = {"fd", 2};
  union { struct cmsghdr h; char room[CMSG_SPACE(sizeof(int))]; } c;
  memset(&c, 0, sizeof c);
  struct msghdr m = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = &c, .msg_controllen = sizeof c};
  c.h.cmsg_level = SOL_SOCKET;
  c.h.cmsg_type = SCM_RIGHTS;
  c.h.cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(&c.h), &v, sizeof v);
  work();
  printf(" sendmsg %zd", sendmsg(s[1], &m, 0));
  char text[4] = {0};
  part = (struct iovec){text, 3};
  memset(&c, 0, sizeof c);
  work();
  printf(" recvmsg %zd %s", recvmsg(s[0], &m, 0), text);
  int passed;
  memcpy(&passed, CMSG_DATA(&c.h), sizeof passed);
  one = 9;
  work();
  write(passed, &one, 8);
  work();
  read(v, &one, 8);
  printf(" passed %d", (int)one);
  shutdown(s[1], SHUT_WR);
  work();
  printf(" end %zd\n", read(s[0], b, 8));
  close(s[0]), close(s[1]), close(e), close(v), close(t), close(passed);
}

static void network(void) {
  int l = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
  work();
  setsockopt(l, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  socklen_t size = sizeof a;
  work();
  printf("bind %d", bind(l, (void *)&a, sizeof a));
  work();
  getsockname(l, (void *)&a, &size);
  work();
  printf(" port %d listen %d", a.sin_port != 0, listen(l, 2));
  fflush(stdout);
  pid_t child = fork();
  if (!child) {
    int c = socket(AF_INET, SOCK_STREAM, 0);
    char b[6] = {0};
    if (connect(c, (void *)&a, sizeof a) || send(c, "hello", 5, 0) != 5 || recv(c, b, 5, MSG_WAITALL) != 5) _exit(1);
    _exit(strcmp(b, "HELLO") ? 2 : 7);
  }
  struct sockaddr_in from;
  size = sizeof from;
  work();
  int c = accept(l, (void *)&from, &size);
  work();
  printf(" from %s", inet_ntoa(from.sin_addr));
  char b[8] = {0};
  recv(c, b, 5, MSG_WAITALL);
  for (int i = 0; i < 5; i++) b[i] -= 32;
  work();
  send(c, b, 5, MSG_NOSIGNAL);
  int error = 1, status = 0;
  size = sizeof error;
  work();
  getsockopt(c, SOL_SOCKET, SO_ERROR, &error, &size);
  work();
  waitpid(child, &status, 0);
  printf(" %s error %d child %d", b, error, WEXITSTATUS(status));
  close(c), close(l);
  int u = socket(AF_UNIX, SOCK_DGRAM, 0), w = socket(AF_UNIX, SOCK_DGRAM, 0);
  struct sockaddr_un n = {.sun_family = AF_UNIX};
  int length = snprintf(n.sun_path + 1, sizeof n.sun_path - 1, "popcorn-case-%d", (int)getpid()) + 1 + offsetof(struct sockaddr_un, sun_path);
  work();
  printf(" unix %d", bind(u, (void *)&n, length));
  work();
  printf(" sent %zd", sendto(w, "datagram", 8, 0, (void *)&n, length));
  work();
  memset(b, 0, sizeof b);
  printf(" got %zd %s\n", recvfrom(u, b, 4, MSG_TRUNC, 0, 0), b);
  close(u), close(w);
}

static void children(void) {
  int p[2], status;
  pipe(p);
  fflush(stdout);
  pid_t child = fork();
  work();
  if (!child) {
    dup2(p[1], 1);
    close(p[0]);
    execl("/bin/sh", "sh", "-c", "echo from $0; exit 3", "exec", (char *)0);
    _exit(99);
  }
  close(p[1]);
  char b[64] = {0};
  work();
  for (ssize_t n, at = 0; (n = read(p[0], b + at, sizeof b - 1 - at)) > 0; at += n) work();
  close(p[0]);
  printf("%s", b);
  work();
  printf("wait %d", waitpid(child, &status, 0) == child);
  work();
  printf(" code %d none %d %d\n", WEXITSTATUS(status), waitpid(-1, &status, WNOHANG), errno == ECHILD);
  FILE *f = popen("tr a-z A-Z; exit 4", "w");
  work();
  fprintf(f, "popen\n");
  work();
  fflush(stdout);
  printf("closed %d\n", WEXITSTATUS(pclose(f)));
  fflush(stdout);
  char *arguments[] = {"sh", "-c", "echo spawned $MARK; kill -9 $$", 0};
  setenv("MARK", "here", 1);
  work();
  int spawned = posix_spawn(&child, "/bin/sh", 0, 0, arguments, environ);
  siginfo_t info;
  memset(&info, 0, sizeof info);
  work();
  waitid(P_PID, child, &info, WEXITED | WNOWAIT);
  work();
  printf("spawn %d killed %d %d", spawned, info.si_code == CLD_KILLED, info.si_status);
  waitpid(child, &status, 0);
  work();
  printf(" %d\n", WIFSIGNALED(status) ? WTERMSIG(status) : -1);
  fflush(stdout);
}

int main(void) {
  pipes();
  interrupted();
  selecting();
  network();
  setvbuf(stdout, 0, _IOLBF, 0);
  children();
  printf("tty %d %d\n", isatty(0), errno == ENOTTY);
  fflush(stdout);
  work();
  execl("/bin/sh", "sh", "-c", "echo replaced; exit 0", (char *)0);
  return 1;
}
