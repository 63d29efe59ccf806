// complex.h and tgmath.h.
#include <stdio.h>
#include <complex.h>
#include <tgmath.h>
#define Q(z) do { double complex t = (z); printf("%s = %.10g %.10g\n", #z, (double)__real__ t + 0.0, (double)__imag__ t + 0.0); } while (0)
int main(void) { double complex zs[] = { 1 + 2i, -0.5 + 0.25i, 3 - 1i }; for (int i = 0; i < 3; i++) { double complex z = zs[i];
 Q(cexp(z)); Q(clog(z)); Q(csqrt(z)); Q(csin(z)); Q(ccos(z)); Q(ctan(z)); Q(casin(z)); Q(cacos(z)); Q(catan(z)); Q(csinh(z)); Q(ccosh(z)); Q(ctanh(z)); Q(casinh(z)); Q(cacosh(z)); Q(catanh(z)); Q(cpow(z, 1.5)); Q(cabs(z)); Q(carg(z)); Q(conj(z)); Q(cproj(z)); Q(creal(z)); Q(cimag(z)); Q(cexpf(z) * 0); Q(fabs(z)); Q(exp(z)); Q(sqrt(z)); Q(sqrt(2.0)); Q(pow(2.0, 3)); Q(cos(1.0f)); }
 return 0; }
