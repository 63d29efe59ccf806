/* <fenv.h> over two functions of the runtime. The environment has one form on every ISA, AArch64's: the rounding mode in bits 22
 * and 23 of the control word, the five exceptions in bits 0 to 4 of the status word. */
#include <fenv.h>
#include <features.h>

unsigned long __popcorn_fenv_get(void);
void __popcorn_fenv_set(unsigned long);

static unsigned control(unsigned long e) { return e >> 32; }
static unsigned status(unsigned long e) { return e; }

static void set(unsigned control, unsigned status)
{
	__popcorn_fenv_set((unsigned long)control << 32 | status);
}

int feclearexcept(int mask)
{
	unsigned long e = __popcorn_fenv_get();
	set(control(e), status(e) & ~(mask & FE_ALL_EXCEPT));
	return 0;
}

int feraiseexcept(int mask)
{
	unsigned long e = __popcorn_fenv_get();
	set(control(e), status(e) | (mask & FE_ALL_EXCEPT));
	return 0;
}

int fetestexcept(int mask)
{
	return status(__popcorn_fenv_get()) & mask & FE_ALL_EXCEPT;
}

int fegetround(void)
{
	return control(__popcorn_fenv_get());
}

hidden int __fesetround(int r)
{
	set(r, status(__popcorn_fenv_get()));
	return 0;
}

int fegetenv(fenv_t *e)
{
	unsigned long v = __popcorn_fenv_get();
	e->__fpcr = control(v);
	e->__fpsr = status(v);
	return 0;
}

int fesetenv(const fenv_t *e)
{
	if (e == FE_DFL_ENV)
		set(0, 0);
	else
		set(e->__fpcr, e->__fpsr);
	return 0;
}
