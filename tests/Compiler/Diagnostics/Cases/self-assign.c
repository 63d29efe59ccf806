// -Wall -Wextra
struct s { int x; } g;
int f(int a, int *p, struct s *s) {
	int b = b;
	a = a;
	*p = *p;
	g = g;
	p[0] = p[0];
	a = (a);
	(a) = a;
	volatile int v = 0;
	v = v;
	a += a;
	a -= a;
	a = a + 0;
	return a - a + (a ^ a) + (a == a) + (a < a) + (a && a) + (a | a);
	}
