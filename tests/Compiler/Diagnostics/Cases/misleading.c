// -Wall -Wextra
int g(void);
int f(int n) {
	if (n)
		g();
		g();
	else_label:
	for (int i = 0; i < n; i++)
		g();
		g();
	while (n)
		n--;
		g();
	if (n)
		if (n > 1)
			g();
	else
		g();
	if (n) g(); else
		g();
	goto else_label;
	if (n == 1) { g(); }
		g();
	return 0;
}
