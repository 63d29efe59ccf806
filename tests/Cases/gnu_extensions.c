// GNU extensions and pragmas: packing, weak and renamed symbols, transparent unions, cleanups on every way out, statement expressions, atomics of every kind, computed goto, bit-fields.
#include <stdio.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <stdatomic.h>
#include <stdint.h>
#pragma STDC FP_CONTRACT ON
#pragma GCC visibility push(hidden)
int hidden_one = 1;
#pragma GCC visibility pop
#pragma pack(push, 1)
struct pk { char c; int i; short s; };
#pragma pack(pop)
struct npk { char c; int i; };
#pragma weak wk
extern int wk;
#pragma redefine_extname real_puts puts
int real_puts(const char *);
void *__attribute__((malloc)) alloc1(size_t n) { return malloc(n); }
int renamed(int) __asm__("other_name"); int renamed(int x) { return x + 1; }
typedef union { int *ip; float *fp; } tu __attribute__((transparent_union));
int tuf(tu u) { return *u.ip; }
static void cl(int *p) { printf("cl%d ", *p); }
int c1(int n) {
  for (int i = 0; i < 4; i++) { int v __attribute__((cleanup(cl))) = i; if (i == 1) continue; if (i == n) break; if (n == 9) goto out; if (n==8) return i; }
  return ({ int w __attribute__((cleanup(cl))) = 100; w + 1; });
out: return -1;
}
int se(int x) { int r = ({ int y = x; if (y > 3) goto big; y * 2; }); return r; big: return ({ if (x == 10) return 99; 1000; }); }
int se2(int x) { return ({ __label__ l; int i = 0; l: if (++i < x) goto l; i; }); }
struct big { long a, b, c; };
_Atomic struct big ab; _Atomic struct { short a, b; } as; _Atomic _Bool abool; _Atomic float af; _Atomic double ad; _Atomic(int *) ap; _Atomic long long all; _Atomic unsigned char ac; _Atomic __int128 a128;
struct withat { char c; _Atomic struct { char x[4]; } s; _Atomic int i; _Atomic struct { int a, b; } t; };
static int arr5[5];
struct flex { int n; int d[]; }; static struct flex fx = { 3, { 1, 2, 3 } };
int vla(int n) { int a[n][n+1]; memset(a, 0, sizeof a); int (*p)[n+1] = a; p[1][2] = 5; return sizeof a + a[1][2] + sizeof *p; }
int ranges(int c) { switch (c) { case 'a' ... 'z': return 1; case '0' ... '9': return 2; default: return 0; } }
int cg(int op) { static void *t[] = { &&a, &&b, &&c }; goto *t[op]; a: return 10; b: return 20; c: return 30; }
int diffs(int k) { static const int t2[] = { &&x - &&x, &&y - &&x }; goto *(&&x + t2[k]); x: return 1; y: return 2; }
enum e { e0, e1 = 5, e2 }; 
extern inline __attribute__((gnu_inline)) int gi(int x) { return x * 3; }
static inline __attribute__((always_inline)) int ai(int x) { return x * 4; }
__attribute__((noinline, optnone)) int on(int x) { return x * 5; }
struct bf { unsigned a : 3; int b : 5; long long c : 40; _Bool d : 1; unsigned : 0; unsigned e : 31; } ;
int un(int zz, char *p) { return p == 0; }
int main(void) {
  printf("%zu %zu %zu\n", sizeof(struct pk), sizeof(struct npk), _Alignof(struct pk)); printf("%d\n", &wk == 0); real_puts("rp");
  printf("%d %d\n", renamed(1), tuf(&(int){7}));
  printf("%d\n", c1(2)); printf("%d\n", c1(9)); printf("%d\n", c1(8)); printf("%d\n", c1(7));
  printf("%d %d %d %d\n", se(2), se(5), se(10), se2(4));
  struct big q = { 1, 2, 3 }; ab = q; struct big r = ab; printf("%ld %zu %zu\n", r.a + r.b + r.c, sizeof ab, _Alignof(ab));
  abool = 1; abool ^= 1; abool |= 3; printf("%d\n", abool); af = 1.5f; af += 2; af *= 3; af++; printf("%g\n", (double)af); ad = 2; ad /= 4; ad--; printf("%g\n", (double)ad);
  ap = arr5;  ap = arr5 + 2; ap++; --ap; printf("%d\n", (int)(ap - arr5)); all = 5; all <<= 3; all %= 7; all -= 2; all |= 8; all &= ~1; all ^= 5; printf("%lld\n", (long long)all); ac = 250; ac += 10; printf("%d\n", ac++); printf("%d\n", ac); ac = ~ac; ac /= 2; printf("%d\n", ac);
  a128 = 1; a128 += 5; a128 <<= 70; printf("%d\n", (int)(a128 >> 70));
  printf("%zu %zu %zu %zu\n", sizeof(struct withat), offsetof(struct withat, s), offsetof(struct withat, i), offsetof(struct withat, t)); printf("%zu\n", _Alignof(_Atomic struct { int a, b; }));
  int ex = 3; _Atomic int ai2 = 3; printf("%d\n", atomic_compare_exchange_strong(&ai2, &ex, 9)); printf("%d\n", ai2); printf("%d\n", atomic_fetch_add(&ai2, 4)); printf("%d\n", atomic_load(&ai2)); atomic_flag fl = ATOMIC_FLAG_INIT; printf("%d\n", atomic_flag_test_and_set(&fl)); printf("%d\n", atomic_flag_test_and_set(&fl));
  struct big old = atomic_exchange(&ab, ((struct big){7,8,9})); printf("%ld %ld\n", old.a, (long)9);
  printf("%d %d %d\n", vla(3), ranges('q'), ranges('5')); printf("%d %d %d %d\n", cg(0), cg(2), diffs(0), diffs(1)); printf("%d\n", fx.d[2]);
  printf("%d %d %d\n", gi(2), ai(2), on(2)); struct bf b = { 7, -3, -5, 1, 9 }; b.a++; b.b -= 20; b.c *= 3; printf("%d %d %lld %d %u %zu\n", b.a, b.b, (long long)b.c, b.d, b.e, sizeof b);
  int nest[][2] = { [2] = { 1, 2 }, [0] = { [1] = 5 } }; printf("%zu %d\n", sizeof nest / sizeof *nest, nest[0][1]); struct { struct { int a[3]; } b; int c; } ds = { .b.a[1] = 4, .c = 5 }; printf("%d %d\n", ds.b.a[1], ds.c); int rg[] = { [1 ... 3] = 7, 8 }; printf("%zu %d %d\n", sizeof rg / 4, rg[2], rg[4]);
  printf("%d\n", un(1, 0)); printf("%d\n", (int)sizeof(char[ex]) ); typeof(int[3]) ta = { 1, 2, 3 }; printf("%d\n", ta[2]); __auto_type aa = 5L; printf("%zu\n", sizeof aa); printf("%s\n", __extension__ "ext");
  asm volatile ("" ::: "memory"); int av = 3; asm ("" : "+r"(av)); printf("%d\n", av); unsigned __int128 u = ~(unsigned __int128)0; printf("%d\n", (int)(u >> 127)); int x = 0 ?: 5; printf("%d\n", x); printf("%d\n", (int[]){1,2,3}[1]); register int ri = 3; printf("%d\n", ri);
  return 0; }
asm("");
