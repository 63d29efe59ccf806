// -Wcast-qual
char *f(const char *p) { return (char *)p; }
int *g(const volatile int *p) { return (int *)p; }
char **h(const char **p) { return (char **)p; }
const char **i(char **p) { return (const char **)p; }
void *j(const void *p) { return (void *)(long)p; }
int k(volatile int *p) { return *(int *)p; }
