// string.h: copying, searching, comparing, spans, tokens, memory functions; and loops over characters of our own.
#include <ctype.h>
#include <stdio.h>
#include <string.h>

static void reverse(char *s) {
  for (size_t i = 0, j = strlen(s); i + 1 < j; i++) {
    char t = s[i];
    s[i] = s[--j];
    s[j] = t;
  }
}
static int palindrome(const char *s) {
  const char *e = s + strlen(s);
  while (s < e) {
    while (s < e && !isalpha((unsigned char)*s)) s++;
    while (s < e && !isalpha((unsigned char)e[-1])) e--;
    if (s >= e) break;
    if (tolower((unsigned char)*s++) != tolower((unsigned char)*--e)) return 0;
  }
  return 1;
}

int main(void) {
  char b[64] = "alpha";
  strcat(b, " beta");
  strncat(b, " gamma delta", 6);
  printf("%s %zu\n", b, strlen(b));
  printf("%d %d %d\n", strcmp("abc", "abd") < 0, strcmp("b", "abc") > 0, strncmp("abcdef", "abcxyz", 3));
  printf("%s %s %s\n", strchr(b, 'b'), strrchr(b, 'a'), strstr(b, "gam"));
  printf("%zu %zu\n", strspn("12345abc", "0123456789"), strcspn("hello, world", ","));
  printf("%s\n", strpbrk("key=value", "=:"));
  char copy[64];
  strncpy(copy, b, sizeof copy);
  reverse(copy);
  printf("%s\n", copy);
  printf("%d %d\n", palindrome("A man, a plan, a canal: Panama"), palindrome("migration"));
  char list[] = "one,two;three,,four";
  for (char *t = strtok(list, ",;"); t; t = strtok(0, ",;")) printf("[%s]", t);
  printf("\n");
  char m[16];
  memset(m, 'x', 15);
  m[15] = 0;
  memcpy(m + 2, "abc", 3);
  memmove(m + 3, m + 2, 5);
  printf("%s %d %d\n", m, memcmp(m, "xx", 2), memcmp("a", "b", 1) < 0);
  printf("%s\n", (char *)memchr("search", 'r', 6));
  char *dup = strdup("duplicate");
  dup[0] = toupper((unsigned char)dup[0]);
  printf("%s\n", dup);
  printf("%s %d\n", "adjacent " "literals\t\x41\102\u00e9", (int)sizeof "a\0b");
  for (const char *p = "Az09 _"; *p; p++) printf("%d%d%d%d ", !!isupper(*p), !!islower(*p), !!isdigit(*p), !!isspace(*p));
  printf("\n");
  return 0;
}
