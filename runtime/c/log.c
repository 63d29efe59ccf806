/* Text for people: log lines and complaints. There is no printf here: the runtime may not touch the libc's state, and a variadic call
 * has nothing to gain. A line is built in a small buffer and written with one system call. */
#include "popcorn.h"

u64 __popcorn_length(const char *s)
{
	u64 n = 0;
	while (s[n])
		n++;
	return n;
}

void __popcorn_copy_text(char *to, u64 size, const char *from)
{
	u64 n = 0;
	for (; from[n] && n + 1 < size; n++)
		to[n] = from[n];
	to[n] = 0;
}

void __popcorn_text(struct line *l, const char *s)
{
	for (; *s && l->n < sizeof l->text - 1; s++)
		l->text[l->n++] = *s;
}

static void digits(struct line *l, u64 v, u64 base)
{
	char d[24];
	int n = 0;
	do {
		d[n++] = "0123456789abcdef"[v % base];
		v /= base;
	} while (v);
	while (n && l->n < sizeof l->text - 1)
		l->text[l->n++] = d[--n];
}

void __popcorn_number(struct line *l, i64 v)
{
	if (v < 0)
		__popcorn_text(l, "-");
	digits(l, v < 0 ? -(u64)v : (u64)v, 10);
}

void __popcorn_hex(struct line *l, u64 v)
{
	__popcorn_text(l, "0x");
	digits(l, v, 16);
}

/* Home writes; a node sends its lines there. */
void __popcorn_put(struct line *l, int also_stderr)
{
	if (l->n == sizeof l->text - 1)
		l->n--;
	l->text[l->n++] = '\n';
	struct process *p = &__popcorn_process;
	if (!p->home) {
		u64 prefix = also_stderr;
		if (p->main_fd[0] >= 0)
			__popcorn_send2(p->main_fd[0], MSG_LOG, &prefix, sizeof prefix, l->text, l->n);
		return;
	}
	if (p->log_fd >= 0)
		sys3(SYS_write, p->log_fd, l->text, l->n);
	if (also_stderr || p->log_stderr)
		sys3(SYS_write, 2, l->text, l->n);
}

void __popcorn_log(const char *text)
{
	struct line l = { 0 };
	__popcorn_text(&l, "popcorn: ");
	__popcorn_text(&l, text);
	__popcorn_put(&l, 0);
}

void __popcorn_complain(const char *a, const char *b)
{
	struct line l = { 0 };
	__popcorn_text(&l, "popcorn: ");
	__popcorn_text(&l, a);
	__popcorn_text(&l, b);
	__popcorn_put(&l, 1);
}

u64 __popcorn_now_us(void)
{
	u64 t[2] = { 0, 0 };
	sys2(SYS_clock_gettime, 1, t);
	return t[0] * 1000000 + t[1] / 1000;
}

static void field(struct line *l, const char *name, i64 v)
{
	__popcorn_text(l, name);
	__popcorn_number(l, v);
}

/* One line a move: seconds since the epoch, from, to, what was moved (pages sent; pages not sent because the destination has them; pages it
 * was told to be zero), and the microseconds of its three stages. */
void __popcorn_log_move(const struct state *s, const struct end *e, u64 transfer_us, u64 resume_us)
{
	if (__popcorn_process.log_fd < 0 && !__popcorn_process.log_stderr)
		return;
	u64 t[2] = { 0, 0 };
	sys2(SYS_clock_gettime, 0, t);
	struct line l = { 0 };
	field(&l, "popcorn: time=", t[0]);
	__popcorn_text(&l, ".");
	for (u64 d = 100000000; d > 1 && t[1] < d; d /= 10)
		__popcorn_text(&l, "0");
	__popcorn_number(&l, t[1]);
	field(&l, " from=", s->from);
	field(&l, " to=", s->to);
	field(&l, " frames=", s->frames);
	field(&l, " values=", s->values);
	field(&l, " pages=", e->pages);
	field(&l, " same=", e->same);
	field(&l, " zero=", e->zero);
	field(&l, " bytes=", e->bytes);
	field(&l, " capture_us=", s->capture_us);
	field(&l, " transfer_us=", transfer_us);
	field(&l, " resume_us=", resume_us);
	__popcorn_put(&l, 0);
}
