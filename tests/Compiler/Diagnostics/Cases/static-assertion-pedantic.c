// -std=c11 -pedantic
_Static_assert(1);
_Static_assert(1 == 1, "x");
struct s { int x; _Static_assert(1); };
