// -Wall -Werror -Wno-error=unused-variable
int f(void) { int x; int y; y = 1; return 1; }
static int g(void) { return 1; }
