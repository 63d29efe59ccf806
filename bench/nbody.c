// Five bodies under gravity: floating point with square roots and division.
#include <math.h>
#include <stdio.h>

struct body { double x, y, z, vx, vy, vz, mass; };
enum { COUNT = 5 };
static struct body b[COUNT] = {
  {0, 0, 0, 0, 0, 0, 39.478417604357432},
  {4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.606326392995832, 2.81198684491626016, -0.02521836165988763, 0.037693674870389493},
  {8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -1.01077434617879236, 1.82566237123041186, 0.00841576137658415351, 0.011286326131968767},
  {12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 1.08279100644153536, 0.868713018169608220, -0.0108326374013636358, 0.0017237240570597112},
  {15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.979090732243897976, 0.594698998647676060, -0.0347559555078104420, 0.0020336868699246304},
};

static double energy(void) {
  double e = 0;
  for (int i = 0; i < COUNT; i++) {
    e += 0.5 * b[i].mass * (b[i].vx * b[i].vx + b[i].vy * b[i].vy + b[i].vz * b[i].vz);
    for (int j = i + 1; j < COUNT; j++) {
      double x = b[i].x - b[j].x, y = b[i].y - b[j].y, z = b[i].z - b[j].z;
      e -= b[i].mass * b[j].mass / sqrt(x * x + y * y + z * z);
    }
  }
  return e;
}
static void advance(double dt) {
  for (int i = 0; i < COUNT; i++) {
    for (int j = i + 1; j < COUNT; j++) {
      double x = b[i].x - b[j].x, y = b[i].y - b[j].y, z = b[i].z - b[j].z;
      double d = x * x + y * y + z * z, m = dt / (d * sqrt(d));
      b[i].vx -= x * b[j].mass * m;
      b[i].vy -= y * b[j].mass * m;
      b[i].vz -= z * b[j].mass * m;
      b[j].vx += x * b[i].mass * m;
      b[j].vy += y * b[i].mass * m;
      b[j].vz += z * b[i].mass * m;
    }
  }
  for (int i = 0; i < COUNT; i++) {
    b[i].x += dt * b[i].vx;
    b[i].y += dt * b[i].vy;
    b[i].z += dt * b[i].vz;
  }
}

int main(void) {
  for (int i = 0; i < 100000; i++) advance(0.01);
  printf("%.12f\n", energy());
  return 0;
}
