/* Messages between home and a node (docs/wire-format.md): a header with type, length and checksum, then the payload. Every function
 * returns 0 when all is well; an error means that the connection is of no more use. */
#include "popcorn.h"

static u64 mix(u64 w, u64 offset)
{
	w = (w ^ (offset + 1) * 0x9e3779b97f4a7c15UL) * 0xbf58476d1ce4e5b9UL;
	return (w ^ w >> 32) * 0x94d049bb133111ebUL;
}

/* The sum over 8-byte words of a mix of the word and its offset, so that the parts of a message can be added one by one. All parts but
 * the last are multiples of 8 bytes; the tail is padded with zeroes. Against accidents, not against an attacker. */
u64 __popcorn_checksum(u64 sum, u64 offset, const void *data, u64 size)
{
	const u8 *p = data;
	u64 w;
	for (; size >= 8; p += 8, offset += 8, size -= 8) {
		memcpy(&w, p, 8);
		sum += mix(w, offset);
	}
	if (size) {
		w = 0;
		memcpy(&w, p, size);
		sum += mix(w, offset);
	}
	return sum;
}

/* The header's own check: with a wrong length both ends would wait for each other. */
static u32 check_of(struct header h)
{
	h.check = 0;
	u64 sum = __popcorn_checksum(0, 0, &h, sizeof h);
	return sum ^ sum >> 32;
}

void __popcorn_seal(struct header *h) { h->check = check_of(*h); }

int __popcorn_write(int fd, const void *data, u64 size)
{
	const u8 *p = data;
	i64 spoiled = __popcorn_spoiled(size);
	if (spoiled >= 0) {             /* (fault.c) */
		u8 wrong = p[spoiled] ^ 1;
		if (__popcorn_write(fd, p, spoiled) || __popcorn_write(fd, &wrong, 1))
			return -1;
		p += spoiled + 1;
		size -= spoiled + 1;
	}
	while (size) {
		long n = sys6(SYS_sendto, fd, p, size, MSG_NOSIGNAL, NULL, 0);
		if (n == -EINTR)
			continue;
		if (n <= 0)
			return -1;
		p += n;
		size -= n;
	}
	return 0;
}

/* Many pieces with few system calls. The array is used up. */
int __popcorn_write_parts(int fd, struct part *part, u64 count)
{
	i64 spoiled = __popcorn_spoiled(part->size); /* (fault.c) of the first piece, which is the runtime's own */
	if (spoiled >= 0)
		((u8 *)part->data)[spoiled] ^= 1;
	while (count) {
		if (!part->size) {
			part++, count--;
			continue;
		}
		struct { void *name; u64 name_length; struct part *parts; u64 count; void *control; u64 control_length, flags; } m = { NULL, 0, part, count, NULL, 0, 0 };
		long n = sys3(SYS_sendmsg, fd, &m, MSG_NOSIGNAL);
		if (n == -EINTR)
			continue;
		if (n <= 0)
			return -1;
		for (; count && (u64)n >= part->size; part++, count--)
			n -= part->size;
		if (count) {
			part->data = (const u8 *)part->data + n;
			part->size -= n;
		}
	}
	return 0;
}

int __popcorn_read(int fd, void *data, u64 size)
{
	u8 *p = data, *spoiled = NULL;
	i64 place = __popcorn_spoiled(size);
	if (place >= 0)
		spoiled = p + place;
	while (size) {
		long n = sys3(SYS_read, fd, p, size);
		if (n == -EINTR)
			continue;
		if (n <= 0)
			return -1;
		p += n;
		size -= n;
	}
	if (spoiled)
		*spoiled ^= 1;
	return 0;
}

int __popcorn_send2(int fd, u32 type, const void *a, u64 na, const void *b, u64 nb)
{
	struct { struct header h; u8 small[1000]; } m;
	__popcorn_step(fd);
	m.h = (struct header) { type, 0, na + nb, 0 };
	m.h.checksum = __popcorn_checksum(__popcorn_checksum(0, 0, a, na), na, b, nb);
	__popcorn_seal(&m.h);
	if (na + nb <= sizeof m.small) {
		memcpy(m.small, a, na);
		if (nb)
			memcpy(m.small + na, b, nb);
		return __popcorn_write(fd, &m, HEADER_SIZE + na + nb);
	}
	return __popcorn_write(fd, &m.h, HEADER_SIZE) || __popcorn_write(fd, a, na) || __popcorn_write(fd, b, nb) ? -1 : 0;
}

int __popcorn_send(int fd, u32 type, const void *payload, u64 length)
{
	return __popcorn_send2(fd, type, payload, length, "", 0);
}

int __popcorn_receive_header(int fd, struct header *h)
{
	__popcorn_step(fd);
	return __popcorn_read(fd, h, HEADER_SIZE) || !h->type || h->type > MSG_LAST || h->check != check_of(*h) || h->length > 1UL << 40 ? -1 : 0;
}

int __popcorn_receive_body(int fd, const struct header *h, struct buffer *b)
{
	b->size = 0;
	if (!__popcorn_reserve(b, h->length + 16) || __popcorn_read(fd, b->data, h->length))
		return -1;
	b->size = h->length;
	return __popcorn_checksum(0, 0, b->data, b->size) == h->checksum ? 0 : -1;
}

/* The body of a message nobody wants: a reason, read to keep the stream in step. */
int __popcorn_skip_body(int fd, const struct header *h)
{
	u8 b[256];
	for (u64 left = h->length; left;) {
		u64 n = left < sizeof b ? left : sizeof b;
		if (__popcorn_read(fd, b, n))
			return -1;
		left -= n;
	}
	return 0;
}

int __popcorn_refused(int fd, const char *why)
{
	return __popcorn_send(fd, MSG_REFUSED, why, __popcorn_length(why));
}
