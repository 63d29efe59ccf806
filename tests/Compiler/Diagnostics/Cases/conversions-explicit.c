// -Wall -Wextra
struct s { int x; } v; union u { int i; float f; } w; int *p; double d; char c; long l; void f(void);
void g(void) {
	v = (struct s)1;
	p = (int *)d;
	d = (double)p;
	c = (char)p;
	p = (int *)c;
	l = (long)p;
	w = (union u)1;
	w = (union u)"x";
	(void)v;
	l = (long)v;
	l = (long)f();
	l = (int[])1;
	f = (void (*)(void))p;
	l = (struct undefined)1;
	c = (void)c;
	l = ((int)l)++;
	(int)l = 3;
	p = (int *)(short)l;
	l = (_Bool)p;
}
