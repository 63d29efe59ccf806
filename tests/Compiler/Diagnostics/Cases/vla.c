// -Wvla -Wdeclaration-after-statement
int f(int n)
{
	int a[n];
	n = 1;
	int b = 2;
	a[0] = b;
	for (int i = 0; i < 2; i++) a[0] += i;
	int (*p)[n] = &a;
	return (*p)[0] + sizeof(int[n]);
}
void g(int n, int a[n]);
