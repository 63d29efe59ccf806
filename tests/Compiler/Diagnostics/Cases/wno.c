// -Wall -Wno-unused -Wno-return-type
int f(void) { int x; }
static int g(void) { return 1; }
int h(void) { int x; return x; }
