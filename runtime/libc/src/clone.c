/* posix_spawn is the one caller that does not ask for a thread. It shares its memory with the child only to save time (errors come
 * back through a pipe), so an ordinary fork does; the child then runs on a copy of the caller's stacks. Threads are refused. */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <unistd.h>
#include "pthread_impl.h"
#include "syscall.h"

int __clone(int (*func)(void *), void *stack, int flags, void *arg, ...)
{
	if (!(flags & CLONE_VFORK))
		return -EAGAIN;
	long pid = __popcorn_fork();
	if (!pid)
		_exit(func(arg));
	return pid;
}
