// -Wall
#define INNER(x) ((x)->missing)
#define MIDDLE(x) (1 + INNER(x))
#define OUTER(x) MIDDLE(x)
#define DECL(t, n) t n = "str"
#define DIV(a, b) ((a) / (b))
#define UNUSED_LOCAL int hidden
struct s { int m; };
int f(struct s *p)
{
	UNUSED_LOCAL;
	DECL(int, v);
	return OUTER(p) + DIV(1, 0) + OUTER(nothere);
}
