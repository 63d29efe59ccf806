void good(int *p); void bad(void); int notfunction;
void f(void) {
	int a __attribute__((cleanup(good)));
	int b __attribute__((cleanup(bad)));
	double c __attribute__((cleanup(good)));
	int d __attribute__((cleanup(notfunction)));
	int e __attribute__((cleanup(undeclared_fn)));
	static int g __attribute__((cleanup(good)));
	int h __attribute__((cleanup));
	int i __attribute__((cleanup(1)));
	}
