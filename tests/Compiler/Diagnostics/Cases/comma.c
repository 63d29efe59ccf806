// -Wcomma
int g(void), h(int);
int f(int a, int b) {
	if (g(), a) return 1;
	for (a = 0, b = 1; a < b; a++, b--) h(a);
	a = b, g();
	while (h(a), b) b--;
	(void)a, b = 2;
	return a++, b;
}
