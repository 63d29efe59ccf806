// -Wall -Wextra
#include <stddef.h>
enum e { A, B };
int f(int i, unsigned u, long l, unsigned long ul, char c, unsigned char uc, short s, enum e e)
{
	int r = 0;
	r += i < u;
	r += u > i;
	r += i == u;
	r += i < 5u;
	r += u < 5;
	r += u < -1;
	r += l < u;
	r += ul < l;
	r += i < sizeof(int);
	r += c < u;
	r += uc < i;
	r += s >= ul;
	r += e < i;
	r += e == -1;
	r += (i & 7) < u;
	r += (i ? 1 : 2) < u;
	r += i < (u ? 1 : 2);
	r += -1 == u;
	for (int k = 0; k < ul; k++) r++;
	unsigned m = i ? u : -1;
	unsigned n = i ? i : u;
	return r + m + n;
}
