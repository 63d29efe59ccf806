// -Wall
int g(void);
int f(int a)
{
	if (a)
		a = 1;
		a = 2;
	while (a)
		a--;
		a++;
	for (;a;)
		a--;
	  a++;
	if (a)
		a = 1;
	else
		a = 2;
		g();
	if (a) {
		a = 1;
	}
		a = 3;
	if (a) a = 1; a = 2;
	return a;
}
