/* The neutral system-call boundary: asm-generic's numbers, structures and flags on every ISA. A call is the runtime's own (memory,
 * signals, ending), is made here, or goes home because files and the process live there. */
#include "popcorn.h"

struct entry { u16 generic, x86; u16 flags; const char *name, *arguments; };
static const struct entry table[] = {
#define CALL(name, generic, x86, arguments, flags) { generic, x86, flags, #name, arguments },
#include "syscalls.h"
#undef CALL
};

static const struct entry *find(long nr)
{
	u64 low = 0, high = sizeof table / sizeof *table;
	while (low < high) {
		u64 mid = (low + high) / 2;
		if (table[mid].generic < nr)
			low = mid + 1;
		else
			high = mid;
	}
	return low < sizeof table / sizeof *table && table[low].generic == nr ? &table[low] : NULL;
}

const char *__popcorn_arguments(long nr)
{
	const struct entry *e = find(nr);
	return e ? e->arguments : NULL;
}

int __popcorn_call_flags(long nr)
{
	const struct entry *e = find(nr);
	return e ? e->flags : 0;
}

const char *__popcorn_call_name(long nr)
{
	const struct entry *e = find(nr);
	return e ? e->name : "unknown";
}

/* A call by this ISA's number. Two kinds must not begin to wait after what they would wait for has come: one that is a cancellation point
 * of a thread, and home's for the node, whose handlers run before it is made again. */
long __popcorn_kernel_call(long nr, const long *a)
{
	struct process *p = &__popcorn_process;
	volatile int *stop = p->serving ? &p->forwarded : p->threaded ? __popcorn_cancel : NULL;
	if (!stop)
		return __popcorn_kernel(nr, a[0], a[1], a[2], a[3], a[4], a[5]);
	long r = __popcorn_kernel_cp(nr, a[0], a[1], a[2], a[3], a[4], a[5], stop);
	return r == -NOT_MADE && !p->serving ? -EINTR : r;
}

/* A call with neutral arguments, made in this process. */
long __popcorn_local(long nr, long a, long b, long c, long d, long e, long f)
{
	long v[ARGUMENTS] = { a, b, c, d, e, f };
	if (__popcorn_isa() == ISA_AARCH64)
		return __popcorn_kernel_call(nr, v);
	const struct entry *t = find(nr);
	if (!t)
		return -ENOSYS;
	return __popcorn_translate_x86(nr, t->x86, v);
}

/* A descriptor of the runtime is none of the program's. */
static int hidden(long fd)
{
	struct process *p = &__popcorn_process;
	if (fd < 60 || !p->home)
		return 0;
	if (fd == p->control || fd == p->log_fd)
		return 1;
	for (int i = 0; i < MAX_NODES; i++)
		if (fd == p->main_fd[i] || fd == p->life_fd[i])
			return 1;
	return 0;
}

static _Noreturn void leave(int code)
{
	struct process *p = &__popcorn_process;
	if (!p->home) {
		u64 c = code;
		__popcorn_send(p->main_fd[0], MSG_EXIT, &c, sizeof c);
	}
	__popcorn_farewell();
	for (;;)
		sys1(SYS_exit_group, code);
}

/* Processor time is counted by each process for itself; what the program sees is what it has used wherever it was. */
static PRIVATE i64 cpu_before[2];
enum { CPU_OF_PROCESS = 2, CPU_OF_THREAD = 3 };

static long fork_here(void)
{
	struct process *p = &__popcorn_process;
	if (!p->home) {
		__popcorn_log("clone: a child cannot be started away from home; the call fails with ENOSYS");
		return -ENOSYS;
	}
	u64 mask;
	__popcorn_regions_lock(&mask);
	long r = sys6(SYS_clone, SIGCHLD, 0, 0, 0, 0, 0);
	if (r > 0)
		__popcorn_regions_forked();
	__popcorn_regions_unlock(&mask, !r);
	if (r)
		return r;
	p->threads = 1;                 /* the one that called */
	p->dying = 0;
	p->forked = 1;
	cpu_before[0] = cpu_before[1] = 0;
	for (int i = 0; i < MAX_NODES; i++)
		if (i != p->nid)
			__popcorn_close_node(i);
	if (p->control >= 0)
		sys1(SYS_close, p->control);
	p->control = -1;
	p->nodes = 1u << p->nid;
	__popcorn_state.pid = sys0(SYS_getpid);
	__popcorn_state.tid = sys0(SYS_gettid);
	__popcorn_state.every = 0;
	__popcorn_flag = 0;
	return 0;
}

/* Sleeping is local. What interrupts it but runs no handler of the program (the bell, a wish to move) does not end it; a caller that
 * can move while it sleeps is told of the wish. */
static long sleep_here(long nr, long *a)
{
	struct process *p = &__popcorn_process;
	int clock = nr == SYS_clock_nanosleep, request = clock ? 2 : 0, remain = request + 1;
	int movable = clock && a[1] & SLEEP_MOVABLE, absolute = clock && a[1] & 1;
	u64 t[2], left[2] = { 0, 0 };
	if (clock)
		a[1] &= ~(long)SLEEP_MOVABLE;
	memcpy(t, (void *)a[request], sizeof t);
	for (;;) {
		long v[4] = { a[0], a[1], 0, 0 };
		v[request] = (long)t;
		v[remain] = (long)left;
		u64 before = __popcorn_delivered;
		long r = __popcorn_local(nr, v[0], v[1], v[2], v[3], 0, 0);
		if (r != -EINTR)
			return r;
		int ran = __popcorn_delivered != before;
		if (ran || (movable && p->want != WANT_NONE)) {
			if (a[remain] && !absolute)
				memcpy((void *)a[remain], left, sizeof left);
			return ran ? r : -SLEEP_ASKED_TO_MOVE;
		}
		if (!absolute)
			memcpy(t, left, sizeof t);
	}
}

static long altstack(const u64 *new, u64 *old)
{
	u64 *s = __popcorn_state.altstack;
	if (__popcorn_process.home) {
		long r = sys2(SYS_sigaltstack, new, old);
		if (!r && new)
			memcpy(s, new, 24);
		return r;
	}
	if (old)
		memcpy(old, s, 24);
	if (new)
		memcpy(s, new, 24);
	return 0;
}

static long cpu_time(long clock, i64 *t)
{
	i64 now[2];
	long r = sys2(SYS_clock_gettime, clock, now);
	if (r)
		return r;
	i64 n = now[0] * 1000000000 + now[1] + cpu_before[clock - CPU_OF_PROCESS];
	t[0] = n / 1000000000;
	t[1] = n % 1000000000;
	return 0;
}

void __popcorn_cpu_leave(void)
{
	i64 t[2] = { 0, 0 };
	for (int i = 0; i < 2; i++) {
		cpu_time(CPU_OF_PROCESS + i, t);
		__popcorn_state.cpu[i] = t[0] * 1000000000 + t[1];
	}
}

void __popcorn_cpu_arrive(void)
{
	i64 t[2] = { 0, 0 };
	for (int i = 0; i < 2; i++) {
		cpu_before[i] = 0;
		cpu_time(CPU_OF_PROCESS + i, t);
		cpu_before[i] = __popcorn_state.cpu[i] - (t[0] * 1000000000 + t[1]);
	}
}

static long runtime_call(long nr, long *a)
{
	struct process *p = &__popcorn_process;
	struct travelling *s = &__popcorn_state;
	switch (nr) {
	case SYS_mmap: return __popcorn_mmap(a[0], a[1], a[2], a[3], a[4], a[5]);
	case SYS_munmap: return __popcorn_munmap(a[0], a[1]);
	case SYS_mremap: return __popcorn_mremap(a[0], a[1], a[2], a[3], a[4]);
	case SYS_mprotect: return __popcorn_mprotect(a[0], a[1], a[2]);
	case SYS_madvise: return a[2] == 4 ? __popcorn_discard(a[0], a[1]) : __popcorn_local(nr, a[0], a[1], a[2], 0, 0, 0);
	case SYS_brk: return 0;
	case SYS_exit:
		if (p->threads > 1)
			__popcorn_thread_exit();
		leave(a[0]);
	case SYS_exit_group: leave(a[0]);
	case SYS_getpid: return s->pid;
	case SYS_gettid: return __popcorn_gettid();
	case SYS_set_tid_address:
		if (p->home)
			sys1(SYS_set_tid_address, a[0]);
		return __popcorn_gettid();
	case SYS_set_robust_list:       /* for mutexes shared with other processes; an emulator has none */
		if (p->home)
			sys2(SYS_set_robust_list, a[0], a[1]);
		return 0;
	case SYS_get_robust_list: return 0; /* the libc asks whether there is one, and sees to threads itself */
	case SYS_nanosleep: case SYS_clock_nanosleep: return sleep_here(nr, a);
	case SYS_rt_sigaction: return a[3] == 8 ? __popcorn_sigaction(a[0], (void *)a[1], (void *)a[2]) : -EINVAL;
	case SYS_rt_sigprocmask: return a[3] == 8 ? __popcorn_sigprocmask(a[0], (void *)a[1], (void *)a[2]) : -EINVAL;
	case SYS_sigaltstack: return altstack((void *)a[0], (void *)a[1]);
	case SYS_clone:
		if ((a[0] & ~0xffL) || a[1]) /* no fork: __popcorn_thread makes threads */
			return -EAGAIN;
		return fork_here();
	case SYS_prctl:
		return p->home ? __popcorn_local(nr, a[0], a[1], a[2], a[3], a[4], 0) : a[0] == 15 || a[0] == 1 ? 0 : -EINVAL;
	case SYS_shmat: {
		long r = p->home ? __popcorn_local(nr, a[0], a[1], a[2], 0, 0, 0) : -ENOSYS;
		p->unmovable += r > 0;
		return r;
	}
	case SYS_shmdt: {
		long r = p->home ? __popcorn_local(nr, a[0], 0, 0, 0, 0, 0) : -ENOSYS;
		p->unmovable -= !r;
		return r;
	}
	case SYS_close_range: /* musl does not use it; the runtime's descriptors must not go with the others */
		return -ENOSYS;
	case SYS_rt_sigsuspend: {
		if (p->home)
			return __popcorn_local(nr, a[0], 8, 0, 0, 0, 0);
		u64 old = s->mask;
		s->mask = *(u64 *)a[0]; /* what arrives meanwhile is delivered under the call's mask */
		long r = __popcorn_remote(nr, a);
		s->mask = old;
		return r;
	}
	}
	return -ENOSYS;
}

long __popcorn_syscall(long nr, long a, long b, long c, long d, long e, long f)
{
	struct process *p = &__popcorn_process;
	const struct entry *t = find(nr);
	if (!t)
		return -ENOSYS;
	long v[ARGUMENTS] = { a, b, c, d, e, f };
	if (t->flags & CALL_RUNTIME)
		return runtime_call(nr, v);
	if (nr == SYS_clock_gettime && (a == CPU_OF_PROCESS || (a == CPU_OF_THREAD && !__popcorn_self)))
		return cpu_time(a, (i64 *)b);
	if (p->home) {
		if (nr == SYS_close && hidden(a))
			return -EBADF;
		if (nr == SYS_dup3 && hidden(b))
			return -EBADF;
		return __popcorn_local(nr, a, b, c, d, e, f);
	}
	if (t->flags & CALL_LOCAL)
		return __popcorn_local(nr, a, b, c, d, e, f);
	return __popcorn_remote(nr, v);
}
