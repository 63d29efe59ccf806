// -std=c89 -pedantic
// a comment
int h[] = { [0] = 1 };
struct s { int x; } i = { .x = 1 };
enum e { A, };
#define V(...) 1
int j = V();
int *restrict m;
int n(int x) { int a[x]; return sizeof a; }
int *o = (int[]){ 1, 2 };
const const int p;
int r = sizeof(struct { int x; });
unsigned long u = 4294967295;
int w(void) { return implicit(); }
x(void) { return 1; }
