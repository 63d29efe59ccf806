// -Wall -Wextra
#include <string.h>
#include <stdio.h>
typedef __builtin_va_list va;
int f(int n, ...) {
	char b[4], *p = b; va l;
	memset(p, 0);
	memset(p, sizeof b, 0);
	__builtin_expect(1);
	__builtin_constant_p();
	__builtin_choose_expr(n, 1, 2);
	__builtin_clz(1.5, 2);
	strlen(1);
	strcpy(b);
	__builtin_unreachable(1);
	__sync_fetch_and_add(n, 1);
	return 0;
}
void g(int a) { va l; __builtin_va_start(l, a); }
