/* Sleeping is the one long wait in which a program can move: a request to move (and no handler of the program) that interrupts the sleep
 * is followed at once, and what is left is slept on the other node. The runtime says so by a result of its own (runtime/c/popcorn.h). */
#include <errno.h>
#include <time.h>
#include "syscall.h"

enum { SLEEP_MOVABLE = 0x40000000, SLEEP_ASKED_TO_MOVE = 512 };

void __popcorn_poll(void);
extern volatile int __popcorn_flag;

int __clock_nanosleep(clockid_t clk, int flags, const struct timespec *req, struct timespec *rem)
{
	struct timespec t = *req, left = { 0, 0 };
	if (clk == CLOCK_THREAD_CPUTIME_ID)
		return EINVAL;
	for (;;) {
		long r = __syscall_cp(SYS_clock_nanosleep, clk, flags | SLEEP_MOVABLE, &t, &left);
		if (r == -SLEEP_ASKED_TO_MOVE) {
			if (!(flags & TIMER_ABSTIME))
				t = left;
			if (__popcorn_flag)
				__popcorn_poll();
			continue;
		}
		if (r == -EINTR && rem && !(flags & TIMER_ABSTIME))
			*rem = left;
		return -r;
	}
}

weak_alias(__clock_nanosleep, clock_nanosleep);
