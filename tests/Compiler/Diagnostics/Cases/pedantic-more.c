// -Wpedantic
int a(int n) { return __alignof__(n); }
int b[] = { [1 ... 3] = 7 };
__int128 e;
int g = sizeof(int (void));
int h(int *p) { return p == a; }
__auto_type k = 1;
#include_next <stdio.h>
#warning hello
#ident "x"
char l[3] = ("abc");
int m = 1i;
enum n { N = 0x80000000 };
enum o { O = 1ll << 40 };
int p = { };
struct q { int x; } r = { };
_Thread_local static int u;
extern int v[]; static int w[];
double x = 0x1p3;
int y(int z, ...) { __builtin_va_list l; __builtin_va_start(l, z); return 0; }
