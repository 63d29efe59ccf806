// -Wall -Wextra
int g(int a[10], int *p, double d, struct s *q)
{
	int b[4] = { 0 };
	b[d] = 1;
	b["x"] = 1;
	d[1] = 1;
	p[0] = b[4];
	p[1] = b[-1];
	p[2] = b[3];
	p[3] = 3[b];
	b[5] = 1;
	int *e = &b[4];
	int *e2 = &b[5];
	(void)e; (void)e2;
	char c = 'a';
	return b[c] + a[20];
}
