// What the library remembers between calls: a line half printed, characters pushed back, strtok's place, the random numbers of rand, random
// and drand48, the locale, getopt, qsort's comparison data, the time zone, gmtime's buffer.
#define _GNU_SOURCE
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static volatile int rounds = 2;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}

int main(void) {
  printf("a line");
  work();
  printf(", in %d", 3);
  work();
  fputs(" parts", stdout);
  work();
  putchar('\n');
  char own[64];
  FILE *f = tmpfile();
  setvbuf(f, own, _IOFBF, sizeof own);
  for (int i = 0; i < 30; i++) {
    fprintf(f, "%d;", i * i);
    if (i % 7 == 0) work();
  }
  rewind(f);
  int n, total = 0;
  for (int i = 0; i < 11; i++) {
    if (fscanf(f, "%d;", &n) != 1) return 1;
    total += n;
  }
  ungetc('7', f);
  work();
  if (fscanf(f, "%d", &n) != 1) return 2;
  printf("%d %d %ld\n", total, n, ftell(f));
  work();
  fclose(f);

  char words[] = "one,two;;three four,five", *rest = 0;
  for (char *w = strtok(words, ",;"); w; w = strtok(0, ",; ")) {
    work();
    printf("[%s]", w);
  }
  char list[] = "k=1&l=22&m";
  for (char *w = strtok_r(list, "&", &rest); w; w = strtok_r(0, "&", &rest)) {
    char *inner = 0;
    char *key = strtok_r(w, "=", &inner);
    work();
    char *value = strtok_r(0, "=", &inner);
    printf("(%s %s)", key, value ? value : "-");
  }
  printf("\n");

  // The numbers are the library's own; that they go on where they were is what counts.
  int same = 1;
  int plain[8];
  long more[8];
  double d[4];
  char state[64];
  unsigned short x[3] = {1, 2, 3};
  for (int round = 0; round < 2; round++) {
    srand(42);
    srandom(7);
    srand48(11);
    for (int i = 0; i < 8; i++) {
      int r = rand();
      long m = random();
      double e = i < 4 ? drand48() : 0;
      if (!round) plain[i] = r, more[i] = m;
      if (!round && i < 4) d[i] = e;
      same &= plain[i] == r && more[i] == m && (i >= 4 || d[i] == e);
      if (round) work();
    }
  }
  initstate(5, state, sizeof state);
  long first = random();
  work();
  setstate(state);
  work();
  same &= first != random() || 1;
  printf("%d %ld %d\n", same, nrand48(x), x[0] != 1);

  printf("%s ", setlocale(LC_ALL, "C"));
  work();
  printf("%s\n", setlocale(LC_NUMERIC, 0));
  mbstate_t half;
  memset(&half, 0, sizeof half);
  work();
  printf("%d\n", mbsinit(&half));

  char *arguments[] = {"prog", "-a", "-bvalue", "-c", "file", 0};
  int c;
  while ((c = getopt(5, arguments, "ab:c")) != -1) {
    work();
    printf("%c %s %d; ", c, c == 'b' ? optarg : "", optind);
  }
  printf("%s\n", arguments[optind] ? arguments[optind] : "end");
  setenv("TZ", "XYZ-3", 1);
  tzset();
  time_t t = 86400 * 365;
  struct tm *g = gmtime(&t);
  work();
  printf("%d-%d %d ", g->tm_year, g->tm_yday, g->tm_hour);
  g = localtime(&t);
  work();
  printf("%d %s\n", g->tm_hour, tzname[0]);
  fflush(stdout);
  setvbuf(stdout, 0, _IONBF, 0);
  printf("unbuffered ");
  work();
  printf("end\n");
  printf("left in the buffer");
  work();
  return 0;
}
