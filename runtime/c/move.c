/* Leaving: when to move, capturing, sending. All of it runs on the runtime's own stack with every signal blocked, so that the native
 * stack is as the program left it; if anything fails before COMMIT, the program simply goes on there.
 *
 * What is sent is all that the program can see: its frames, and of data, bss, data stack and arena what the destination does not have
 * (transfer.c). */
#include "popcorn.h"

static PRIVATE struct captured captured;
static PRIVATE struct buffer state;
static PRIVATE u64 complained[64];
static PRIVATE u32 complaints;

/* Neutral floating-point environment: AArch64's FPCR and FPSR. On x86-64 both are in MXCSR, with down and up the other way round. */
void __popcorn_fenv_split(u64 *control, u64 *status)
{
	static const u8 modes[4] = { 0, 2, 1, 3 };
	u64 c = __popcorn_fp_control_get();
	if (__popcorn_isa() == ISA_AARCH64) {
		*control = c & 0xc00000;
		*status = __popcorn_fp_status_get() & 31;
		return;
	}
	*control = (u64)modes[c >> 13 & 3] << 22;
	*status = (c & 1) | (c >> 1 & 30); /* IE; ZE OE UE PE stand behind DE */
}

void __popcorn_fenv_join(u64 control, u64 status)
{
	static const u8 modes[4] = { 0, 2, 1, 3 };
	if (__popcorn_isa() == ISA_AARCH64)
		__popcorn_fp_set(control & 0xc00000, status & 31);
	else
		__popcorn_fp_set(0x1f80 | (u64)modes[control >> 22 & 3] << 13 | (status & 1) | (status & 30) << 1, 0);
}

unsigned long __popcorn_fenv_get(void)
{
	u64 control, status;
	__popcorn_fenv_split(&control, &status);
	return control << 32 | status;
}

void __popcorn_fenv_set(unsigned long v) { __popcorn_fenv_join(v >> 32, v & 31); }

int __popcorn_next_node(int nid)
{
	struct process *p = &__popcorn_process;
	for (int i = 1; i < MAX_NODES; i++) {
		int n = (nid + i) % MAX_NODES;
		if (p->nodes >> n & 1 && !(p->failed >> n & 1))
			return n;
	}
	return -1;
}

/* Where to go now: the node of an explicit call, the wish from outside, or the next one at every Nth point. -1: stay. */
static int choose(long nid)
{
	struct process *p = &__popcorn_process;
	struct travelling *s = &__popcorn_state;
	int due = s->every && ++s->passed >= s->every;
	if (nid >= 0)
		return nid;
	if (p->want != WANT_NONE) {
		int n = p->want == WANT_NEXT ? __popcorn_next_node(p->nid) : p->want;
		if (n >= 0 && n != p->nid)
			return n;
		if (n < 0)
			__popcorn_log("asked to move, but there is no other node");
		p->want = WANT_NONE;
	}
	if (due)
		return __popcorn_next_node(p->nid);
	if (!s->every)
		__popcorn_flag = 0;
	return -1;
}

static int pack_state(u64 to, u64 started)
{
	struct process *p = &__popcorn_process;
	u64 regions = __popcorn_region_count * sizeof(struct region), size = sizeof(struct state) + captured.frames.size + regions;
	if (!__popcorn_reserve(&state, size))
		return 0;
	struct state *s = (struct state *)state.data;
	memset(s, 0, sizeof *s);
	s->version = WIRE_VERSION;
	s->from = p->nid;
	s->to = to;
	s->frames = captured.count;
	s->values = captured.values;
	s->frame_bytes = captured.frames.size;
	s->regions = __popcorn_region_count;
	s->dsp = (u64)__popcorn_dsp;
	s->block = __popcorn_state.block;
	s->block_end = __popcorn_state.block_end;
	__popcorn_fenv_split(&s->control, &s->status);
	s->start_us = __popcorn_now_us();
	s->capture_us = s->start_us - started;
	s->number = __popcorn_state.moves;
	s->base = p->pages == PAGES_ALL ? 0 : __popcorn_state.held[to];
	/* Between home and a node of the same ISA, which are likely to be processes of one kernel without an emulator. */
	int allowed = p->pages != PAGES_PLAIN && !(p->plain >> to & 1) && p->isa[p->nid] == p->isa[to] && (p->home || to == (u64)__popcorn_state.home);
	s->direct = allowed ? sys0(SYS_getpid) : 0;
	s->log = p->home ? p->log_fd >= 0 || p->log_stderr : p->home_logs;
	memcpy(s + 1, captured.frames.data, captured.frames.size);
	memcpy((u8 *)(s + 1) + captured.frames.size, __popcorn_regions, regions);
	state.size = size;
	return 1;
}

/* Sends everything and waits for the destination's word. 0: it is ready; else the reason is filled in, and if the connection is
 * broken, `broken` is set. */
static int offer(int fd, struct end *end, char *reason, int *broken)
{
	struct header h;
	*broken = 1;
	__popcorn_copy_text(reason, 160, "the connection to the node broke, or it did not answer in time");
	struct state *s = (struct state *)state.data;
	if (s->direct)                  /* PR_SET_PTRACER, where the kernel asks for it */
		sys3(SYS_prctl, 0x59616d61, __popcorn_process.home ? __popcorn_process.node_pid[s->to] : (int)__popcorn_state.pid, 0);
	for (;; s->base = 0) {
		if (__popcorn_send(fd, MSG_STATE, state.data, state.size) || __popcorn_send_memory(fd, s, end) || __popcorn_receive_header(fd, &h))
			return -1;
		if (h.type != MSG_AGAIN)
			break;
		u64 plain;
		if (h.length != sizeof plain || __popcorn_read(fd, &plain, sizeof plain) || (!s->base && !(plain && s->direct)))
			return -1;
		if (plain) {
			s->direct = 0;
			__popcorn_process.plain |= 1u << s->to;
		}
	}
	end->bytes += 2 * HEADER_SIZE + state.size + sizeof *end;
	if (h.type == MSG_READY && !__popcorn_skip_body(fd, &h)) {
		*broken = 0;
		return 0;
	}
	static PRIVATE struct buffer text;
	if (h.type != MSG_REFUSED || __popcorn_receive_body(fd, &h, &text))
		return -1;
	text.data[text.size] = 0;
	__popcorn_copy_text(reason, 160, (char *)text.data);
	*broken = 0;
	return -1;
}

static const char *unmovable(void)
{
	struct process *p = &__popcorn_process;
	if (p->unmovable)
		return "a System V shared memory segment is attached";
	for (u64 i = 0; i < __popcorn_region_count; i++)
		if (__popcorn_regions[i].flags & REGION_SHARED)
			return "a file is mapped with MAP_SHARED";
		else if (__popcorn_regions[i].flags & REGION_CHILD)
			return "memory is shared with a child (MAP_SHARED | MAP_ANONYMOUS before fork)";
	return NULL;
}

/* The program stays. An explicit call says so on stderr; a wish from outside once, in the log; a forced move once for each place. */
static long stay(long nid, int target, const char *reason, u64 pc, int permanent)
{
	struct process *p = &__popcorn_process;
	struct line l = { 0 };
	__popcorn_text(&l, "popcorn: node ");
	__popcorn_number(&l, p->nid);
	__popcorn_text(&l, ": cannot move to node ");
	__popcorn_number(&l, target);
	__popcorn_text(&l, ": ");
	__popcorn_text(&l, reason);
	if (nid >= 0)
		__popcorn_put(&l, 1);
	else if (p->want != WANT_NONE) {
		if (!p->told)
			__popcorn_put(&l, permanent);
		p->told = 1;
		if (permanent)
			p->want = WANT_NONE;
	} else {
		u32 i = 0;
		while (i < complaints && complained[i] != pc)
			i++;
		if (i == complaints && i < sizeof complained / sizeof *complained) {
			complained[complaints++] = pc;
			__popcorn_put(&l, permanent);
		}
	}
	return -1;
}

/* Called by the assembly on the runtime's stack. nid is -1 at a poll. Returns if the program stays. */
long __popcorn_move(u64 *registers, long nid)
{
	struct process *p = &__popcorn_process;
	struct travelling *s = &__popcorn_state;
	char reason[160];
	int target = choose(nid), broken;
	if (target < 0 || target == p->nid)
		return 0;
	u64 pc = registers[__popcorn_isa() == ISA_X86_64 ? 16 : 30], started = __popcorn_now_us();
	if (p->forked)
		return stay(nid, target, "the process was made by fork, and only the first one can move", pc, 1);
	if (target >= MAX_NODES || !(p->nodes >> target & 1))
		return stay(nid, target, "there is no such node (is the program run by `popcorn run`?)", pc, 1);
	if (p->failed >> target & 1)    /* said when it failed */
		return -1;
	p->busy = 1;
	__popcorn_block_all();
	__popcorn_threads_gone();
	const char *why = unmovable();
	if (!why && !__popcorn_regions_settle())
		why = "no memory for a copy of a mapped file";
	if (why)
		return stay(nid, target, why, pc, 0);
	if (!__popcorn_capture(registers, &captured))
		return stay(nid, target, captured.reason, captured.pc, 0);
	if (p->home && p->main_fd[target] < 0) {
		u64 before = __popcorn_now_us();
		if (__popcorn_open_node(target, reason, sizeof reason)) {
			p->failed |= 1u << target;
			return stay(nid, target, reason, pc, 1);
		}
		started += __popcorn_now_us() - before; /* a process's start is no part of the capture */
	}
	__popcorn_cpu_leave();
	u64 passed = s->passed, every = s->every, held = s->held[p->nid];
	int flag = __popcorn_flag;
	s->passed = 0;
	s->held[p->nid] = ++s->moves;
	__popcorn_flag = every != 0;
	if (!pack_state(target, started)) {
		s->moves--;
		s->held[p->nid] = held;
		s->passed = passed;
		return stay(nid, target, "no memory for the state", pc, 0);
	}
	int fd = p->home ? p->main_fd[target] : p->main_fd[0];
	struct end end = { 0 };
	if (offer(fd, &end, reason, &broken)) {
		s->moves--;
		s->held[p->nid] = held;
		s->passed = passed;
		__popcorn_flag = flag;
		if (broken && !p->home)
			sys1(SYS_exit_group, 1);
		if (broken) {
			__popcorn_close_node(target);
			p->failed |= 1u << target;
		}
		return stay(nid, target, reason, pc, broken);
	}
	/* The one step that cannot be taken back. If it did not go out, the destination cannot have begun. */
	if (__popcorn_send(fd, MSG_COMMIT, NULL, 0)) {
		if (!p->home)
			sys1(SYS_exit_group, 1);
		s->moves--;
		s->held[p->nid] = held;
		s->passed = passed;
		__popcorn_flag = flag;
		__popcorn_close_node(target);
		p->failed |= 1u << target;
		return stay(nid, target, "the node died when it had everything", pc, 1);
	}
	__popcorn_epoch = s->moves;
	p->want = WANT_NONE;
	p->told = 0;
	p->here = 0;
	if (!p->home)
		__popcorn_wait();
	p->peer = target;
	__popcorn_left((struct state *)state.data, &end);
	__popcorn_signals_leave();
	__popcorn_serve();
}

long __popcorn_after_move(long result)
{
	if (__popcorn_process.busy)
		__popcorn_resume_signals();
	return result;
}
