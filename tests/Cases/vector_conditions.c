// GNU vectors in the conditional operator: the elements of the condition choose.
#include <stdio.h>
typedef int v4 __attribute__((vector_size(16)));
typedef float f4 __attribute__((vector_size(16)));
static v4 max(v4 a, v4 b) { return a > b ? a : b; }
int main(void)
{
	v4 a = { 1, 20, 3, 40 }, b = { 10, 2, 30, 4 };
	f4 x = { 1, -2, 3, -4 };
	for (int i = 0; i < 5; i++) {
		v4 m = max(a, b);
		f4 y = x < 0.0f ? -x : x;
		v4 z = a == m ? m - m : m;
		for (int k = 0; k < 4; k++) printf("%d %g %d\n", m[k], y[k], z[k]);
		a += b;
		x *= y;
	}
	return 0;
}
