// -Wall
int f(int, char *), g(), h(void), v(const char *, ...);
struct s { int x; } st; union u { int a; } un; void *p; int (*fp)(int);
void k(void), incomplete(struct t); struct t ret(void);
int m(void) {
	f(1);
	f(1, "x", 3);
	f("x", 1);
	f(st, p);
	h(1);
	g(1, 2);
	v();
	v(1);
	v("x", st, k());
	fp(1, 2);
	fp("x");
	(*fp)();
	(&f)(1);
	undeclared(1);
	st(1);
	f;
	k() + 1;
	int i = k();
	ret();
	return f(k(), 0);
}
