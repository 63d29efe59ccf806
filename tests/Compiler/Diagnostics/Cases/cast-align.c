// -Wcast-align
struct s { int x; double d; };
int *f(char *p) { return (int *)p; }
const double *g(const float *p) { return (const double *)p; }
struct s *h(void *p, char *q) { (void)(struct s *)p; return (struct s *)q; }
char *i(int *p) { return (char *)p; }
int *j(_Alignas(8) char *p) { char buffer[8] __attribute__((aligned(8))); (void)p; return (int *)buffer; }
