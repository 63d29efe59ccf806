// A little of every construct, for DamagedSourceTests.
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define LOG(fmt, ...) log_it(fmt, ##__VA_ARGS__)
#define STR(x) #x
#define CAT(a, b) a##b
extern int log_it(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
typedef unsigned long size_type;
typedef struct node { struct node *next; union { int i; double d; char c[8]; }; unsigned flag : 3, : 0, other : 5; } node;
enum color { RED, GREEN = 5, BLUE, LAST = BLUE + MAX(1, 2) };
static const char *const names[] = { [RED] = "red", [GREEN] = "gr" "een", [BLUE] = STR(blue) };
static node list = { .next = &list, .i = 3, .flag = 1 };
_Thread_local int counter;
_Static_assert(sizeof(node) >= 16, "size");
static inline int CAT(sq, uare)(int x) { return x * x; }
int (*table[])(int) = { square, &square };
double average(int n, ...)
{
  __builtin_va_list ap;
  double sum = 0.0;
  __builtin_va_start(ap, n);
  for (int i = 0; i < n; ++i) sum += __builtin_va_arg(ap, double);
  __builtin_va_end(ap);
  return n ? sum / n : 0x1p-3;
}
int main(int argc, char **argv)
{
  int vla[argc + 1], *p = vla, matrix[2][3] = { { 1, 2, 3 }, { [2] = 6 } };
  node copy = list, *q = &(node){ .d = 1.5 };
  switch (argc) {
  case 1: p++;
  case 2 ... 4: --*p; break;
  default: goto out;
  }
  do { if (p[0]-- > 'a' && !q->next || argv[0][1] == L'x') continue; else break; } while (1);
  size_type n = sizeof(int[3]) + _Alignof(double) + sizeof copy.c;
  float f = _Generic(n, unsigned long: 1.0f, default: 2);
  int v = ({ int t = (int)n; t << 2 | 1; });
  q->flag ^= ~v & 0x7u;
  (void)(f, v), LOG("%d %s\n", matrix[1][2], names[RED]);
  while (v) v >>= 1;
out:
  return table[0](argc) + (int)average(2, 1.0, (double)list.i) + counter;
}
