int f(int x)
{
	else x = 1;
	if (x) ; else x = 2;
	if x return 1;
	return 2;
}
