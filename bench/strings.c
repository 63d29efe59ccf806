// Text: building lines with snprintf, searching, splitting, counting, comparing.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char text[1 << 18];

static int words(const char *s) {
  int n = 0;
  while (*s) {
    while (*s && !isalpha((unsigned char)*s)) s++;
    if (*s) n++;
    while (isalpha((unsigned char)*s)) s++;
  }
  return n;
}
static int occurrences(const char *s, const char *what) {
  int n = 0;
  for (; (s = strstr(s, what)); s += strlen(what)) n++;
  return n;
}
static void reverse_words(char *s) {
  for (char *p = s; *p;) {
    char *e = p + strcspn(p, " \n"), *next = *e ? e + 1 : e;
    for (--e; p < e; p++, e--) {
      char t = *p;
      *p = *e;
      *e = t;
    }
    p = next;
  }
}

int main(void) {
  size_t at = 0;
  for (int i = 0; i < 5000; i++) at += (size_t)snprintf(text + at, sizeof text - at, "line %d holds %x and %s %.2f\n", i, i * 2654435761u, i % 3 ? "apples" : "pears", i * 0.37);
  int n = words(text), pears = occurrences(text, "pears");
  long sum = 0;
  for (char *p = text; (p = strstr(p, "line ")); p++) sum += strtol(p + 5, 0, 10);
  reverse_words(text);
  unsigned h = 0;
  for (size_t i = 0; i < at; i++) h = h * 33 + (unsigned char)tolower((unsigned char)text[i]);
  char *copy = strdup(text);
  int lines = 0;
  for (char *l = strtok(copy, "\n"); l; l = strtok(0, "\n")) lines += strlen(l) > 20;
  printf("%d %d %ld %08x %d %d\n", n, pears, sum, h, lines, strcmp(copy, text) != 0);
  free(copy);
  return 0;
}
