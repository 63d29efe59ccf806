// -Wall
struct i; void f(void); struct b { int x : 3; } b; extern int a[]; int n;
