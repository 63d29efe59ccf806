// -Wall -Wextra -Wconversion
struct s { int a : 3;
	unsigned b : 2;
	_Bool c : 1;
	int d : 1;
	enum { E0, E1, E2, E3 } e : 1;
	unsigned long f : 40;
	signed char g : 4;
	} s = { 5, 4, 2, 1, E3, 0, 9 };
void f(int i, unsigned u, struct s *p) {
	p->a = 7;
	p->a = -5;
	p->b = -1;
	p->b = 4;
	p->c = 2;
	p->d = 1;
	p->d = -1;
	p->e = E3;
	p->f = 1UL << 40;
	p->a = i;
	p->b = u;
	p->b = p->a;
	p->g = 8;
	p->a++;
	p->a += 5;
	p->b |= 8;
	i = p->f;
	u = p->a;
	p->e = i;
	}
