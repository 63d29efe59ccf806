_Static_assert(1, "fine");
_Static_assert(sizeof(int) == 8, "int is small");
_Static_assert(1 + 1 == 3, "arith");
_Static_assert(0, "zero");
int n;
_Static_assert(n, "not constant");
_Static_assert(sizeof(char) == 1 && sizeof(long) == 4, "both");
struct s { char c; int i; };
_Static_assert(sizeof(struct s) == 5, "packed?");
