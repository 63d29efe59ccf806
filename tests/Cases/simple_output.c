// Formatted output that needs no formatting becomes puts, fwrite and their like; what it prints and returns stays.
#include <stdio.h>
#include <string.h>
static int n; static FILE *out(void) { n++; return stdout; } static const char *str(int i) { static const char *const t[] = { "zero", "one", "" }; return t[i]; }
int main(void) {
  char b[64]; printf("plain\n"); printf("x"); printf("\n"); printf(""); printf("%%\n"); printf("no newline"); printf("\n\n"); printf("%s\n", str(1)); printf("%s\n", str(2)); printf("%c", 'c'); printf("%c", 300 + 'A' - 44); printf("\n"); printf("%s", str(0)); printf("\n");
  fprintf(out(), "text\n"); fprintf(stdout, "%s", str(1)); fprintf(stdout, "%c", '!'); fprintf(out(), "\n"); fprintf(stdout, ""); int r = printf("used\n"); printf("%d\n", r); r = fprintf(stdout, "used2\n"); printf("%d %d\n", r, n);
  sprintf(b, "abc"); puts(b); sprintf(b + 1, "%s", str(1)); puts(b); r = sprintf(b, "%s", "four"); printf("%d %s\n", r, b); (void)printf("void\n"); printf("a\n"), printf("b\n"); for (int i = 0; i < 2; printf("i\n"), i++); r ? printf("t\n") : printf("f\n"); printf("%s%s\n", "p", "q"); printf("nul\0hidden\n"); printf("\n");
  return 0; }
