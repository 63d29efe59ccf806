// -Wall
int f(int x) { return f(x - 1); }
int g(int x) { if (x) return g(x - 1); return 0; }
int h(int x) { if (x) return h(x - 1); else return h(x + 1); }
void i(void) { for (;;) i(); }
void j(void) { while (1) { } j(); }
