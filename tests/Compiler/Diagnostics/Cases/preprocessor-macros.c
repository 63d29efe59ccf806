// -Wall
#define
#define 3
#define A(
#define B(x
#define C(x,) x
#define D(x, x) x
#define E(...) __VA_ARGS__
#define F(x, ...) x
#define G __VA_ARGS__
#define I(x) x ##
#define J ## x
#define K(x) # x
#define L 1
#define L 2
#define defined 1
#define __FILE__ 2
#undef
#undef 3
#undef __LINE__
#undef L M
#define M(x, y) x + y
