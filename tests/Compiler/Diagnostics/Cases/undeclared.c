int counter, other_name;
struct point { int xcoord, ycoord; };
int f(struct point *p)
{
	countr = 1;
	return p->xcord + othername + zzz;
}
int g(void)
{
	countr = 1;
	fooo();
	fooo();
	prinft("x");
	return zzz;
}
