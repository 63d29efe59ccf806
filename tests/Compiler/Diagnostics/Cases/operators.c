struct s { int a; } v;
void vf(void);
int f(int *p, int *q, double d, struct s *sp, void *vp)
{
	int x = v + 1;
	x = p + q;
	x = p * 2;
	x = d % 2;
	x = d << 1;
	x = ~d;
	x = !v;
	x = -p;
	x = *x;
	x = *vp;
	x = v == v;
	x = vf() + 1;
	if (v) x = 1;
	while (vf()) x = 1;
	x = v ? 1 : 2;
	x = p && v;
	x = p - sp;
	return p & q;
}
