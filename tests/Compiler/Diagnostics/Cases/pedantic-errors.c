// -pedantic-errors
int empty_array[0];
int f(int x) { return x ?: 1; }
struct e { };
int g(void) { return ({ 1; }); }
