// switch: dense and sparse cases, fall-through, default in the middle, negative and 64-bit labels, Duff's device, nesting with continue.
#include <stdio.h>

static const char *day(int d) {
  switch (d) {
  case 0: return "sun";
  case 1: return "mon";
  case 2: return "tue";
  case 3: return "wed";
  case 4: return "thu";
  case 5: return "fri";
  case 6: return "sat";
  default: return "none";
  }
}
static int sparse(long v) {
  switch (v) {
  case -1000000000000: return 1;
  case -1: return 2;
  case 7: return 3;
  case 1L << 40: return 4;
  }
  return 0;
}
static int middle(int v) {
  int r = 0;
  switch (v) {
  case 1: r += 1;
  default: r += 10;
  case 2: r += 100; break;
  case 3: r += 1000;
  }
  return r;
}
static void duff(char *to, const char *from, int count) {
  int n = (count + 3) / 4;
  switch (count % 4) {
  case 0: do { *to++ = *from++;
  case 3:      *to++ = *from++;
  case 2:      *to++ = *from++;
  case 1:      *to++ = *from++;
          } while (--n > 0);
  }
}
static int classify(const char *s) {
  int vowels = 0, digits = 0;
  for (; *s; s++) {
    switch (*s) {
    case 'a': case 'e': case 'i': case 'o': case 'u': vowels++; continue;
    case '0' ... '9': digits++; break;
    default: continue;
    }
    digits += 100;
  }
  return vowels * 1000 + digits;
}

int main(void) {
  for (int i = -1; i < 8; i++) printf("%s ", day(i));
  printf("\n%d %d %d %d %d\n", sparse(-1000000000000), sparse(-1), sparse(7), sparse(1L << 40), sparse(0));
  for (int i = 0; i < 5; i++) printf("%d ", middle(i));
  char out[32] = {0};
  duff(out, "the quick brown fox", 19);
  printf("\n%s\n%d\n", out, classify("migration 2026 works"));
  unsigned char u = 250;
  switch (u + 6) {
  case 0: printf("wrapped\n"); break;
  case 256: printf("promoted\n"); break;
  }
  return 0;
}
