/* Threads. Each has a native stack (the libc's mapping for it) and a data stack of its own; they live at home only. A program that is away
 * comes home to start one (runtime/libc/src/clone.c), and while there is more than one it does not move: there is one runtime stack, one
 * connection, one order of system calls. When the main thread is alone again, moves work as before.
 * The main thread is the one whose __popcorn_self is null. That the number of threads is 1 means that it is alone: it is never taken off. */
#include "popcorn.h"

enum { THREAD_DATA_STACK = 8 << 20, EXIT_STACK = 8192, CLONE_SETTLS = 0x80000 };
struct thread { u64 stack, size; };
_Thread_local struct thread *__popcorn_self;
_Thread_local volatile int *volatile __popcorn_cancel;

long __popcorn_clone(u64 flags, u64 stack, int *ptid, u64 tls, int *ctid);

/* The thread-local variable's place in the block whose end is given. */
#define IN_BLOCK(variable, end) ((u64)&(variable) + ((end) - __popcorn_thread_end()))
static u64 __popcorn_thread_end(void)
{
	extern _Thread_local char __popcorn_tls_end[];
	return (u64)__popcorn_tls_end;
}

/* The kernel's id of the calling thread. */
long __popcorn_gettid(void) { return __popcorn_self ? sys0(SYS_gettid) : __popcorn_state.tid; }

/* clone for a thread: function(argument) on `stack`, with the thread-local block that ends at `block_end`. `size` is the native stack's. */
long __popcorn_thread(void *function, u64 stack, u64 flags, void *argument, int *ptid, u64 block_end, int *ctid, u64 size)
{
	struct process *p = &__popcorn_process;
	if (!p->home)
		return -EAGAIN;
	size = (size < THREAD_DATA_STACK ? THREAD_DATA_STACK : size + GRANULE - 1) & -GRANULE;
	long r = __popcorn_mmap(0, size + GRANULE, 0, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (r < 0 && (u64)r > -PAGE)
		return -EAGAIN;
	u64 low = r, top = low + GRANULE + size - 64;
	if (__popcorn_mprotect(low + GRANULE, size, PROT_READ | PROT_WRITE)) {
		__popcorn_munmap(low, size + GRANULE);
		return -EAGAIN;
	}
	struct thread *t = (struct thread *)top;
	*t = (struct thread) { low, size + GRANULE };
	*(struct thread **)IN_BLOCK(__popcorn_self, block_end) = t;
	*(u64 *)IN_BLOCK(__popcorn_dsp, block_end) = top;
	u64 *s = (u64 *)((stack & -16) - 16);
	s[0] = (u64)function;
	s[1] = (u64)argument;
	u64 tls = __popcorn_isa() == ISA_AARCH64 ? block_end - __popcorn_image.tls_size - 16 : block_end;
	p->threaded = 1;
	__atomic_fetch_add(&p->threads, 1, __ATOMIC_SEQ_CST);
	r = __popcorn_clone(flags, (u64)s, ptid, tls, ctid);
	if (r < 0) {
		__atomic_fetch_sub(&p->threads, 1, __ATOMIC_SEQ_CST);
		__popcorn_munmap(low, size + GRANULE);
	}
	return r;
}

/* Counts the thread off when it uses the table of mappings no more, and ends it. The number is the kernel's own: the thread-local block,
 * which __popcorn_local may look at, may be gone. */
static _Noreturn void end(u64 base, u64 size, u64 counted)
{
	if (size)
		__popcorn_munmap_dying(base, size);
	__atomic_fetch_sub(&__popcorn_process.threads, (int)counted, __ATOMIC_SEQ_CST);
	for (;;)
		__popcorn_kernel(__popcorn_isa() == ISA_AARCH64 ? SYS_exit : 60, 0, 0, 0, 0, 0, 0);
}

/* The runtime uses no data stack, so that of the thread can go. Gives 0 for the main thread, which counts for ever. */
static int leave(void)
{
	struct thread *t = __popcorn_self;
	if (!t)
		return 0;
	__popcorn_process.dying = sys0(SYS_gettid);
	__popcorn_munmap(t->stack, t->size);
	return 1;
}

/* The calling thread ends, and there are others, or were: the libc holds its lock of the list of threads until the kernel has seen the
 * end, so only one thread at a time is here. */
_Noreturn void __popcorn_thread_exit(void)
{
	if (!__popcorn_self)
		__popcorn_process.main_ended = 1;
	end(0, 0, leave());
}

/* A detached thread ends and with it its stack, this one: the rest runs on a stack that the one thread at a time shares. */
_Noreturn void __popcorn_thread_unmap(u64 base, u64 size)
{
	static PRIVATE u8 shared[EXIT_STACK] __attribute__((aligned(16)));
	__popcorn_enter((u64)shared + sizeof shared, end, base, size, leave());
}

/* Before a move: a thread that has been counted off may still be on its way out, and the libc's lock with it. */
void __popcorn_threads_gone(void)
{
	struct process *p = &__popcorn_process;
	while (p->dying && p->home && !sys3(SYS_tgkill, __popcorn_state.pid, p->dying, 0))
		sys0(SYS_sched_yield);
	p->dying = 0;
}

/* A poll or migrate() (nid) while there are several threads, on the caller's stack. */
long __popcorn_threads_stay(u64 unused, long nid)
{
	struct process *p = &__popcorn_process;
	int want = __atomic_exchange_n(&p->want, WANT_NONE, __ATOMIC_SEQ_CST);
	(void)unused;
	if (!__popcorn_state.every)
		__popcorn_flag = 0;
	if (nid == p->nid || (nid < 0 && want == WANT_NONE))
		return 0;
	struct line l = { 0 };
	__popcorn_text(&l, "popcorn: node ");
	__popcorn_number(&l, p->nid);
	__popcorn_text(&l, ": cannot move");
	if (nid >= 0 || want >= 0) {
		__popcorn_text(&l, " to node ");
		__popcorn_number(&l, nid >= 0 ? nid : want);
	}
	if (p->main_ended)
		__popcorn_text(&l, ": the program's main thread has ended");
	else {
		__popcorn_text(&l, ": the program has ");
		__popcorn_number(&l, p->threads);
		__popcorn_text(&l, " threads; only a program of one thread moves");
	}
	__popcorn_put(&l, 1);
	return -1;
}
