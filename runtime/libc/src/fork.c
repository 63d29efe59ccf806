/* fork. Children are processes beside the program's own, which is at home: a program that is away goes there, forks, and the parent goes
 * back to its node. system, popen and posix_spawn come through here too (clone.c). A child stays at home for good. */
#include <errno.h>
#include <signal.h>
#include "syscall.h"

int __popcorn_nid(void);
int __popcorn_home(void);
long __popcorn_migrate_call(long nid);

long __popcorn_fork(void)
{
	int from = __popcorn_nid(), home = __popcorn_home();
	if (from != home && __popcorn_migrate_call(home))
		return -EAGAIN;
	long pid = __syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
	if (pid && from != home)
		__popcorn_migrate_call(from);
	return pid;
}
