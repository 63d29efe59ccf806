// ## (6.10.3.3): placemarkers, operators, numbers, prefixes, and operands that are not expanded.
#define cat(a, b) a ## b
#define cat3(a, b, c) a ## b ## c
#define xcat(a, b) cat(a, b)
#define one 1
cat(one, one) xcat(one, one) cat(, x) cat(x, ) cat(,) [cat(,)] cat3(,,) cat3(a,,b)
cat(<, <) cat(<<, =) cat(-, >) cat(+, +) cat(., 5) cat(1., e+) cat(1e, 5) cat(L, "wide") cat(L, 'c') cat(u8, "x") cat(%:, %:) cat(/, =)
cat(a b, c d) cat(one two, one two)
#define cattwice(x) x ## x ## x
cattwice(ab) cattwice() cattwice(1)
#define hash # ## #
hash
#define comma(fmt, ...) f(fmt, ## __VA_ARGS__)
#define named(fmt, rest...) f(fmt, ## rest)
#define only(...) f(0, ## __VA_ARGS__)
comma(a) comma(a, b) comma(a, b, c) named(a) named(a, one) only() only(one) only(,)
#define x1 hidden
#define y(n) x ## n
y(1)
