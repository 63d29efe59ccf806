// -Wall -Wextra
int f(int x) { if (x) return 1; }
int g(int x) { while (1) { if (x) break; } }
int h(int x) { for (;;) { } }
int i(int x) { do { return 1; } while (x); }
int j(int x) { switch (x) { case 1: return 1; default: return 2; } }
int k(int x) { switch (x) { case 1: return 1; } }
int l(int x) { goto end; end: ; }
_Noreturn void m(void); int n(int x) { m(); }
_Noreturn void o(int x) { if (x) m(); }
int p(void) { }
int q(int x) { if (x) return 1; else return 2; }
int r(int x) { if (x) m(); else return 2; }
int s(int x) { return; }
void t(int x) { return x; }
int main(void) { }
int u(int x) { x ? m() : m(); }
int v(int x) { ({ return 1; }); }
int w(int x) { __builtin_unreachable(); }
int y(int x) { while (x) { } }
int z(void) { lab: goto lab; }
