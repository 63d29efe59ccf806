/* The two callers of clone beside fork. pthread_create: threads live at home, so a program that is away goes there first and stays
 * while they live (runtime/c/thread.c). posix_spawn: it shares its memory with the child only to save time (errors come back through
 * a pipe), so an ordinary fork does; the child then runs on a copy of the caller's stacks. */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <stdarg.h>
#include <unistd.h>
#include "pthread_impl.h"
#include "syscall.h"

int __popcorn_nid(void);
int __popcorn_home(void);
long __popcorn_migrate_call(long nid);
long __popcorn_thread(void *function, void *stack, unsigned long flags, void *argument, int *ptid, void *block_end, volatile int *ctid, unsigned long size);

int __clone(int (*func)(void *), void *stack, int flags, void *arg, ...)
{
	if (flags & CLONE_THREAD) {
		va_list more;
		va_start(more, arg);
		int *ptid = va_arg(more, int *);
		pthread_t thread = va_arg(more, pthread_t);
		volatile int *ctid = va_arg(more, volatile int *);
		va_end(more);
		if (__popcorn_nid() != __popcorn_home() && __popcorn_migrate_call(__popcorn_home()))
			return -EAGAIN;
		return __popcorn_thread(func, stack, flags, arg, ptid, thread, ctid, thread->stack_size);
	}
	if (!(flags & CLONE_VFORK))
		return -EAGAIN;
	long pid = __popcorn_fork();
	if (!pid)
		_exit(func(arg));
	return pid;
}
