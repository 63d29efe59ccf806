// -Wall -Wextra
#include <string.h>
#include <stdio.h>
void f(char *p, char b[10], const char *c) {
	char a[4];
	memset(p, 0, sizeof p);
	memset(a, sizeof a, 0);
	memset(p, 10, 0);
	memcmp(a, p, sizeof p);
	if (p == "x") ;
	if (c + 1 == "y") ;
	puts("a" + 5);
	puts(&"abc"[5]);
	strcmp(p, "x") == 0;
	if (strcmp(p, c)) ;
	if (!strcmp(p, c)) ;
	strlcpy(a, p, 4);
	sprintf(a, "%s", "long text");
	memset(b, 0, sizeof b);
	memset(&p, 0, sizeof p);
	memmove(a, a, sizeof(*a));
	sizeof(b);
	sizeof(p) / sizeof(*p);
	sizeof(a) / sizeof(int);
	sizeof(b) / sizeof(b[0]);
	}
