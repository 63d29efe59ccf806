char *f(void) { return (char *)0 + 4; }
long h(char *p) { return p - (char *)0; }
int *g(void) { return (int *)0 + 1; }
