// -Wbad-function-cast
double d(void);
int i(void);
void *v(void);
int f(void) { return (int)d(); }
long g(void) { return (long)i(); }
long h(void) { return (long)v(); }
int *k(void) { return (int *)v(); }
_Bool l(void) { return (_Bool)i(); }
