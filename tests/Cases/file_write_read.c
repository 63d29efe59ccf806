// A FILE written, flushed, read back by character, line and block; ungetc, feof, append mode; the file is removed at the end.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
  char name[64];
  snprintf(name, sizeof name, "/tmp/popcorn-case-%d.txt", (int)getpid());
  FILE *f = fopen(name, "w");
  if (!f) return 1;
  for (int i = 0; i < 20; i++) fprintf(f, "line %d: %s\n", i, i % 2 ? "odd" : "even");
  printf("%d\n", fclose(f));
  f = fopen(name, "r");
  char line[80];
  int lines = 0, odd = 0;
  while (fgets(line, sizeof line, f)) {
    lines++;
    odd += strstr(line, "odd") != 0;
  }
  printf("%d %d %d %d\n", lines, odd, feof(f) != 0, ferror(f));
  rewind(f);
  int c = getc(f);
  ungetc('L', f);
  int again = getc(f), then = getc(f);
  printf("%c%c%c\n", c, again, then);
  int number;
  char word[16];
  rewind(f);
  for (int i = 0; i < 3; i++) {
    int got = fscanf(f, "line %d: %15s\n", &number, word);
    printf("%d %d %s\n", got, number, word);
  }
  fclose(f);
  f = fopen(name, "a");
  fputs("appended\n", f);
  fclose(f);
  f = fopen(name, "rb");
  char block[512];
  size_t n = fread(block, 1, sizeof block, f);
  printf("%zu %.9s", n, block + n - 9);
  fclose(f);
  printf("%d\n", remove(name));
  printf("%d\n", fopen(name, "r") == 0);
  return 0;
}
