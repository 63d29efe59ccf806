/* The home process while the program is away, and the connections to nodes. Home is the hub: it makes the program's system calls,
 * passes signals on, and relays a move between two other nodes. It ends as the program ends. */
#include "popcorn.h"

enum { RUN_OPEN = 1, RUN_OPENED = 2, RUN_FAILED = 3, SO_RCVTIMEO = 20, SO_SNDTIMEO = 21 };
static PRIVATE struct state left;
static PRIVATE struct end left_end;
static PRIVATE u64 left_us;
static PRIVATE struct buffer incoming;

struct pollfd { int fd; short events, revents; };

static long wait_for(struct pollfd *f, u64 n, i64 seconds, const u64 *mask)
{
	i64 t[2] = { seconds, 0 };
	return sys6(SYS_ppoll, f, n, seconds < 0 ? NULL : t, mask, 8, 0);
}

void __popcorn_close_node(int nid)
{
	struct process *p = &__popcorn_process;
	if (p->main_fd[nid] >= 0)
		sys1(SYS_close, p->main_fd[nid]);
	if (p->life_fd[nid] >= 0)
		sys1(SYS_close, p->life_fd[nid]);
	p->main_fd[nid] = p->life_fd[nid] = -1;
	p->signals_sent[nid] = 0;
}

/* Listens on an abstract address of its own for the one node. */
static int listen_here(char *address, u64 size)
{
	struct { u16 family; char path[108]; } a = { AF_UNIX, { 0 } };
	struct line l = { 0 };
	u64 random = 0;
	sys3(SYS_getrandom, &random, 8, 0);
	__popcorn_text(&l, "@popcorn-");
	__popcorn_number(&l, sys0(SYS_getpid));
	__popcorn_text(&l, "-");
	__popcorn_hex(&l, random);
	__popcorn_copy_text(address, size, l.text);
	memcpy(a.path + 1, l.text + 1, l.n - 1);
	int fd = sys3(SYS_socket, AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (fd < 0)
		return fd;
	if (sys3(SYS_bind, fd, &a, 2 + l.n) || sys2(SYS_listen, fd, 2)) {
		sys1(SYS_close, fd);
		return -1;
	}
	return __popcorn_high(fd);
}

static int fail(char *reason, u64 size, const char *why)
{
	__popcorn_copy_text(reason, size, why);
	return -1;
}

/* Reads a message of `popcorn run`: u32 type, u32 length, payload. */
static int from_run(int nid, char *reason, u64 size)
{
	struct process *p = &__popcorn_process;
	u32 head[2], body[64];
	if (__popcorn_read(p->control, head, 8) || head[1] >= sizeof body || __popcorn_read(p->control, body, head[1]))
		return fail(reason, size, "the connection to `popcorn run` broke");
	((char *)body)[head[1]] = 0;
	if (head[0] == RUN_FAILED && head[1] >= 4 && body[0] == (u32)nid)
		return fail(reason, size, (char *)(body + 1));
	return 0;
}

/* A message that has begun must come, and go, within that time; where home may wait for ever, it polls first. A node has no such limit:
 * home is the program's own process, and while that is stopped (^Z), so is the program. If it ends, the connection does. */
static void limit(int fd)
{
	i64 t[2] = { __popcorn_process.patience, 0 };
	sys6(SYS_setsockopt, fd, SOL_SOCKET, SO_RCVTIMEO, t, sizeof t, 0);
	sys6(SYS_setsockopt, fd, SOL_SOCKET, SO_SNDTIMEO, t, sizeof t, 0);
}

static int greet(int fd, int nid, struct hello *h, char *reason, u64 size)
{
	struct process *p = &__popcorn_process;
	struct header m;
	struct { int pid; u32 uid, gid; } peer = { 0, ~0u, 0 };
	u32 length = sizeof peer;
	limit(fd);
	sys6(SYS_getsockopt, fd, SOL_SOCKET, SO_PEERCRED, &peer, &length, 0);
	if (peer.uid != (u32)sys0(SYS_getuid))
		return fail(reason, size, "another user's process answered");
	if (__popcorn_receive_header(fd, &m) || m.type != MSG_HELLO || m.length != sizeof *h || __popcorn_read(fd, h, sizeof *h)
		|| memcmp(h->magic, "PCNODE\0", 8))
		return fail(reason, size, "the node's process does not speak this protocol");
	const char *why = NULL;
	if (h->version != WIRE_VERSION)
		why = "the node's process speaks another version of the protocol";
	else if (memcmp(h->build_id, __popcorn_image.build_id, sizeof h->build_id))
		why = "the node runs another build of the program (build ids differ)";
	else if (h->nid != (u32)nid || h->machine != (p->isa[nid] == 2 ? ISA_AARCH64 : ISA_X86_64) || h->channel > 1)
		why = "the node's process is not the one asked for";
	if (why) {
		__popcorn_refused(fd, why);
		return fail(reason, size, why);
	}
	return 0;
}

/* Asks `popcorn run` for the node's process and waits for its two connections: messages, and the lifeline. */
static int open_connections(int nid, int listening, const char *address, char *reason, u64 size)
{
	struct process *p = &__popcorn_process;
	u64 n = __popcorn_length(address);
	u32 m[64] = { RUN_OPEN, 4 + n, nid };
	memcpy(m + 3, address, n);
	if (__popcorn_write(p->control, m, 12 + n))
		return fail(reason, size, "the connection to `popcorn run` broke");
	u64 deadline = __popcorn_now_us() + p->patience * 1000000UL;
	while (p->main_fd[nid] < 0 || p->life_fd[nid] < 0) {
		struct pollfd f[2] = { { listening, POLLIN, 0 }, { p->control, POLLIN, 0 } };
		if (wait_for(f, 2, 1, NULL) < 0 || __popcorn_now_us() > deadline)
			return fail(reason, size, "the node's process did not answer in time");
		if (f[1].revents && from_run(nid, reason, size))
			return -1;
		if (!f[0].revents)
			continue;
		int fd = __popcorn_high(sys4(SYS_accept4, listening, NULL, NULL, SOCK_CLOEXEC));
		struct hello h;
		if (fd < 0)
			return fail(reason, size, "the node's connection cannot be accepted");
		if (greet(fd, nid, &h, reason, size)) {
			sys1(SYS_close, fd);
			return -1;
		}
		if (*(h.channel ? &p->life_fd[nid] : &p->main_fd[nid]) >= 0) {
			sys1(SYS_close, fd);
			return fail(reason, size, "the node's process connected twice");
		}
		*(h.channel ? &p->life_fd[nid] : &p->main_fd[nid]) = fd;
		p->node_pid[nid] = h.pid;
	}
	return 0;
}

int __popcorn_open_node(int nid, char *reason, u64 size)
{
	struct process *p = &__popcorn_process;
	char address[64];
	if (p->control < 0)
		return fail(reason, size, "the program is not run by `popcorn run`");
	if (p->failed >> nid & 1)
		return fail(reason, size, "the node has failed");
	int listening = listen_here(address, sizeof address);
	if (listening < 0)
		return fail(reason, size, "no socket to listen on");
	int r = open_connections(nid, listening, address, reason, size);
	sys1(SYS_close, listening);
	if (r)
		__popcorn_close_node(nid);
	return r;
}

/* Home is about to end: `popcorn run` ends the nodes and hangs up when they are gone, so that none is there for even a moment after. */
void __popcorn_farewell(void)
{
	struct process *p = &__popcorn_process;
	u64 nodes = 0, byte;
	for (int i = 0; i < MAX_NODES; i++)
		nodes += p->main_fd[i] >= 0;
	if (!p->home || p->forked || p->control < 0 || !nodes)
		return;
	struct pollfd f = { p->control, POLLIN, 0 };
	sys2(SYS_shutdown, p->control, SHUT_WR);
	while (wait_for(&f, 1, 2, NULL) > 0 && sys6(SYS_recvfrom, p->control, &byte, sizeof byte, MSG_DONTWAIT, NULL, NULL) > 0) { }
}

void __popcorn_left(const struct state *s, const struct end *e)
{
	left = *s;
	left_end = *e;
	left_us = __popcorn_now_us();
}

static _Noreturn void lost(const char *why)
{
	struct line l = { 0 };
	__popcorn_text(&l, "popcorn: node ");
	__popcorn_number(&l, __popcorn_process.peer);
	__popcorn_text(&l, why);
	__popcorn_put(&l, 1);
	__popcorn_die(SIGKILL);
}

/* The body of a message goes from one connection to another. */
static int pass_on(int from, int to, const struct header *h)
{
	static PRIVATE u8 piece[65536];
	if (to >= 0 && __popcorn_write(to, h, HEADER_SIZE))
		to = -1;
	for (u64 rest = h->length; rest;) {
		u64 n = rest < sizeof piece ? rest : sizeof piece;
		if (__popcorn_read(from, piece, n))
			lost(" broke its connection; the program is lost");
		if (to >= 0 && __popcorn_write(to, piece, n))
			to = -1;
		rest -= n;
	}
	return to;
}

/* A move from the peer to a third node. The destination is opened first; if it fails, the rest is read and the source is told. */
static void relay(int from, const struct header *first, const struct state *s)
{
	struct process *p = &__popcorn_process;
	char reason[160] = "the destination broke its connection";
	struct header h;
	struct end end = { 0 }, said;
	int nid = s->to < MAX_NODES && p->nodes >> s->to & 1 ? (int)s->to : -1, to = -1;
	if (nid < 0)
		fail(reason, sizeof reason, "there is no such node");
	else if (p->main_fd[nid] >= 0 || !__popcorn_open_node(nid, reason, sizeof reason))
		to = p->main_fd[nid];
	if (to >= 0 && (__popcorn_write(to, first, HEADER_SIZE) || __popcorn_write(to, incoming.data, incoming.size)))
		to = -1;
	do {
		if (__popcorn_receive_header(from, &h))
			lost(" broke its connection; the program is lost");
		end.bytes += HEADER_SIZE + h.length;
		if (h.type == MSG_END && h.length == sizeof said && sys6(SYS_recvfrom, from, &said, sizeof said, 2 | 0x100, NULL, NULL) == sizeof said)
			end = (struct end) { said.pages, end.bytes, said.same, said.zero, said.digest };
		to = pass_on(from, to, &h);
	} while (h.type != MSG_END);
	if (to >= 0 && !__popcorn_receive_header(to, &h) && (h.type == MSG_READY || h.type == MSG_REFUSED || h.type == MSG_AGAIN)) {
		if (h.type != MSG_READY) {
			pass_on(to, from, &h);
			return;
		}
		__popcorn_send(from, MSG_READY, NULL, 0);
		if (__popcorn_receive_header(from, &h) || h.type != MSG_COMMIT)
			lost(" broke its connection; the program is lost");
		p->peer = nid;
		end.bytes += HEADER_SIZE + incoming.size;
		__popcorn_left(s, &end);
		__popcorn_send(to, MSG_COMMIT, NULL, 0);
		return;
	}
	if (nid >= 0) {
		__popcorn_close_node(nid);
		p->failed |= 1u << nid;
	}
	__popcorn_refused(from, reason);
}

/* A STATE message: the program comes home, or goes on to another node. */
static void arrive(int fd, const struct header *h)
{
	struct process *p = &__popcorn_process;
	char reason[160];
	struct end end;
	struct state s;
	struct header again = *h;
	/* Where it goes is in the first bytes; the rest is read by whoever it concerns. */
	if (h->length < sizeof s || sys6(SYS_recvfrom, fd, &s, sizeof s, 2 | 0x100, NULL, NULL) != sizeof s) /* MSG_PEEK | MSG_WAITALL */
		lost(" broke its connection; the program is lost");
	if (s.to != (u32)p->nid) {
		if (__popcorn_receive_body(fd, &again, &incoming))
			lost(" sent a damaged message; the program is lost");
		relay(fd, h, (struct state *)incoming.data);
		return;
	}
	int r = __popcorn_receive_state(fd, h, &incoming, &end, reason, sizeof reason);
	if (r < 0)
		lost(" sent a damaged state; the program is lost");
	if (r >= STATE_AGAIN) {
		__popcorn_again(fd, r);
		return;
	}
	if (r > 0) {
		__popcorn_refused(fd, reason);
		return;
	}
	if (__popcorn_send(fd, MSG_READY, NULL, 0) || __popcorn_receive_header(fd, &again) || again.type != MSG_COMMIT)
		lost(" broke its connection; the program is lost");
	__popcorn_enter_state(&incoming, &end);
}

static void log_from_node(const u8 *body, u64 size)
{
	struct process *p = &__popcorn_process;
	if (size < 8)
		return;
	u64 loud = *(const u64 *)body;
	if (p->log_fd >= 0)
		sys3(SYS_write, p->log_fd, body + 8, size - 8);
	if (loud || p->log_stderr)
		sys3(SYS_write, 2, body + 8, size - 8);
}

static void small_message(int fd, const struct header *h)
{
	u64 zero = 0;
	u64 *w;
	if (__popcorn_receive_body(fd, h, &incoming))
		lost(" sent a damaged message; the program is lost");
	memset(incoming.data + incoming.size, 0, 16);
	w = (u64 *)incoming.data;
	switch (h->type) {
	case MSG_LOG:
		log_from_node(incoming.data, incoming.size);
		break;
	case MSG_ENTERED:
		__popcorn_log_move(&left, &left_end, left_us - left.start_us, w[0]);
		break;
	case MSG_MASK:
		__popcorn_window_mask = w[0];
		__popcorn_window(1);    /* what was waiting is passed on before the answer */
		__popcorn_window(0);
		__popcorn_send(fd, MSG_REPLY, &zero, sizeof zero);
		break;
	case MSG_ACTION:
		if (incoming.size == 24)
			zero = __popcorn_disposition(w[0], w[1], w[2]);
		__popcorn_send(fd, MSG_REPLY, &zero, sizeof zero);
		break;
	case MSG_EXIT:
		__popcorn_farewell();
		sys1(SYS_exit_group, w[0]);
		break;
	case MSG_FATAL:
		__popcorn_die(w[0]);
	default:
		lost(" sent an unknown message; the program is lost");
	}
}

/* The program is away. Every signal is blocked but while waiting here and while a call is made (see __popcorn_window). */
_Noreturn void __popcorn_serve(void)
{
	struct process *p = &__popcorn_process;
	struct header h;
	for (;;) {
		int fd = p->main_fd[p->peer];
		struct pollfd f = { fd, POLLIN, 0 };
		if (wait_for(&f, 1, -1, &__popcorn_window_mask) < 0)
			continue;
		if (__popcorn_receive_header(fd, &h))
			lost(" died; the program is lost");
		if (h.type == MSG_CALL) {
			if (__popcorn_serve_call(fd, &h))
				lost(" sent a damaged call; the program is lost");
		} else if (h.type == MSG_STATE)
			arrive(fd, &h);
		else
			small_message(fd, &h);
	}
}
