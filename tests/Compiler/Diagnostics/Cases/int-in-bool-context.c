// -Wall -Wextra
int f(int a, int b) {
	if (a << 1) return 1;
	if (1 << a) return 2;
	if (a ? 2 : 3) return 3;
	if (a ? 2 : 0) return 4;
	while (a * b) a--;
	if (!(a << 1)) return 5;
	return (a << 2) && b;
}
enum e { A = 1, B };
int g(int a, enum e x) { if (a == 1 || B) return 1; return x ? 1 : 0; }
