// -Wall
int a[3]; extern int e[]; char *s = "abc"; int m[2][3];
int f(int i) {
	a[3] = 1;
	a[-1] = 2;
	a[i];
	*(a + 4) = 1;
	"abc"[5];
	m[2][0] = 1;
	m[0][3] = 1;
	&a[3];
	&a[4];
	e[100];
	int *p = a + 3;
	p = a + 4;
	p = a - 1;
	p = &m[0][3];
	return i[a] + 3[a] + (*(&a))[7] + sizeof a[9] + p[-1];
	}
struct t { int n;
	int tail[1];
	} *t;
	struct t2 { int x[2];
	int y;
	} *t2;
	struct t3 { int n;
	int tail[];
	} *t3;
	int g(void) {
	return t->tail[1] + t2->x[2] + t3->tail[5];
	}
