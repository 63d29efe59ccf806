// -Wall
#define M(x, y) x + y
#define Z() 1
#define P(a, b) a ## b
#define S(x) #x
char *h = S("a\n");
#define VA(f, ...) f(__VA_ARGS__)
#define OPT(x, ...) x __VA_OPT__(,) __VA_ARGS__
int i = OPT(1);
int __VA_ARGS__;
#define DIRECTIVE(x) x
int j = DIRECTIVE(
#if 1
1
#endif
);
