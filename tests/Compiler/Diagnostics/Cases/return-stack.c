// -Wall
int *f(void) { int x = 1; return &x; }
int *g(void) { int a[3] = {0}; return a; }
char *h(void) { char b[10]; return b + 1; }
int *i(int p) { return &p; }
int *j(void) { static int s; return &s; }
struct s { int a[3]; };
int *k(void) { struct s v; return v.a; }
int *l(void) { struct s v; return &v.a[1]; }
const char *m(void) { return "x"; }
int *n(int c) { int x; return c ? &x : 0; }
int **o(void) { return &(int *){ 0 }; }
void *p(void) { lab: return &&lab; }
