// -Wall -pedantic
int f(int x) {
	static void *t[] = { &&a, &&b, &&missing };
	goto *t[x];
	a: return 1;
	b: return 2;
	{ __label__ e;
	e: goto e;
	} }
