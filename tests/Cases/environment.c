// The environment from inside: getenv, setenv, unsetenv, putenv; argv[0] is there; errno of failing calls.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int argc, char **argv) {
  printf("%d %d\n", argc, argv[0] != 0 && strlen(argv[0]) > 0);
  printf("%d\n", getenv("POPCORN_CASE_UNSET") == 0);
  setenv("POPCORN_CASE", "one", 1);
  setenv("POPCORN_CASE", "two", 0);
  printf("%s\n", getenv("POPCORN_CASE"));
  setenv("POPCORN_CASE", "three", 1);
  printf("%s\n", getenv("POPCORN_CASE"));
  unsetenv("POPCORN_CASE");
  printf("%d\n", getenv("POPCORN_CASE") == 0);
  static char own[] = "POPCORN_OWN=mine";
  putenv(own);
  printf("%s\n", getenv("POPCORN_OWN"));
  errno = 0;
  int fd = open("/nonexistent/file", O_RDONLY);
  printf("%d %d\n", fd, errno == ENOENT);
  int closed = close(-1);
  printf("%d %d\n", closed, errno == EBADF);
  printf("%d %d\n", access("/", R_OK), access("/nonexistent", F_OK));
  int pipes[2];
  printf("%d\n", pipe(pipes));
  char b[8] = {0};
  ssize_t sent = write(pipes[1], "through", 7), got = read(pipes[0], b, 7);
  printf("%zd %zd %s\n", sent, got, b);
  char directory[256];
  printf("%d\n", getcwd(directory, sizeof directory) == directory && directory[0] == '/');
  return 0;
}
