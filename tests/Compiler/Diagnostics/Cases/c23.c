// -std=c2x -Wall -Wextra
int a(); int b(void) { return a(1); }
bool d = true;
	nullptr_t e = nullptr;
	int *f = nullptr;
	int g = nullptr;
	auto h = 1;
	auto i;
	constexpr int k = 2;
	constexpr int l;
	typeof(int) m;
	static_assert(1 == 2);
	static_assert(true);
	thread_local int n;
	alignas(8) int o;
	int p(int, int) {
	return 0;
	}
	enum r : char { R = 300 };
	int s = 0b101'01; void *t = 0; int u = t == nullptr; unsigned char v = u8'x'; int w(...) { return 0; }
