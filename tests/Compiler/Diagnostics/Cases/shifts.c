// -Wall -Wextra
int f(int a, unsigned u, long l, char c) {
	a = a << 32;
	a = a >> 33;
	a = a << -1;
	a = 1 << 31;
	a = 1 << 32;
	l = 1 << 40;
	l = 1L << 64;
	a = -1 << 3;
	a = -a << 2;
	u = 1u << 32;
	a = c << 31;
	a = 3 << 31;
	a <<= 32;
	a >>= -1;
	u = u >> 32;
	a = 0 << 40;
	l = 1L << 63;
	a = 2 << 30;
	a = 2 << 31;
	return a;
}
