// A runtime for these tests alone: it moves a program that was linked by gcc with glibc. At every EVERY-th poll it walks the native stack
// (libgcc's unwinder gives callee-saved registers), reads each site's values as LLVM's stack map and .popcorn.sites say into neutral
// records (docs/neutral-abi.md), and then, within the process, enters the outermost resume function on a fresh stack; or, with STATE
// set, writes records and data stack to that file and exits with 99, for the other instruction set's program to go on (RESUME set).
// Sections .llvm_stackmaps and .popcorn.sites are found by symbols that objcopy made.
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <unwind.h>

#define STACK_BASE 0x200000000ul
#define STACK_SIZE (64ul << 20)
#define MAX_UNITS 4096
#define MAX_DEPTH 20000

int __popcorn_flag = 1;
_Thread_local char *__popcorn_dsp;

extern uint8_t __LLVM_StackMaps[];
extern uint8_t __start_popcorn_sites[], __stop_popcorn_sites[];

struct location {
  uint8_t kind, r0;
  uint16_t size, reg, r1;
  int32_t offset;
};
struct entry { // of the stack map: one return address
  uint64_t address, id;
  struct location *locations;
  int count;
};
struct function {
  uint64_t address;
  void *resume;
  uint32_t units, sites, flags;
  uint8_t *types, **site;
};
struct record {
  uint64_t site;
  struct record *next; // the inner frame
  void *entry;         // and how to enter it
  uint64_t function;
  uint64_t unit[];
};

static struct entry *entries;
static int entry_count;
static uint64_t *constants;
static struct function *functions;
static int function_count;
static long every = 1, polls, moves, frames, refused;
static char *pool[2], *stack[2];
static int current;

static int by_address(const void *a, const void *b) {
  uint64_t x = ((struct entry *)a)->address, y = ((struct entry *)b)->address;
  return x < y ? -1 : x > y;
}

static void *align8(uint8_t *p) { return (void *)(((uintptr_t)p + 7) & ~7ul); }

static void read_maps(void) {
  uint8_t *p = __LLVM_StackMaps;
  uint32_t nf = *(uint32_t *)(p + 4), nc = *(uint32_t *)(p + 8), n = *(uint32_t *)(p + 12);
  uint64_t *f = (uint64_t *)(p + 16);
  constants = f + 3 * nf;
  p = (uint8_t *)(constants + nc);
  entries = calloc(n, sizeof *entries);
  entry_count = n;
  uint32_t fi = 0;
  uint64_t left = nf ? f[2] : 0;
  for (uint32_t i = 0; i < n; i++) {
    while (!left)
      left = f[3 * ++fi + 2];
    left--;
    struct entry *e = entries + i;
    e->id = *(uint64_t *)p;
    e->address = f[3 * fi] + *(uint32_t *)(p + 8);
    e->count = *(uint16_t *)(p + 14);
    e->locations = (struct location *)(p + 16);
    p = align8(p + 16 + 12 * e->count);
    p = align8(p + 4 + 4 * *(uint16_t *)(p + 2));
  }
  qsort(entries, entry_count, sizeof *entries, by_address);

  functions = calloc(100000, sizeof *functions);
  for (p = __start_popcorn_sites; p < __stop_popcorn_sites;) {
    struct function *g = functions + *(uint32_t *)(p + 16);
    function_count++;
    g->address = *(uint64_t *)p;
    g->resume = *(void **)(p + 8);
    g->units = *(uint32_t *)(p + 20);
    g->sites = *(uint32_t *)(p + 24);
    g->flags = *(uint32_t *)(p + 28);
    g->types = p + 32;
    g->site = calloc(g->sites, sizeof *g->site);
    p = align8(p + 32 + g->units);
    for (uint32_t s = 0; s < g->sites; s++) {
      g->site[s] = p;
      p = align8(p + 8 + 2 * *(uint16_t *)(p + 6));
    }
  }
}

static void leaf(struct record *r) { (void)r; }

static int (*outermost)(struct record *);

__attribute__((used)) static void enter(struct record *outer) {
  int (*f)(struct record *) = outermost;
  exit(f(outer));
}

__attribute__((destructor)) static void report(void) {
  if (getenv("STATS"))
    fprintf(stderr, "moves %ld frames %ld refused %ld\n", moves, frames, refused);
}
void switch_to(void *sp, struct record *r);
// A poll keeps all registers, flags aside: general ones by DWARF number, then the whole vector ones.
__attribute__((used)) static uint64_t saved[32 + 64];
#ifdef __aarch64__
#define SP 31
#define VECTOR 64
__asm__(".globl switch_to\nswitch_to: mov sp,x0\n mov x0,x1\n bl enter\n brk 0\n.globl __popcorn_poll\n__popcorn_poll: .cfi_startproc\n"
        " stp x29,x30,[sp,#-32]!\n .cfi_adjust_cfa_offset 32\n .cfi_offset 29,-32\n .cfi_offset 30,-24\n stp x9,x10,[sp,#16]\n"
        " adrp x9,saved\n add x9,x9,:lo12:saved\n add x10,x9,#256\n stp x0,x1,[x9,#0]\n stp x2,x3,[x9,#16]\n stp x4,x5,[x9,#32]\n"
        " stp x6,x7,[x9,#48]\n stp x12,x13,[x9,#96]\n stp x14,x15,[x9,#112]\n stp x16,x17,[x9,#128]\n stp x18,x19,[x9,#144]\n"
        " stp x20,x21,[x9,#160]\n stp x22,x23,[x9,#176]\n stp x24,x25,[x9,#192]\n stp x26,x27,[x9,#208]\n stp x28,x29,[x9,#224]\n"
        " str x8,[x9,#64]\n str x11,[x9,#88]\n stp q0,q1,[x10,#0]\n stp q2,q3,[x10,#32]\n stp q4,q5,[x10,#64]\n stp q6,q7,[x10,#96]\n"
        " stp q8,q9,[x10,#128]\n stp q10,q11,[x10,#160]\n stp q12,q13,[x10,#192]\n stp q14,q15,[x10,#224]\n stp q16,q17,[x10,#256]\n"
        " stp q18,q19,[x10,#288]\n stp q20,q21,[x10,#320]\n stp q22,q23,[x10,#352]\n stp q24,q25,[x10,#384]\n stp q26,q27,[x10,#416]\n"
        " stp q28,q29,[x10,#448]\n stp q30,q31,[x10,#480]\n ldr x10,[sp,#16]\n str x10,[x9,#72]\n ldr x10,[sp,#24]\n str x10,[x9,#80]\n"
        " bl capture\n adrp x9,saved\n add x9,x9,:lo12:saved\n add x10,x9,#256\n ldp q0,q1,[x10,#0]\n ldp q2,q3,[x10,#32]\n"
        " ldp q4,q5,[x10,#64]\n ldp q6,q7,[x10,#96]\n ldp q8,q9,[x10,#128]\n ldp q10,q11,[x10,#160]\n ldp q12,q13,[x10,#192]\n"
        " ldp q14,q15,[x10,#224]\n ldp q16,q17,[x10,#256]\n ldp q18,q19,[x10,#288]\n ldp q20,q21,[x10,#320]\n ldp q22,q23,[x10,#352]\n"
        " ldp q24,q25,[x10,#384]\n ldp q26,q27,[x10,#416]\n ldp q28,q29,[x10,#448]\n ldp q30,q31,[x10,#480]\n ldp x0,x1,[x9,#0]\n"
        " ldp x2,x3,[x9,#16]\n ldp x4,x5,[x9,#32]\n ldp x6,x7,[x9,#48]\n ldp x12,x13,[x9,#96]\n ldp x14,x15,[x9,#112]\n"
        " ldp x16,x17,[x9,#128]\n ldp x18,x19,[x9,#144]\n ldp x20,x21,[x9,#160]\n ldp x22,x23,[x9,#176]\n ldp x24,x25,[x9,#192]\n"
        " ldp x26,x27,[x9,#208]\n ldr x28,[x9,#224]\n ldr x8,[x9,#64]\n ldr x11,[x9,#88]\n ldp x9,x10,[sp,#16]\n ldp x29,x30,[sp],#32\n"
        " ret\n .cfi_endproc\n");
#else
#define SP 7
#define VECTOR 17
__asm__(".globl switch_to\nswitch_to: mov %rdi,%rsp\n mov %rsi,%rdi\n call enter\n hlt\n.globl __popcorn_poll\n"
        "__popcorn_poll: .cfi_startproc\n mov %rax,saved+0(%rip)\n mov %rdx,saved+8(%rip)\n mov %rcx,saved+16(%rip)\n"
        " mov %rbx,saved+24(%rip)\n mov %rsi,saved+32(%rip)\n mov %rdi,saved+40(%rip)\n mov %rbp,saved+48(%rip)\n"
        " mov %r8,saved+64(%rip)\n mov %r9,saved+72(%rip)\n mov %r10,saved+80(%rip)\n mov %r11,saved+88(%rip)\n"
        " mov %r12,saved+96(%rip)\n mov %r13,saved+104(%rip)\n mov %r14,saved+112(%rip)\n mov %r15,saved+120(%rip)\n"
        " movups %xmm0,saved+256(%rip)\n movups %xmm1,saved+272(%rip)\n movups %xmm2,saved+288(%rip)\n movups %xmm3,saved+304(%rip)\n"
        " movups %xmm4,saved+320(%rip)\n movups %xmm5,saved+336(%rip)\n movups %xmm6,saved+352(%rip)\n movups %xmm7,saved+368(%rip)\n"
        " movups %xmm8,saved+384(%rip)\n movups %xmm9,saved+400(%rip)\n movups %xmm10,saved+416(%rip)\n movups %xmm11,saved+432(%rip)\n"
        " movups %xmm12,saved+448(%rip)\n movups %xmm13,saved+464(%rip)\n movups %xmm14,saved+480(%rip)\n"
        " movups %xmm15,saved+496(%rip)\n sub $8,%rsp\n .cfi_adjust_cfa_offset 8\n call capture\n add $8,%rsp\n"
        " .cfi_adjust_cfa_offset -8\n movups saved+256(%rip),%xmm0\n movups saved+272(%rip),%xmm1\n movups saved+288(%rip),%xmm2\n"
        " movups saved+304(%rip),%xmm3\n movups saved+320(%rip),%xmm4\n movups saved+336(%rip),%xmm5\n movups saved+352(%rip),%xmm6\n"
        " movups saved+368(%rip),%xmm7\n movups saved+384(%rip),%xmm8\n movups saved+400(%rip),%xmm9\n movups saved+416(%rip),%xmm10\n"
        " movups saved+432(%rip),%xmm11\n movups saved+448(%rip),%xmm12\n movups saved+464(%rip),%xmm13\n"
        " movups saved+480(%rip),%xmm14\n movups saved+496(%rip),%xmm15\n mov saved+0(%rip),%rax\n mov saved+8(%rip),%rdx\n"
        " mov saved+16(%rip),%rcx\n mov saved+24(%rip),%rbx\n mov saved+32(%rip),%rsi\n mov saved+40(%rip),%rdi\n"
        " mov saved+64(%rip),%r8\n mov saved+72(%rip),%r9\n mov saved+80(%rip),%r10\n mov saved+88(%rip),%r11\n"
        " mov saved+96(%rip),%r12\n mov saved+104(%rip),%r13\n mov saved+112(%rip),%r14\n mov saved+120(%rip),%r15\n ret\n"
        " .cfi_endproc\n");
#endif
void __popcorn_resume_site(void) { abort(); }

// Of the innermost frame every register is known; of the others libgcc gives what callees keep.
static uint64_t general(struct _Unwind_Context *c, int number, uint8_t *sp, int innermost) {
  return number == SP ? (uint64_t)sp : innermost ? saved[number] : _Unwind_GetGR(c, number);
}

static void fetch(void *to, struct location *l, struct _Unwind_Context *c, uint8_t *sp, int innermost) {
  uint64_t v;
  memset(to, 0, 16);
  switch (l->kind) {
  case 1:
    if (innermost && l->reg >= VECTOR) {
      memcpy(to, saved + 32 + 2 * (l->reg - VECTOR), l->size);
      break;
    }
    v = general(c, l->reg, sp, innermost);
    memcpy(to, &v, 8);
    break;
  case 2: // register + offset, the value itself
    v = general(c, l->reg, sp, innermost) + l->offset;
    memcpy(to, &v, 8);
    break;
  case 3:
    memcpy(to, (uint8_t *)general(c, l->reg, sp, innermost) + l->offset, l->size);
    break;
  case 4: {
    int64_t k = l->offset;
    memcpy(to, &k, 8);
    break;
  }
  case 5:
    memcpy(to, constants + l->offset, 8);
    break;
  default:
    abort();
  }
}

struct walk {
  struct record *chain;
  void *entry; // of the chain
  char *memory;
  long depth;
  int skip, bad;
};

static int units_of(uint8_t type) { return type == 6 ? 2 : 1; }

static _Unwind_Reason_Code frame(struct _Unwind_Context *c, void *p) {
  struct walk *w = p;
  if (w->skip) {
    w->skip--;
    return 0;
  }
  struct entry key = {.address = _Unwind_GetIP(c)};
  struct entry *e = bsearch(&key, entries, entry_count, sizeof *entries, by_address);
  if (!e)
    return 1; // the bottom, or a frame that is not ours: the caller decides
  uint8_t *sp = (uint8_t *)_Unwind_GetCFA(c);
  struct function *f = functions + (e->id >> 20 & 0xffffffff);
  uint32_t site = e->id & 0xfffff;
  int operand = 3, resume_call = site == 0xfffff;
  uint64_t value[2];
  struct record *r = (struct record *)w->memory;
  if (resume_call) {
    fetch(value, e->locations + operand++, c, sp, !w->depth);
    site = value[0];
  }
  if (site >= f->sites)
    abort();
  uint8_t *s = f->site[site];
  int count = *(uint16_t *)(s + 6);
  uint16_t *listed = (uint16_t *)(s + 8);
  r->site = site;
  r->next = w->chain;
  r->entry = w->entry;
  w->entry = f->resume;
  r->function = f - functions;
  memset(r->unit, 0xa5, f->units * 8);
  if (e->id >> 52 & 1) { // in memory: all units, from where the operand says
    fetch(value, e->locations + operand++, c, sp, !w->depth);
    memcpy(r->unit, (void *)value[0], f->units * 8);
  } else if (resume_call)
    for (uint32_t u = 0; u < f->units; u += units_of(f->types[u])) {
      fetch(value, e->locations + operand++, c, sp, !w->depth);
      memcpy(r->unit + u, value, 8 * units_of(f->types[u]));
    }
  else
    for (int k = 0; k < count; k++) {
      fetch(value, e->locations + operand++, c, sp, !w->depth);
      memcpy(r->unit + listed[k], value, 8 * units_of(f->types[listed[k]]));
    }
  if (operand != e->count)
    abort();
  // Only what the site lists is specified: make sure nothing else is relied on.
  static uint64_t kept[MAX_UNITS];
  memcpy(kept, r->unit, f->units * 8);
  memset(r->unit, 0xa5, f->units * 8);
  for (int k = 0; k < count; k++)
    memcpy(r->unit + listed[k], kept + listed[k], 8 * units_of(f->types[listed[k]]));
  w->memory += (sizeof *r + f->units * 8 + 15) & ~15ul;
  w->chain = r;
  w->depth++;
  return 0;
}

static void save(struct record *chain, long depth, const char *file) {
  fflush(0);
  int f = open(file, O_CREAT | O_TRUNC | O_WRONLY, 0600);
  uint64_t head[3] = {(uint64_t)__popcorn_dsp, depth, polls};
  write(f, head, sizeof head);
  write(f, __popcorn_dsp, STACK_BASE + STACK_SIZE - head[0]);
  for (struct record *r = chain; depth--; r = r->next) {
    write(f, r, sizeof *r);
    write(f, r->unit, functions[r->function].units * 8);
  }
  close(f);
  _exit(99);
}

static void load(const char *file) {
  int f = open(file, O_RDONLY);
  uint64_t head[3];
  read(f, head, sizeof head);
  __popcorn_dsp = (char *)head[0];
  polls = head[2];
  read(f, __popcorn_dsp, STACK_BASE + STACK_SIZE - head[0]);
  char *memory = pool[0];
  struct record *first = 0, **link = &first, *previous = 0;
  for (uint64_t i = 0; i < head[1]; i++) {
    struct record *r = (struct record *)memory;
    read(f, r, sizeof *r);
    read(f, r->unit, functions[r->function].units * 8);
    if (i)
      previous->entry = functions[r->function].resume;
    else
      outermost = functions[r->function].resume;
    previous = r;
    memory += (sizeof *r + functions[r->function].units * 8 + 15) & ~15ul;
    *link = r;
    link = &r->next;
  }
  previous->entry = leaf;
  switch_to(stack[0] + (16 << 20) - 64, first);
}

__attribute__((constructor)) static void start(void) {
  if (mmap((void *)STACK_BASE, STACK_SIZE, 3, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE | MAP_NORESERVE, -1, 0) == MAP_FAILED)
    abort();
  __popcorn_dsp = (char *)STACK_BASE + STACK_SIZE;
  if (getenv("EVERY"))
    every = atol(getenv("EVERY"));
  if (!every) {
    __popcorn_flag = 0;
    return;
  }
  read_maps();
  for (int i = 0; i < 2; i++) {
    pool[i] = mmap(0, 64 << 20, 3, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    stack[i] = mmap(0, 16 << 20, 3, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  }
  setvbuf(stdout, 0, _IONBF, 0);
  if (getenv("RESUME"))
    load(getenv("STATE"));
}

extern int main_resume() __asm__("main.resume");

__attribute__((used, noinline)) void capture(void) {
  if (++polls % every)
    return;
  current ^= 1;
  struct walk w = {.memory = pool[current], .skip = 2, .entry = leaf};
  _Unwind_Backtrace(frame, &w);
  // The walk must have come to main: a frame of the library's in between (a callback from qsort) cannot move.
  if (w.depth == 0 || w.entry != (void *)main_resume) {
    refused++;
    current ^= 1;
    return;
  }
  moves++;
  frames += w.depth;
  if (getenv("STATE"))
    save(w.chain, w.depth, getenv("STATE"));
  outermost = w.entry;
  memset(stack[current] + (15 << 20), 0xcc, (1 << 20) - 256);
  switch_to(stack[current] + (16 << 20) - 64, w.chain);
}
