// -Wall
struct __attribute__((packed)) p { char c; int i; short s; char d; };
struct n { int i; };
struct __attribute__((packed)) q { char c; struct n n; int a[2]; };
int *f(struct p *x) { return &x->i; }
char *g(struct p *x) { return &x->d; }
short *h(struct p x) { static short *r; r = &x.s; return r; }
void *k(struct p *x) { return &x->i; }
int *l(struct q *x) { return &x->n.i; }
int *m(struct q *x) { return x->a; }
char *o(struct p *x) { return (char *)&x->i; }
int t(int *); int v(struct p *x) { return t(&x->i); }
struct n *w(struct q *x) { return &x->n; }
