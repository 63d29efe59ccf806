// -Wall -Wextra
const char *a[] = { "one", "two" "three", "four" };
const char *b[] = { "one", ("two" "three"), "four" };
const char *c[] = { "one" "two" };
struct s { const char *p, *q; } d = { "a" "b", "c" };
const char *e[] = { "one", "two", "three"
	"four" };
const char *g[] = { "one" "x", "two" "y" };
