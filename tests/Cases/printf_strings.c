// printf of strings and into buffers: widths, precision without terminator, snprintf's truncation, puts and putchar, fprintf.
#include <stdio.h>
#include <string.h>

int main(void) {
  printf("|%s|%10s|%-10s|%.3s|%10.2s|%-8.4s|\n", "text", "right", "left", "precision", "ab", "abcdefgh");
  char raw[3] = {'x', 'y', 'z'};
  printf("|%.3s|%.*s|\n", raw, 2, raw);
  char b[8];
  int n = snprintf(b, sizeof b, "%d-%s", 12345, "overflow");
  printf("%d %s %zu\n", n, b, strlen(b));
  n = snprintf(b, 1, "abc");
  printf("%d %zu\n", n, strlen(b));
  n = snprintf(0, 0, "%f", 1e20);
  printf("%d\n", n);
  char s[64];
  int at = 0;
  for (int i = 0; i < 6; i++) at += sprintf(s + at, "%d,", i * i);
  printf("%s %d\n", s, at);
  puts("puts adds a line end");
  putchar('c');
  putchar('\n');
  fputs("fputs does not\n", stdout);
  fprintf(stdout, "%s %s\n", "fprintf", "too");
  fwrite("bytes\n", 1, 6, stdout);
  printf("%s", "");
  printf("%5s|%-5s|%c%c%c\n", "", "", 'a', 0x42, 'c');
  return 0;
}
