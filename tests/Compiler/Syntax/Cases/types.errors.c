// Specifiers that do not go together.
long long long a; short long b; unsigned float c; signed unsigned d; int char e; void int f; long char g; double long long h; struct S int i; int struct S2 j; _Complex void jj;
static extern k; typedef static int l; register int m(register int n, static int o); struct P { static int p; inline int q; };
int (static r); int s = sizeof(inline int);
struct; union { int a; }; enum;
struct *t; x; y = 1; z() { return 0; } static w; const v = 2; auto u = 3;
int; typedef int I; I I2; unsigned I I3;
if (1) { }
return 0;
int a1[; int b1(; int c1(int; int d1(int,); int e1(,int); int *; int (; 
int end;
