// -Wall -Wextra
enum e { A, B, C };
int f(enum e x, int n, char c, double d, char *p, _Bool b) {
	switch (x) { case A: return 1; case B: return 2; }
	switch (x) { case A: return 1; case 7: return 2; default: return 3; }
	switch (n) { case 1: case 1: return 1; case n: return 2; case 1.5: return 3; case "x": return 4; }
	switch (c) { case 300: return 1; case -1: return 2; }
	switch (d) { case 1: return 1; }
	switch (p) { case 0: return 1; }
	switch (n) { default: break; default: return 2; }
	switch (n) { case 5 ... 2: return 1; case 1 ... 10: return 2; case 3: return 3; }
	switch (n) { int y; y = 1; case 1: return y; }
	switch (b) { case 0: return 1; case 1: return 2; case 2: return 3; }
	switch (n) return 1;
	switch (n) { }
	switch (x) { case A: case B: case C: return 1; default: return 2; }
	switch (n == 1) { case 1: return 3; }
	switch (x) { }
	switch ((unsigned char)n) { case 256: return 2; }
	return 0;
}
