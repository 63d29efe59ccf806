// -Wall -Wextra
int f(int a, int b, int c)
{
	if (a = b) c = 1;
	if ((a = b)) c = 1;
	while (a = b) c = 1;
	if ((a == b)) c = 1;
	c = a && b || c;
	c = a || b && c;
	c = a & b | c;
	c = a | b & c;
	c = a << b + c;
	c = a + b << c;
	c = a & b == c;
	c = a == b & c;
	c = a < b < c;
	c = a == b == c;
	c = a + b ? 1 : 2;
	c = a | b ? 1 : 2;
	c = !a & b;
	c = ~(a == b);
	c = a ^ b & c;
	if (a) if (b) c = 1; else c = 2;
	for (;a;) if (b) c = 1; else c = 2;
	if (a) { if (b) c = 1; } else c = 2;
	c = 2 ^ 8;
	c = 10 ^ 4;
	c = a, b;
	return c;
}
