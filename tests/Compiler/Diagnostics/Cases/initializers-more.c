// -Wall -Wextra
int f(void);
int n = 3;
int a = f();
int b = n;
static int *c = &n + 1;
static int *d = n ? &n : 0;
int e[2] = { 1, 2, 3 };
char g[2] = "abc";
char h[3] = "abc";
int j[] = "abc";
struct s { int x, y; } k = { 1, 2, 3 }, l = { .z = 1 }, m = { .x = 1, .x = 2 };
struct s o = { [0] = 1 };
int p[] = { .x = 1 };
int r = { 1, 2 };
struct s t = 1;
struct s u = { { 1 }, 2 };
int v[2][2] = { 1, 2, 3, 4 };
int w[2][2] = { { 1, 2, 3 }, { 4 } };
union x { int a; float b; } y = { 1, 2 };
int *z = { "x" };
int aa = "x";
char *bb = 'x';
char cc[] = 'x';
char dd[] = {};
extern int ee[3]; 
void ff(int n) {
	int hh[n] = {};
	struct s ii = n;
	static int jj = n;
	int kk[] = { n, n };
	(void)kk;
	}
int ll[];
float mm = 1e50f;
unsigned char nn = 256;
