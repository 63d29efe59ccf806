struct s { int alpha; int beta; union { int u1; float u2; }; };
union u { int i; };
int f(struct s v, struct s *p, int x, union u w)
{
	v->alpha = 1;
	p.alpha = 2;
	v.alhpa = 3;
	p->gamma = 4;
	x.a = 5;
	x->a = 6;
	w.j = 1;
	v.u3 = 1;
	return (*p).betta;
}
