// -Wall -Wextra
struct s { int a; };
int pure(int) __attribute__((pure));
int must(void) __attribute__((warn_unused_result));
void f(int x, int *p, struct s v, volatile int *vp)
{
	x;
	x + 1;
	x == 1;
	x < 1;
	!x;
	-x;
	*p;
	*p++;
	p[1];
	v.a;
	v;
	5;
	"str";
	x, 1;
	x ? 1 : 2;
	x && p;
	x && f;
	(void)x;
	(int)x;
	(char)x;
	&x;
	pure(1);
	must();
	(void)must();
	sizeof x;
	*vp;
	x != 1;
	x = 1, x;
	for (x; x < 1; x + 1) { }
	({ 1; 2; });
	f;
}
