// -std=c99 -pedantic
_Noreturn void a(void);
_Alignas(8) int b;
_Thread_local int d;
int e = _Generic(1, int: 2, default: 3);
_Atomic int f;
struct g { struct { int x; }; };
typedef int t; typedef int t;
_Static_assert(1, "x");
