int f(int x) {
	int g(int y) { return y; }
	int h(int z);
	struct s { int a; } s;
	typedef int t;
	t u = 1;
	extern int v = 2;
	return g(x) + h(1) + s.a + u;
}
