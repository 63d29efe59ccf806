// 6.8, and GNU's statements.
int f(int n, int *p)
{
    __label__ inner, other;
    int i = 0; ; {} { int i; { i = 1; } }
    if (n) i++; else if (i) i--; else { n = 0; }
    if (n) if (i) n = 1; else n = 2;
    while (n--) continue;
    do n++; while (n < 3);
    do { break; } while (0);
    for (;;) break;
    for (i = 0; i < 3; i++) ;
    for (int j = 0, *q = p; j < 3; j++, q++) { int j; j = *q; }
    for (static int k; k < 2;) k++;
    switch (n) { case 1: case 2: n = 1; break; case 3 ... 5: n = 2; case 'a': default: n = 3; }
    switch (n) case 1: n++;
    switch (n) { int u; u = 1; case 9: ; int v = 2; default: }
inner: other: n++;
    goto inner; goto *p; static void *table[] = { &&inner, &&other }; goto *table[n];
end: { }
    return n;
    return;
    __attribute__((fallthrough)); [[fallthrough]]; [[likely]] n++;
unused_label: __attribute__((unused)) n++;
last: ;
declaration_after_label: int late;
    _Static_assert(1, "x"); extern int g(void); typedef int T; T t; (T)t; T: t++; { T T = 1; T * T; } T * u2; T(v2); t * n;
    asm("nop"); __asm__ volatile ("" ::: "memory"); asm volatile ("add %1, %0" : "=r"(n), [name] "+m"(*p) : "r"(i), "0"(n) : "cc", "memory"); asm goto ("jmp %l0" : : : : inner, end);
    asm("" : : "r"(n)); __extension__ int ext; __extension__ (n + 1);
    n = ({ int T = 1; T + 1; });
only_label:
}
int knr(a, b, c) int a, *b; char c; { return a + *b + c; }
knr_implicit(x) { return x; }
static main_like() { return 0; }
int (*returns_function(int z))(void) { return 0; }
void attributed(int u __attribute__((unused)), [[maybe_unused]] int v) __attribute__((noinline)) ; 
__attribute__((noreturn)) static void after(void) __attribute__((cold));
static void *__attribute__((malloc)) between(int (*callback)(int T), int T) { return &T; }
int (__attribute__((const)) in_parens)(int);
