// -Wall -Wextra -Wconditional-uninitialized
int g(int *), h(int);
int a(void) { int x; return x; }
int b(int c) { int x; if (c) x = 1; return x; }
int c(int c) { int x; while (c) { x = 1; c--; } return x; }
int d(int c) { int x; switch (c) { case 1: x = 1; break; case 2: x = 2; break; } return x; }
int e(void) { int x = x; return x; }
int f(void) { int x; g(&x); return x; }
int i(int c) { int x; for (int i = 0; i < c; i++) x = i; return x; }
int j(void) { int x, y = x + 1; return y; }
int k(int c) { int x; if (c) goto l; x = 1; l: return x; }
int l(int c) { int x; c && (x = 1); return x; }
int m(int c) { int x; if (c || (x = 1)) return x; return 0; }
int n(int c) { int *p; if (c) p = &c; return *p; }
int o(void) { int a[3]; return a[0]; }
int p(void) { struct { int x; } s; return s.x; }
int q(void) { int x; x += 1; return x; }
int r(void) { int x; x++; return x; }
int s(int c) { int x; do { if (c) break; x = 1; } while (c); return x; }
int t(int c) { int x; if (c) x = 1; else h(0); return x; }
int u(void) { int x; return sizeof x; }
int v(void) { int x; return h(x); }
