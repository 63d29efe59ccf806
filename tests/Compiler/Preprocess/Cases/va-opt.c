// __VA_OPT__ (C23 6.10.5.1).
#define EMP
#define F(...) f(0 __VA_OPT__(,) __VA_ARGS__)
#define G(X, ...) f(0, X __VA_OPT__(,) __VA_ARGS__)
#define S(sname, ...) S sname __VA_OPT__(= { __VA_ARGS__ })
F(a, b, c)
F()
F(EMP)
G(a, b, c)
G(a, )
G(a)
S(foo);
S(bar, 1, 2);
#define H2(X, Y, ...) __VA_OPT__(X ## Y,) __VA_ARGS__
H2(a, b, c, d)
#define H3(X, ...) #__VA_OPT__(X##X X##X)
H3(, 0)
#define H4(X, ...) __VA_OPT__(a X ## X) ## b
H4(, 1)
#define H5A(...) __VA_OPT__()/**/__VA_OPT__()
#define H5B(X) a ## X ## b
#define H5C(X) H5B(X)
H5C(H5A())
#define nest(x, ...) __VA_OPT__((x __VA_ARGS__))
nest(1, 2) nest(1)
