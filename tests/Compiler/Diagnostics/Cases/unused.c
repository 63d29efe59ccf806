// -Wall -Wextra
static int unused_static;
static int unused_const_less(void);
static void unused_fn(void) { }
static const int unused_const = 1;
const int extern_const = 2;
static int rec(int n) { return n ? rec(n - 1) : 0; }
int f(int p, int q, int unnamed)
{
	int a;
	int b = 1;
	int c;
	c = 2;
	int d = 0;
	d++;
	int e = 0;
	e += 2;
	typedef int local_t;
	enum { LOCAL_ENUM };
	struct local { int x; };
	static int st;
	int used = p;
	q = 3;
	int __attribute__((unused)) ok;
	int sz;
	(void)sizeof sz;
	int arr[3];
	arr[0] = 1;
	int *ptr = 0;
	*ptr = 1;
	int vol = 0;
	(void)vol;
	return used;
}
static inline int inl(void) { return 1; }
