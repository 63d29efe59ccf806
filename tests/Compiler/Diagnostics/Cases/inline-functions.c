// -Wall -Wextra
static int s;
	inline int a(void) {
	return s;
	return x++;
	} static inline int c(void) { return s;
	} extern inline int d(void) { return s;
	} inline int e(void);
	int f(void) {
	return e();
	} static int g(void);
	inline static int h(void);
	int i(void) {
	return g() + h();
	} inline int main(void) { return c();
	}
