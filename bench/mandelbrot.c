// The Mandelbrot set: a tight loop of doubles whose length depends on the data.
#include <stdio.h>

int main(void) {
  long total = 0;
  unsigned check = 0;
  for (int y = 0; y < 160; y++) {
    for (int x = 0; x < 160; x++) {
      double cr = -2.0 + x * 3.0 / 160, ci = -1.5 + y * 3.0 / 160, zr = 0, zi = 0;
      int n = 0;
      while (n < 200 && zr * zr + zi * zi < 4) {
        double t = zr * zr - zi * zi + cr;
        zi = 2 * zr * zi + ci;
        zr = t;
        n++;
      }
      total += n;
      check = check * 31 + (unsigned)n;
    }
  }
  printf("%ld %08x\n", total, check);
  return 0;
}
