// The floating-point environment belongs to the program: the rounding mode and the exception flags go along with it, whichever way it goes.
// options: -frounding-math
#include <fenv.h>
#include <math.h>
#include <stdio.h>

static volatile int rounds = 2;
static volatile double one = 1, three = 3, tiny = 1e-300, huge = 1e300, zero = 0;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}
static void flags(const char *what) {
  work();
  int e = fetestexcept(FE_ALL_EXCEPT);
  printf("%s:%s%s%s%s%s\n", what, e & FE_INEXACT ? " inexact" : "", e & FE_UNDERFLOW ? " underflow" : "", e & FE_OVERFLOW ? " overflow" : "",
    e & FE_DIVBYZERO ? " division" : "", e & FE_INVALID ? " invalid" : "");
}

int main(void) {
  static const int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
  static const char *const names[] = {"nearest", "up", "down", "zero"};
  for (int i = 0; i < 4; i++) {
    fesetround(modes[i]);
    work();
    volatile double third = one / three, minus = -one / three;
    work();
    float f = (float)(one / three);
    printf("%s: %d %a %a %a %g %ld\n", names[i], fegetround() == modes[i], third, minus, f, rint(2.5), lrint(-2.5));
  }
  fesetround(FE_TONEAREST);
  feclearexcept(FE_ALL_EXCEPT);
  flags("none");
  volatile double r = one / three;
  flags("third");
  feclearexcept(FE_ALL_EXCEPT);
  r = tiny * tiny;
  flags("tiny");
  feclearexcept(FE_ALL_EXCEPT);
  r = huge * huge;
  flags("huge");
  feclearexcept(FE_ALL_EXCEPT);
  r = one / zero;
  flags("by zero");
  feclearexcept(FE_INEXACT);
  r = sqrt(-one);
  flags("and root");
  fenv_t held;
  feholdexcept(&held);
  work();
  r = huge * huge;
  fesetround(FE_UPWARD);
  work();
  feupdateenv(&held);
  flags("updated");
  printf("%d\n", fegetround() == FE_TONEAREST);
  feclearexcept(FE_ALL_EXCEPT);
  feraiseexcept(FE_INVALID | FE_OVERFLOW);
  flags("raised");
  fesetenv(FE_DFL_ENV);
  flags("default");
  return r > one ? 0 : 1;
}
