int a = { 1 };
int b = { { 2 } };
int c[2] = { { 1 }, 2 };
struct s { int i; char *p; } d = { { 1 }, { 0 } };
int e = { };
int f = { 1, 2 };
void g(void) { int x = { { { 3 } } }; int y = { { } }; (void)x; (void)y; }
