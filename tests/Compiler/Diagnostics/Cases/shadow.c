// -Wshadow
int global;
int func(void);
int f(int param)
{
	int global = 1;
	int func = 2;
	{
		int param = 3;
		int local = 4;
		{ int local = 5; (void)local; }
		(void)param; (void)local;
	}
	for (int i = 0; i < 1; i++) { int i = 2; (void)i; }
	enum { global2 };
	typedef int t;
	{ int t = 1; (void)t; }
	return global + func;
}
int g(int global) { return global; }
