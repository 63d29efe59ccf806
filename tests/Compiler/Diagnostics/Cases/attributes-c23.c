// -std=c2x -Wall
[[nodiscard]] int a(void);
	[[noreturn]] void b(void);
	[[deprecated("old")]] int c(void);
int h(int x) {
	a();
	c();
	switch (x) { case 1: x++;
	[[fallthrough]];
	case 2: x--;
	case 3: return 1;
	return 0;
	}
enum [[deprecated]] l { L [[deprecated]] }; int m(enum l x) { return L; }
