// -Wall -Wextra -Wenum-conversion -Wassign-enum
enum a { A1, A2 } a;
	enum b { B1 } b;
	void f(enum a);
	enum a g(enum b x) {
	a = x;
	a = 1;
	f(x);
	if (a == x) return x;
	switch (a) { case B1: return A2;
	case A1: case A2: break;
	} a |= A2;
	a = a | A2;
	a++;
	int i = a;
	a = i;
	unsigned u = a;
	(void)u;
	}
