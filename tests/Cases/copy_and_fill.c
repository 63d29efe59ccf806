// memcpy, memmove and memset at every length to 300, at all alignments and overlaps that their branches tell apart, against byte loops.
#include <stdio.h>
#include <string.h>

static unsigned char area[4096], expected[4096];

static void pattern(unsigned seed)
{
	for (int i = 0; i < 1024; i++) area[i] = (unsigned char)(seed + i * 7 + i / 5);
	memcpy(expected, area, 1024);
}

static int differs(void)
{
	for (int i = 0; i < 1024; i++)
		if (area[i] != expected[i]) return 1;
	return 0;
}

static void slow_move(unsigned char *to, const unsigned char *from, size_t n)
{
	unsigned char copy[512];
	for (size_t i = 0; i < n; i++) copy[i] = from[i];
	for (size_t i = 0; i < n; i++) to[i] = copy[i];
}

int main(void)
{
	static void *(*volatile copy)(void *, const void *, size_t) = memcpy, *(*volatile move)(void *, const void *, size_t) = memmove;
	static void *(*volatile fill)(void *, int, size_t) = memset;
	static const int gaps[] = {-301, -130, -64, -17, -16, -3, -1, 0, 1, 2, 15, 16, 63, 64, 65, 129, 302};
	long checks = 0, bad = 0;
	for (size_t n = 0; n <= 300; n += n < 140 ? 1 : 13) {
		for (unsigned at = 0; at < 17; at += 4) {
			pattern((unsigned)n + at);
			unsigned char *to = area + 600 + at, *from = area + 64 + at * 3;
			slow_move(expected + (to - area), expected + (from - area), n);
			bad += copy(to, from, n) != to;
			bad += differs();
			for (unsigned k = 0; k < sizeof gaps / sizeof *gaps; k++) {
				pattern(k);
				to = area + 330 + at, from = to + gaps[k];
				slow_move(expected + (to - area), expected + (from - area), n);
				bad += move(to, from, n) != to;
				bad += differs();
				checks++;
			}
			pattern(at);
			for (size_t i = 0; i < n; i++) expected[333 + at + i] = (unsigned char)(n * 3);
			bad += fill(area + 333 + at, (int)(n * 3 + 256), n) != area + 333 + at;
			bad += differs();
		}
	}
	printf("%ld checks, %ld bad\n", checks, bad);
	return bad != 0;
}
