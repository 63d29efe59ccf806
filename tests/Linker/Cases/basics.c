// Function pointers in data, commons across objects, weak undefined symbols, switch tables, local data, named sections with their
// __start_/__stop_ symbols, sorted constructors, and 128-bit division from libgcc.
void put(const char *);
void hex(unsigned long);
int common_a[10], *common_p = &common_a[3];
extern int weak_missing(int) __attribute__((weak));
__attribute__((weak)) int weak_here(int x) { return x + 1; }
int (*fp)(int);
int twice(int x) { return 2 * x; }
int (*table[])(int) = {twice, weak_here, 0};
volatile int counter = 5;
static int local_data = 7;
int zeros[100];
const int constants[4] = {1, 2, 3, 4};
const void *const pointers[] = {constants, &constants[2], twice, &zeros[7]};
__attribute__((constructor)) void last(void) { counter += 100; }
__attribute__((constructor(200))) void second(void) { counter *= 2; }
__attribute__((constructor(150))) void first(void) { counter += 1; }
int sw(int x) {
  switch (x) {
  case 0: return 5;
  case 1: put("one\n"); return 3;
  case 2: return 77;
  case 3: hex(counter); return 12;
  case 4: put("four\n"); return 1;
  case 5: put("five\n"); return 9;
  case 6: hex(6); return 8;
  default: return 0;
  }
}
__int128 divide(__int128 a, __int128 b) { return a / b; }
double poly(double x) { return x * 1.25 + 3.5; }
__attribute__((section("mysec"))) int ms1 = 11;
__attribute__((section("mysec"))) int ms2 = 22;
extern int __start_mysec[], __stop_mysec[];
extern char __ehdr_start[], __bss_start[], _edata[], _end[], _etext[];
volatile int three = 3;
_Thread_local int t_bss[5];
_Thread_local int t_data = 77;
_Thread_local char t_char = 9;
_Thread_local __attribute__((aligned(32))) long t_aligned = 123456;
int main(void) {
  put("hello\n");
  hex(counter);
  hex(table[0] == twice && pointers[2] == (void *)twice && pointers[1] == &constants[2]);
  fp = twice;
  hex(fp(21) + table[1](5));
  hex(common_p - common_a);
  hex(weak_missing != 0);
  for (int i = 0; i < 8; i++) hex(sw(i + three - 3));
  hex((unsigned long)divide((__int128)1 << (97 + three), 12345));
  hex(poly(three));
  local_data += three;
  hex(local_data);
  for (int *p = __start_mysec; p < __stop_mysec; p++) hex(*p);
  hex(*(unsigned *)__ehdr_start);
  hex(_edata <= __bss_start && __bss_start < (char *)zeros && (char *)zeros < _end && (char *)main < _etext);
  t_bss[three] += t_data++;
  hex(t_bss[3] + t_data + t_char + t_aligned);
  hex((unsigned long)&t_aligned % 32);
  return 42;
}
