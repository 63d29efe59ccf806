// -Wshadow
int g, h(void); typedef int t; enum { E };
int f(int a, int g) {
	int a1 = a;
	{ int a1 = 2;
	int t = 1;
	int h = 3;
	int E = 2;
	for (int a1 = 0; a1 < 2; a1++) { int a = a1;
	(void)a;
	} (void)t;
	(void)h;
	(void)E;
	return a1;
	} struct s { int g;
	} s;
	int s2 = ({ int g = 1; g; });
	(void)s2;
	(void)s;
	return a1 + g;
	}
