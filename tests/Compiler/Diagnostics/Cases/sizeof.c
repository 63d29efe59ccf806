// -Wall -Wextra
#include <string.h>
struct s { int a[10]; };
unsigned long f(int a[10], char *p, struct s *q)
{
	int b[10];
	unsigned long r = sizeof(a);
	r += sizeof(b) / sizeof(b[0]);
	r += sizeof(p) / sizeof(p[0]);
	r += sizeof(b + 1);
	memset(p, 0, sizeof(p));
	memset(q, 0, sizeof(q));
	memset(q, 0, sizeof(*q));
	memset(p, 10, 0);
	memcpy(p, q, sizeof(q));
	strncpy(p, "x", sizeof(p));
	memset(b, sizeof b, 0);
	return r + sizeof b / sizeof(char);
}
