/* A node's process: it has the program's code but no program until one arrives. It belongs to home: when a connection closes, it ends.
 * It is in a process group of its own and touches neither the terminal nor the program's standard streams. */
#include "popcorn.h"

static PRIVATE struct buffer incoming;

static int greet(const char *address, u32 channel)
{
	struct process *p = &__popcorn_process;
	int fd = __popcorn_connect(address);
	if (fd < 0)
		sys1(SYS_exit_group, 1);
	struct hello h = { { 'P', 'C', 'N', 'O', 'D', 'E' }, WIRE_VERSION, p->nid, __popcorn_isa(), sys0(SYS_getpid), channel, 0, { 0 } };
	memcpy(h.build_id, __popcorn_image.build_id, sizeof h.build_id);
	if (__popcorn_send(fd, MSG_HELLO, &h, sizeof h))
		sys1(SYS_exit_group, 1);
	return fd;
}

/* Waits for a program. A refusal leaves the source in charge; anything unexpected ends the process. */
_Noreturn void __popcorn_wait(void)
{
	struct process *p = &__popcorn_process;
	int fd = p->main_fd[0];
	struct header h;
	struct end end;
	char reason[160];
	for (;;) {
		if (__popcorn_receive_header(fd, &h) || h.type != MSG_STATE)
			sys1(SYS_exit_group, 1);
		int r = __popcorn_receive_state(fd, &h, &incoming, &end, reason, sizeof reason);
		if (r >= STATE_AGAIN) {
			if (__popcorn_again(fd, r))
				sys1(SYS_exit_group, 1);
			continue;
		}
		if (r) {
			__popcorn_refused(fd, reason);
			if (r < 0)
				sys1(SYS_exit_group, 1);
			continue;
		}
		if (__popcorn_send(fd, MSG_READY, NULL, 0) || __popcorn_receive_header(fd, &h))
			sys1(SYS_exit_group, 1);
		if (h.type == MSG_COMMIT)
			__popcorn_enter_state(&incoming, &end);
	}
}

static _Noreturn void wait_entry(void) { __popcorn_wait(); }

_Noreturn void __popcorn_node(const char *address)
{
	struct process *p = &__popcorn_process;
	sys2(SYS_setpgid, 0, 0);
	int null = sys4(SYS_openat, AT_FDCWD, "/dev/null", O_RDWR, 0);
	for (int fd = 0; fd < 3; fd++)
		if (null >= 0 && null != fd)
			sys3(SYS_dup3, null, fd, 0);
	if (null > 2)
		sys1(SYS_close, null);
	p->main_fd[0] = greet(address, 0);
	p->life_fd[0] = greet(address, 1);
	p->want = WANT_NONE;
	p->isa[p->nid] = __popcorn_isa() == ISA_AARCH64 ? 2 : 1;
	__popcorn_signals_node();
	__popcorn_block_all();
	__popcorn_enter(p->runtime_top, wait_entry, 0, 0, 0);
}
