// -Wmissing-prototypes -Wmissing-variable-declarations -Wmissing-declarations -Wredundant-decls
int a(void) {
	return 1;
	} static int b(void) { return 2;
	} int c;
	static int d;
	extern int e;
	int e;
	int f();
	int f(void) {
	return 3;
	} int main(void) { return b() + d;
	} int;
	struct s;
	};
	const int;
	typedef int;
	enum { E };
	unsigned;
	struct t { int y;
inline int g(void) { return 1; } extern int h; extern int h; int i(void); int i(void);
