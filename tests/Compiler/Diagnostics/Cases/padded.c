// -Wpadded
struct a { char c; int i; };
struct b { int i; char c; };
struct c { char c; int b : 20; short s; };
struct d { int i, j; };
typedef struct { short s; long l; } e;
struct f { char c; struct { char d; int i; } in; };
union u { char c[5]; int i; };
