// qsort and bsearch of the C library call back into the program: frames of the library lie under ours.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person { char name[12]; int age; double score; };

static int comparisons;
static int by_int(const void *a, const void *b) {
  comparisons++;
  int x = *(const int *)a, y = *(const int *)b;
  return (x > y) - (x < y);
}
static int by_string(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }
static int by_age(const void *a, const void *b) { return ((const struct person *)a)->age - ((const struct person *)b)->age; }
static int by_score(const void *a, const void *b) {
  double x = ((const struct person *)a)->score, y = ((const struct person *)b)->score;
  return x < y ? 1 : x > y ? -1 : 0;
}

int main(void) {
  int v[40];
  unsigned seed = 12345;
  for (int i = 0; i < 40; i++) {
    seed = seed * 1103515245 + 12345;
    v[i] = (int)(seed >> 16) % 1000 * 50 + i;
  }
  qsort(v, 40, sizeof *v, by_int);
  for (int i = 1; i < 40; i++)
    if (v[i - 1] > v[i]) printf("not sorted at %d\n", i);
  printf("%d %d %d\n", v[0], v[20], v[39]);
  printf("%d\n", comparisons > 40);
  int *hit = bsearch(&v[17], v, 40, sizeof *v, by_int);
  printf("%d\n", hit == &v[17]);
  int absent = -1;
  printf("%d\n", bsearch(&absent, v, 40, sizeof *v, by_int) == 0);
  const char *words[] = {"pear", "fig", "apple", "quince", "date", "banana"};
  qsort(words, 6, sizeof *words, by_string);
  for (int i = 0; i < 6; i++) printf("%s ", words[i]);
  printf("\n");
  struct person people[] = {{"ann", 41, 2.5}, {"bob", 23, 9.25}, {"cy", 35, 7.0}, {"di", 29, 8.5}};
  qsort(people, 4, sizeof *people, by_age);
  for (int i = 0; i < 4; i++) printf("%s %d ", people[i].name, people[i].age);
  printf("\n");
  qsort(people, 4, sizeof *people, by_score);
  for (int i = 0; i < 4; i++) printf("%s %.2f ", people[i].name, people[i].score);
  printf("\n");
  return 0;
}
