#include <stddef.h>
#include <stdint.h>
typedef struct node { int v; } node_t, *node_p;
typedef int (*callback)(int);
void take(size_t *p);
void takecb(callback c);
void f(uint32_t *u, node_p n, node_t *m, int64_t l, int (*w)(char))
{
	take(u);
	int *i = n;
	callback c = w;
	takecb(n);
	char *s = l;
	node_t v = l;
	n = m;
}
