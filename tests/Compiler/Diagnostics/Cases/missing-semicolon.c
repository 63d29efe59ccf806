int a
int b;
struct s { int x; int y }
struct t { int z; };
int f(void)
{
	int x = 1
	int y = 2;
	x = y
	return x;
}
int g(int n)
{
	if (n)
		n = 1
	else
		n = 2;
	do n--; while (n);
	return n
}
