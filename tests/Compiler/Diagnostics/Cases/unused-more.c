// -Wall -Wextra
static int never(void) { return 0; }
static int used_once(void) { return 0; }
int x1 = 0; static int s1; static const int s2 = 3; static int s3 = 4; static void decl(void);
typedef int t1;
int f(int a, int b, int c __attribute__((unused))) {
	int l1;
	int l2 = 1;
	int l3;
	static int l4;
	const int l5 = 3;
	int l6 = a;
	int l7 __attribute__((unused));
	register int l8;
	typedef int lt;
	struct ls { int x;
	} l9;
	enum le { L1 };
	int l10[3];
	extern int l11;
	l3 = 2; l10[0] = 1; l9.x = 1; (void)l2; l6++; l6 += 2;
	lab: ; lab2: __attribute__((unused)); 
	a;
	a + 1;
	a == 1;
	*&a;
	(void)a;
	-a;
	a, b;
	f;
	"x";
	1;
	sizeof a;
	(a);
	!a;
	a ? 1 : 2;
	a && b;
	f(1, 2, 3);
	used_once();
	for (a; a < 1; a + 1) ;
	return 0;
}
