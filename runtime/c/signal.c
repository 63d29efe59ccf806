/* Signals. The process at home is the program's process for the world, so every signal from outside arrives there.
 *   Program at home: the kernel calls on_signal, which calls the program's handler.
 *   Program away: home's on_signal sends the signal on to the node over a second connection, the lifeline; the node's bell (SIGIO by
 *   O_ASYNC on that socket) takes it in, and the runtime there calls the handler. Blocked signals wait at home: the mask is sent home
 *   whenever it changes. Faults are the node's own; if the program has no handler, home dies by the same signal.
 * A handler never runs in the middle of the runtime: what arrives then waits in a queue (`busy`).
 * What the program asked for (handlers, mask) travels; what this process's kernel was told does not. */
#include "popcorn.h"

enum { INFO_SIZE = 128, QUEUE = 64, SI_TKILL = -6 };
static PRIVATE u8 queue[QUEUE][INFO_SIZE];
static PRIVATE int queued, draining, lost;
static PRIVATE volatile u64 taken;
static PRIVATE struct action kernel[SIGNALS];
PRIVATE u64 __popcorn_window_mask;

static u64 bit(int signo) { return 1UL << (signo - 1); }
static int number(const u8 *info) { return *(const int *)info; }
static int code(const u8 *info) { return *(const int *)(info + 8); }

/* si_value of sigqueue: NODE + 1, or 0 for the next one. A plain kill also means the next one. */
static void want_move(const u8 *info)
{
	struct process *p = &__popcorn_process;
	int queued_value = *(const int *)(info + 8) == -1 ? *(const int *)(info + 24) : 0;
	p->want = queued_value > 0 && queued_value <= MAX_NODES ? queued_value - 1 : WANT_NEXT;
	p->told = 0;
	__popcorn_flag = 1;
}

static u64 own_mask(void)
{
	u64 mask = __popcorn_state.mask;
	if (__popcorn_self)             /* of another thread than the main one the kernel alone knows it */
		sys4(SYS_rt_sigprocmask, SIG_SETMASK, NULL, &mask, 8);
	return mask;
}

static void set_mask(u64 mask)
{
	struct process *p = &__popcorn_process;
	if (!__popcorn_self)
		__popcorn_state.mask = mask;
	if (p->home) {
		sys4(SYS_rt_sigprocmask, SIG_SETMASK, &mask, NULL, 8);
		return;
	}
	u64 reply;
	struct header h;
	p->busy++;
	if (__popcorn_send(p->main_fd[0], MSG_MASK, &mask, sizeof mask) || __popcorn_receive_header(p->main_fd[0], &h)
		|| h.length != sizeof reply || __popcorn_read(p->main_fd[0], &reply, sizeof reply))
		sys1(SYS_exit_group, 1);
	p->busy--;
}

/* In the kernel's context (struct ucontext of x86-64 and AArch64): the mask to come back to, and where the program was. */
static u64 *kernel_mask(void *context) { return (u64 *)((u8 *)context + (__popcorn_isa() == ISA_X86_64 ? 296 : 40)); }
static u64 *kernel_pc(void *context) { return (u64 *)((u8 *)context + (__popcorn_isa() == ISA_X86_64 ? 168 : 440)); }

/* The interrupted code is about to make a call that must not be made any more (syscall.c), or waits in it: it goes on behind it. */
static void interrupt_call(void *context)
{
	u64 *pc = kernel_pc(context);
	if (*pc >= (u64)__popcorn_kernel_cp && *pc < (u64)__popcorn_cp_end)
		*pc = (u64)__popcorn_cp_interrupted;
}

/* Calls the program's handler. `set` says whether the mask is the runtime's to change (else the kernel has done it). */
static void call_handler(const u8 *info, void *context, int set)
{
	struct travelling *s = &__popcorn_state;
	int signo = number(info), alone = !__popcorn_self;
	struct action a = s->actions[signo];
	volatile int *cancel = __popcorn_cancel;
	u64 old = alone ? s->mask : *kernel_mask(context), mask = old | a.mask | (a.flags & SA_NODEFER ? 0 : bit(signo));
	u64 made[800] = { 0 };          /* a ucontext_t: the mask, and no registers, which are of no ISA */
	u8 copy[INFO_SIZE];
	memcpy(copy, info, sizeof copy);
	if (a.flags & SA_RESETHAND) {
		struct action none = { 0 };
		__popcorn_sigaction(signo, &none, NULL);
	}
	if (!context)
		context = made;
	made[5] = old;
	if (set && mask != old)
		set_mask(mask);
	else if (alone)
		s->mask = mask;
	__popcorn_delivered++;
	__popcorn_cancel = NULL;
	((void (*)(int, void *, void *))a.handler)(signo, copy, made);
	__popcorn_cancel = cancel;
	if (set && mask != old)
		set_mask(old);
	else if (alone)
		s->mask = old;
}

static void enqueue(const u8 *info)
{
	for (int i = 0; i < queued; i++) /* ordinary signals do not queue, but one to the thread and one to the process wait side by side */
		if (number(queue[i]) == number(info) && number(info) < 32 && (code(queue[i]) == SI_TKILL) == (code(info) == SI_TKILL))
			return;
	if (queued == QUEUE) {
		lost++;
		return;
	}
	memcpy(queue[queued++], info, INFO_SIZE);
}

/* Runs the handlers of what has waited and is not blocked. *restart stays set if all of them asked for restarting. */
void __popcorn_deliver(int *restart)
{
	struct travelling *s = &__popcorn_state;
	for (int i = 0; i < queued;) {
		int signo = number(queue[i]);
		if (s->mask & bit(signo)) {
			i++;
			continue;
		}
		u8 info[INFO_SIZE];
		memcpy(info, queue[i], sizeof info);
		queued--;
		memmove(queue[i], queue[i + 1], (queued - i) * INFO_SIZE);
		struct action *a = &s->actions[signo];
		if (a->handler > 1) {
			*restart &= (a->flags & SA_RESTART) != 0;
			call_handler(info, NULL, 1);
			i = 0;
		} else if (signo == SIGMOVE && !a->handler)
			want_move(info);
	}
}

/* Home, program away: the runtime of the node sees to it. All other signals are blocked meanwhile, so the message is whole. */
static void forward(const u8 *info)
{
	struct process *p = &__popcorn_process;
	int serving = p->serving;       /* not these system calls */
	p->serving = 0;
	if (p->life_fd[p->peer] >= 0 && !__popcorn_send(p->life_fd[p->peer], MSG_SIGNAL, info, INFO_SIZE))
		p->signals_sent[p->peer]++;
	p->serving = serving;
	p->forwarded = 1;
}

static void on_signal(int signo, u8 *info, void *context)
{
	struct process *p = &__popcorn_process;
	if (!p->here) {
		forward(info);
		interrupt_call(context);
	} else if (p->busy)
		enqueue(info);
	else if (signo == SIGMOVE && !__popcorn_state.actions[signo].handler)
		want_move(info);
	else if (__popcorn_state.actions[signo].handler > 1)
		call_handler(info, context, 0);
	if (p->threaded && __popcorn_cancel && *__popcorn_cancel)
		interrupt_call(context);
}

/* A node's bell: signals on the lifeline, or its end, which is this process's end. */
static void on_bell(int signo, u8 *info, void *context)
{
	struct process *p = &__popcorn_process;
	(void)signo, (void)info, (void)context;
	if (draining++)
		return;
	do {
		draining = 1;
		for (;;) {
			struct { struct header h; u8 info[INFO_SIZE]; } m;
			long n = sys6(SYS_recvfrom, p->life_fd[0], &m, sizeof m, MSG_DONTWAIT, NULL, NULL);
			if (n == -EAGAIN || n == -EINTR)
				break;
			if (n <= 0 || (n < (long)sizeof m && __popcorn_read(p->life_fd[0], (u8 *)&m + n, sizeof m - n)))
				sys1(SYS_exit_group, 1);
			taken++;
			if (m.h.type == MSG_SIGNAL && number(m.info) > 0 && number(m.info) < SIGNALS)
				enqueue(m.info);
		}
	} while (--draining);
	int restart = 1;
	if (p->here && !p->busy)
		__popcorn_deliver(&restart);
}

/* The bell may ring later than home's answer that says why. */
void __popcorn_take_signals(void) { on_bell(0, NULL, NULL); }
u64 __popcorn_signals_taken(void) { return taken; }

/* Whether a signal waits that this mask lets through. */
int __popcorn_deliverable(u64 mask)
{
	for (int i = 0; i < queued; i++)
		if (!(mask & bit(number(queue[i]))))
			return 1;
	return 0;
}

static void on_fault(int signo, u8 *info, void *context)
{
	struct process *p = &__popcorn_process;
	if (p->here && !p->busy && __popcorn_state.actions[signo].handler > 1) {
		call_handler(info, context, 1);
		return;
	}
	u64 s = signo;
	__popcorn_send(p->main_fd[0], MSG_FATAL, &s, sizeof s);
	sys1(SYS_exit_group, 128 + signo);
}

static void tell_kernel(int signo, void *handler, u64 flags, u64 mask)
{
	struct action a = { (u64)handler, flags | SA_RESTORER, (u64)__popcorn_restore_rt, mask };
	if (!memcmp(&a, &kernel[signo], sizeof a))
		return;
	if (!sys4(SYS_rt_sigaction, signo, &a, NULL, 8))
		kernel[signo] = a;
}

/* What the kernel at home is told for the program's action. */
static void install(int signo)
{
	struct action *a = &__popcorn_state.actions[signo];
	if (a->handler > 1)
		tell_kernel(signo, on_signal, (a->flags & ~(u64)SA_RESTORER) | SA_SIGINFO, a->mask);
	else if (signo == SIGMOVE && !a->handler)
		tell_kernel(signo, on_signal, SA_SIGINFO | SA_RESTART, ~0UL);
	else
		tell_kernel(signo, (void *)a->handler, a->flags & ~(u64)SA_RESTORER, a->mask);
}

void __popcorn_signals_start(void)
{
	struct travelling *s = &__popcorn_state;
	for (int i = 1; i < SIGNALS; i++) {
		if (i == SIGKILL || i == SIGSTOP)
			continue;
		sys4(SYS_rt_sigaction, i, NULL, &kernel[i], 8);
		s->actions[i] = kernel[i];
	}
	sys4(SYS_rt_sigprocmask, SIG_SETMASK, NULL, &s->mask, 8);
	s->mask &= ~bit(SIGMOVE);
	sys4(SYS_rt_sigprocmask, SIG_SETMASK, &s->mask, NULL, 8);
	install(SIGMOVE);
}

void __popcorn_signals_node(void)
{
	static const u8 faults[] = { SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV, SIGSYS };
	u64 stack = __popcorn_private_map(GRANULE), none = 0;
	u64 alt[3] = { stack, 0, GRANULE };
	sys2(SYS_sigaltstack, alt, NULL);
	for (u64 i = 0; i < sizeof faults; i++)
		tell_kernel(faults[i], on_fault, SA_SIGINFO | SA_NODEFER | SA_ONSTACK, 0);
	tell_kernel(SIGIO, on_bell, SA_SIGINFO | SA_NODEFER, 0);
	static const u8 terminal[] = { SIGHUP, 2, 3, 20, 21, 22 }; /* INT QUIT TSTP TTIN TTOU: the terminal is home's */
	for (u64 i = 0; i < sizeof terminal; i++)
		tell_kernel(terminal[i], (void *)1, 0, 0);
	sys4(SYS_rt_sigprocmask, SIG_SETMASK, &none, NULL, 8);
	sys3(SYS_fcntl, __popcorn_process.life_fd[0], F_SETOWN, sys0(SYS_getpid));
	sys3(SYS_fcntl, __popcorn_process.life_fd[0], F_SETFL, O_ASYNC | O_RDWR);
	on_bell(0, NULL, NULL);         /* what came before the bell was hung */
}

void __popcorn_signals_arrive(void)
{
	for (int i = 1; i < SIGNALS; i++)
		if (i != SIGKILL && i != SIGSTOP)
			install(i);
	sys2(SYS_sigaltstack, __popcorn_state.altstack, NULL);
}

/* Handlers at home now forward: never restarting a call, for the node must run its handler first and decides about restarting. */
void __popcorn_signals_leave(void)
{
	__popcorn_window_mask = __popcorn_state.mask;
	for (int i = 1; i < SIGNALS; i++)
		if (__popcorn_state.actions[i].handler > 1 || i == SIGMOVE)
			tell_kernel(i, on_signal, SA_SIGINFO, ~0UL);
	for (int i = 0; i < queued; i++)
		forward(queue[i]);
	queued = 0;
}

/* Home, on behalf of the program away: kind is 0 (default), 1 (ignore) or 2 (a handler). */
long __popcorn_disposition(int signo, u64 kind, u64 flags)
{
	if (signo < 1 || signo >= SIGNALS || signo == SIGKILL || signo == SIGSTOP)
		return -EINVAL;
	if (kind == 2 || (signo == SIGMOVE && !kind))
		tell_kernel(signo, on_signal, SA_SIGINFO | (flags & 3), ~0UL); /* SA_NOCLDSTOP, SA_NOCLDWAIT */
	else
		tell_kernel(signo, (void *)kind, flags & 3, 0);
	return 0;
}

long __popcorn_sigaction(int signo, const struct action *new, struct action *old)
{
	struct process *p = &__popcorn_process;
	if (signo < 1 || signo >= SIGNALS || (new && (signo == SIGKILL || signo == SIGSTOP)))
		return -EINVAL;
	struct action before = __popcorn_state.actions[signo];
	if (new) {
		__popcorn_state.actions[signo] = *new;
		if (p->home)
			install(signo);
		else {
			u64 m[3] = { signo, new->handler > 1 ? 2 : new->handler, new->flags }, reply;
			struct header h;
			p->busy++;
			if (__popcorn_send(p->main_fd[0], MSG_ACTION, m, sizeof m) || __popcorn_receive_header(p->main_fd[0], &h)
				|| h.length != sizeof reply || __popcorn_read(p->main_fd[0], &reply, sizeof reply))
				sys1(SYS_exit_group, 1);
			p->busy--;
		}
	}
	if (old)
		*old = before;
	return 0;
}

long __popcorn_sigprocmask(int how, const u64 *set, u64 *old)
{
	u64 before = own_mask(), mask = before;
	const u64 never = bit(SIGKILL) | bit(SIGSTOP);
	if (set) {
		u64 v = *set & ~never;
		if (how == SIG_BLOCK)
			mask |= v;
		else if (how == SIG_UNBLOCK)
			mask &= ~v;
		else if (how == SIG_SETMASK)
			mask = v;
		else
			return -EINVAL;
	}
	if (old)
		*old = before;
	if (mask != before) {
		set_mask(mask);
		int restart = 1;
		if (!__popcorn_process.busy && !__popcorn_self)
			__popcorn_deliver(&restart);
	}
	return 0;
}

void __popcorn_block_all(void)
{
	u64 all = ~0UL;
	sys4(SYS_rt_sigprocmask, SIG_SETMASK, &all, NULL, 8);
}

void __popcorn_resume_signals(void)
{
	struct process *p = &__popcorn_process;
	u64 mask = p->home ? __popcorn_state.mask : 0;
	int restart = 1;
	p->busy = 0;
	sys4(SYS_rt_sigprocmask, SIG_SETMASK, &mask, NULL, 8);
	if (queued)
		__popcorn_deliver(&restart);
}

/* Home, program away: signals may arrive while it waits for the node and while it makes a call for it, and at no other time. */
void __popcorn_window(int open)
{
	u64 mask = open ? __popcorn_window_mask : ~0UL;
	sys4(SYS_rt_sigprocmask, SIG_SETMASK, &mask, NULL, 8);
}

_Noreturn void __popcorn_die(int signo)
{
	struct action none = { 0 };
	u64 mask = ~bit(signo);
	__popcorn_farewell();
	sys4(SYS_rt_sigaction, signo, &none, NULL, 8);
	sys2(SYS_kill, sys0(SYS_getpid), signo);
	sys4(SYS_rt_sigprocmask, SIG_SETMASK, &mask, NULL, 8);
	for (;;)
		sys1(SYS_exit_group, 128 + signo);
}
