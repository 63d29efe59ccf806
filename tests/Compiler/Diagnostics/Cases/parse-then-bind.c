int f(void)
{
	int x = ;
	return y;
}
int g(int a)
{
	a = a +;
	undeclared1 = 3;
	return a;
}
