int f(void);
void g(int x, int a[3])
{
	5 = x;
	x + 1 = 2;
	f() = 3;
	(x) = 4;
	x++ = 5;
	&x = 0;
	int b[3], c[3];
	b = c;
	a = b;
	++5;
	f()++;
}
