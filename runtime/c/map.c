/* Reading the program's state out of its native frames: the walk of docs/stackmap-format.md. A return address leads to a site, a site
 * to the values that live there and to the rule that finds the caller. Values are copied into frames of the neutral form. A frame
 * whose return address is at no site ends the attempt: the program stays where it is. */
#include "popcorn.h"

struct map { char magic[8]; u32 functions, sites, functions_at, sites_at, units_at, names_at, types_at, size; };
struct function { u32 address, first_site, site_count; u16 units, flags; u32 name, types; };
struct site { u32 function, units; u16 line; u8 kind, zero; };
struct isa_map { char magic[8]; u32 machine, returns, resume_at, returns_at, sites_at, rules_at, rules, locations_at, size, zero; };
struct return_site { u32 site, locations; u16 rule, flags; };
struct rule { u8 cfa_register, count; u16 zero; int cfa_offset; u8 saved[20]; short slot[20]; u32 pad; };
enum { RESUME_CALL = 1u << 31, IN_MEMORY = 1, VECTOR_FIRST = 6, VECTOR_SECOND = 7 };

static const struct map *map(void) { return (const void *)__popcorn_map; }
static const struct isa_map *isa(void) { return (const void *)__popcorn_isa_map; }
static const struct function *function(u32 i) { return (const struct function *)(__popcorn_map + map()->functions_at) + i; }
static const struct site *site(u32 i) { return (const struct site *)(__popcorn_map + map()->sites_at) + i; }

u32 __popcorn_function_count(void) { return map()->functions; }
u32 __popcorn_function_units(u32 f) { return function(f)->units; }
u32 __popcorn_function_sites(u32 f) { return function(f)->site_count; }
void *__popcorn_resume_entry(u32 f) { return (void *)(u64)((const u32 *)(__popcorn_isa_map + isa()->resume_at))[f]; }

static i64 uleb(const u8 **p)
{
	u64 v = 0;
	for (int shift = 0;; shift += 7) {
		u8 b = *(*p)++;
		v |= (u64)(b & 127) << shift;
		if (!(b & 128))
			return v;
	}
}

static i64 sleb(const u8 **p)
{
	u64 v = 0;
	for (int shift = 0;;) {
		u8 b = *(*p)++;
		v |= (u64)(b & 127) << shift;
		shift += 7;
		if (!(b & 128))
			return b & 64 && shift < 64 ? (i64)(v | -(1UL << shift)) : (i64)v;
	}
}

static const struct return_site *find(u64 pc)
{
	const u32 *returns = (const u32 *)(__popcorn_isa_map + isa()->returns_at);
	u64 low = 0, high = isa()->returns;
	while (low < high) {
		u64 mid = (low + high) / 2;
		if (returns[mid] < pc)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == isa()->returns || returns[low] != pc)
		return NULL;
	return (const struct return_site *)(__popcorn_isa_map + isa()->sites_at) + low;
}

/* One operand, widened with zeroes to 16 bytes. Whole vector registers are known of the innermost frame only (`vectors`). */
static int read_value(const u8 **p, const u64 *registers, const u64 *vectors, u64 cfa, u64 out[2])
{
	static const u8 sizes[] = { 4, 8, 16, 1, 2 };
	u8 head = *(*p)++, kind = head & 15, code = head >> 4;
	if (code >= sizeof sizes)
		return 0;
	u64 n = sizes[code];
	const void *from;
	u64 constant[2] = { 0, 0 };
	out[0] = out[1] = 0;
	switch (kind) {
	case 0: {
		u8 r = *(*p)++;
		u64 v = r - (__popcorn_isa() == ISA_X86_64 ? 17 : 64);
		if (r >= FRAME_REGISTERS || (n > 8 && (!vectors || v >= FRAME_VECTORS)))
			return 0;
		from = n > 8 ? &vectors[2 * v] : &registers[r];
		break;
	}
	case 1: {
		u8 r = *(*p)++;
		if (r >= FRAME_REGISTERS)
			return 0;
		from = (void *)(registers[r] + sleb(p));
		break;
	}
	case 2: from = (void *)(cfa + sleb(p)); break;
	case 5:
		constant[0] = cfa + sleb(p);
		from = constant;
		break;
	case 6: {
		u8 r = *(*p)++;
		if (r >= FRAME_REGISTERS)
			return 0;
		constant[0] = registers[r] + sleb(p);
		from = constant;
		break;
	}
	case 3:
		constant[0] = sleb(p);
		from = constant;
		break;
	case 4:
		memcpy(constant, *p, 8);
		*p += 8;
		from = constant;
		break;
	default: return 0;
	}
	memcpy(out, from, n);
	return 1;
}

/* "compare (sort.c:12)": where a frame with a site is. Lines are known if the file was compiled with -g. */
static void place(struct line *l, const struct frame *f)
{
	const char *name = (const char *)__popcorn_map + map()->names_at + function(f->function)->name;
	u16 line = site(function(f->function)->first_site + f->site)->line;
	u32 file;
	memcpy(&file, name + __popcorn_length(name) + 1, sizeof file);
	__popcorn_text(l, name);
	__popcorn_text(l, " (");
	__popcorn_text(l, (const char *)__popcorn_map + map()->names_at + file);
	if (line && line != 65535) {
		__popcorn_text(l, ":");
		__popcorn_number(l, line);
	}
	__popcorn_text(l, ")");
}

/* Says what is in the way: the function that the address is in, and the last frame that could have moved, which that one called. */
static int refuse(struct captured *out, const char *why, u64 pc)
{
	struct line l = { 0 };
	char name[96];
	int named = __popcorn_symbol(pc, name, sizeof name);
	out->pc = pc;
	if (named && __popcorn_length(name) == 12 && !memcmp(name, "call_handler", 12))
		__popcorn_text(&l, "a signal handler runs");
	else {
		__popcorn_text(&l, why);
		__popcorn_text(&l, ": ");
		__popcorn_text(&l, named ? name : "a function without a name");
		__popcorn_text(&l, " at ");
		__popcorn_hex(&l, pc);
	}
	if (out->last != ~0UL) {
		__popcorn_text(&l, ", which called ");
		place(&l, (const struct frame *)(out->frames.data + out->last));
	}
	__popcorn_copy_text(out->reason, sizeof out->reason, l.text);
	return 0;
}

/* Reads the values of one frame. Operands come in the site's order of units, or, at a resume call, as the site's number and all units;
 * in place of the units there may be the address of a record that has them all. */
static int read_frame(const struct return_site *r, const u64 *registers, const u64 *vectors, u64 cfa, struct captured *out, u64 pc)
{
	u32 index = r->site & RESUME_CALL ? r->site & ~RESUME_CALL : site(r->site)->function;
	const struct function *f = function(index);
	const u8 *types = __popcorn_map + map()->types_at + f->types, *p = __popcorn_isa_map + isa()->locations_at + r->locations;
	u64 size = sizeof(struct frame) + 8 * f->units, v[2];
	if (!__popcorn_reserve(&out->frames, out->frames.size + size))
		return refuse(out, "no memory for the frames", pc);
	struct frame *frame = (struct frame *)(out->frames.data + out->frames.size);
	memset(frame, 0, size);
	frame->function = index;
	frame->units = f->units;
	frame->site = r->site - f->first_site;
	if (r->site & RESUME_CALL) {
		if (!read_value(&p, registers, vectors, cfa, v))
			return refuse(out, "a value is in no known place", pc);
		frame->site = v[0];
	}
	if (frame->site >= f->site_count)
		return refuse(out, "a frame names a site that its function does not have", pc);
	const struct site *s = site(f->first_site + frame->site);
	const u8 *units = __popcorn_map + map()->units_at + s->units;
	u64 count = uleb(&units);
	if (r->flags & IN_MEMORY) {
		if (!read_value(&p, registers, vectors, cfa, v))
			return refuse(out, "a value is in no known place", pc);
		if (f->units)
			memcpy(frame->data, (void *)v[0], 8 * f->units);
	} else if (r->site & RESUME_CALL) {
		for (u64 u = 0; u < f->units; u++) {
			if (types[u] == VECTOR_SECOND)
				continue;
			if (!read_value(&p, registers, vectors, cfa, v))
				return refuse(out, "a value is in no known place", pc);
			memcpy(&frame->data[u], v, types[u] == VECTOR_FIRST ? 16 : 8);
		}
	} else
		for (u64 i = 0; i < count; i++) {
			u64 u = uleb(&units);
			if (u >= f->units || !read_value(&p, registers, vectors, cfa, v))
				return refuse(out, "a value is in no known place", pc);
			memcpy(&frame->data[u], v, types[u] == VECTOR_FIRST ? 16 : 8);
		}
	out->last = out->frames.size;
	out->frames.size += size;
	out->count++;
	out->values += count;
	return 1;
}

/* Walks from the frame whose registers are given (numbered as by DWARF, and behind them the whole vector registers; the return address into it is in the
 * machine's return column) to __popcorn_bottom. Innermost frame first. */
int __popcorn_capture(const u64 *saved, struct captured *out)
{
	u64 registers[FRAME_REGISTERS];
	const u64 *vectors = saved + FRAME_REGISTERS;
	struct process *p = &__popcorn_process;
	int x86 = __popcorn_isa() == ISA_X86_64;
	int return_column = x86 ? 16 : 30, stack_column = x86 ? 7 : 31;
	memcpy(registers, saved, sizeof registers); /* the program may stay, and a poll gives all of them back */
	u64 pc = registers[return_column], last = 0;
	out->frames.size = out->count = out->values = 0;
	out->last = ~0UL;
	while (pc != (u64)__popcorn_bottom) {
		const struct return_site *r = find(pc);
		if (!r)
			return refuse(out, "a function on the stack is without migration points", pc);
		const struct rule *rule = (const struct rule *)(__popcorn_isa_map + isa()->rules_at) + r->rule;
		u64 cfa = registers[rule->cfa_register] + rule->cfa_offset;
		const u64 *alt = __popcorn_state.altstack;
		if (cfa >= alt[0] && cfa <= alt[0] + alt[2] && alt[2]) {
			out->pc = pc;
			__popcorn_copy_text(out->reason, sizeof out->reason, "a signal handler runs on its own stack");
			return 0;
		}
		if (cfa <= last || cfa < p->native_low || cfa > p->native_top)
			return refuse(out, "the unwind table leads off the stack", pc);
		if (!read_frame(r, registers, vectors, cfa, out, pc))
			return 0;
		vectors = NULL;
		u64 caller = 0;
		for (int i = 0; i < rule->count; i++) {
			u64 v = *(u64 *)(cfa + 4 * rule->slot[i]);
			if (rule->saved[i] == return_column)
				caller = v;
			else if (rule->saved[i] < FRAME_REGISTERS)
				registers[rule->saved[i]] = v;
		}
		registers[stack_column] = last = cfa;
		pc = caller;
	}
	return 1;
}
