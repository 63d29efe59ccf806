// -Wall
struct s { int a; };
int a(void) { return; }
void b(void) { return 1; }
int c(int x) { if (x) return 1; }
int d(void) { }
struct s e(void) { return 1; }
int *f(void) { return 1; }
int g(int *p) { return p; }
char *h(const char *p) { return p; }
_Noreturn void i(void) { }
int main(void) { }
int j(int x) { switch (x) { case 1: return 1; default: return 2; } }
int k(int x) { for (;;) if (x) return 1; }
int l(int x) { while (x) return 1; }
void m(void) { return b(); }
