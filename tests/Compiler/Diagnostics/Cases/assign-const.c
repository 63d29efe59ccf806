// -Wall
struct s { const int a; int b; };
const int g = 1;
extern const int *p;
void f(const int x, struct s *q, const struct s *r, struct s v)
{
	x = 2;
	g = 3;
	*p = 4;
	q->a = 5;
	q->b = 5;
	r->b = 6;
	v = *q;
	g++;
	g += 2;
	const int local = 1;
	local = 2;
	const char *s = "abc";
	s[0] = 'x';
}
