// The planets: many doubles alive across calls and loops; the energy must come out to the last bit.
#include <math.h>
#include <stdio.h>

struct body { double p[3], v[3], mass; };

static struct body bodies[] = {
  {{0, 0, 0}, {0, 0, 0}, 39.47841760435743},
  {{4.84143144246472090, -1.16032004402742839, -0.10362204447112311}, {0.606326392995832, 2.81198684491626, -0.02521836165988763}, 0.03769367487038949},
  {{8.34336671824457987, 4.12479856412430479, -0.40352341711432138}, {-1.01077434617879, 1.82566237123041, 0.008415761376584154}, 0.011286326131968767},
};
enum { COUNT = sizeof bodies / sizeof *bodies };

static double energy(void) {
  double e = 0;
  for (int i = 0; i < COUNT; i++) {
    const struct body *b = &bodies[i];
    e += 0.5 * b->mass * (b->v[0] * b->v[0] + b->v[1] * b->v[1] + b->v[2] * b->v[2]);
    for (int j = i + 1; j < COUNT; j++) {
      double d2 = 0;
      for (int k = 0; k < 3; k++) d2 += (b->p[k] - bodies[j].p[k]) * (b->p[k] - bodies[j].p[k]);
      e -= b->mass * bodies[j].mass / sqrt(d2);
    }
  }
  return e;
}
static void advance(double dt) {
  for (int i = 0; i < COUNT; i++) {
    struct body *a = &bodies[i];
    for (int j = i + 1; j < COUNT; j++) {
      struct body *b = &bodies[j];
      double d[3], d2 = 0;
      for (int k = 0; k < 3; k++) {
        d[k] = a->p[k] - b->p[k];
        d2 += d[k] * d[k];
      }
      double m = dt / (d2 * sqrt(d2));
      for (int k = 0; k < 3; k++) {
        a->v[k] -= d[k] * b->mass * m;
        b->v[k] += d[k] * a->mass * m;
      }
    }
  }
  for (int i = 0; i < COUNT; i++)
    for (int k = 0; k < 3; k++) bodies[i].p[k] += dt * bodies[i].v[k];
}

int main(void) {
  printf("%.17g\n", energy());
  for (int i = 0; i < 30; i++) advance(0.01);
  printf("%.17g\n", energy());
  printf("%.17g %.17g\n", bodies[1].p[0], bodies[2].v[2]);
  return 0;
}
