/* What is known of the program's memory: for each page a hash of its contents and the number of the move at which it was last found
 * changed. The table is made of what is sent and received, so it is right for the moment of the last move in which this process took
 * part; on leaving, memory is compared with it. Only pages that have changed since the destination last held the program travel.
 *
 * By hash, because that works everywhere and for every way in which memory changes (the kernel's writing in system calls, mappings that
 * come and go, an emulator): write protection would have to know them all, and kernels differ in what they offer. A page's hash is read
 * out of the same pass over it that makes the message's checksum. It has 128 bits: a page whose change it misses would be lost.
 *
 * A page without an entry is zero, and so is one that is not mapped. Pages that the kernel has never given memory are not read, where
 * /proc/self/pagemap tells which they are. */
#include "popcorn.h"

enum { LEAF_PAGES = 512, PER_CHUNK = 16, PROBE = 16, MAP_WORDS = 4096, LEAST = 64, CLOSED = -1000 };
#define SPACE (1UL << 38)

struct leaf { u64 hash[LEAF_PAGES][2]; u32 version[LEAF_PAGES]; u32 newest, used, index, pad; };
static PRIVATE struct leaf **directory;         /* by address, of SPACE / 2 MiB */
static PRIVATE struct leaf **leaves;            /* ascending */
static PRIVATE u64 leaf_count, leaf_room, free_leaves;
static PRIVATE struct leaf *chunk;
static PRIVATE u64 digest;
static PRIVATE u64 entry[MAP_WORDS], low, high;  /* of the addresses from low to high */
static PRIVATE int pagemap = CLOSED;
static PRIVATE int pagemap_use;                 /* 0: not tried, 1: it is right, -1: it is of no use */

#define MUM(a, b) \
	do { \
		unsigned __int128 m = (unsigned __int128)(a) * (b); \
		(a) ^= (u64)m; \
		(b) ^= (u64)(m >> 64); \
	} while (0)

static int zero_page(const u64 *w)
{
	for (u64 i = 0; i < PAGE / 8; i += 8)
		if (w[i] | w[i + 1] | w[i + 2] | w[i + 3] | w[i + 4] | w[i + 5] | w[i + 6] | w[i + 7])
			return 0;
	return 1;
}

/* Four lanes of 128 bits, so that four multiplications are under way at a time. Zero is kept for the page of zeroes. */
void __popcorn_page_hash(u64 page, u64 hash[2])
{
	const u64 *w = (const u64 *)page;
	hash[0] = hash[1] = 0;
	if (zero_page(w))
		return;
	u64 a[4] = { 0x9e3779b97f4a7c15, 0xbf58476d1ce4e5b9, 0x94d049bb133111eb, 0xd6e8feb86659fd93 };
	u64 b[4] = { 0xa0761d6478bd642f, 0xe7037ed1a0b428db, 0x8ebc6af09c88c6e3, 0x589965cc75374cc3 };
	for (u64 i = 0; i < PAGE / 8; i += 8)
		for (int l = 0; l < 4; l++) {
			a[l] ^= w[i + 2 * l];
			b[l] ^= w[i + 2 * l + 1];
			MUM(a[l], b[l]);
			b[l] += 0x9e3779b97f4a7c15;
		}
	for (int l = 1; l < 4; l++) {
		a[0] = (a[0] << 23 | a[0] >> 41) ^ a[l];
		b[0] = (b[0] << 29 | b[0] >> 35) ^ b[l];
		MUM(a[0], b[0]);
	}
	MUM(a[0], b[0]);
	hash[0] = a[0] | !(a[0] | b[0]);
	hash[1] = b[0];
}

/* One page's share of a sum that has no order. */
u64 __popcorn_page_share(u64 place, const u64 hash[2])
{
	u64 a = hash[0] ^ (place + 1) * 0x9e3779b97f4a7c15UL, b = hash[1] ^ 0xbf58476d1ce4e5b9UL;
	MUM(a, b);
	return a + b;
}

static struct leaf *find(u64 page) { return directory ? directory[page / (LEAF_PAGES * PAGE)] : NULL; }

/* The first leaf that begins at or after the number's place. */
static u64 place(u64 index)
{
	u64 low = 0, high = leaf_count;
	while (low < high) {
		u64 mid = (low + high) / 2;
		if (leaves[mid]->index < index)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static struct leaf *make(u64 page)
{
	struct leaf *l = find(page);
	if (l)
		return l;
	if (!directory && !(directory = (struct leaf **)__popcorn_private_map(SPACE / (LEAF_PAGES * PAGE) * sizeof *directory)))
		return NULL;
	if (leaf_count == leaf_room) {
		u64 room = leaf_room ? leaf_room * 2 : 512;
		struct leaf **wider = (struct leaf **)__popcorn_private_map(room * sizeof *wider);
		if (!wider)
			return NULL;
		if (leaves) {
			memcpy(wider, leaves, leaf_count * sizeof *leaves);
			__popcorn_private_unmap((u64)leaves, leaf_room * sizeof *leaves);
		}
		leaves = wider;
		leaf_room = room;
	}
	if (!free_leaves) {
		if (!(chunk = (struct leaf *)__popcorn_private_map(PER_CHUNK * sizeof *chunk)))
			return NULL;
		free_leaves = PER_CHUNK;
	}
	l = &chunk[--free_leaves];
	l->index = page / (LEAF_PAGES * PAGE);
	u64 at = place(l->index);
	memmove(&leaves[at + 1], &leaves[at], (leaf_count - at) * sizeof *leaves);
	leaves[at] = l;
	leaf_count++;
	return directory[l->index] = l;
}

/* What is known of the page. */
u32 __popcorn_page_known(u64 page, u64 hash[2])
{
	struct leaf *l = find(page);
	u64 i = page / PAGE % LEAF_PAGES;
	hash[0] = l ? l->hash[i][0] : 0;
	hash[1] = l ? l->hash[i][1] : 0;
	return l ? l->version[i] : 0;
}

int __popcorn_page_learn(u64 page, const u64 hash[2], u32 version)
{
	u64 i = page / PAGE % LEAF_PAGES;
	struct leaf *l = make(page);
	if (!l)
		return 0;
	if (l->hash[i][0] | l->hash[i][1]) {
		digest -= __popcorn_page_share(page, l->hash[i]);
		l->used--;
	}
	l->hash[i][0] = hash[0];
	l->hash[i][1] = hash[1];
	if (hash[0] | hash[1]) {
		digest += __popcorn_page_share(page, hash);
		l->used++;
	}
	l->version[i] = version;
	if (version > l->newest)
		l->newest = version;
	return 1;
}

/* The next page from `page` on, below `end`, that is known to hold something or has a version above `since`; else `end`. */
u64 __popcorn_page_next(u64 page, u64 end, u32 since)
{
	for (u64 at = place(page / (LEAF_PAGES * PAGE)); at < leaf_count && page < end; at++) {
		struct leaf *l = leaves[at];
		u64 first = l->index * LEAF_PAGES * PAGE, i = page > first ? (page - first) / PAGE : 0;
		if (l->used || l->newest > since)
			for (; i < LEAF_PAGES; i++)
				if (l->hash[i][0] | l->hash[i][1] || l->version[i] > since) {
					page = first + i * PAGE;
					return page < end ? page : end;
				}
		page = first + LEAF_PAGES * PAGE;
	}
	return end;
}

void __popcorn_pages_forget(void)
{
	for (u64 i = 0; i < leaf_count; i++) {
		struct leaf *l = leaves[i];
		u32 index = l->index;
		memset(l, 0, sizeof *l);
		l->index = index;
	}
	digest = 0;
}

/* Equal on both sides when their tables are. */
u64 __popcorn_pages_digest(void) { return digest; }

extern char __bss_start[];

/* The ranges that travel, in ascending order: data, bss, then the regions (of the stack's, the used part). */
int __popcorn_range(u64 n, u64 dsp, struct range *r)
{
	u64 start = __popcorn_image.data_start, end = __popcorn_image.data_end, bss = ((u64)__bss_start + PAGE - 1) & -PAGE;
	bss = bss < start || bss > end ? end : bss;
	if (n < 2) {
		*r = n ? (struct range) { bss, end, 1, NULL } : (struct range) { start, bss, 0, NULL };
		return 1;
	}
	if (n - 2 >= __popcorn_region_count)
		return 0;
	struct region *g = &__popcorn_regions[n - 2];
	*r = (struct range) { g->flags & REGION_STACK ? dsp & -PAGE : g->start, g->end, !(g->flags & (REGION_FILE | REGION_COMMON)), g };
	return 1;
}

/* ---- Which pages the kernel has given memory ---- */

/* Whether the file says of this process's memory what it should: not so under an emulator that shifts addresses, or with larger pages. */
static int trust(int fd)
{
	u64 m = __popcorn_private_map(PROBE * PAGE);
	int good = m != 0;
	for (u64 i = 0; good && i < PROBE; i++)
		if (0x4b3a >> i & 1)
			*(volatile u8 *)(m + i * PAGE) = 1;
	good = good && sys4(SYS_pread64, fd, entry, PROBE * 8, m / PAGE * 8) == PROBE * 8;
	for (u64 i = 0; good && i < PROBE; i++)
		good = (entry[i] >> 62 != 0) == (0x4b3a >> i & 1);
	if (m)
		__popcorn_private_unmap(m, PROBE * PAGE);
	return good;
}

static int open_pagemap(void)
{
	if (pagemap_use < 0)
		return 0;
	if (pagemap == CLOSED) {
		pagemap = sys4(SYS_openat, AT_FDCWD, "/proc/self/pagemap", O_CLOEXEC, 0);
		if (pagemap >= 0 && !pagemap_use)
			pagemap_use = trust(pagemap) ? 1 : -1;
	}
	return pagemap >= 0 && pagemap_use > 0;
}

/* The next run of pages in [at, end) that may hold something; 0: there is none. Ranges that are short, or not anonymous, are taken
 * whole. */
int __popcorn_present(u64 at, u64 end, int anonymous, u64 *from, u64 *to)
{
	*from = at;
	*to = end;
	if (at >= end)
		return 0;
	if (!anonymous || ((at < low || at >= high) && end - at < LEAST * PAGE) || !open_pagemap())
		return 1;
	int found = 0;
	for (; at < end; at += PAGE) {
		if (at < low || at >= high) {
			u64 n = (end - at) / PAGE < MAP_WORDS ? (end - at) / PAGE : MAP_WORDS;
			long got = sys4(SYS_pread64, pagemap, entry, n * 8, at / PAGE * 8);
			if (got < 8) {          /* take the rest whole */
				if (!found)
					*from = at;
				return 1;
			}
			low = at;
			high = at + got / 8 * PAGE;
		}
		int here = entry[(at - low) / PAGE] >> 62 != 0;
		if (here && !found)
			*from = at;
		else if (!here && found) {
			*to = at;
			return 1;
		}
		found |= here;
	}
	return found;
}

/* What was read of the file holds only while nothing of the program runs and no mapping changes. */
void __popcorn_presence_end(void)
{
	if (pagemap >= 0)
		sys1(SYS_close, pagemap);
	pagemap = CLOSED;
	low = high = 0;
}
