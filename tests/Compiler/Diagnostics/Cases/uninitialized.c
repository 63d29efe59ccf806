// -Wall
int use(int); int usep(int *);
int a(void) { int x; return x; }
int b(int c) { int x; if (c) x = 1; return x; }
int c(int c) { int x; if (c) x = 1; else x = 2; return x; }
int d(int c) { int x; while (c--) x = 1; return x; }
int e(int c) { int x; switch (c) { case 1: x = 1; break; case 2: x = 2; break; } return x; }
int f(int c) { int x; switch (c) { case 1: x = 1; break; default: x = 2; } return x; }
int g(void) { int x; usep(&x); return x; }
int h(void) { int x = x; return x; }
int i(void) { int x; x++; return x; }
int j(void) { int x; x += 1; return x; }
int k(int c) { int x; if (c && (x = use(c))) return x; return 0; }
int l(int c) { int x; if (c || (x = use(c))) return x; return 0; }
int m(int c) { int x; for (int i = 0; i < c; i++) x = i; return x; }
int n(int c) { int x; goto skip; x = 1; skip: return x + c; }
int o(int c) { int x, y; if (c) { x = 1; y = 2; } return x + y; }
int p(int c) { int x; do x = use(c); while (x); return x; }
int *q(void) { int *p; return p; }
int r(int c) { int x; c ? (x = 1) : (x = 2); return x; }
int s(int c) { int x; c ? (x = 1) : 0; return x; }
int t(void) { int x; int y = sizeof x; return y; }
int u(void) { int x; int y = x + 1; return y; }
int v(int c) { int x; if (c) return 1; if (!c) x = 1; return x; }
int w(int c) { int a[3]; return a[c]; }
int x(void) { int *p; *p = 1; return 0; }
int y(void) { struct { int m; } s; return s.m; }
int z(int c) { int x; for (;;) { if (c) { x = 1; break; } } return x; }
int a2(int c) { int x; while (1) { if (c) break; x = 2; } return x; }
