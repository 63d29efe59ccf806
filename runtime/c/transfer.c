/* The program's memory on its way: which pages are sent, and how they come in (docs/wire-format.md, section 3). The table in pages.c says
 * what has changed since when. */
#include "popcorn.h"

PRIVATE u64 __popcorn_epoch; /* the number of the move as of which memory and table here are the program's; 0: they are not */

/* ---- Sending ---- */

struct sending {
	int fd, direct;
	u32 base, number;
	u64 runs, pages, zeroes, shares;
	struct run run[PAGES_PER_MESSAGE];
	struct end end;
};

static int flush(struct sending *o)
{
	if (!o->runs)
		return 0;
	struct { struct header h; u64 runs; struct run run[PAGES_PER_MESSAGE]; } m;
	struct part part[1 + PAGES_PER_MESSAGE];
	u64 size = 8 + o->runs * sizeof *o->run, n = 0;
	m.runs = o->runs;
	memcpy(m.run, o->run, size - 8);
	m.h = (struct header) { MSG_PAGES, 0, size + (o->direct ? 0 : o->pages * PAGE), __popcorn_checksum(0, 0, &m.runs, size) + o->shares };
	__popcorn_seal(&m.h);
	__popcorn_step(o->fd);
	part[n++] = (struct part) { &m, HEADER_SIZE + size };
	for (u64 i = 0; i < o->runs && !o->direct; i++)
		if (!(m.run[i].address & RUN_ZERO))
			part[n++] = (struct part) { (void *)m.run[i].address, m.run[i].pages * PAGE };
	if (__popcorn_write_parts(o->fd, part, n))
		return -1;
	o->end.pages += o->pages;
	o->end.zero += o->zeroes;
	o->end.bytes += HEADER_SIZE + size + o->pages * PAGE;
	o->runs = o->pages = o->zeroes = o->shares = 0;
	return 0;
}

/* Puts a page into the message; `from` is where its range begins, which no run may cross. */
static int emit(struct sending *o, u64 page, u64 from, const u64 hash[2], u32 version)
{
	u64 zero = hash[0] | hash[1] ? 0 : RUN_ZERO;
	struct run *last = o->runs ? &o->run[o->runs - 1] : NULL;
	if (last && page != from && last->address + last->pages * PAGE == (page | zero) && last->version == version && last->pages < RUN_PAGES)
		last->pages++;
	else {
		if (o->runs == PAGES_PER_MESSAGE && flush(o))
			return -1;
		o->run[o->runs++] = (struct run) { page | zero, 1, version };
	}
	if (zero) {
		o->zeroes++;
		return 0;
	}
	o->shares += __popcorn_page_share(o->pages, hash);
	return ++o->pages == PAGES_PER_MESSAGE ? flush(o) : 0;
}

/* Pages that are zero or not mapped: the destination is told of those of which it does not know. */
static int absent(struct sending *o, u64 from, u64 to)
{
	static const u64 zero[2] = { 0, 0 };
	for (u64 page = from, start = from; (page = __popcorn_page_next(page, to, o->base)) < to; page += PAGE) {
		u64 known[2];
		u32 version = __popcorn_page_known(page, known);
		if (known[0] | known[1] && !__popcorn_page_learn(page, zero, version = o->number))
			return -1;
		if (version > o->base && emit(o, page, start, zero, version))
			return -1;
	}
	return 0;
}

static int there(struct sending *o, u64 page, u64 from)
{
	u64 hash[2], known[2];
	u32 version = __popcorn_page_known(page, known);
	__popcorn_page_hash(page, hash);
	if (hash[0] != known[0] || hash[1] != known[1])
		if (!__popcorn_page_learn(page, hash, version = o->number))
			return -1;
	if (version > o->base)
		return emit(o, page, from, hash, version);
	o->end.same += (hash[0] | hash[1]) != 0;
	return 0;
}

static int send_range(struct sending *o, u64 from, u64 to, int anonymous)
{
	u64 at = from, a, b;
	for (; __popcorn_present(at, to, anonymous, &a, &b); at = b) {
		if (absent(o, at, a))
			return -1;
		for (u64 page = a; page < b; page += PAGE)
			if (there(o, page, from))
				return -1;
	}
	return absent(o, at, to);
}

/* The unused part of the data stack is given back: what is there is of no more use, and shall be zero on both sides, as the table says. */
static void clear_below(u64 from, u64 to)
{
	u64 a, b;
	if (!__popcorn_present(from, to, 1, &a, &b))
		return;
	sys3(SYS_madvise, a, to - a, 4); /* MADV_DONTNEED; an emulator may not heed it */
	__popcorn_presence_end();
	while (__popcorn_present(a, to, 1, &a, &b)) {
		if (sys6(SYS_mmap, a, b - a, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0) != (long)a)
			memset((void *)a, 0, b - a);
		a = b;
	}
	__popcorn_presence_end();
}

static int send_all(struct sending *o, u64 dsp)
{
	struct range r;
	u64 end = 0;
	for (u64 n = 0; __popcorn_range(n, dsp, &r); n++) {
		struct region *g = r.region;
		int closed = g && !(g->prot & PROT_READ);
		if (absent(o, end, r.from))
			return -1;
		if (g && g->flags & REGION_STACK)
			clear_below(g->start, r.from);
		if (closed)
			sys3(SYS_mprotect, g->start, g->end - g->start, PROT_READ);
		int failed = send_range(o, r.from, r.to, r.anonymous);
		if (closed) {
			failed |= flush(o);
			sys3(SYS_mprotect, g->start, g->end - g->start, g->prot);
		}
		if (failed)
			return -1;
		end = r.to;
	}
	return absent(o, end, ARENA_HIGH) || flush(o) ? -1 : 0;
}

/* All that has changed since the move with the number `base`, and END. */
int __popcorn_send_memory(int fd, const struct state *s, struct end *end)
{
	struct sending o = { .fd = fd, .direct = s->direct != 0, .base = s->base, .number = s->number };
	int failed = send_all(&o, s->dsp);
	__popcorn_presence_end();
	if (failed)
		return -1;
	o.end.digest = __popcorn_pages_digest();
	*end = o.end;
	return __popcorn_send(fd, MSG_END, end, sizeof *end);
}

/* ---- Receiving ---- */

/* Whether the pages lie in one range that travels, behind all that has come. */
static int fits(struct arriving *c, u64 address, u64 pages)
{
	struct range r;
	for (; __popcorn_range(c->n, c->dsp, &r); c->n++)
		if (address < r.to)
			return address >= r.from && pages <= (r.to - address) / PAGE;
	return 0;
}

static int mapped(u64 page)
{
	if (page >= __popcorn_image.data_start && page < __popcorn_image.data_end)
		return 1;
	u64 low = 0, high = __popcorn_region_count;
	while (low < high) {
		u64 mid = (low + high) / 2;
		if (__popcorn_regions[mid].end <= page)
			low = mid + 1;
		else
			high = mid;
	}
	return low < __popcorn_region_count && __popcorn_regions[low].start <= page;
}

static int zero_run(struct arriving *c, u64 address, u32 pages, u32 version)
{
	static const u64 zero[2] = { 0, 0 };
	u64 known[2];
	if (pages > RUN_PAGES || (c->zeroes += pages) > 16 * RUN_PAGES)
		return 0;
	for (u64 page = address; page < address + pages * PAGE; page += PAGE) {
		__popcorn_page_known(page, known);
		if (known[0] | known[1] && mapped(page))
			memset((void *)page, 0, PAGE);
		if (!__popcorn_page_learn(page, zero, version))
			return 0;
	}
	return 1;
}

/* The pages of a message out of the source's memory, where they have the same addresses: one copy instead of two. */
static int read_directly(u64 process, const struct run *run, u64 runs)
{
	struct part part[PAGES_PER_MESSAGE];
	u64 n = 0, bytes = 0;
	for (u64 i = 0; i < runs; i++)
		if (!(run[i].address & RUN_ZERO)) {
			part[n++] = (struct part) { (void *)run[i].address, run[i].pages * PAGE };
			bytes += run[i].pages * PAGE;
		}
	return !n || sys6(SYS_process_vm_readv, process, part, n, part, n, 0) == (long)bytes;
}

static int receive_part(int fd, void *to, u64 size, u64 *rest)
{
	if (__popcorn_read(fd, to, size)) {
		*rest = ~0UL;
		return -1;
	}
	*rest -= size;
	return 0;
}

/* One message: checked, and put in its place and into the table. *rest is what has not been read of it, ~0 if the connection broke. */
static int take_pages(int fd, const struct header *h, struct arriving *c, struct end *e, u64 *rest)
{
	struct { u64 runs; struct run run[PAGES_PER_MESSAGE]; } head;
	u64 hash[2], pages = 0;
	if (h->length < 8 || receive_part(fd, &head, 8, rest) || !head.runs || head.runs > PAGES_PER_MESSAGE)
		return PAGES_BAD;
	u64 size = 8 + head.runs * sizeof *head.run;
	if (h->length < size || receive_part(fd, head.run, size - 8, rest))
		return PAGES_BAD;
	u64 sum = __popcorn_checksum(0, 0, &head, size);
	for (u64 i = 0; i < head.runs; i++) {
		struct run r = head.run[i];
		u64 address = r.address & ~(u64)RUN_ZERO, bytes = r.pages * PAGE;
		if (address & (PAGE - 1) || address < c->at || address >= ARENA_HIGH || bytes > ARENA_HIGH - address || !r.pages || !r.version || r.version > c->number)
			return PAGES_BAD;
		c->at = address + bytes;
		if (r.address & RUN_ZERO) {
			if (!zero_run(c, address, r.pages, r.version))
				return PAGES_BAD;
			e->zero += r.pages;
			continue;
		}
		pages += r.pages;
		if (r.pages > PAGES_PER_MESSAGE || pages > PAGES_PER_MESSAGE || !fits(c, address, r.pages))
			return PAGES_BAD;
	}
	if (h->length != size + (c->direct ? 0 : pages * PAGE))
		return PAGES_BAD;
	if (c->direct && !read_directly(c->direct, head.run, head.runs))
		return PAGES_UNREADABLE;
	e->pages += pages;
	e->bytes += HEADER_SIZE + size + pages * PAGE;
	pages = 0;
	for (u64 i = 0; i < head.runs; i++) {
		struct run r = head.run[i];
		if (r.address & RUN_ZERO)
			continue;
		if (!c->direct && receive_part(fd, (void *)r.address, r.pages * PAGE, rest))
			return PAGES_BAD;
		for (u64 page = r.address; page < r.address + r.pages * PAGE; page += PAGE) {
			__popcorn_page_hash(page, hash);
			sum += __popcorn_page_share(pages++, hash);
			if (!__popcorn_page_learn(page, hash, r.version))
				return PAGES_BAD;
		}
	}
	return sum == h->checksum ? PAGES_GOOD : c->direct ? PAGES_UNREADABLE : PAGES_BAD;
}

int __popcorn_receive_pages(int fd, const struct header *h, struct arriving *c, struct end *e)
{
	u64 rest = h->length;
	int r = take_pages(fd, h, c, e, &rest);
	if (rest == ~0UL || (rest && __popcorn_skip_body(fd, &(struct header) { .length = rest })))
		return PAGES_BROKEN;
	return r;
}

/* Memory is compared with the table, page by page (POPCORN_PAGES=check). */
static int differs(u64 dsp)
{
	struct range r;
	u64 hash[2], known[2];
	for (u64 n = 0; __popcorn_range(n, dsp, &r); n++)
		for (u64 page = r.from; page < r.to; page += PAGE) {
			__popcorn_page_known(page, known);
			__popcorn_page_hash(page, hash);
			if (hash[0] == known[0] && hash[1] == known[1])
				continue;
			struct line l = { 0 };
			__popcorn_text(&l, "popcorn: the page at ");
			__popcorn_hex(&l, page);
			__popcorn_text(&l, " is not what the source has");
			__popcorn_put(&l, 1);
			return 1;
		}
	return 0;
}

/* After END: what did not come is zero if this is all of the program; in the regions, which are new then, it is already. */
int __popcorn_pages_arrived(const struct state *s)
{
	struct range r;
	u64 a, b, hash[2], known[2];
	for (u64 n = 0; n < 2 && !s->base && __popcorn_range(n, s->dsp, &r); n++)
		for (u64 at = r.from; __popcorn_present(at, r.to, r.anonymous, &a, &b); at = b)
			for (u64 page = a; page < b; page += PAGE) {
				__popcorn_page_known(page, known);
				if (known[0] | known[1])
					continue;
				__popcorn_page_hash(page, hash);
				if (hash[0] | hash[1])
					memset((void *)page, 0, PAGE);
			}
	__popcorn_presence_end();
	if (__popcorn_process.pages == PAGES_CHECK && differs(s->dsp))
		return 0;
	__popcorn_epoch = s->number;
	return 1;
}
