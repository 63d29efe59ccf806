/* Memory of the program: every mapping it asks for lies in an arena at an address the runtime chose, so that it can have the same
 * address on every node. A sorted table says what there is; it is part of a move. Each process keeps its own table of what is mapped
 * in it, and on arrival makes that equal to the one that came.
 *
 * A mapping starts at a multiple of 64 KiB (the largest page of AArch64's kernels) and is asked for at its address with
 * MAP_FIXED_NOREPLACE; an emulator that does not know the flag takes the address as a hint, which is checked. */
#include "popcorn.h"

PRIVATE struct region *__popcorn_regions;
PRIVATE u64 __popcorn_region_count;
static PRIVATE u64 capacity;
static PRIVATE u64 hint;

/* Held by whoever uses the table while there are several threads, with all signals blocked, since a handler may want memory too. */
static PRIVATE int lock;
enum { FUTEX_WAIT_PRIVATE = 128, FUTEX_WAKE_PRIVATE = 129 };

/* By the kernel's own numbers: the thread-local block of a thread that ends, which __popcorn_local may look at, is gone. */
static void futex(int operation, long value)
{
	__popcorn_kernel(__popcorn_isa() == ISA_AARCH64 ? SYS_futex : 202, (long)&lock, operation, value, 0, 0, 0);
}

static void take(void)
{
	int was = 0;
	if (__atomic_compare_exchange_n(&lock, &was, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST))
		return;
	while (__atomic_exchange_n(&lock, 2, __ATOMIC_SEQ_CST))
		futex(FUTEX_WAIT_PRIVATE, 2);
}

static void give(void)
{
	if (__atomic_exchange_n(&lock, 0, __ATOMIC_SEQ_CST) == 2)
		futex(FUTEX_WAKE_PRIVATE, 1);
}

/* *mask is what to restore, or all ones when nothing was locked. */
void __popcorn_regions_lock(u64 *mask)
{
	u64 all = ~0UL;
	*mask = all;
	if (__popcorn_process.threads == 1)
		return;
	sys4(SYS_rt_sigprocmask, SIG_SETMASK, &all, mask, 8);
	take();
}

/* In a child made by fork there is no other thread, and nobody to wake. */
void __popcorn_regions_unlock(const u64 *mask, int child)
{
	if (*mask == ~0UL)
		return;
	if (child)
		lock = 0;
	else
		give();
	sys4(SYS_rt_sigprocmask, SIG_SETMASK, mask, NULL, 8);
}

static u64 page_up(u64 v) { return (v + PAGE - 1) & -PAGE; }
static u64 granule_up(u64 v) { return (v + GRANULE - 1) & -GRANULE; }

u64 __popcorn_private_map(u64 size)
{
	long r = sys6(SYS_mmap, 0, page_up(size), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	return (u64)r > -PAGE ? 0 : r;
}

void __popcorn_private_unmap(u64 address, u64 size)
{
	sys2(SYS_munmap, address, page_up(size));
}

int __popcorn_reserve(struct buffer *b, u64 wanted)
{
	if (wanted <= b->capacity)
		return 1;
	if (wanted > 1UL << 40)
		return 0;
	u64 size = b->capacity ? b->capacity : 16 * PAGE;
	while (size < wanted)
		size *= 2;
	u64 m = __popcorn_private_map(size);
	if (!m)
		return 0;
	if (b->data) {
		memcpy((void *)m, b->data, b->size);
		__popcorn_private_unmap((u64)b->data, b->capacity);
	}
	b->data = (u8 *)m;
	b->capacity = size;
	return 1;
}

static int more(void)
{
	if (__popcorn_region_count + 2 <= capacity)
		return 1;
	u64 n = capacity ? capacity * 2 : 1024;
	struct region *r = (struct region *)__popcorn_private_map(n * sizeof *r);
	if (!r)
		return 0;
	if (capacity) {
		memcpy(r, __popcorn_regions, __popcorn_region_count * sizeof *r);
		__popcorn_private_unmap((u64)__popcorn_regions, capacity * sizeof *r);
	}
	__popcorn_regions = r;
	capacity = n;
	return 1;
}

/* The first region that ends above addr. */
static u64 first(u64 addr)
{
	u64 low = 0, high = __popcorn_region_count;
	while (low < high) {
		u64 mid = (low + high) / 2;
		if (__popcorn_regions[mid].end <= addr)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static void insert(u64 at, struct region r)
{
	memmove(&__popcorn_regions[at + 1], &__popcorn_regions[at], (__popcorn_region_count - at) * sizeof r);
	__popcorn_regions[at] = r;
	__popcorn_region_count++;
}

static void remove(u64 at, u64 n)
{
	memmove(&__popcorn_regions[at], &__popcorn_regions[at + n], (__popcorn_region_count - at - n) * sizeof *__popcorn_regions);
	__popcorn_region_count -= n;
}

/* Splits the table so that no region crosses addr. The room was made before. */
static void split(u64 addr)
{
	u64 i = first(addr);
	if (i == __popcorn_region_count || __popcorn_regions[i].start >= addr)
		return;
	struct region r = __popcorn_regions[i];
	__popcorn_regions[i].end = addr;
	r.start = addr;
	insert(i + 1, r);
}

static int forget(u64 start, u64 end)
{
	if (!more())
		return 0;
	split(start);
	split(end);
	u64 i = first(start), n = 0;
	while (i + n < __popcorn_region_count && __popcorn_regions[i + n].start < end)
		n++;
	if (n) {
		remove(i, n);
		if (start < hint)
			hint = start;
	}
	return 1;
}

static u64 gap(u64 len)
{
	u64 at = granule_up(hint < ARENA_LOW ? ARENA_LOW : hint);
	for (u64 i = first(at); i < __popcorn_region_count; i++) {
		if (__popcorn_regions[i].start >= at + len)
			break;
		at = granule_up(__popcorn_regions[i].end);
	}
	return at + len <= ARENA_HIGH && at + len > at ? at : 0;
}

long __popcorn_map_at(u64 addr, u64 len, u32 prot, u32 flags, int fd, i64 off)
{
	long r = sys6(SYS_mmap, addr, len, prot, (flags & ~MAP_FIXED) | MAP_FIXED_NOREPLACE, fd, off);
	if ((u64)r > -PAGE || (u64)r == addr)
		return r;
	sys2(SYS_munmap, r, len);
	return -EEXIST;
}

u64 __popcorn_region_new(u64 address, u64 size, u32 prot, u32 flags)
{
	size = granule_up(size);
	if (!more())
		return 0;
	if (!address)
		address = gap(size);
	if (!address || __popcorn_map_at(address, size, prot, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) != (long)address)
		return 0;
	insert(first(address), (struct region) { address, address + size, prot, flags });
	return address;
}

/* The whole table anew. */
int __popcorn_regions_set(const struct region *w, u64 count)
{
	__popcorn_region_count = 0;
	while (capacity < count + 2)
		if (!(__popcorn_region_count = capacity, more()))
			return 0;
	memcpy(__popcorn_regions, w, count * sizeof *w);
	__popcorn_region_count = count;
	hint = ARENA_LOW;
	return 1;
}

/* Away from home a file's contents come by reading it there. The mapping is private, so a copy is what the program asked for. */
static int fill_from_home(u64 addr, u64 len, int fd, i64 off)
{
	while (len) {
		u64 n = len < (1 << 20) ? len : 1 << 20;
		long a[ARGUMENTS] = { fd, addr, n, off };
		long r = __popcorn_remote(SYS_pread64, a);
		if (r < 0)
			return 0;
		if (!r)
			break;
		addr += r;
		off += r;
		len -= r;
	}
	return 1;
}

static long mmap(u64 addr, u64 len, u32 prot, u32 flags, int fd, i64 off)
{
	struct process *p = &__popcorn_process;
	if (!len || addr & (PAGE - 1) & -(u64)!!(flags & MAP_FIXED) || off & (PAGE - 1))
		return -EINVAL;
	if (len > ARENA_HIGH)
		return -ENOMEM;
	len = page_up(len);
	int anonymous = !!(flags & MAP_ANONYMOUS), shared = (flags & MAP_TYPE) != MAP_PRIVATE;
	if (shared && !anonymous && !p->home)
		return -EINVAL;
	if (!more())
		return -ENOMEM;
	flags &= ~(u32)(0x40 | 0x100 | MAP_FIXED_NOREPLACE); /* MAP_32BIT, MAP_GROWSDOWN: addresses are the runtime's */
	u32 kind = anonymous ? (shared ? REGION_COMMON : 0) : shared ? REGION_SHARED : p->home ? REGION_FILE : REGION_COPY;
	if (flags & MAP_FIXED) {
		if (addr < ARENA_LOW || addr + len > ARENA_HIGH)
			return -ENOMEM;
		u64 i = first(addr);
		if (i < __popcorn_region_count && __popcorn_regions[i].start < addr + len) {
			sys2(SYS_munmap, addr, len);
			forget(addr, addr + len);
		}
	} else if (!(addr = gap(len)))
		return -ENOMEM;
	int copy = !anonymous && !p->home;
	long r = copy ? __popcorn_map_at(addr, len, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) : __popcorn_map_at(addr, len, prot, flags, fd, off);
	if (r < 0 && (u64)r > -PAGE)
		return r;
	if (copy) {
		if (!fill_from_home(addr, len, fd, off)) {
			sys2(SYS_munmap, addr, len);
			return -EBADF;
		}
		sys3(SYS_mprotect, addr, len, prot);
	}
	if (!(flags & MAP_FIXED))
		hint = addr + len;
	insert(first(addr), (struct region) { addr, addr + len, prot, kind });
	return addr;
}

static long munmap(u64 addr, u64 len)
{
	if (addr & (PAGE - 1) || !len)
		return -EINVAL;
	len = page_up(len);
	if (addr < ARENA_LOW || addr + len > ARENA_HIGH || addr + len < addr)
		return -EINVAL;
	long r = sys2(SYS_munmap, addr, len);
	if (!r && !forget(addr, addr + len))
		return -ENOMEM;
	return r;
}

static long mprotect(u64 addr, u64 len, u32 prot)
{
	if (addr & (PAGE - 1))
		return -EINVAL;
	len = page_up(len);
	long r = sys3(SYS_mprotect, addr, len, prot);
	if (r || !len || addr + len <= ARENA_LOW)
		return r;
	if (!more())
		return -ENOMEM;
	split(addr);
	split(addr + len);
	u64 i = first(addr);
	for (; i < __popcorn_region_count && __popcorn_regions[i].start < addr + len; i++)
		__popcorn_regions[i].prot = prot;
	/* Join equal neighbours again: an allocator that opens its heap page by page would otherwise fill the table. */
	u64 k = first(addr - 1), w = k;
	for (u64 e = i < __popcorn_region_count ? i + 1 : i; k < e; k++) {
		struct region *last = &__popcorn_regions[w], *r = &__popcorn_regions[k];
		if (k == w)
			continue;
		if (last->end == r->start && last->prot == r->prot && last->flags == r->flags)
			last->end = r->end;
		else
			__popcorn_regions[++w] = *r;
	}
	if (w + 1 < k)
		remove(w + 1, k - w - 1);
	return 0;
}

/* What is one region here may be several mappings for the kernel, which moves but one at a time: after a move to another node it is made of
 * what was there and what was new. */
static long move_pieces(u64 old, u64 old_len, u64 len, u64 to, u32 prot)
{
	const u32 flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED;
	u64 kept = old_len < len ? old_len : len;
	if (sys6(SYS_mmap, to, len, PROT_READ | PROT_WRITE, flags, -1, 0) != (long)to)
		return -ENOMEM;
	if (!(prot & PROT_READ))
		sys3(SYS_mprotect, old, old_len, PROT_READ);
	memcpy((void *)to, (void *)old, kept);
	sys3(SYS_mprotect, to, len, prot);
	sys2(SYS_munmap, old, old_len);
	return to;
}

static long mremap(u64 old, u64 old_len, u64 len, u32 flags, u64 new_addr)
{
	old_len = page_up(old_len);
	len = page_up(len);
	if (old & (PAGE - 1) || !len || !old_len || len > ARENA_HIGH)
		return -EINVAL;
	u64 i = first(old);
	if (i == __popcorn_region_count || __popcorn_regions[i].start > old || __popcorn_regions[i].end < old + old_len || old < ARENA_LOW)
		return -EFAULT;
	if (!(flags & MREMAP_FIXED) && len <= old_len)
		return len == old_len || !munmap(old + len, old_len - len) ? (long)old : -EINVAL;
	struct region r = __popcorn_regions[i];
	u64 next = i + 1 < __popcorn_region_count ? __popcorn_regions[i + 1].start : ARENA_HIGH;
	if (!(flags & MREMAP_FIXED) && !(r.flags & REGION_COMMON) && old + old_len == r.end && next - old >= len) {
		long m = sys4(SYS_mremap, old, old_len, len, 0);
		if (m == -EFAULT && __popcorn_map_at(old + old_len, len - old_len, r.prot, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) == (long)(old + old_len))
			m = old;
		if (m == (long)old) {
			__popcorn_regions[i].end = old + len;
			if (hint > old && hint < old + len)
				hint = old + len;
			return old;
		}
	}
	if (!(flags & MREMAP_MAYMOVE) || (r.flags & REGION_COMMON && len > old_len)) /* the kernel would grow the mapping, not the memory */
		return -ENOMEM;
	if (!(flags & MREMAP_FIXED) && !(new_addr = gap(len)))
		return -ENOMEM;
	if (new_addr & (PAGE - 1) || new_addr < ARENA_LOW || new_addr + len > ARENA_HIGH)
		return -EINVAL;
	if (!more())
		return -ENOMEM;
	long m = __popcorn_local(SYS_mremap, old, old_len, len, MREMAP_MAYMOVE | MREMAP_FIXED, new_addr, 0);
	if (m == -EFAULT)
		m = move_pieces(old, old_len, len, new_addr, r.prot);
	if (m < 0 && (u64)m > -PAGE)
		return m;
	forget(old, old + old_len);
	if (!more())
		return -ENOMEM;
	forget(new_addr, new_addr + len);
	insert(first(new_addr), (struct region) { new_addr, new_addr + len, r.prot, r.flags });
	return new_addr;
}

/* madvise(MADV_DONTNEED). Away from home the pages are made zero by hand, since an emulator may leave them as they are. What was a file's
 * cannot come back from there once the program has moved. */
static long discard(u64 addr, u64 len)
{
	u64 end = addr + page_up(len);
	if (addr & (PAGE - 1) || end < addr)
		return -EINVAL;
	for (u64 i = first(addr); i < __popcorn_region_count && __popcorn_regions[i].start < end; i++)
		if (__popcorn_regions[i].flags & REGION_COPY)
			return -EINVAL;
	if (__popcorn_process.home)
		return sys3(SYS_madvise, addr, len, 4);
	for (u64 at = addr, i = first(addr); at < end; i++) {
		if (i == __popcorn_region_count || __popcorn_regions[i].start > at)
			return -ENOMEM;
		struct region *r = &__popcorn_regions[i];
		u64 to = r->end < end ? r->end : end;
		int usable = r->prot & PROT_READ && r->prot & PROT_WRITE;
		if (!usable)
			sys3(SYS_mprotect, at, to - at, PROT_READ | PROT_WRITE);
		for (u64 page = at; page < to; page += PAGE)
			for (u64 *w = (u64 *)page; w < (u64 *)(page + PAGE); w++)
				if (*w) {
					memset((void *)page, 0, PAGE);
					break;
				}
		if (!usable)
			sys3(SYS_mprotect, at, to - at, r->prot);
		at = to;
	}
	return 0;
}

/* A child was made: memory that it shares can be in one place only. */
void __popcorn_regions_forked(void)
{
	for (u64 i = 0; i < __popcorn_region_count; i++)
		if (__popcorn_regions[i].flags & REGION_COMMON)
			__popcorn_regions[i].flags |= REGION_CHILD;
}

/* The above, for one thread at a time. */
#define LOCKED(call) \
	u64 mask; \
	__popcorn_regions_lock(&mask); \
	long r = call; \
	__popcorn_regions_unlock(&mask, 0); \
	return r

long __popcorn_mmap(u64 addr, u64 len, u32 prot, u32 flags, int fd, i64 off) { LOCKED(mmap(addr, len, prot, flags, fd, off)); }
long __popcorn_munmap(u64 addr, u64 len) { LOCKED(munmap(addr, len)); }
long __popcorn_discard(u64 addr, u64 len) { LOCKED(discard(addr, len)); }
long __popcorn_mprotect(u64 addr, u64 len, u32 prot) { LOCKED(mprotect(addr, len, prot)); }
long __popcorn_mremap(u64 old, u64 old_len, u64 len, u32 flags, u64 new_addr) { LOCKED(mremap(old, old_len, len, flags, new_addr)); }

/* The mapping of a thread that is about to end, with its thread-local block in it; every signal is blocked. */
void __popcorn_munmap_dying(u64 addr, u64 len)
{
	len = page_up(len);
	take();
	forget(addr, addr + len);
	__popcorn_kernel(__popcorn_isa() == ISA_AARCH64 ? SYS_munmap : 11, addr, len, 0, 0, 0, 0);
	give();
}
