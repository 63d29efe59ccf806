// -Wpedantic
int a[0];
struct e { };
struct f { int n; int x[]; };
struct h { struct { int a; }; union { int b; }; };
int i(int x) { return x ?: 2; }
int j(int x) { switch (x) { case 1 ... 3: return 1; } return 0; }
void *k(void *p) { return p + 1; }
int l(void) { return ({ int y = 1; y; }); }
void m(void) { lab: ; void *p = &&lab; goto *p; }
#define V(x, ...) x
int n = V(1);
#define W(args...) args
int o = W(1);
long p = sizeof(void);
int q[2] = { [0] 1, 2 };
struct r { int a, b; } s = { a: 1, b: 2 };
typeof(int) t;
__typeof__(int) t2;
int u = 0b101;
int w(void) { return __extension__ ({ 1; }); }
long long x;
;
enum y { Y, };
void z(void) { return (void)0; }
