/* Start-up: from the kernel's stack to __libc_start_main on a stack of the runtime's choice.
 *
 * Everything the program may see is put at neutral addresses first: arguments, environment and auxiliary vector are copied with their
 * strings (the kernel's copies lie on a stack that belongs to this process), the thread-local block and the data stack are mapped.
 * The native stack is private: it holds nothing but this ISA's frames. A process that POPCORN_CONNECT sends to a home has no program
 * of its own and waits for one. */
#include "popcorn.h"

PRIVATE struct process __popcorn_process;
struct travelling __popcorn_state;
volatile int __popcorn_flag;
_Thread_local char *__popcorn_dsp;
_Thread_local u64 __popcorn_delivered;

int main(int, char **, char **);
int __libc_start_main(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void), void (*)(void));

static const char *const names[] = { "POPCORN_CONTROL", "POPCORN_NODES", "POPCORN_NID", "POPCORN_CONNECT", "POPCORN_MIGRATE_EVERY",
	"POPCORN_LOG", "POPCORN_LOG_FILE", "POPCORN_PAGES", "POPCORN_PATIENCE", "POPCORN_FAULT" };
enum { CONTROL, NODES, NID, CONNECT, EVERY, LOG, LOG_FILE, PAGES, PATIENCE, FAULT, NAMES };

static int internal(const char *entry, const char **value)
{
	for (int i = 0; i < NAMES; i++) {
		u64 n = __popcorn_length(names[i]), k = 0;
		while (k < n && entry[k] == names[i][k])
			k++;
		if (k == n && entry[n] == '=') {
			*value = entry + n + 1;
			return i;
		}
	}
	return -1;
}

static u64 number(const char *s)
{
	u64 v = 0;
	for (; s && *s >= '0' && *s <= '9'; s++)
		v = v * 10 + (*s - '0');
	return v;
}

static int same(const char *a, const char *b, u64 n)
{
	return __popcorn_length(b) == n && !memcmp(a, b, n);
}

static void parse_nodes(const char *s)
{
	struct process *p = &__popcorn_process;
	for (int nid = 0; s && *s && nid < MAX_NODES; nid++) {
		u64 n = 0;
		while (s[n] && s[n] != ',')
			n++;
		p->nodes |= 1u << nid;
		p->isa[nid] = same(s, "aarch64", n) ? 2 : 1;
		s += n + !!s[n];
	}
}

/* Descriptors of the runtime are high and closed on exec, so that the program's own begin where they would. */
static int high_fd(int fd)
{
	u64 limit[2] = { 1024, 1024 };
	sys2(SYS_getrlimit, 7, limit);
	u64 low = limit[0] > 4096 ? 4000 : limit[0] > 128 ? limit[0] - 64 : 64;
	long r = fd < 0 ? fd : sys3(SYS_fcntl, fd, F_DUPFD_CLOEXEC, low);
	if (r < 0)
		return fd;
	sys1(SYS_close, fd);
	return r;
}

static int connect_unix(const char *path)
{
	struct { u16 family; char path[108]; } a = { AF_UNIX, { 0 } };
	u64 n = __popcorn_length(path);
	if (n >= sizeof a.path)
		return -EINVAL;
	memcpy(a.path, path, n);
	if (a.path[0] == '@')
		a.path[0] = 0;
	int fd = sys3(SYS_socket, AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return fd;
	long r = sys3(SYS_connect, fd, &a, 2 + n + (path[0] != '@'));
	if (r < 0) {
		sys1(SYS_close, fd);
		return r;
	}
	return fd;
}

int __popcorn_connect(const char *path) { return high_fd(connect_unix(path)); }
int __popcorn_high(int fd) { return high_fd(fd); }

static void map_stacks(void)
{
	struct process *p = &__popcorn_process;
	p->native_low = __popcorn_private_map(NATIVE_STACK_SIZE);
	u64 r = __popcorn_private_map(RUNTIME_STACK_SIZE);
	if (!p->native_low || !r)
		__popcorn_die(SIGABRT);
	sys3(SYS_mprotect, p->native_low, GRANULE, 0);
	p->native_top = p->native_low + NATIVE_STACK_SIZE;
	p->runtime_top = r + RUNTIME_STACK_SIZE;
}

/* Entries of the auxiliary vector that say where the kernel or this ISA put something, and what this ISA's hardware can do. */
static int private_aux(u64 type)
{
	return type == AT_PHDR || type == AT_PHNUM || type == AT_BASE || type == AT_ENTRY || type == AT_PLATFORM || type == AT_HWCAP
		|| type == AT_HWCAP2 || type == AT_SYSINFO || type == AT_SYSINFO_EHDR || type == AT_MINSIGSTKSZ || type == 24 /* AT_BASE_PLATFORM */;
}

static u64 copy_string(u64 *at, const char *s)
{
	u64 n = __popcorn_length(s) + 1, to = *at;
	memcpy((void *)to, s, n);
	*at += n;
	return to;
}

/* The block that __libc_start_main expects after argc: argv, 0, environ, 0, auxv; then the strings. Returns argv. */
static u64 *copy_arguments(u64 argc, char **argv, char **envp, u64 *aux)
{
	u64 words = argc + 2, bytes = 64;
	const char *v;
	for (u64 i = 0; i < argc; i++)
		bytes += __popcorn_length(argv[i]) + 1;
	for (char **e = envp; *e; e++, words++)
		bytes += __popcorn_length(*e) + 1;
	for (u64 *a = aux; a[0] != AT_NULL; a += 2, words += 2)
		if (a[0] == AT_EXECFN)
			bytes += __popcorn_length((char *)a[1]) + 1;
	u64 block = __popcorn_region_new(0, (words + 4) * 8 + bytes, PROT_READ | PROT_WRITE, 0);
	if (!block)
		__popcorn_die(SIGABRT);
	u64 *out = (u64 *)block, strings = block + (words + 4) * 8;
	for (u64 i = 0; i < argc; i++)
		*out++ = copy_string(&strings, argv[i]);
	*out++ = 0;
	for (char **e = envp; *e; e++)
		if (internal(*e, &v) < 0)
			*out++ = copy_string(&strings, *e);
	*out++ = 0;
	for (u64 *a = aux; a[0] != AT_NULL; a += 2) {
		if (private_aux(a[0]))
			continue;
		u64 value = a[1];
		if (a[0] == AT_EXECFN)
			value = copy_string(&strings, (char *)value);
		else if (a[0] == AT_RANDOM) {
			memcpy((void *)strings, (void *)value, 16);
			value = strings;
			strings += 16;
		} else if (a[0] == AT_PAGESZ)
			value = PAGE;
		*out++ = a[0];
		*out++ = value;
	}
	*out++ = AT_NULL;
	*out++ = 0;
	return (u64 *)block;
}

/* The thread-local block B (docs/fat-file-format.md), before it 64 bytes for AArch64's two reserved words, behind it a page for the
 * libc's thread descriptor. */
static void map_thread_block(void)
{
	const struct popcorn_image *m = &__popcorn_image;
	u64 align = m->tls_align < 64 ? 64 : m->tls_align;
	u64 b = __popcorn_region_new(0, align + m->tls_size + PAGE, PROT_READ | PROT_WRITE, 0);
	if (!b)
		__popcorn_die(SIGABRT);
	b += align;
	memcpy((void *)b, (void *)m->tls_image, m->tls_file_size);
	__popcorn_state.block = b;
	__popcorn_state.block_end = b + m->tls_size;
	*(u64 *)__popcorn_state.block_end = __popcorn_state.block_end;
	__popcorn_set_tp(b, b + m->tls_size);
}

static void open_log(const char *path, const char *to_stderr)
{
	struct process *p = &__popcorn_process;
	p->log_fd = -1;
	p->log_stderr = number(to_stderr) != 0;
	if (path && *path)
		p->log_fd = high_fd(sys4(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
}

_Noreturn void __popcorn_start(u64 *kernel)
{
	struct process *p = &__popcorn_process;
	u64 argc = kernel[0];
	char **argv = (char **)(kernel + 1), **envp = argv + argc + 1, **e = envp;
	const char *value[NAMES] = { 0 }, *v;
	for (; *e; e++) {
		int i = internal(*e, &v);
		if (i >= 0)
			value[i] = v;
	}
	for (int i = 0; i < MAX_NODES; i++)
		p->main_fd[i] = p->life_fd[i] = -1;
	p->want = WANT_NONE;
	p->control = p->log_fd = -1;
	p->nid = number(value[NID]);
	p->home = p->here = !value[CONNECT];
	p->threads = 1;
	if (value[PAGES])
		p->pages = same(value[PAGES], "check", 5) ? PAGES_CHECK : same(value[PAGES], "all", 3) ? PAGES_ALL : same(value[PAGES], "plain", 5) ? PAGES_PLAIN : PAGES_CHANGED;
	p->patience = value[PATIENCE] ? number(value[PATIENCE]) : 30;
	__popcorn_fault_start(value[FAULT]);
	map_stacks();
	if (value[CONNECT]) {
		parse_nodes(value[NODES]);
		__popcorn_node(value[CONNECT]);
	}
	open_log(value[LOG_FILE], value[LOG]);
	if (value[CONTROL]) {
		p->control = __popcorn_connect(value[CONTROL]);
		if (p->control < 0)
			__popcorn_complain("cannot reach `popcorn run`; the program stays on this node", "");
		else
			parse_nodes(value[NODES]);
	}
	if (p->nid < 0 || p->nid >= MAX_NODES)
		p->nid = 0;
	p->nodes |= 1u << p->nid;
	p->isa[p->nid] = __popcorn_isa() == ISA_AARCH64 ? 2 : 1;

	struct travelling *s = &__popcorn_state;
	s->home = p->nid;
	s->pid = sys0(SYS_getpid);
	s->tid = sys0(SYS_gettid);
	s->every = number(value[EVERY]);
	if (p->nodes == 1u << p->nid)
		s->every = 0;
	__popcorn_flag = s->every != 0;
	if (!__popcorn_region_new(DATA_STACK_LOW, DATA_STACK_TOP - DATA_STACK_LOW, PROT_READ | PROT_WRITE, REGION_STACK))
		__popcorn_die(SIGABRT);
	map_thread_block();
	__popcorn_dsp = (char *)DATA_STACK_TOP - 64;
	__popcorn_signals_start();
	u64 *block = copy_arguments(argc, argv, envp, (u64 *)(e + 1));
	__popcorn_enter(p->native_top - 64, __libc_start_main, (long)main, argc, (long)block);
}
