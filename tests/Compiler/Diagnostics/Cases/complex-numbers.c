// -Wall
_Complex double a;
	double _Complex b = 1.0;
	int f(void) {
	a = b;
	int i = a;
	double d = a;
	if (a) i = 1;
	a++;
	a = a < b;
	a = a % b;
	i = a == b;
	__real__ a = 1;
	__imag__ d = 2;
	return (int)a + ~i;
	}
