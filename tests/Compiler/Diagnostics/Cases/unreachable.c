// -Wunreachable-code-aggressive
int g(void); void exit(int) __attribute__((noreturn));
int f(int x) {
	if (x) { return 1; g(); }
	while (x) { break; g(); }
	switch (x) { case 1: return 1; break; case 2: g(); }
	for (;;) { if (x) continue; g(); }
	g();
	return 2;
}
int i(int x) { if (0) g(); if (1) return 1; else g(); goto l; g(); l: return x; }
