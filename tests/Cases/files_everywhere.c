// Files with a move between any two calls: offsets, O_APPEND by two descriptors, positioned and vectored reads and writes, truncation, locks
// of both kinds against a child, holes, stat's family, links, directories, sendfile and copy_file_range, times, access, descriptors copied.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int rounds = 1;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}
static char folder[64], name[128];
static const char *in(const char *file) {
  snprintf(name, sizeof name, "%s/%s", folder, file);
  return name;
}

static void offsets(void) {
  int a = open(in("data"), O_RDWR | O_CREAT | O_EXCL, 0640);
  work();
  printf("write %zd\n", write(a, "0123456789abcdef", 16));
  work();
  int b = dup(a), c = open(in("data"), O_RDONLY);
  work();
  printf("seek %ld", (long)lseek(a, 4, SEEK_SET));
  work();
  char buffer[32] = {0};
  printf(" read %zd", read(b, buffer, 3));
  work();
  printf(" %s at %ld", buffer, (long)lseek(a, 0, SEEK_CUR));
  work();
  printf(", other %ld\n", (long)lseek(c, 0, SEEK_CUR));
  work();
  printf("pwrite %zd", pwrite(a, "XY", 2, 10));
  work();
  printf(" pread %zd", pread(c, buffer, 6, 8));
  buffer[6] = 0;
  work();
  printf(" %s at %ld\n", buffer, (long)lseek(a, 0, SEEK_CUR));
  char one[4] = {0}, two[6] = {0}, three[9] = {0};
  struct iovec parts[3] = {{one, 3}, {two, 5}, {three, 8}};
  work();
  printf("readv %zd", readv(c, parts, 3));
  work();
  printf(" %s %s %s\n", one, two, three);
  lseek(a, 0, SEEK_END);
  struct iovec out[2] = {{"vector", 6}, {"ed", 2}};
  work();
  printf("writev %zd\n", writev(a, out, 2));
  work();
  printf("truncate %d", ftruncate(a, 20));
  work();
  struct stat s;
  printf(" %d", fstat(a, &s));
  work();
  printf(" %d %o\n", (int)s.st_size, s.st_mode & 0777);
  lseek(a, 8192, SEEK_SET);
  work();
  printf("hole %zd", write(a, "end", 3));
  work();
  printf(" data %ld\n", (long)lseek(a, 0, SEEK_DATA));
  int d = fcntl(a, F_DUPFD_CLOEXEC, 50);
  work();
  printf("dup %d flags %d", d >= 50, fcntl(d, F_GETFD));
  work();
  printf(" same %d", dup2(d, 70));
  work();
  printf(" %d\n", fcntl(70, F_GETFD));
  close(70);
  work();
  close(d), close(c), close(b);
  printf("closed %d", close(a));
  work();
  printf(" %d %d\n", close(a), errno == EBADF);
}

static void appending(void) {
  int a = open(in("log"), O_WRONLY | O_CREAT | O_APPEND, 0600), b = open(in("log"), O_RDWR | O_APPEND);
  for (int i = 0; i < 4; i++) {
    dprintf(i & 1 ? b : a, "line %d\n", i);
    work();
    lseek(a, 0, SEEK_SET);
    work();
  }
  char all[64] = {0};
  printf("append %zd", pread(b, all, sizeof all, 0));
  work();
  printf(" %c%c%c%c flags %d\n", all[5], all[12], all[19], all[26], (fcntl(a, F_GETFL) & (O_APPEND | O_ACCMODE)) == (O_APPEND | O_WRONLY));
  close(a), close(b);
}

// A child at home tries what this program, wherever it is, has locked.
static int child(int (*f)(void)) {
  fflush(stdout);
  pid_t pid = fork();
  if (!pid) _exit(f());
  int status = 0;
  work();
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
static int try_locks(void) {
  int fd = open(in("data"), O_RDWR);
  struct flock l = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 5, .l_len = 1}, far = {.l_type = F_WRLCK, .l_start = 100, .l_len = 1}, ask = l;
  int r = fcntl(fd, F_SETLK, &l) == 0 ? 1 : 0;
  r |= fcntl(fd, F_SETLK, &far) == 0 ? 2 : 0;
  r |= fcntl(fd, F_GETLK, &ask) == 0 && ask.l_type == F_RDLCK && ask.l_pid == getppid() && ask.l_start == 0 && ask.l_len == 10 ? 4 : 0;
  int other = open(in("log"), O_RDWR);
  return r | (flock(other, LOCK_EX | LOCK_NB) == 0 ? 8 : 0);
}
static void locks(void) {
  int fd = open(in("data"), O_RDWR), other = open(in("log"), O_RDWR);
  struct flock l = {.l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = 0, .l_len = 10};
  work();
  printf("lock %d", fcntl(fd, F_SETLK, &l));
  work();
  printf(" flock %d", flock(other, LOCK_EX));
  work();
  printf(" child %d", child(try_locks));
  l.l_type = F_UNLCK;
  work();
  fcntl(fd, F_SETLKW, &l);
  work();
  flock(other, LOCK_UN);
  work();
  printf(" then %d\n", child(try_locks) & 11);
  close(fd), close(other);
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
static void directories(void) {
  work();
  printf("mkdir %d", mkdir(in("sub"), 0700));
  work();
  printf(" %d", symlink("data", in("link")));
  char from[128];
  strcpy(from, in("data"));
  work();
  printf(" %d", link(from, in("sub/hard")));
  work();
  struct stat s;
  lstat(in("link"), &s);
  work();
  printf(" %d", S_ISLNK(s.st_mode));
  stat(in("link"), &s);
  work();
  printf(" %d links %d", S_ISREG(s.st_mode), (int)s.st_nlink);
  char target[16] = {0};
  work();
  printf(" %zd %s\n", readlink(in("link"), target, sizeof target), target);
  for (int i = 0; i < 40; i++) {
    char file[16];
    snprintf(file, sizeof file, "sub/n%02d", i);
    close(open(in(file), O_CREAT | O_WRONLY, 0600));
    if (i % 8 == 0) work();
  }
  DIR *d = opendir(in("sub"));
  char *names[64];
  int n = 0;
  for (struct dirent *e; (e = readdir(d)) && n < 64; work())
    if (e->d_name[0] != '.') names[n++] = strdup(e->d_name);
  qsort(names, n, sizeof *names, by_name);
  printf("directory %d %s %s %s", n, names[0], names[1], names[n - 1]);
  rewinddir(d);
  work();
  int again = 0;
  while (readdir(d)) again++;
  printf(" again %d", again);
  printf(" fd %d\n", fstatat(dirfd(d), "n07", &s, 0));
  closedir(d);
  work();
  printf("rename %d", rename(in("sub/n01"), strcat(strcpy(from, folder), "/moved")) );
  work();
  printf(" gone %d", access(in("sub/n01"), F_OK) == -1 && errno == ENOENT);
  work();
  printf(" rmdir %d %d", rmdir(in("sub")), errno == ENOTEMPTY);
  struct timespec when[2] = {{1000000000, 5}, {1234567890, 500}};
  work();
  printf(" times %d", utimensat(AT_FDCWD, in("data"), when, 0));
  work();
  stat(in("data"), &s);
  printf(" %ld.%ld", (long)s.st_mtim.tv_sec, s.st_mtim.tv_nsec);
  work();
  printf(" chmod %d", chmod(in("data"), 0604));
  work();
  stat(in("data"), &s);
  struct statvfs v;
  printf(" %o vfs %d\n", s.st_mode & 0777, statvfs(folder, &v) == 0 && v.f_bsize > 0);
}

static void copies(void) {
  int from = open(in("data"), O_RDONLY), to = open(in("copy"), O_RDWR | O_CREAT, 0600);
  off_t at = 2;
  work();
  printf("sendfile %zd", sendfile(to, from, &at, 6));
  work();
  printf(" at %ld %ld", (long)at, (long)lseek(from, 0, SEEK_CUR));
  char b[16] = {0};
  work();
  printf(" %zd %s", pread(to, b, 15, 0), b);
  work();
  printf(" fallocate %d", posix_fallocate(to, 0, 5000));
  work();
  struct stat s;
  fstat(to, &s);
  printf(" %d sync %d %d\n", (int)s.st_size, fsync(to), fdatasync(to));
  close(from), close(to);
}

int main(void) {
  snprintf(folder, sizeof folder, "/tmp/popcorn-files-%d", (int)getpid());
  umask(022);
  if (mkdir(folder, 0700)) return 1;
  offsets();
  appending();
  locks();
  directories();
  copies();
  char command[100];
  snprintf(command, sizeof command, "rm -r %s", folder);
  work();
  printf("removed %d", system(command));
  work();
  printf(" %d\n", access(folder, F_OK));
  return 0;
}
