/* A system call that is a cancellation point: the runtime makes it unless the request to cancel is there, also when it comes at the last
 * moment (__popcorn_kernel_cp in the assembly of each ISA). */
#include "pthread_impl.h"
#include "syscall.h"

hidden long __cancel(void);
extern _Thread_local volatile int *volatile __popcorn_cancel;

hidden long __syscall_cp_asm(volatile int *cancel, syscall_arg_t n, syscall_arg_t a, syscall_arg_t b, syscall_arg_t c,
	syscall_arg_t d, syscall_arg_t e, syscall_arg_t f)
{
	if (*cancel)
		return __cancel();
	__popcorn_cancel = cancel;
	long r = __popcorn_syscall(n, a, b, c, d, e, f);
	__popcorn_cancel = 0;
	return r;
}
