// Walks the native stack by the compact maps (docs/stackmap-format.md) and prints every value of every frame. The output must not depend on
// the ISA. A check of the maps that shares no code with the linker: a small version of what the runtime does.
typedef unsigned long u64;
typedef unsigned u32;
typedef unsigned short u16;
typedef unsigned char u8;
typedef long i64;
void put(const char *);
void *memcpy(void *, const void *, u64);
static void number(u64 v) {
  char b[18];
  int i = 17;
  b[17] = 0;
  b[--i] = ' ';
  do
    b[--i] = "0123456789abcdef"[v & 15];
  while (v >>= 4);
  put(b + i);
}
extern u8 __popcorn_map[], __popcorn_isa_map[];
u64 mk64(u64 d, u64 i) { return (d + 1) * 0x100000001000001ul * (i + 3) ^ 0x8000000080000000ul * (i & 1); }
float mkf(u64 d, u64 i) { return (float)(d * 17 + i) * 0.5f; }
double mkd(u64 d, u64 i) { return (double)(d * 1000 + i) * 0.125; }
typedef int v4 __attribute__((vector_size(16)));
v4 mkv(u64 d, u64 i) { return (v4){(int)d, (int)i, (int)(d * i), -1}; }
u64 use64(u64 a) { return a; }
u64 use32(u32 a) { return a; }
u64 usep(u64 a) { return a; }
u64 usef(float a) { return (u64)a; }
u64 used(double a) { return (u64)a; }
u64 usev(v4 a) { return a[0] + a[1]; }
u64 f(u64);
#ifdef __x86_64__
#define SP 7
__asm__(".section .text.leaf,\"ax\"\n.globl leaf\n.type leaf,@function\nleaf: push %rbx\n push %rbp\n push %r12\n push %r13\n push %r14\n "
        "push %r15\n mov %rsp,%rdi\n sub $8,%rsp\n call walk\n add $8,%rsp\n pop %r15\n pop %r14\n pop %r13\n pop %r12\n pop %rbp\n pop "
        "%rbx\n ret\n");
static void init(u64 (*r)[2], u64 *s) {
  r[15][0] = s[0];
  r[14][0] = s[1];
  r[13][0] = s[2];
  r[12][0] = s[3];
  r[6][0] = s[4];
  r[3][0] = s[5];
  r[16][0] = s[6];
  r[7][0] = (u64)(s + 7);
}
#define RA 16
#else
#define SP 31
__asm__(
    ".section .text.leaf,\"ax\"\n.globl leaf\n.type leaf,@function\nleaf: sub sp,sp,#176\n stp x19,x20,[sp]\n stp x21,x22,[sp,#16]\n stp "
    "x23,x24,[sp,#32]\n stp x25,x26,[sp,#48]\n stp x27,x28,[sp,#64]\n stp x29,x30,[sp,#80]\n stp d8,d9,[sp,#96]\n stp d10,d11,[sp,#112]\n "
    "stp d12,d13,[sp,#128]\n stp d14,d15,[sp,#144]\n mov x0,sp\n bl walk\n ldr x30,[sp,#88]\n add sp,sp,#176\n ret\n");
static void init(u64 (*r)[2], u64 *s) {
  for (int i = 0; i < 12; i++)
    r[19 + i][0] = s[i];
  for (int i = 0; i < 8; i++)
    r[72 + i][0] = s[12 + i];
  r[31][0] = (u64)s + 176;
}
#define RA 30
#endif
static u32 w(u8 *p, u32 o) {
  u32 v;
  __builtin_memcpy(&v, p + o, 4);
  return v;
}
static u16 h(u8 *p, u32 o) {
  u16 v;
  __builtin_memcpy(&v, p + o, 2);
  return v;
}
static u8 *sl(u8 *p, i64 *v) {
  i64 x = 0;
  int s = 0;
  u8 b;
  do {
    b = *p++;
    x |= (i64)(b & 127) << s;
    s += 7;
  } while (b & 128);
  if (s < 64 && (b & 64))
    x |= -1l << s;
  *v = x;
  return p;
}
static u64 regs[96][2];
void walk(u64 *s) {
  u64(*r)[2] = regs;
  init(r, s);
  u8 *m = __popcorn_isa_map, *n = __popcorn_map;
  u32 R = w(m, 12);
  for (;;) {
    u64 pc = r[RA][0];
    u32 k;
    for (k = 0; k < R; k++)
      if (w(m, w(m, 20) + 4 * k) == pc)
        break;
    if (k == R) {
      put("end\n");
      return;
    }
    u8 *site = m + w(m, 24) + 12 * k;
    u32 t = w(site, 0);
    u8 *rule = m + w(m, 28) + 72 * h(site, 8);
    i64 off = (int)w(rule, 4);
    u64 cfa = r[rule[0]][0] + off;
    u8 *ns = n + w(n, 20) + 12 * t;
    u8 *fn = n + w(n, 16) + 24 * w(ns, 0);
    put((char *)n + w(n, 28) + w(fn, 16));
    put(" site ");
    number(t - w(fn, 4));
    put("line ");
    number(h(ns, 8));
    u8 *ul = n + w(n, 24) + w(ns, 4);
    u32 cnt = *ul++;
    u8 *ty = n + w(n, 32) + w(fn, 20);
    u8 *l = m + w(m, 36) + w(site, 4);
    for (u32 i = 0; i < cnt; i++) {
      u32 unit = *ul++;
      static const u8 sz[] = {4, 8, 16, 1, 2};
      u8 kd = *l++;
      u32 size = sz[kd >> 4];
      kd &= 15;
      u64 v[2] = {0, 0};
      i64 o;
      if (kd == 0) {
        u8 reg = *l++;
        __builtin_memcpy(v, r[reg], size);
      } else if (kd == 1) {
        u8 reg = *l++;
        l = sl(l, &o);
        __builtin_memcpy(v, (u8 *)r[reg][0] + o, size);
      } else if (kd == 2) {
        l = sl(l, &o);
        __builtin_memcpy(v, (u8 *)cfa + o, size);
      } else if (kd == 3) {
        l = sl(l, &o);
        v[0] = o;
      } else {
        __builtin_memcpy(v, l, 8);
        l += 8;
      }
      put("%");
      number(unit);
      number(ty[unit]);
      number(v[0]);
      if (size == 16)
        number(v[1]);
    }
    put("\n");
    for (u32 i = 0; i < rule[1]; i++)
      r[rule[8 + i]][0] = *(u64 *)(cfa + 4 * (short)h(rule, 28 + 2 * i));
    r[SP][0] = cfa;
  }
}
int main(void) {
  number(f(5));
  put("\n");
  return 0;
}
