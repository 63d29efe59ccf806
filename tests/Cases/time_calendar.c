// time.h: calendar conversions both ways, strftime, clocks that do not run backwards across whatever happens between two reads.
#include <stdio.h>
#include <string.h>
#include <time.h>

static int spin(int n) {
  int s = 0;
  for (int i = 0; i < n; i++) s += i % 7;
  return s;
}

int main(void) {
  time_t stamps[] = {0, 86399, 951782400, 1700000000, 4102444799};
  for (int i = 0; i < 5; i++) {
    struct tm tm;
    gmtime_r(&stamps[i], &tm);
    char b[64];
    strftime(b, sizeof b, "%Y-%m-%d %H:%M:%S %a %j", &tm);
    printf("%s\n", b);
  }
  struct tm t = {.tm_year = 124, .tm_mon = 1, .tm_mday = 30, .tm_hour = 25};
  time_t back = mktime(&t);
  printf("%d-%02d-%02d %d\n", t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, back != (time_t)-1);
  time_t now = time(0);
  printf("%d\n", now > 1600000000);
  struct timespec a, b;
  clock_gettime(CLOCK_MONOTONIC, &a);
  int r = spin(60);
  clock_gettime(CLOCK_MONOTONIC, &b);
  printf("%d %d\n", r, b.tv_sec > a.tv_sec || (b.tv_sec == a.tv_sec && b.tv_nsec >= a.tv_nsec));
  struct timespec nap = {0, 1000000};
  printf("%d\n", nanosleep(&nap, 0));
  printf("%d\n", time(0) >= now);
  printf("%.0f\n", difftime(100, 40));
  return 0;
}
