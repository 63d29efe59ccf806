// 6.7.6: declarators read from the name outwards, and where a parenthesis is a parameter list.
typedef int T;
int *a[3], (*b)[3], *(*c[2])(void), (*(*d)(int))(char), **e, (f), ((*g));
int (*const volatile h)(const char *restrict, ...), *const *i;
int j(int [static const 3], int [*], int [const], int n, int m[n][n + 1]);
int k(), l(void), m(T), n(T T), o(int (T)), p(int (*)(T)), q(int T), r(T (T)), s(T x, T[2], T (*)(T), T *());
int (*signal(int sig, void (*func)(int)))(int);
void (*t[])(void), u(char const *const *v, unsigned long int long w);
T (x), (*y), z[2][3];
char *(*(**aa[][8])(int, char *[]))[];
_Atomic int bb; _Atomic(int) cc; _Atomic(int *) *dd; int _Atomic *_Atomic ee;
