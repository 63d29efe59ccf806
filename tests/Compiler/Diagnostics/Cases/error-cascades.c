#include <stdio.h>
struct s { undefined_type x; int y; } v;
undefined_type f(int a) { return a; }
int g(undefined_type a, int b) { return a + b; }
int h(void) { undefined_type z = 1; z++; return z + v.x + v.y + f(1) + g(1, 2) + undefined_function(3) + undefined_variable; }
int k[undefined_size]; int l(void) { return k[0] + sizeof k; }
typedef undefined_type t; t m; int n(t x) { return x; }
enum e { A = undefined_value, B }; int o = A + B;
int p(void) { for (undefined_type i = 0; i < 3; i++) printf("%d", i); return q; }
