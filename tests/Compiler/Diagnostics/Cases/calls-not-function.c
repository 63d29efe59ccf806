int x;
struct s { int a; } v;
int f(int y)
{
	x();
	v(1);
	5();
	"abc"();
	return y(1);
}
