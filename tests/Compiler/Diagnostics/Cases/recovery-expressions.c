int g(int), a[3];
struct s { int x; } v;
int f(int x) {
	x = x +* 2;
	x = a[1;
	x = v.;
	x = x ? 1;
	x = x ? : ;
	x = sizeof;
	x = sizeof(;
	x = (int;
	x = (int)) 3;
	x = { 1 };
	x = 3x;
	return x;
}
