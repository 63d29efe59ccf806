int f(a, b) int a; { return a; }
int g(a, b) int a, c; { return a; }
int j(a, a) int a; { return a; }
