int none(void);
int two(int a, int b);
int var(const char *f, ...);
int (*fp)(int);
void f(void)
{
	none(1);
	two(1);
	two(1, 2, 3);
	var();
	fp();
	fp(1, 2);
	two(1, undeclared);
}
