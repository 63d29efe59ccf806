_Static_assert(3 == 4, "three");
_Static_assert(sizeof(int) == 8, "int");
enum { A = 3 };
_Static_assert(A > 5, "A");
_Static_assert(1 + 1 == 3, "sum");
_Static_assert(0, "zero");
_Static_assert(1 > 2 && 3 > 4, "and");
_Static_assert(!1, "not");
_Static_assert(sizeof(long) < sizeof(char), "sizes");
#define M(x) ((x) * 2)
_Static_assert(M(2) == 5, "macro");
_Static_assert((1 == 2), "parens");
_Static_assert('a' == 'b', "chars");
_Static_assert(sizeof(int) == 4 && sizeof(long) == 4, "both");
struct s { int x; _Static_assert(sizeof(int) > 100, "inside"); };
int f(int n) { _Static_assert(n == 1, "not constant"); return 0; }
