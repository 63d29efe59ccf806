/* From the neutral system-call boundary to x86-64's. Most calls differ in their number only; the rest differ in a structure (stat,
 * epoll_event), in four open flags, or in the order of clone's arguments. What an argument is comes from the table in syscalls.h. */
#include "popcorn.h"

/* The open flags whose bits differ (arm64 against x86 uapi/asm/fcntl.h): neutral, x86-64. */
static const u32 open_flags[4][2] = { { 040000, 0200000 }, { 0100000, 0400000 }, { 0200000, 040000 }, { 0400000, 0100000 } };

static u64 map_flags(u64 v, int from, int to)
{
	u64 r = v & ~0740000UL;
	for (int i = 0; i < 4; i++)
		if (v & open_flags[i][from])
			r |= open_flags[i][to];
	return r;
}

struct stat_x86 {
	u64 dev, ino, nlink;
	u32 mode, uid, gid, pad;
	u64 rdev;
	i64 size, blksize, blocks, times[6], unused[3];
};

struct stat_neutral {
	u64 dev, ino;
	u32 mode, nlink, uid, gid;
	u64 rdev, pad;
	i64 size;
	int blksize, pad2;
	i64 blocks, times[6];
	u32 unused[2];
};

static void stat_out(struct stat_neutral *n, const struct stat_x86 *x)
{
	memset(n, 0, sizeof *n);
	n->dev = x->dev;
	n->ino = x->ino;
	n->mode = x->mode;
	n->nlink = x->nlink;
	n->uid = x->uid;
	n->gid = x->gid;
	n->rdev = x->rdev;
	n->size = x->size;
	n->blksize = x->blksize;
	n->blocks = x->blocks;
	memcpy(n->times, x->times, sizeof n->times);
}

struct epoll_neutral { u32 events, pad; u64 data; };
struct epoll_x86 { u32 events; u32 data[2]; };

#define KERNEL(a) __popcorn_kernel_call(x86, a)

/* epoll_wait fills the program's array with 12-byte entries; they are spread to 16 bytes from the last to the first. */
static long epoll_wait_x86(long x86, long *a)
{
	long n = KERNEL(a);
	for (long i = n - 1; i >= 0; i--) {
		struct epoll_x86 e;
		memcpy(&e, (u8 *)a[1] + i * sizeof e, sizeof e);
		struct epoll_neutral out = { e.events, 0, (u64)e.data[1] << 32 | e.data[0] };
		memcpy((u8 *)a[1] + i * sizeof out, &out, sizeof out);
	}
	return n;
}

static long fcntl_x86(long x86, long *a)
{
	if (a[1] == 4)                  /* F_SETFL */
		a[2] = map_flags(a[2], 0, 1);
	long r = KERNEL(a);
	return a[1] == 3 && r >= 0 ? (long)map_flags(r, 1, 0) : r; /* F_GETFL */
}

/* struct semid64_ds: x86-64 has a word after each time (arch/x86/include/uapi/asm/sembuf.h). */
static long semctl_x86(long x86, long *a)
{
	long command = a[2] & 0xff;
	if (command != 1 && command != 2 && command != 18) /* IPC_SET, IPC_STAT, SEM_STAT */
		return KERNEL(a);
	u64 x[13] = { 0 }, *n = (u64 *)a[3];
	if (command == 1)
		memcpy(x, n, 48);
	a[3] = (long)x;
	long r = KERNEL(a);
	if (r >= 0 && command != 1) {
		memcpy(n, x, 48);
		n[6] = x[6];
		n[7] = x[8];
		n[8] = x[10];
		n[9] = n[10] = 0;
	}
	return r;
}

long __popcorn_translate_x86(long nr, long x86, long *a)
{
	switch (nr) {
	case SYS_openat: a[2] = map_flags(a[2], 0, 1); break;
	case SYS_pipe2: a[1] = map_flags(a[1], 0, 1); break;
	case SYS_fcntl: return fcntl_x86(x86, a);
	case SYS_semctl: return semctl_x86(x86, a);
	case SYS_epoll_pwait: case SYS_epoll_pwait2: return epoll_wait_x86(x86, a);
	case SYS_epoll_ctl: {
		struct epoll_x86 e = { 0, { 0, 0 } };
		if (a[3]) {
			struct epoll_neutral *n = (void *)a[3];
			e = (struct epoll_x86) { n->events, { n->data, n->data >> 32 } };
			a[3] = (long)&e;
		}
		return KERNEL(a);
	}
	case SYS_newfstatat: case SYS_fstat: {
		int at = nr == SYS_fstat ? 1 : 2;
		struct stat_x86 x;
		struct stat_neutral *n = (void *)a[at];
		a[at] = n ? (long)&x : 0;
		long r = KERNEL(a);
		if (!r && n)
			stat_out(n, &x);
		return r;
	}
	case SYS_clone: {               /* the last two change places */
		long t = a[3];
		a[3] = a[4];
		a[4] = t;
		break;
	}
	}
	return KERNEL(a);
}
