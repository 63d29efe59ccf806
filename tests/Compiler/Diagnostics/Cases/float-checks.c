// -Wall -Wextra -Wfloat-equal -Wdouble-promotion -Wfloat-conversion
double d(double x, float f, int i) {
	f = x;
	x = f;
	i = x;
	i = f;
	if (x == 1.0) x = 2;
	f = f * 2.0f;
	f = 1.1;
	f = 16777217;
	x = 9007199254740993;
	i = 2.9;
	i = 1e10;
	i += 1.5;
	i = f + 1;
	x = 1.0f / 3;
	f = 3.4e39;
	b = x;
	unsigned u = -1.5;
	u = 3e9;
	(void)u;
	}
