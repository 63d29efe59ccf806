typedef int v4 __attribute__((vector_size(16)));
	typedef float f4 __attribute__((vector_size(16)));
	typedef int v2 __attribute__((vector_size(8)));
	struct s;
	typedef struct s sv __attribute__((vector_size(16)));
v4 f(v4 a, f4 b, v2 c, int i, double d) {
	a = a + c;
	a = b;
	a = i;
	a = a + i;
	a = a & b;
	b = b % b;
	a = ~b;
	a[0] = 1;
	a[7] = 2;
	a = (v4)b;
	a = (v4)c;
	a = (v4)d;
	v4 e = { 1, 2, 3, 4, 5 };
	if (a) return a;
	return a[i] + e;
	}
