// -Wall -Wextra
int f(void) { return *(int *)0; }
void g(void) { *(int *)0 = 1; }
void h(void) { *(volatile int *)0 = 1; }
struct s { int a, b; };
int i(void) { return ((struct s *)0)->b; }
int j(void) { return ((int *)0)[1]; }
int *k(void) { return &*(int *)0; }
long l(void) { return (long)&((struct s *)0)->b; }
void m(void) { *(char *)(void *)0; }
