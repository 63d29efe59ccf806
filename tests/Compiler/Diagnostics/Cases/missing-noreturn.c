// -Wmissing-noreturn
void exit(int) __attribute__((noreturn));
void a(void) { exit(1); }
void b(int x) { if (x) exit(1); }
static void c(void) { for (;;) ; }
_Noreturn void e(void) { exit(2); }
void f(void) { c(); }
