struct s { int x; };
void ints(int, long);
void ptr(int *, const char *);
void st(struct s, struct s *);
void f(struct s v, double d, char *c, const int *ci)
{
	ints(v, 1);
	ints(c, d);
	ptr(c, c);
	ptr(ci, ci);
	ptr(1, 0);
	st(&v, v);
	st(v, &v);
}
