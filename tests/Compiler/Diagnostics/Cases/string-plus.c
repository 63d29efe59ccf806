// -Wall -Wextra
const char *f(int i, char c) { return "abc" + i; }
const char *g(void) { return "abc" + 'x'; }
const char *h(void) { return &"abc"[1]; }
const char *k[] = { "a", "b" "c", "d" };
char *l = "x" + 1;
