// -Wall
int a[];
	static int b[];
	struct s c;
	extern struct s e;
	struct u f;
	struct u { int x;
	};
	int g;
	int g = 1;
	int g;
	static int h(void);
	static int h2(void) {
	return h();
	} extern int i(void) { return h2();
	} const int j;
	static const int k;
	int l[] = { };
	int m[0];
	struct v;
	extern struct v n[];
	typedef struct w x;
	x y;
