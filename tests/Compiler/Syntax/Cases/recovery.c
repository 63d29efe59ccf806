// One message for one mistake, and everything after it is still checked.
int a = 1
int b = 2;
int f(void)
{
    int x = 1
    x = 2
    return x
}
int g(int n) {
    if (n { n = 1; }
    if n { n = 2; }
    while (n > ) n--;
    for (int i = 0; i < n, i++) n++;
    for (n = 0, n < 3, n++) { }
    n = (n + 1;
    n = n + ;
    n = n 3;
    f(1, 2;
    f(1,, 2);
    n[1 = 2;
    do n++; until (n);
    switch (n) { case 1 n = 2; case: n = 3; default n = 4; }
    else n = 3;
    return n;
}
struct S { int a int b; foo c; int d[3; unsigned : 3 } s;
struct T { int a }
int h(void) { return 0; }
enum E { A, B C, D = , F };
unknown u1; unknown *u2; unknown u3(int x); static unknown u4;
int p1(unknown x, int y); int p2(int y, unknown); int p3(unknwon *x);
void body(void) { unknown v; unknown *w; unknown_t v2 = 1; sizet n; int *q = (unknown)q; unsinged x; retrun n; }
int f2(int a, int b { return a; }
int f3(int a) { return a; ]
}
int good = 1;
}
int f4(a, b);
int nested(void) { int inner(void) { return 1; } return 2; }
int x1[] = { 1, 2 3, 4 }, x2[] = { 1, , 2 }, x3 = { .a 1 };
@ int stray;
int y1 = @ + 1;
int z = 1 +;
typedef int T1 = 3;
_Static_assert(1, 2);
int last_good;
void unclosed(void) { if (1) { last_good = 1;
