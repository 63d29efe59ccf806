// Initialisers of objects with static storage: numbers, addresses with offsets, functions, strings, nested aggregates, tentative definitions.
#include <stdio.h>

struct node { int value; const struct node *next; const char *name; };

int tentative;
int tentative;
static int numbers[8] = {1, 2, [5] = 6, 7};
static int *middle = &numbers[5];
static const char *names[] = {"zero", "one", "two"};
static const char *tail = "abcdef" + 3;
static char array[] = "an array";
static char exact[4] = "four";
extern const struct node second;
const struct node first = {1, &second, "first"};
const struct node second = {2, &first, "second"};
static double table[2][3] = {{1.5, 2.5, 3.5}, {4.5}};
static int twice(int x) { return 2 * x; }
static int (*const function)(int) = twice;
static long difference = (char *)&numbers[3] - (char *)&numbers[1];
static unsigned flags = 1u << 31 | 0x0f;
static struct { struct { int a[2]; } in[2]; int last; } deep = {{{{1, 2}}, {{3}}}, 4};
static int zero[1000];
static const float half = 0.5f;
enum { A = 3, B = A * 2 };
static int sized[B] = {[A] = B};

int main(void) {
  for (int i = 0; i < 8; i++) printf("%d ", numbers[i]);
  printf("\n%d %d %d\n", *middle, middle[1], tentative);
  printf("%s %s %s %s %.4s %zu\n", names[0], names[2], tail, array, exact, sizeof array);
  printf("%s %d %s\n", first.next->name, second.next->value, first.next->next->name);
  printf("%.1f %.1f %.1f\n", table[0][2], table[1][0], table[1][1]);
  printf("%d %ld %x\n", function(21), difference, flags);
  printf("%d %d %d %d\n", deep.in[0].a[1], deep.in[1].a[0], deep.in[1].a[1], deep.last);
  int s = 0;
  for (int i = 0; i < 1000; i += 100) s += zero[i];
  printf("%d %.2f %d %d\n", s, half, sized[3], sized[4]);
  numbers[0] = 100;
  zero[999] = 5;
  printf("%d %d\n", numbers[0], zero[999]);
  return 0;
}
