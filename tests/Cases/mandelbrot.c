// The Mandelbrot set in characters: floating point in a loop whose length depends on every bit.
#include <stdio.h>

static int iterations(double cr, double ci) {
  double zr = 0, zi = 0;
  int n = 0;
  while (n < 40 && zr * zr + zi * zi < 4) {
    double t = zr * zr - zi * zi + cr;
    zi = 2 * zr * zi + ci;
    zr = t;
    n++;
  }
  return n;
}

int main(void) {
  unsigned check = 0;
  for (int y = -5; y <= 5; y++) {
    char line[32];
    for (int x = 0; x < 30; x++) {
      int n = iterations(-2.1 + x * 0.1, y * 0.22);
      check = check * 31 + (unsigned)n;
      line[x] = " .:-=+*#%@"[n / 4 < 10 ? n / 4 : 9];
    }
    line[30] = 0;
    puts(line);
  }
  printf("%u\n", check);
  return 0;
}
