// -Wall
int f(void) __attribute__((warn_unused_result));
	int p(int) __attribute__((pure));
	int c(int) __attribute__((const));
	void v(void) __attribute__((warn_unused_result));
	[[nodiscard]] int n(void);
	[[nodiscard("because")]] int m(void);
struct __attribute__((warn_unused_result)) s { int x; }; struct s r(void);
