/* What a frame is called, for the message that says why a program cannot move: of functions with sites the map knows name, file and lines;
 * of others, and of other compilers' objects, the program's own symbol table may, which is read from its file at that moment only. */
#include "popcorn.h"

enum { SHT_SYMTAB = 2, STT_FUNC = 2, PIECE = 128, MAX_SECTIONS = 64 };
struct elf { u8 ident[16]; u16 type, machine; u32 version; u64 entry, phoff, shoff; u32 flags; u16 ehsize, phentsize, phnum, shentsize, shnum, shstrndx; };
struct section { u32 name, type; u64 flags, address, offset, size; u32 link, info; u64 align, entry; };
struct symbol { u32 name; u8 info, other; u16 section; u64 value, size; };

static int read_at(int fd, void *to, u64 size, u64 offset)
{
	return sys4(SYS_pread64, fd, to, size, offset) == (long)size;
}

static int find(int fd, u64 pc, char *name, u64 size)
{
	static PRIVATE struct section sections[MAX_SECTIONS];
	struct elf e;
	if (!read_at(fd, &e, sizeof e, 0) || e.machine != __popcorn_isa() || e.shentsize != sizeof *sections || e.shnum > MAX_SECTIONS
		|| !read_at(fd, sections, e.shnum * sizeof *sections, e.shoff))
		return 0;
	for (int i = 0; i < e.shnum; i++) {
		struct section *s = &sections[i];
		if (s->type != SHT_SYMTAB || s->link >= e.shnum)
			continue;
		for (u64 at = 0; at < s->size; at += PIECE * sizeof(struct symbol)) {
			struct symbol piece[PIECE];
			u64 n = s->size - at < sizeof piece ? s->size - at : sizeof piece;
			if (!read_at(fd, piece, n, s->offset + at))
				return 0;
			for (u64 k = 0; k < n / sizeof *piece; k++)
				if ((piece[k].info & 15) == STT_FUNC && pc > piece[k].value && pc <= piece[k].value + piece[k].size) {
					long got = sys4(SYS_pread64, fd, name, size - 1, sections[s->link].offset + piece[k].name);
					name[got < 0 ? 0 : got] = 0;
					return got > 0;
				}
		}
	}
	return 0;
}

/* The function that a return address is in. */
int __popcorn_symbol(u64 pc, char *name, u64 size)
{
	int fd = sys4(SYS_openat, AT_FDCWD, "/proc/self/exe", O_CLOEXEC, 0);
	int found = fd >= 0 && find(fd, pc, name, size);
	if (fd >= 0)
		sys1(SYS_close, fd);
	return found;
}
