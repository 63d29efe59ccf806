// -Wall -Wextra
int f(int a)
{
	if (a);
	if (a) ; else a = 1;
	if (a) a = 1; else;
	while (a);
	while (a);
	{
		a--;
	}
	for (; a; a--);
	for (; a; a--);
		a = 2;
	switch (a);
	do ; while (a);
	while (a)
		;
	return a;
}
