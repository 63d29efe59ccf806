/* System calls cross one boundary, a function of the runtime, with the numbers, structures and flags of asm-generic Linux.
 * It also makes the calls of a program that is away from home. A vDSO is never used: its addresses belong to one process. */
#define __SYSCALL_LL_E(x) (x)
#define __SYSCALL_LL_O(x) (x)

long __popcorn_syscall(long, long, long, long, long, long, long);
long __popcorn_fork(void);

static inline long __syscall0(long n)
{
	return __popcorn_syscall(n, 0, 0, 0, 0, 0, 0);
}

static inline long __syscall1(long n, long a)
{
	return __popcorn_syscall(n, a, 0, 0, 0, 0, 0);
}

static inline long __syscall2(long n, long a, long b)
{
	return __popcorn_syscall(n, a, b, 0, 0, 0, 0);
}

static inline long __syscall3(long n, long a, long b, long c)
{
	return __popcorn_syscall(n, a, b, c, 0, 0, 0);
}

static inline long __syscall4(long n, long a, long b, long c, long d)
{
	return __popcorn_syscall(n, a, b, c, d, 0, 0);
}

static inline long __syscall5(long n, long a, long b, long c, long d, long e)
{
	return __popcorn_syscall(n, a, b, c, d, e, 0);
}

static inline long __syscall6(long n, long a, long b, long c, long d, long e, long f)
{
	return __popcorn_syscall(n, a, b, c, d, e, f);
}

#define IPC_64 0
