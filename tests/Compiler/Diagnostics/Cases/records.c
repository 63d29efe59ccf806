struct a { int x; int x; };
struct b { struct b in; };
struct c { void v; };
struct d { int f(void); };
struct e { int x[]; int y; };
struct f { int x : 33; };
struct g { int x : 0; };
struct h { int : 0; double d : 3; };
struct i { int x : -1; };
struct j { char c : 9; _Bool b : 2; };
struct k { int *p : 3; };
struct l { int x : 2.5; };
struct m { struct { int a; }; int a; };
struct n { int; };
struct r { const int x; } r1; void r2(void) { r1.x = 2; }
union s { int x[]; };
struct t { };
struct u { enum { E } e : 1; };
int v(struct undefined x) { return 0; }
struct w f2(void) { }
struct x { unknown_t y; int z; } x1; int x2(void) { return x1.z; }
