// -Wall -Wextra
int arr[3]; int fn(void); extern int wk __attribute__((weak));
enum e { A, B };
struct s { int m; int a[2]; };
int f(int x, unsigned u, unsigned char c, char sc, int *p, struct s *q, _Bool b, enum e e)
{
	int r = 0;
	r += x == x; r += x != x; r += x < x;
	r += q->m == q->m;
	r += u >= 0;
	r += u < 0;
	r += c == 256;
	r += c < 300;
	r += sc == 200;
	r += b == 2;
	r += b > 1;
	r += (x & 4) == 3;
	r += (x | 4) == 3;
	r += !x == 5;
	r += !x == b;
	r += arr == 0;
	r += fn == 0;
	r += &x == 0;
	r += &wk == 0;
	r += q->a == 0;
	if (arr) r++;
	if (fn) r++;
	if (&x) r++;
	if (!fn) r++;
	if (q->a) r++;
	if (x && arr) r++;
	r += "abc" == "abc";
	r += p == "x";
	r += x && 8;
	r += x || 1;
	r += x < 0 && x > 10;
	r += x > 0 || x < 10;
	r += e < 0;
	r += e == 5;
	r += p == p;
	return r;
}
