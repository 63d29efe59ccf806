/* The table of mappings at a move: what is mapped here becomes what is mapped there. Before it, mapped files become the program's own memory;
 * after it, what is mapped already keeps its contents, so that only what differs need be sent. */
#include "popcorn.h"

static int sound(const struct region *w, u64 count)
{
	for (u64 i = 0, last = DATA_STACK_LOW; i < count; last = w[i++].end)
		if (w[i].start & (PAGE - 1) || w[i].end & (PAGE - 1) || w[i].end <= w[i].start || w[i].end > ARENA_HIGH || w[i].start < last)
			return 0;
	return 1;
}

static int map_zero(u64 from, u64 to, u32 fixed, const struct region *w)
{
	const u32 flags = (w->flags & REGION_COMMON ? MAP_SHARED : MAP_PRIVATE) | MAP_ANONYMOUS | MAP_NORESERVE;
	if (from >= to)
		return 1;
	long r = fixed ? sys6(SYS_mmap, from, to - from, PROT_READ | PROT_WRITE, flags | MAP_FIXED, -1, 0) : __popcorn_map_at(from, to - from, PROT_READ | PROT_WRITE, flags, -1, 0);
	return r == (long)from;
}

/* Makes this process's mappings those of the table that came with the program, with zeroes where there was nothing; all can be read and
 * written. What is mapped already keeps its contents, unless the program comes `fresh`. */
int __popcorn_regions_adopt(const struct region *w, u64 count, int fresh)
{
	struct region *had = __popcorn_regions;
	u64 n = __popcorn_region_count, i = 0, k = 0;
	if (!sound(w, count))
		return 0;
	for (; k < n; k++) {            /* what is not wanted goes */
		u64 at = had[k].start, end = had[k].end;
		while (at < end) {
			while (i < count && w[i].end <= at)
				i++;
			u64 from = i < count && w[i].start < end ? w[i].start : end, to = i < count && w[i].end < end ? w[i].end : end;
			if (from > at)
				sys2(SYS_munmap, at, from - at);
			at = at > from ? at : from;
			if (at < to && fresh && !map_zero(at, to, 1, &w[i]))
				return 0;
			if (at < to && !fresh && (had[k].prot & (PROT_READ | PROT_WRITE)) != (PROT_READ | PROT_WRITE))
				sys3(SYS_mprotect, at, to - at, PROT_READ | PROT_WRITE);
			at = to;
		}
	}
	for (i = k = 0; i < count; i++) { /* what is not there comes */
		u64 at = w[i].start, end = w[i].end;
		while (at < end) {
			while (k < n && had[k].end <= at)
				k++;
			u64 from = k < n && had[k].start < end ? had[k].start : end;
			if (!map_zero(at, from, 0, &w[i]))
				goto failed;
			at = k < n && from < end ? had[k].end : end;
		}
	}
	return __popcorn_regions_set(w, count);
failed:                                 /* something else is there; what was mapped for the program goes again, as far as it is known */
	for (u64 g = 0; g < n; g++)
		sys2(SYS_munmap, had[g].start, had[g].end - had[g].start);
	for (u64 g = 0; g < i; g++)
		sys2(SYS_munmap, w[g].start, w[g].end - w[g].start);
	__popcorn_region_count = 0;
	return 0;
}

/* Whether a page can be read: not one behind the end of a mapped file, where the kernel would send SIGBUS. */
static int readable(u64 page)
{
	u64 now[2] = { 0, 0 };
	return sys4(SYS_futex, page, 128, 0, now) != -EFAULT;
}

/* Before the first move after a file was mapped: its pages become the program's own, so that the mapping is of the same kind on every node.
 * What lies behind the file's end becomes zero. */
int __popcorn_regions_settle(void)
{
	for (u64 i = 0; i < __popcorn_region_count; i++) {
		struct region *r = &__popcorn_regions[i];
		if (!(r->flags & REGION_FILE))
			continue;
		u64 size = r->end - r->start, copy = __popcorn_private_map(size);
		if (!copy)
			return 0;
		if (!(r->prot & PROT_READ))
			sys3(SYS_mprotect, r->start, size, r->prot | PROT_READ);
		for (u64 at = 0; at < size && readable(r->start + at); at += PAGE)
			memcpy((void *)(copy + at), (void *)(r->start + at), PAGE);
		sys3(SYS_mprotect, copy, size, r->prot);
		if (__popcorn_local(SYS_mremap, copy, size, size, MREMAP_MAYMOVE | MREMAP_FIXED, r->start, 0) != (long)r->start)
			return 0;
		r->flags ^= REGION_FILE | REGION_COPY;
	}
	return 1;
}
