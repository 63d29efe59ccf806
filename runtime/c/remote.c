/* A system call of a program away from home. The node packs what the call reads into an image with relocations and says which parts of
 * the image it wants back; home puts the image somewhere, adds its address to the relocated words, makes the call and answers. What is
 * read and written follows from the table in syscalls.h, on the node's side only: home needs to know nothing about a call. */
#include "popcorn.h"

enum { ITEMS = 24, LARGE = 1 << 20 };
enum { IN = 1, OUT = 2 };
#define IN_IMAGE (1UL << 63)

struct item { u8 *memory; u64 length, where, unit; int how; }; /* where: an argument, or IN_IMAGE | offset of the word that points here */
struct call { u64 nr, arguments[ARGUMENTS], image, room, relocations, outs, signals; };
struct out { u64 offset, length, unit; };

static PRIVATE struct buffer message, reply, scratch;

struct packing {
	struct item items[ITEMS];
	u64 count, relocation[2 * ITEMS + 4], relocations, image;
	int failed;
};

static void item(struct packing *k, u64 where, void *memory, u64 length, int how, u64 unit)
{
	if (!memory)
		return;
	if (k->count == ITEMS || length > 1UL << 32) {
		k->failed = 1;
		return;
	}
	k->items[k->count++] = (struct item) { memory, length, where, unit, how };
}

struct vector { u8 *base; u64 length; };
struct msghdr { void *name; u32 name_length, pad; struct vector *vectors; int count, pad2; void *control; u64 control_length; int flags, pad3; };

static u64 total(const struct vector *v, u64 n)
{
	u64 t = 0;
	for (u64 i = 0; i < n; i++)
		t += v[i].length;
	return t;
}

/* Many buffers become one on the way: `scratch` holds what is written, or receives what is read. */
static u8 *gather(struct packing *k, const struct vector *v, u64 n, int write)
{
	u64 t = total(v, n), at = 0;
	if (n > 1024 || t > 1UL << 31 || !__popcorn_reserve(&scratch, t + 8)) {
		k->failed = 1;
		return NULL;
	}
	for (u64 i = 0; write && i < n; at += v[i++].length)
		memcpy(scratch.data + at, v[i].base, v[i].length);
	return scratch.data;
}

static void scatter(const struct vector *v, u64 n, u64 size)
{
	u64 at = 0;
	for (u64 i = 0; i < n && at < size; i++) {
		u64 m = v[i].length < size - at ? v[i].length : size - at;
		memcpy(v[i].base, scratch.data + at, m);
		at += m;
	}
}

struct request { u32 code; u16 size; u8 how; };
static const struct request ioctls[] = { { 0x5401, 36, OUT }, { 0x5402, 36, IN }, { 0x5403, 36, IN }, { 0x5404, 36, IN }, { 0x540f, 4, OUT },
	{ 0x5410, 4, IN }, { 0x5411, 4, OUT }, { 0x5413, 8, OUT }, { 0x5414, 8, IN }, { 0x541b, 4, OUT }, { 0x5421, 4, IN }, { 0x5429, 4, OUT },
	{ 0x5452, 4, IN }, { 0x8905, 4, OUT }, { 0x8912, 16, IN | OUT } };

static void pack_ioctl(struct packing *k, long *a)
{
	u32 code = a[1];
	for (u64 i = 0; i < sizeof ioctls / sizeof *ioctls; i++)
		if (ioctls[i].code == code) {
			item(k, 2, (void *)a[2], ioctls[i].size, ioctls[i].how, 0);
			return;
		}
	if (code >> 8 == 0x89)          /* SIOC*: struct ifreq */
		item(k, 2, (void *)a[2], 40, IN | OUT, 0);
	else if (code >> 30 && code >> 8 != 0x54)
		item(k, 2, (void *)a[2], code >> 16 & 0x3fff, code >> 30 == 1 ? IN : IN | OUT, 0);
}

static void pack_fcntl(struct packing *k, long *a)
{
	static const struct request commands[] = { { 5, 32, IN | OUT }, { 6, 32, IN }, { 7, 32, IN }, { 15, 8, IN }, { 16, 8, OUT }, { 36, 32, IN | OUT },
		{ 37, 32, IN }, { 38, 32, IN } };
	for (u64 i = 0; i < sizeof commands / sizeof *commands; i++)
		if (commands[i].code == (u32)a[1])
			item(k, 2, (void *)a[2], commands[i].size, commands[i].how, 0);
}

static void pack_semctl(struct packing *k, long *a)
{
	u32 command = a[2] & 0xff;
	if (command == 1)
		item(k, 3, (void *)a[3], 88, IN, 0);
	else if (command == 2 || command == 18)
		item(k, 3, (void *)a[3], 88, OUT, 0);
	else if (command == 13 || command == 17 || command == 3 || command == 19) /* GETALL SETALL IPC_INFO SEM_INFO */
		k->failed = 1;
}

/* A structure of which the image gets a copy with some words changed. It must stay until the message is made. */
struct changed { struct vector vector; struct msghdr header; u64 pair[2]; u64 strings[2][256]; };

static void pack_strings(struct packing *k, int argument, char **from, u64 *words, struct buffer *text)
{
	u64 n = 0;
	if (!from)
		return;
	for (; from[n]; n++) {
		u64 length = __popcorn_length(from[n]) + 1;
		if (n == 255 || !__popcorn_reserve(text, text->size + length)) {
			k->failed = 1;
			return;
		}
		memcpy(text->data + text->size, from[n], length);
		words[n] = text->size;
		text->size += length;
	}
	words[n] = ~0UL;
	item(k, argument, words, (n + 1) * 8, IN, 0);
}

static int packs(struct packing *k, const char *spec, long *a, struct changed *c)
{
	u64 text = ~0UL;
	for (int i = 0; *spec; i++) {
		char kind = *spec++;
		u64 n = 0;
		for (; *spec >= '0' && *spec <= '9'; spec++)
			n = n * 10 + (*spec - '0');
		if (*spec == ' ')
			spec++;
		void *p = (void *)a[i];
		u64 by = n < ARGUMENTS ? a[n] : 0;
		switch (kind) {
		case 's': item(k, i, p, p ? __popcorn_length(p) + 1 : 0, IN, 0); break;
		case '<': item(k, i, p, n, IN, 0); break;
		case '>': item(k, i, p, n, OUT, 0); break;
		case '=': item(k, i, p, n, IN | OUT, 0); break;
		case 'S': item(k, i, p, 128, OUT, 0); break;
		case 'I': item(k, i, p, by, IN, 0); break;
		case 'R': item(k, i, p, by, OUT, 1); break;
		case 'G': item(k, i, p, by * 4, OUT, 4); break;
		case 'J': item(k, i, p, by * 4, IN, 0); break;
		case 'K': item(k, i, p, by * 6, IN, 0); break;
		case 'M': item(k, i, p, by + 8, IN | OUT, 0); break;
		case 'N': item(k, i, p, by + 8, IN, 0); break;
		case 'E': item(k, i, p, by * 16, OUT, 16); break;
		case 'e': item(k, i, p, 16, IN, 0); break;
		case 'A': item(k, i, p, by * 8, IN | OUT, 0); break;
		case 'F': item(k, i, p, (by + 63) / 64 * 8, IN | OUT, 0); break;
		case 'a': item(k, i, p, by ? *(u32 *)by : 0, IN | OUT, 0); break;
		case 'c': pack_fcntl(k, a); break;
		case 't': pack_ioctl(k, a); break;
		case 'y': pack_semctl(k, a); break;
		case 'p':
			if (p) {
				memcpy(c->pair, p, 16);
				item(k, i, c->pair, 16, IN, 0);
				item(k, IN_IMAGE | (k->count - 1) << 32, (void *)c->pair[0], 8, IN, 0);
			}
			break;
		case 'v': case 'w':
			c->vector = (struct vector) { gather(k, p, a[i + 1], kind == 'w'), total(p, a[i + 1]) };
			a[i + 1] = 1;
			item(k, i, &c->vector, 16, IN, 0);
			item(k, IN_IMAGE | (k->count - 1) << 32, c->vector.base, c->vector.length, kind == 'w' ? IN : OUT, 1);
			break;
		case 'm': case 'n': {
			u64 at = k->count;
			int how = kind == 'm' ? IN : IN | OUT;
			if (!p)
				break;
			c->header = *(struct msghdr *)p;
			c->vector = (struct vector) { gather(k, c->header.vectors, c->header.count, kind == 'm'), total(c->header.vectors, c->header.count) };
			c->header.count = 1;
			item(k, i, &c->header, sizeof c->header, how, 0);
			item(k, IN_IMAGE | at << 32, c->header.name, c->header.name_length, how, 0);
			item(k, IN_IMAGE | at << 32 | 32, c->header.control, c->header.control_length, how, 0);
			item(k, IN_IMAGE | at << 32 | 16, &c->vector, 16, IN, 0);
			item(k, IN_IMAGE | (k->count - 1) << 32, c->vector.base, c->vector.length, kind == 'm' ? IN : OUT, 1);
			break;
		}
		case 'V':
			if (text == ~0UL) {
				scratch.size = 0;
				text = 0;
			}
			pack_strings(k, i, p, c->strings[i & 1], &scratch);
			break;
		}
	}
	if (text != ~0UL)               /* what the words of the vectors point into; see lay_out */
		item(k, ~0UL, scratch.data, scratch.size, IN, 0);
	return !k->failed;
}

/* Puts the items into the message: what is sent first, then the room for what only comes back. */
static int lay_out(struct packing *k, long nr, const long *a, u64 signals)
{
	u64 offset[ITEMS], at = 0, sent, outs = 0, relocation[2 * ITEMS + 2 * 256], relocations = 0;
	for (int how = IN; how >= 0; how--) {
		for (u64 i = 0; i < k->count; i++)
			if ((k->items[i].how & IN) == how) {
				offset[i] = at;
				at += (k->items[i].length + 15) & -16UL;
			}
		if (how)
			sent = at;
	}
	u64 text = k->count && k->items[k->count - 1].where == ~0UL ? offset[k->count - 1] : ~0UL;
	struct call *c;
	u64 head = sizeof *c + sizeof relocation + ITEMS * sizeof(struct out);
	if (!__popcorn_reserve(&message, head + sent + 16))
		return 0;
	u8 *image = message.data + head;
	memset(image, 0, sent);
	for (u64 i = 0; i < k->count; i++)
		if (k->items[i].how & IN)
			memcpy(image + offset[i], k->items[i].memory, k->items[i].length);
	c = (struct call *)message.data;
	*c = (struct call) { .nr = nr, .image = sent, .room = at - sent, .signals = signals };
	memcpy(c->arguments, a, sizeof c->arguments);
	for (u64 i = 0; i < k->count; i++) {
		u64 w = k->items[i].where;
		if (w < ARGUMENTS) {
			c->arguments[w] = offset[i];
			relocation[relocations++] = w;
		} else if (w != ~0UL) {
			u64 word = offset[w >> 32 & 0x7fffffff] + (u32)w;
			memcpy(image + word, &offset[i], 8);
			relocation[relocations++] = IN_IMAGE | word;
		}
		if (text != ~0UL && i + 1 < k->count && k->items[i].how == IN && k->items[i].where < ARGUMENTS && !(k->items[i].length & 7)
			&& k->items[i].length <= 2048 && *(u64 *)(k->items[i].memory + k->items[i].length - 8) == ~0UL) /* a vector of strings */
			for (u64 n = k->items[i].length / 8, s = 0; s < n; s++) {
				u64 *word = (u64 *)(image + offset[i]) + s;
				if (s + 1 == n) {
					*word = 0;
					break;
				}
				*word += text;
				relocation[relocations++] = IN_IMAGE | (offset[i] + 8 * s);
			}
	}
	c->relocations = relocations;
	u8 *p = message.data + sizeof *c;
	memcpy(p, relocation, relocations * 8);
	p += relocations * 8;
	for (u64 i = 0; i < k->count; i++)
		if (k->items[i].how & OUT) {
			struct out o = { offset[i], k->items[i].length, k->items[i].unit };
			memcpy(p, &o, sizeof o);
			p += sizeof o;
			outs++;
		}
	c->outs = outs;
	memmove(p, image, sent);
	message.size = p + sent - message.data;
	return 1;
}

static u64 returned(u64 length, u64 unit, i64 result)
{
	if (!unit)
		return length;
	if (result <= 0)
		return 0;
	return (u64)result * unit < length ? (u64)result * unit : length;
}

static long once(long nr, const char *spec, const long *arguments, u64 signals)
{
	struct process *p = &__popcorn_process;
	struct packing k;
	struct changed c;
	struct header h;
	long a[ARGUMENTS];
	memcpy(a, arguments, sizeof a);
	k.count = k.failed = 0;
	if (!packs(&k, spec, a, &c) || !lay_out(&k, nr, a, signals))
		return k.failed ? -ENOSYS : -ENOMEM;
	int fd = p->main_fd[0];
	if (__popcorn_send(fd, MSG_CALL, message.data, message.size) || __popcorn_receive_header(fd, &h) || h.type != MSG_REPLY
		|| __popcorn_receive_body(fd, &h, &reply) || reply.size < 8)
		sys1(SYS_exit_group, 1);
	i64 result = *(i64 *)reply.data;
	u64 at = 8;
	for (u64 i = 0; i < k.count; i++)
		if (k.items[i].how & OUT) {
			u64 n = returned(k.items[i].length, k.items[i].unit, result);
			if (at + n > reply.size)
				sys1(SYS_exit_group, 1);
			memcpy(k.items[i].memory, reply.data + at, n);
			at += n;
		}
	if (result > 0 && (nr == SYS_readv || nr == SYS_preadv || nr == SYS_preadv2))
		scatter((void *)arguments[1], arguments[2], result);
	if (result >= 0 && nr == SYS_recvmsg) {
		struct msghdr *m = (void *)arguments[1];
		scatter(m->vectors, m->count, result);
		m->name_length = c.header.name_length;
		m->control_length = c.header.control_length;
		m->flags = c.header.flags;
	}
	return result;
}

/* The mask a call waits under, where it has one: what arrives meanwhile is delivered under it too. */
static const u64 *waits_under(long nr, const long *a)
{
	if (nr == SYS_pselect6)
		return a[5] ? (const u64 *)*(u64 *)a[5] : NULL;
	return nr == SYS_ppoll ? (void *)a[3] : nr == SYS_epoll_pwait ? (void *)a[4] : nr == SYS_epoll_pwait2 ? (void *)a[4]
		: nr == SYS_rt_sigsuspend ? (void *)a[0] : NULL;
}

long __popcorn_remote(long nr, long *a)
{
	struct process *p = &__popcorn_process;
	const char *spec = __popcorn_arguments(nr);
	int flags = __popcorn_call_flags(nr);
	long r = -ENOSYS;
	if (spec && !(flags & CALL_HOME)) {
		for (;;) {
			const u64 *mask = waits_under(nr, a);
			u64 before = __popcorn_delivered, old = __popcorn_state.mask;
			p->busy++;
			/* What has come before the call runs its handler before it; home knows by the number whether more is on the way. */
			u64 signals = __popcorn_signals_taken();
			if (p->busy == 1 && __popcorn_deliverable(mask ? *mask : old))
				r = mask ? -EINTR : -NOT_MADE;
			else
				r = once(nr, spec, a, signals);
			if (r == -EINTR || r == -NOT_MADE)
				__popcorn_take_signals();
			p->busy--;
			int restart = 1;
			if (mask)
				__popcorn_state.mask = *mask;
			if (!p->busy)
				__popcorn_deliver(&restart);
			if (mask)
				__popcorn_state.mask = old;
			if (r == -NOT_MADE)
				continue;
			if (r != -EINTR || p->busy || (__popcorn_delivered != before && !(flags & CALL_RESTART && restart)))
				break;
		}
	}
	if (r == -ENOSYS) {
		struct line l = { 0 };
		__popcorn_text(&l, "popcorn: ");
		__popcorn_text(&l, __popcorn_call_name(nr));
		__popcorn_text(&l, ": cannot be made away from home; it fails with ENOSYS");
		__popcorn_put(&l, 0);
	}
	return r;
}

/* ---- Home's side ---- */

static int mine(long fd)
{
	struct process *p = &__popcorn_process;
	int found = fd == p->control || fd == p->log_fd;
	for (int i = 0; i < MAX_NODES; i++)
		found |= fd == p->main_fd[i] || fd == p->life_fd[i];
	return found && fd >= 0;
}

int __popcorn_serve_call(int fd, const struct header *h)
{
	struct process *p = &__popcorn_process;
	if (__popcorn_receive_body(fd, h, &message) || message.size < sizeof(struct call))
		return -1;
	struct call *c = (struct call *)message.data;
	u64 left = message.size - sizeof *c;
	u64 *relocation = (u64 *)(c + 1);
	struct out *outs = (struct out *)(relocation + c->relocations);
	if (c->relocations > left / 8 || c->outs > ITEMS || c->relocations * 8 + c->outs * sizeof *outs > left
		|| left != c->relocations * 8 + c->outs * sizeof *outs + c->image || c->room > 1UL << 33)
		return -1;
	/* Much room is memory of its own: the kernel gives pages for what is read, not for what was asked. */
	struct buffer large = { 0 }, *area = c->room > LARGE ? &large : &scratch;
	if (!__popcorn_reserve(area, c->image + c->room + 16))
		return -1;
	u64 base = (u64)area->data, size = c->image + c->room, back = 8;
	memcpy(area->data, outs + c->outs, c->image);
	if (area == &scratch)
		memset(scratch.data + c->image, 0, c->room);
	for (u64 i = 0; i < c->outs; i++)
		if (outs[i].offset > size || outs[i].length > size - outs[i].offset)
			return -1;
	for (u64 i = 0; i < c->relocations; i++) {
		u64 r = relocation[i], word = r & ~IN_IMAGE;
		if (r < ARGUMENTS)
			c->arguments[r] += base;
		else if (r & IN_IMAGE && word + 8 <= c->image)
			*(u64 *)(base + word) += base;
		else
			return -1;
	}
	u64 *a = c->arguments;
	long result;
	if ((c->nr == SYS_close && mine(a[0])) || (c->nr == SYS_dup3 && mine(a[1])))
		result = -EBADF;
	else if (c->signals != p->signals_sent[p->peer])
		result = -NOT_MADE;
	else {
		p->forwarded = 0;
		__popcorn_window(1);
		p->serving = 1;
		result = __popcorn_local(c->nr, a[0], a[1], a[2], a[3], a[4], a[5]);
		p->serving = 0;
		__popcorn_window(0);
	}
	for (u64 i = 0; i < c->outs; i++)
		back += outs[i].length;
	if (!__popcorn_reserve(&reply, back))
		return -1;
	*(i64 *)reply.data = result;
	u64 at = 8;
	for (u64 i = 0; i < c->outs; i++) {
		u64 n = returned(outs[i].length, outs[i].unit, result);
		memcpy(reply.data + at, (u8 *)base + outs[i].offset, n);
		at += n;
	}
	if (large.data)
		__popcorn_private_unmap(base, large.capacity);
	return __popcorn_send(fd, MSG_REPLY, reply.data, at);
}
