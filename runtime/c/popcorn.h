/* What the files of the target runtime share.
 *
 * The runtime is C for the neutral machine (docs/neutral-abi.md), compiled without sites and polls, plus one assembly file for each
 * ISA. Its state is of two kinds: ordinary variables travel with the program; variables marked PRIVATE belong to one process
 * (sockets, stacks, tables of local mappings) and stay. It uses nothing of the libc but memcpy, memset, memmove and memcmp.
 *
 * Names: everything with external linkage begins with __popcorn_ (or is the user-level API of migrate.h). */
#ifndef POPCORN_H
#define POPCORN_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;
typedef long i64;

#define PRIVATE __attribute__((section(".popcorn.private")))
#define NULL ((void *)0)

void *memcpy(void *restrict, const void *restrict, u64);
void *memset(void *, int, u64);
void *memmove(void *, const void *, u64);
int memcmp(const void *, const void *, u64);

/* ---- What the linker makes (docs/fat-file-format.md) ---- */
struct popcorn_image {
	char magic[8];
	u8 build_id[24];
	u64 data_start, data_end;
	u64 private_start, private_end;
	u64 tls_image, tls_file_size, tls_size, tls_align;
	u64 text_start, text_end;
	u64 map, zero;
};
extern const struct popcorn_image __popcorn_image;
extern const u8 __popcorn_map[], __popcorn_isa_map[];

/* ---- The assembly file of each ISA ---- */
enum { ISA_X86_64 = 62, ISA_AARCH64 = 183 };
enum { FRAME_REGISTERS = 96, FRAME_VECTORS = 32 };
int __popcorn_isa(void);
long __popcorn_kernel(long nr, long a, long b, long c, long d, long e, long f);
long __popcorn_kernel_cp(long nr, long a, long b, long c, long d, long e, long f, volatile int *cancel);
extern char __popcorn_cp_end[], __popcorn_cp_interrupted[];
void __popcorn_set_tp(u64 block, u64 end);
_Noreturn void __popcorn_enter(u64 stack_top, void *function, long a, long b, long c);
long __popcorn_migrate_call(long nid);
void __popcorn_restore_rt(void);
u64 __popcorn_fp_control_get(void);
u64 __popcorn_fp_status_get(void);
void __popcorn_fp_set(u64 control, u64 status);
extern char __popcorn_bottom[];

/* ---- Fixed addresses of what travels; all below 2^38 ---- */
#define DATA_STACK_LOW 0x800000000UL
#define DATA_STACK_TOP 0x804000000UL
#define ARENA_LOW 0x1000000000UL
#define ARENA_HIGH 0x3f00000000UL
#define PAGE 4096UL
#define GRANULE 65536UL
#define NATIVE_STACK_SIZE (64UL << 20)
#define RUNTIME_STACK_SIZE (512UL << 10)

enum { MAX_NODES = 16, SIGNALS = 65, ARGUMENTS = 6 };

/* ---- Constants of asm-generic Linux, with its spelling ---- */
enum {
	PROT_READ = 1, PROT_WRITE = 2, PROT_EXEC = 4,
	MAP_SHARED = 1, MAP_PRIVATE = 2, MAP_TYPE = 15, MAP_FIXED = 0x10, MAP_ANONYMOUS = 0x20, MAP_NORESERVE = 0x4000,
	MAP_FIXED_NOREPLACE = 0x100000,
	MREMAP_MAYMOVE = 1, MREMAP_FIXED = 2,
	EPERM = 1, ENOENT = 2, ESRCH = 3, EINTR = 4, EBADF = 9, EAGAIN = 11, ENOMEM = 12, EFAULT = 14, EEXIST = 17, EINVAL = 22, ENOSYS = 38,
	SIGHUP = 1, SIGILL = 4, SIGTRAP = 5, SIGABRT = 6, SIGBUS = 7, SIGFPE = 8, SIGKILL = 9, SIGSEGV = 11, SIGCHLD = 17, SIGCONT = 18, SIGSTOP = 19,
	SIGURG = 23, SIGWINCH = 28, SIGIO = 29, SIGSYS = 31, SIGMOVE = 35,
	SIG_BLOCK = 0, SIG_UNBLOCK = 1, SIG_SETMASK = 2,
	SA_SIGINFO = 4, SA_RESTORER = 0x04000000, SA_ONSTACK = 0x08000000, SA_RESTART = 0x10000000, SA_NODEFER = 0x40000000,
	AT_NULL = 0, AT_PHDR = 3, AT_PHNUM = 5, AT_PAGESZ = 6, AT_BASE = 7, AT_ENTRY = 9, AT_PLATFORM = 15, AT_HWCAP = 16, AT_RANDOM = 25,
	AT_HWCAP2 = 26, AT_EXECFN = 31, AT_SYSINFO = 32, AT_SYSINFO_EHDR = 33, AT_MINSIGSTKSZ = 51,
	F_DUPFD_CLOEXEC = 1030, F_SETFL = 4, F_SETOWN = 8,
	O_WRONLY = 1, O_RDWR = 2, O_CREAT = 0100, O_APPEND = 02000, O_NONBLOCK = 04000, O_ASYNC = 020000, O_CLOEXEC = 02000000,
	AT_FDCWD = -100,
	AF_UNIX = 1, SOCK_STREAM = 1, SOCK_CLOEXEC = 02000000, MSG_DONTWAIT = 0x40, MSG_NOSIGNAL = 0x4000, SHUT_WR = 1,
	SOL_SOCKET = 1, SO_PEERCRED = 17, POLLIN = 1,
};
#define SA_RESETHAND 0x80000000UL

/* ---- syscall.c: numbers are asm-generic's ---- */
enum {
#define CALL(name, generic, x86, arguments, flags) SYS_##name = generic,
#include "syscalls.h"
#undef CALL
};
void __popcorn_cpu_leave(void);
void __popcorn_cpu_arrive(void);
long __popcorn_syscall(long nr, long a, long b, long c, long d, long e, long f);
long __popcorn_local(long nr, long a, long b, long c, long d, long e, long f);
long __popcorn_kernel_call(long nr, const long *a);
const char *__popcorn_arguments(long nr);
int __popcorn_call_flags(long nr);
const char *__popcorn_call_name(long nr);
#define sys0(n) __popcorn_local(n, 0, 0, 0, 0, 0, 0)
#define sys1(n, a) __popcorn_local(n, (long)(a), 0, 0, 0, 0, 0)
#define sys2(n, a, b) __popcorn_local(n, (long)(a), (long)(b), 0, 0, 0, 0)
#define sys3(n, a, b, c) __popcorn_local(n, (long)(a), (long)(b), (long)(c), 0, 0, 0)
#define sys4(n, a, b, c, d) __popcorn_local(n, (long)(a), (long)(b), (long)(c), (long)(d), 0, 0)
#define sys6(n, a, b, c, d, e, f) __popcorn_local(n, (long)(a), (long)(b), (long)(c), (long)(d), (long)(e), (long)(f))
/* A flag of clock_nanosleep, and a result in its answer, between the libc (runtime/libc/src/clock_nanosleep.c) and the runtime. */
/* A system call was not made: a request to cancel, or home's a signal for the node, came before it. */
enum { NOT_MADE = 512 };
enum { SLEEP_MOVABLE = 0x40000000, SLEEP_ASKED_TO_MOVE = 512 };
enum { CALL_LOCAL = 1, CALL_RUNTIME = 2, CALL_RESTART = 4, CALL_HOME = 8 };

/* ---- translate_x86.c ---- */
long __popcorn_translate_x86(long nr, long x86, long *a);

/* ---- State that travels (ordinary memory) ---- */
struct action { u64 handler, flags, restorer, mask; };
struct travelling {
	u64 moves;                      /* how often the program has moved: tells a stale jmp_buf (first: read by assembly) */
	u64 block, block_end;           /* the main thread's thread-local block */
	long pid, tid, home;            /* of the process at home; home's node */
	u64 every, passed;              /* POPCORN_MIGRATE_EVERY and the points passed since the last forced move */
	u64 mask;                       /* blocked signals, bit signo - 1 */
	u64 altstack[3];
	i64 cpu[2];                     /* nanoseconds of processor time, of the process and of its thread, when it last moved */
	u64 held[MAX_NODES];            /* by node: the number of the move with which the program left it, 0 if it never was there */
	struct action actions[SIGNALS];
};
extern struct travelling __popcorn_state;
extern volatile int __popcorn_flag;
extern _Thread_local char *__popcorn_dsp;
extern _Thread_local u64 __popcorn_delivered; /* handlers of the program that have run in this thread */

struct state;
struct end;

/* ---- State of this process ---- */
struct header { u32 type, check; u64 length, checksum; };
enum { PAGES_CHANGED, PAGES_CHECK, PAGES_ALL, PAGES_PLAIN }; /* only what has changed; compared on arrival; all of them each time; in messages only */
enum { WANT_NONE = -2, WANT_NEXT = -1 };
struct process {
	u64 runtime_top;                /* top of the runtime's own stack (first: read by assembly) */
	int threads;                    /* of the program (second: read by assembly) */
	int threaded, main_ended;       /* there were several; the main one has ended */
	int dying;                      /* the last one to end */
	int nid, home;                  /* this node; this is the home process */
	int here;                       /* the program runs in this process */
	int busy;                       /* the runtime is at work: handlers wait */
	int forked;                     /* a child of the home process, which cannot move */
	int want;                       /* a node asked for from outside, WANT_NEXT or WANT_NONE */
	int told;                       /* a reason for not moving has been logged for this wish */
	int log_fd, log_stderr;
	int home_logs;                  /* a node: home wants to know of moves */
	int control;                    /* to `popcorn run`, or -1 */
	int pages;                      /* POPCORN_PAGES: PAGES_* */
	u32 plain;                      /* bit set: the node cannot read this process's memory */
	int unmovable;                  /* System V segments attached */
	int patience;                   /* home: seconds that a node may be silent in the middle of a move */
	u32 nodes, failed;              /* bit set: in POPCORN_NODES; could not be started */
	u8 isa[MAX_NODES];              /* 1 x86-64, 2 AArch64 */
	u64 native_top, native_low;
	int main_fd[MAX_NODES], life_fd[MAX_NODES];  /* home: to each node; a node: index 0, to home; else -1 */
	int node_pid[MAX_NODES];
	int peer;                       /* home: the node that runs the program while it is away */
	int serving;                    /* home: it makes a call for that node */
	volatile int forwarded;         /* a signal has gone to the node since it began to */
	u64 signals_sent[MAX_NODES];    /* home: to each node's process */
};
extern struct process __popcorn_process;

/* ---- memory.c ---- */
/* A file, mapped shared; the stack; a file, mapped privately; what was one, or is a copy of one; anonymous, but shared; and a child has it. */
enum { REGION_SHARED = 1, REGION_STACK = 2, REGION_FILE = 4, REGION_COPY = 8, REGION_COMMON = 16, REGION_CHILD = 32 };
struct region { u64 start, end; u32 prot, flags; };
extern struct region *__popcorn_regions;
extern u64 __popcorn_region_count;
u64 __popcorn_private_map(u64 size);
void __popcorn_private_unmap(u64 address, u64 size);
u64 __popcorn_region_new(u64 address, u64 size, u32 prot, u32 flags);
int __popcorn_regions_settle(void);
int __popcorn_regions_set(const struct region *w, u64 count);
long __popcorn_map_at(u64 addr, u64 len, u32 prot, u32 flags, int fd, i64 off);
int __popcorn_regions_adopt(const struct region *wanted, u64 count, int fresh);
void __popcorn_regions_forked(void);
long __popcorn_mmap(u64 addr, u64 len, u32 prot, u32 flags, int fd, i64 off);
long __popcorn_munmap(u64 addr, u64 len);
long __popcorn_mremap(u64 old, u64 old_len, u64 len, u32 flags, u64 new_addr);
long __popcorn_mprotect(u64 addr, u64 len, u32 prot);
long __popcorn_discard(u64 addr, u64 len);
struct buffer { u8 *data; u64 size, capacity; };
int __popcorn_reserve(struct buffer *b, u64 capacity);

/* ---- pages.c, transfer.c ---- */
struct range { u64 from, to; int anonymous; struct region *region; };
int __popcorn_range(u64 n, u64 dsp, struct range *r);
int __popcorn_present(u64 at, u64 end, int anonymous, u64 *from, u64 *to);
void __popcorn_presence_end(void);
void __popcorn_page_hash(u64 page, u64 hash[2]);
u64 __popcorn_page_share(u64 place, const u64 hash[2]);
u32 __popcorn_page_known(u64 page, u64 hash[2]);
int __popcorn_page_learn(u64 page, const u64 hash[2], u32 version);
u64 __popcorn_page_next(u64 page, u64 end, u32 since);
void __popcorn_pages_forget(void);
u64 __popcorn_pages_digest(void);
struct state;
struct end;
struct header;
struct arriving { u64 n, at, dsp, zeroes, direct; u32 base, number; };
enum { PAGES_BAD, PAGES_GOOD, PAGES_UNREADABLE, PAGES_BROKEN }; /* BAD: nonsense, but the connection is in step */
int __popcorn_send_memory(int fd, const struct state *s, struct end *end);
int __popcorn_receive_pages(int fd, const struct header *h, struct arriving *c, struct end *end);
int __popcorn_pages_arrived(const struct state *s);
extern u64 __popcorn_epoch;

/* ---- thread.c ---- */
struct thread;
extern _Thread_local struct thread *__popcorn_self;
extern _Thread_local volatile int *volatile __popcorn_cancel; /* (volatile: not there before the thread-local block is) in a system call that is a cancellation point: where the request is */
_Noreturn void __popcorn_thread_exit(void);
void __popcorn_threads_gone(void);
long __popcorn_gettid(void);
void __popcorn_munmap_dying(u64 addr, u64 len);
void __popcorn_regions_lock(u64 *mask);
void __popcorn_regions_unlock(const u64 *mask, int child);

/* ---- signal.c ---- */
void __popcorn_signals_start(void);             /* home, at the start */
void __popcorn_signals_node(void);              /* a node, at the start */
void __popcorn_signals_arrive(void);            /* home, the program has come back */
void __popcorn_signals_leave(void);             /* home, the program has left */
long __popcorn_sigaction(int signo, const struct action *new, struct action *old);
long __popcorn_sigprocmask(int how, const u64 *set, u64 *old);
long __popcorn_disposition(int signo, u64 kind, u64 flags);
void __popcorn_deliver(int *restart);
void __popcorn_take_signals(void);              /* a node: takes in what home has sent */
u64 __popcorn_signals_taken(void);              /* a node: how many it has taken in */
int __popcorn_deliverable(u64 mask);
void __popcorn_block_all(void);
void __popcorn_resume_signals(void);            /* the runtime is done: what waited runs now */
void __popcorn_window(int open);
extern u64 __popcorn_window_mask;
_Noreturn void __popcorn_die(int signo);

/* ---- map.c ---- */
struct frame { u32 function, units; u64 site; u64 data[]; };
struct captured { struct buffer frames; u64 count, values, last, pc; /* last: the frame read last, or ~0 */ char reason[400]; }; /* pc, reason: why not */
int __popcorn_capture(const u64 *saved, struct captured *out);
void *__popcorn_resume_entry(u32 function);
int __popcorn_symbol(u64 pc, char *name, u64 size);     /* names.c */
u32 __popcorn_function_count(void);
u32 __popcorn_function_units(u32 function);
u32 __popcorn_function_sites(u32 function);

/* ---- move.c, receive.c, home.c, node.c, remote.c, wire.c ---- */
_Noreturn void __popcorn_serve(void);
_Noreturn void __popcorn_wait(void);
void __popcorn_left(const struct state *s, const struct end *e);
_Noreturn void __popcorn_node(const char *address);
int __popcorn_connect(const char *path);
int __popcorn_high(int fd);
int __popcorn_open_node(int nid, char *reason, u64 size);
void __popcorn_close_node(int nid);
void __popcorn_farewell(void);
long __popcorn_remote(long nr, long *a);
int __popcorn_serve_call(int fd, const struct header *h);
int __popcorn_next_node(int nid);

/* fault.c */
void __popcorn_fault_start(const char *s);
void __popcorn_step(int fd);
i64 __popcorn_spoiled(u64 size);

/* Messages between home and node: docs/wire-format.md. */
enum {
	MSG_HELLO = 1, MSG_REFUSED, MSG_CALL, MSG_REPLY, MSG_STATE, MSG_PAGES, MSG_END, MSG_READY, MSG_COMMIT, MSG_ENTERED,
	MSG_EXIT, MSG_FATAL, MSG_LOG, MSG_SIGNAL, MSG_ACTION, MSG_MASK, MSG_AGAIN, MSG_LAST = MSG_AGAIN,
};
enum { WIRE_VERSION = 5, HEADER_SIZE = 24, PAGES_PER_MESSAGE = 64 };
struct part { const void *data; u64 size; };
u64 __popcorn_checksum(u64 sum, u64 offset, const void *data, u64 size);
int __popcorn_write(int fd, const void *data, u64 size);
int __popcorn_read(int fd, void *data, u64 size);
int __popcorn_write_parts(int fd, struct part *part, u64 count);
int __popcorn_send(int fd, u32 type, const void *payload, u64 length);
int __popcorn_send2(int fd, u32 type, const void *a, u64 na, const void *b, u64 nb);
void __popcorn_seal(struct header *h);
int __popcorn_receive_header(int fd, struct header *h);
int __popcorn_receive_body(int fd, const struct header *h, struct buffer *b);
int __popcorn_skip_body(int fd, const struct header *h);
int __popcorn_refused(int fd, const char *why);

struct hello { char magic[8]; u32 version, nid, machine, pid, channel, zero; u8 build_id[24]; };

/* The state message: this, then the frames (innermost first), then the regions. */
struct state {
	u64 version;
	u32 from, to;
	u64 frames, values, frame_bytes, regions;
	u64 dsp, block, block_end;
	u64 control, status;            /* floating-point environment, neutral form */
	u64 capture_us, start_us;       /* start of the transfer: CLOCK_MONOTONIC, which the nodes of one machine share */
	u64 number, base;               /* of this move; of the one whose memory the destination has, 0: it has none */
	u64 direct;                     /* the source's process, whose memory may be read; 0: pages are in the messages */
	u64 log;                        /* home wants to know how long the resumption took */
};
struct end { u64 pages, bytes, same, zero, digest; }; /* pages sent, bytes, pages the destination has, pages told to be zero */
struct run { u64 address; u32 pages, version; }; /* RUN_ZERO in the address: they are zero */
enum { RUN_ZERO = 1, RUN_PAGES = 1 << 20 };
enum { STATE_AGAIN = 2, STATE_PLAIN = 3 };
int __popcorn_again(int fd, int kind);
int __popcorn_receive_state(int fd, const struct header *h, struct buffer *state, struct end *end, char *reason, u64 reason_size);
_Noreturn void __popcorn_enter_state(const struct buffer *state, const struct end *end);
void __popcorn_fenv_split(u64 *control, u64 *status);
void __popcorn_fenv_join(u64 control, u64 status);

/* ---- log.c ---- */
struct line { u64 n; char text[480]; };
void __popcorn_text(struct line *l, const char *s);
void __popcorn_number(struct line *l, i64 v);
void __popcorn_hex(struct line *l, u64 v);
void __popcorn_put(struct line *l, int also_stderr);
void __popcorn_log(const char *text);
void __popcorn_complain(const char *a, const char *b);
void __popcorn_log_move(const struct state *s, const struct end *e, u64 transfer_us, u64 resume_us);
u64 __popcorn_now_us(void);
u64 __popcorn_length(const char *s);
void __popcorn_copy_text(char *to, u64 size, const char *from);

#endif
