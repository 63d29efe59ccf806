int f(int n) {
	goto in;
	int a[n];
in:	a[0] = 1;
	switch (n) { int b[n]; case 1: b[0] = 1; }
	goto nowhere;
	{ lab: ; }
	goto lab;
	break;
	continue;
	int x = ({ goto lab2; 1; });
	({ lab2: 1; });
	return x;
unused: ;
}
void g(void) { case 1: ; default: ; }
void h(void) { for (;;) { break; continue; } if (1) break; }
void k(void) { int x __attribute__((cleanup(g))); goto l; { int y __attribute__((cleanup(g))); l: ; } }
