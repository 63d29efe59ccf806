// Standard input line by line: fgets, getchar, scanf on what the test gives (nothing: the empty input).
#include <stdio.h>
#include <string.h>

int main(void) {
  char line[64];
  int lines = 0;
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    printf("%d: %s (%zu)\n", ++lines, line, strlen(line));
  }
  printf("%d lines, %d\n", lines, feof(stdin) != 0);
  printf("%d\n", getchar());
  return 0;
}
