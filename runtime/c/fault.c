/* Faults on purpose, for tests: POPCORN_FAULT=WHO:N:WHAT:FILE makes the process of node WHO misbehave at its Nth protocol step, where a step
 * is a message that it sends or begins to read, and create FILE to say that it came so far. WHAT is kill (kill -9 itself), run (kill -9 the
 * node server: a node's parent), cut (the connection), stall (do nothing for ever, lifeline or not), header or payload (one bit of the message is wrong, on
 * its way out or when it has come). Costs one test of a variable a message. */
#include "popcorn.h"

static PRIVATE u64 at, passed;
static PRIVATE char what;
static PRIVATE int due;         /* bytes of the message still to pass before the one that is spoiled, + 1 */
static PRIVATE char reached[256];

/* Called at the start with the variable's value, or NULL. */
void __popcorn_fault_start(const char *s)
{
	u64 number[2] = { 0, 0 };
	if (!s)
		return;
	for (int i = 0; i < 2; i++, s += *s == ':')
		for (; *s >= '0' && *s <= '9'; s++)
			number[i] = number[i] * 10 + (*s - '0');
	if (number[0] != (u64)__popcorn_process.nid)
		return;
	at = number[1];
	what = *s;
	while (*s && *s != ':')
		s++;
	if (*s)
		__popcorn_copy_text(reached, sizeof reached, s + 1);
}

static void misbehave(int fd)
{
	u64 all = ~0UL;
	i64 day[2] = { 86400, 0 };
	if (reached[0])
		sys1(SYS_close, sys4(SYS_openat, AT_FDCWD, reached, O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
	switch (what) {
	case 'k': sys2(SYS_kill, sys0(SYS_getpid), SIGKILL);
	case 'r': sys2(SYS_kill, sys0(SYS_getppid), SIGKILL); break;
	case 's':
		sys4(SYS_rt_sigprocmask, SIG_SETMASK, &all, NULL, 8);
		for (;;)
			__popcorn_local(SYS_nanosleep, (long)day, 0, 0, 0, 0, 0);
	case 'c': sys2(SYS_shutdown, fd, 2); break;
	case 'h': due = 1 + 9; break;                   /* of the length */
	case 'p': due = 1 + HEADER_SIZE; break;
	}
}

/* A message is about to go out, or its header to be read. */
void __popcorn_step(int fd)
{
	if (!at)
		return;
	due = 0;                /* a message without payload */
	if (++passed == at)
		misbehave(fd);
}

/* Whether these bytes, the next ones of the message, have a wrong one among them, and which: -1, none. */
i64 __popcorn_spoiled(u64 size)
{
	if (!due)
		return -1;
	u64 place = due - 1;
	if (place >= size) {
		due -= size;
		return -1;
	}
	due = 0;
	return place;
}
