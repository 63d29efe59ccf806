// Frames of the library on the stack while its callbacks move the program: tsearch, twalk, lfind, hsearch, ftw, nftw, bsearch, qsort in
// qsort, glob, atexit, constructors and destructors.
#define _GNU_SOURCE
#include <ftw.h>
#include <glob.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static volatile int rounds = 2;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}

static int started;
__attribute__((constructor)) static void construct(void) {
  work();
  started = 5;
}
__attribute__((destructor)) static void destruct(void) {
  work();
  printf("destructor %d\n", started);
}
static void at_exit_first(void) { work(); printf("atexit one\n"); }
static void at_exit_second(void) {
  work();
  printf("atexit two\n");
  atexit(at_exit_first);
}

static int compare(const void *a, const void *b) {
  work();
  return strcmp(a, b);
}
static void walk(const void *node, VISIT visit, int depth) {
  (void)depth;
  work();
  if (visit == postorder || visit == leaf) printf("%s ", *(const char **)node);
}
static void trees(void) {
  static const char *words[] = {"pear", "fig", "apple", "quince", "date", "banana", "fig", "cherry"};
  void *root = 0;
  int fresh = 0;
  for (int i = 0; i < 8; i++) {
    const char **at = tsearch(words[i], &root, compare);
    fresh += *at == words[i];
  }
  printf("tree %d: ", fresh);
  twalk(root, walk);
  printf("\n%d %d\n", tfind("date", &root, compare) != 0, tfind("grape", &root, compare) != 0);
  tdelete("fig", &root, compare);
  printf("without: ");
  twalk(root, walk);
  printf("\n");
  while (root) tdelete(*(void **)root, &root, compare);
  size_t count = 3;
  char table[8][8] = {"ab", "cd", "ef"};
  int hit = (char *)lfind("ef", table, &count, 8, compare) - table[0];
  lsearch("gh", table, &count, 8, compare);
  printf("linear %d %zu %s\n", hit / 8, count, table[3]);
}

// Sorting inside a comparison of another sort.
static int inner(const void *a, const void *b) { work(); return *(const char *)a - *(const char *)b; }
static int outer(const void *a, const void *b) {
  char x[8], y[8];
  strcpy(x, *(char *const *)a);
  strcpy(y, *(char *const *)b);
  qsort(x, strlen(x), 1, inner);
  qsort(y, strlen(y), 1, inner);
  return strcmp(x, y);
}

static int files, folders, bytes, deepest;
static int visit(const char *path, const struct stat *s, int kind) {
  (void)path;
  work();
  if (kind == FTW_D) folders++;
  else files++, bytes += s->st_size;
  return 0;
}
static int visit_more(const char *path, const struct stat *s, int kind, struct FTW *where) {
  work();
  (void)s;
  if (where->level > deepest) deepest = where->level;
  return kind == FTW_DP ? rmdir(path) : unlink(path);
}
static int glob_error(const char *path, int error) { (void)path; return error; }
static void tree_of_files(void) {
  char top[64], name[128];
  sprintf(top, "/tmp/popcorn-walk-%d", (int)getpid());
  mkdir(top, 0700);
  for (int i = 0; i < 3; i++) {
    sprintf(name, "%s/d%d", top, i);
    mkdir(name, 0700);
    for (int k = 0; k < i; k++) {
      sprintf(name, "%s/d%d/f%d", top, i, k);
      FILE *f = fopen(name, "w");
      fprintf(f, "%0*d", 10 * i + k, 1);
      fclose(f);
    }
  }
  printf("ftw %d: ", ftw(top, visit, 8));
  printf("%d files, %d folders, %d bytes\n", files, folders, bytes);
  glob_t found;
  sprintf(name, "%s/d*/f?", top);
  printf("glob %d ", glob(name, 0, glob_error, &found));
  printf("%zu %s\n", found.gl_pathc, found.gl_pathv[2] + strlen(top));
  globfree(&found);
  printf("nftw %d ", nftw(top, visit_more, 8, FTW_DEPTH | FTW_PHYS));
  printf("deepest %d, left %d\n", deepest, access(top, F_OK));
}

int main(void) {
  printf("constructed %d\n", started);
  atexit(at_exit_second);
  trees();
  char *words[] = {"dcba", "bca", "zz", "aaab", "cab"};
  qsort(words, 5, sizeof *words, outer);
  for (int i = 0; i < 5; i++) printf("%s ", i == 1 || i == 2 || i == 3 ? "..." : words[i]);
  printf("\n");
  tree_of_files();
  started = 6;
  return 0;
}
