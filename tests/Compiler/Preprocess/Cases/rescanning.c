// Where the standard leaves open whether a name is still being replaced (6.10.3.4p4), and names painted for good.
#define f(a) a*g
#define g(a) f(a)
f(2)(9)
#define AA BB
#define BB AA
AA BB
#define NIL(xxx) xxx
#define G_0(arg) NIL(G_1)(arg)
#define G_1(arg) NIL(arg)
G_0(42)
#define foo() bar foo
foo()()() ()
#define self(x) self(x) + x
self(self(1))
#define EMPTY
#define DEFER(id) id EMPTY
#define EXPAND(...) __VA_ARGS__
#define A() 123
DEFER(A)() EXPAND(DEFER(A)())
#define REPEAT_INDIRECT() REPEAT
#define REPEAT(n) n DEFER(REPEAT_INDIRECT)()(n)
EXPAND(REPEAT(x))
#define obj (obj) f
obj(3)
f
(4)
f
#define one 1
(one)
f
