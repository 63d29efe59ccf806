// -Wall
int a(void) __attribute__((deprecated));
	int b __attribute__((deprecated("use c")));
	typedef int t __attribute__((deprecated));
	struct s { int x __attribute__((deprecated));
	} v;
	struct __attribute__((deprecated)) u { int y;
	};
	enum e { A __attribute__((deprecated("no"))), B } x;
	__attribute__((deprecated)) int d(void) {
	return b;
	}
int f(struct u *p) { t y = 1; struct u z; z.y = 2; return a() + b + y + v.x + A + B + d() + z.y; }
void g(void) __attribute__((unavailable));
	void h(void) {
	g();
	} int i(void) __attribute__((error("stop")));
	int j(void) __attribute__((warning("slow")));
