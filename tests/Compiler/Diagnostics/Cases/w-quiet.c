// -Wall -w
int f(int x) { int y; if (x = 1) return 1; return z; }
