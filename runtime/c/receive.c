/* Arriving: memory is made what the source's was, then the outermost frame's resume entry is called, which calls the next, and so on
 * to the innermost, whose own call is answered by __popcorn_leaf: from there the program goes on.
 * Nothing of the program lives in this process while a state arrives, so pages go straight to their places; if the transfer fails, the
 * source still has everything, and sends all of it the next time. */
#include "popcorn.h"

struct record { u64 site; struct record *next; void *entry; u64 function; u64 data[]; };
static PRIVATE struct buffer records;
static PRIVATE u64 arrived_us;
static PRIVATE struct state arrived;
static PRIVATE struct end arrived_end;

static const char bad[] = "the state is damaged or of another build";

/* The frames must be such that the resume entries can read them. */
static int check(const struct buffer *b)
{
	const struct state *s = (const struct state *)b->data;
	if (b->size < sizeof *s || s->version != WIRE_VERSION || !s->frames || s->frame_bytes > b->size || s->regions > b->size
		|| b->size != sizeof *s + s->frame_bytes + s->regions * sizeof(struct region) || s->dsp < DATA_STACK_LOW || s->dsp > DATA_STACK_TOP
		|| !s->number || s->number >> 32 || s->base >= s->number)
		return 0;
	u64 at = 0;
	for (u64 i = 0; i < s->frames; i++) {
		const struct frame *f = (const struct frame *)((const u8 *)(s + 1) + at);
		if (at + sizeof *f > s->frame_bytes || f->function >= __popcorn_function_count() || f->units != __popcorn_function_units(f->function)
			|| f->site >= __popcorn_function_sites(f->function))
			return 0;
		at += sizeof *f + 8 * f->units;
	}
	return at == s->frame_bytes;
}

static int refuse(char *reason, u64 size, const char *why)
{
	__popcorn_copy_text(reason, size, why);
	return -1;
}

/* After the header of a STATE message. 0: everything is in place (READY may be said); 1: refused for the reason given, the connection
 * may be used on; STATE_AGAIN, STATE_PLAIN: the same, but all of it is asked for, and in the messages; -1: the stream cannot be trusted any more. */
int __popcorn_receive_state(int fd, const struct header *first, struct buffer *b, struct end *end, char *reason, u64 reason_size)
{
	struct header h;
	struct end said;
	*end = (struct end) { 0 };
	const char *why = NULL;
	if (__popcorn_receive_body(fd, first, b)) {
		if (!first->length || b->size != first->length)
			return refuse(reason, reason_size, bad);
		why = bad;              /* a wrong checksum: the connection is still in step */
	} else if (!check(b))
		why = bad;
	const struct state *s = (const struct state *)b->data;
	end->bytes = HEADER_SIZE + b->size;
	int known = !why && (!s->base || s->base == __popcorn_epoch), mapped = 0, unreadable = 0;
	struct arriving c = { .dsp = s->dsp, .direct = s->direct, .base = s->base, .number = s->number };
	if (known) {
		__popcorn_epoch = 0;    /* until all has come */
		if (!s->base)
			__popcorn_pages_forget();
		mapped = __popcorn_regions_adopt((const struct region *)((const u8 *)(s + 1) + s->frame_bytes), s->regions, !s->base);
		if (!mapped)
			why = "the program's memory cannot be mapped at its addresses there";
	}
	for (;;) {
		if (__popcorn_receive_header(fd, &h))
			return refuse(reason, reason_size, "the connection broke");
		if (h.type == MSG_END)
			break;
		if (h.type != MSG_PAGES)
			return refuse(reason, reason_size, bad);
		int r = known && !why && !unreadable ? __popcorn_receive_pages(fd, &h, &c, end) : __popcorn_skip_body(fd, &h) ? PAGES_BROKEN : PAGES_GOOD;
		if (r == PAGES_BROKEN)
			return refuse(reason, reason_size, "the connection broke");
		if (r == PAGES_BAD)
			why = bad;
		unreadable |= r == PAGES_UNREADABLE;
	}
	if (h.length != sizeof said || __popcorn_read(fd, &said, sizeof said))
		return refuse(reason, reason_size, bad);
	if (!why && __popcorn_checksum(0, 0, &said, sizeof said) != h.checksum)
		why = bad;
	if (!why && unreadable)
		return STATE_PLAIN;
	/* The source thinks that memory here is as it once was, and it is not: it has to send everything. */
	if (!why && (!known || (s->base && said.digest != __popcorn_pages_digest())))
		return STATE_AGAIN;
	if (!why && (said.pages != end->pages || said.zero != end->zero || said.digest != __popcorn_pages_digest() || !__popcorn_pages_arrived(s)))
		why = bad;
	if (why) {
		refuse(reason, reason_size, why);
		return 1;
	}
	end->same = said.same;
	end->bytes += HEADER_SIZE + sizeof said;
	return 0;
}

/* Asks for everything, and if it is in the way of reading the source's memory, without that. */
int __popcorn_again(int fd, int kind)
{
	u64 plain = kind == STATE_PLAIN;
	return __popcorn_send(fd, MSG_AGAIN, &plain, sizeof plain);
}

/* The call that the program made when it moved: the innermost frame's. It runs on the program's stack, and returns there. */
static long leaf(struct record *r)
{
	struct process *p = &__popcorn_process;
	(void)r;
	u64 resume = __popcorn_now_us() - arrived_us;
	if (p->home)
		__popcorn_log_move(&arrived, &arrived_end, arrived_us - arrived.start_us, resume);
	else if (arrived.log)
		__popcorn_send(p->main_fd[0], MSG_ENTERED, &resume, sizeof resume);
	__popcorn_resume_signals();
	return 0;
}

static void *build_records(const struct buffer *b, void **entry)
{
	const struct state *s = (const struct state *)b->data;
	u64 size = sizeof(struct record);
	if (!__popcorn_reserve(&records, s->frame_bytes + s->frames * 32 + 64))
		return NULL;
	struct record *inner = (struct record *)records.data;
	*inner = (struct record) { 0, NULL, NULL, 0 };
	void *inner_entry = leaf;
	const u8 *p = (const u8 *)(s + 1);
	for (u64 i = 0; i < s->frames; i++) {
		const struct frame *f = (const struct frame *)p;
		struct record *r = (struct record *)(records.data + size);
		*r = (struct record) { f->site, inner, inner_entry, f->function };
		memcpy(r->data, f->data, 8 * f->units);
		p += sizeof *f + 8 * f->units;
		size += (sizeof *r + 8 * f->units + 15) & -16UL;
		inner = r;
		inner_entry = __popcorn_resume_entry(f->function);
	}
	*entry = inner_entry;
	return inner;
}

/* A resume entry was given a site that its function does not have: the map and the code disagree. */
_Noreturn void __popcorn_resume_site(void)
{
	__popcorn_complain("a frame cannot be entered: its site is unknown", "");
	__popcorn_die(SIGABRT);
}

/* After COMMIT. Everything of the runtime that depends on the process is set again. */
_Noreturn void __popcorn_enter_state(const struct buffer *b, const struct end *end)
{
	struct process *p = &__popcorn_process;
	const struct state *s = (const struct state *)b->data;
	arrived_us = __popcorn_now_us();
	arrived = *s;
	p->home_logs = s->log;
	arrived_end = *end;
	for (u64 i = 0; i < __popcorn_region_count; i++) {
		struct region *r = &__popcorn_regions[i];
		if (r->prot != (PROT_READ | PROT_WRITE))
			sys3(SYS_mprotect, r->start, r->end - r->start, r->prot);
	}
	void *entry, *outermost = build_records(b, &entry);
	if (!outermost)
		__popcorn_die(SIGABRT);
	__popcorn_set_tp(s->block, s->block_end);
	p->busy = p->here = 1;
	__popcorn_cpu_arrive();
	if (p->home)
		__popcorn_signals_arrive();
	if (p->want != WANT_NONE)
		__popcorn_flag = 1;
	__popcorn_fenv_join(s->control, s->status);
	__popcorn_enter(p->native_top - 64, entry, (long)outermost, 0, 0);
}
