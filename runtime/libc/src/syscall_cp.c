/* A system call that is a cancellation point. Cancellation acts when it is pending as the call begins; the window that musl's
 * assembly versions close (a request that comes just before a call that blocks) needs another thread, and there is none. */
#include "pthread_impl.h"
#include "syscall.h"

hidden long __cancel(void);
hidden extern const char __cp_begin[1], __cp_end[1], __cp_cancel[1];
const char __cp_begin[1], __cp_end[1], __cp_cancel[1];

hidden long __syscall_cp_asm(volatile int *cancel, syscall_arg_t n, syscall_arg_t a, syscall_arg_t b, syscall_arg_t c,
	syscall_arg_t d, syscall_arg_t e, syscall_arg_t f)
{
	if (*cancel)
		return __cancel();
	return __popcorn_syscall(n, a, b, c, d, e, f);
}
