// -std=c99 -pedantic
_Static_assert(1, "x");
struct anon { struct { int x; }; };
_Noreturn void f(void);
_Alignas(8) int a;
int g(int x) { return _Generic(x, int: 1); }
_Thread_local int t;
_Atomic int at;
typedef int T; typedef int T;
