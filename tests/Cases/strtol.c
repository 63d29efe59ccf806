// strtol and friends, atoi, sscanf: bases, prefixes, overflow, what is left over.
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static void show(const char *s, int base) {
  char *end;
  errno = 0;
  long v = strtol(s, &end, base);
  printf("%s/%d: %ld '%s' %d\n", s, base, v, end, errno == ERANGE);
}

int main(void) {
  show("42", 10);
  show("  -17xyz", 10);
  show("0x1F", 0);
  show("0755", 0);
  show("z", 36);
  show("1012", 2);
  show("9223372036854775808", 10);
  show("-9223372036854775809", 10);
  show("", 10);
  show("+5", 10);
  printf("%lu %llu\n", strtoul("4294967296", 0, 10), strtoull("18446744073709551615", 0, 0));
  printf("%d %ld %d\n", atoi("123abc"), atol("-9"), atoi("none"));
  int a, b;
  char word[16], c;
  double d;
  printf("%d ", sscanf("12 34", "%d%d", &a, &b));
  printf("%d %d\n", a, b);
  printf("%d ", sscanf("name: value=3.5!", "%15[a-z]: value=%lf%c", word, &d, &c));
  printf("%s %.2f %c\n", word, d, c);
  printf("%d\n", sscanf("x", "%d", &a));
  int e;
  printf("%d ", sscanf("ff 077 0x1a", "%x %o %i", (unsigned *)&a, (unsigned *)&b, &e));
  printf("%d %d %d\n", a, b, e);
  int used;
  sscanf("abc123  rest", "%*[a-z]%3d %n", &a, &used);
  printf("%d %d\n", a, used);
  printf("%d %ld\n", abs(-3), labs(LONG_MIN + 1));
  div_t q = div(-17, 5);
  printf("%d %d\n", q.quot, q.rem);
  return 0;
}
