// -Wall -Wextra
char *f(void) { return (char *)0 + 4; }
int *g(void) { return (int *)0 + 1; }
long h(char *p) { return p - (char *)0; }
long i(char *p) { return (char *)0 - p; }
char *j(long n) { return (char *)0 + n; }
char *k(long n) { return n + (char *)0; }
char *l(long n) { return (char *)0 - n; }
