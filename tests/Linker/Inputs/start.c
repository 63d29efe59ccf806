// Start-up for the linker's test programs: no libc, system calls by their generic numbers (64 write, 93 exit).
#if defined __x86_64__
__asm__(".section .text._start,\"ax\"\n.globl _start\n.type _start,@function\n"
        "_start: xor %ebp,%ebp\n mov %rsp,%rdi\n and $-16,%rsp\n call start_c\n hlt\n");
long sys(long n, long a, long b, long c) {
  long r;
  if (n == 158) // set the thread pointer
    b = a, a = 0x1002;
  n = n == 64 ? 1 : n == 93 ? 60 : n;
  __asm__ volatile("syscall" : "=a"(r) : "a"(n), "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
  return r;
}
static void set_thread_pointer(char *block, unsigned long size) { sys(158, (long)(*(char **)(block + size) = block + size), 0, 0); }
#else
__asm__(".section .text._start,\"ax\"\n.globl _start\n.type _start,@function\n"
        "_start: mov x0,sp\n bl start_c\n brk #0\n");
long sys(long n, long a, long b, long c) {
  register long x8 __asm__("x8") = n, x0 __asm__("x0") = a, x1 __asm__("x1") = b, x2 __asm__("x2") = c;
  __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2) : "memory");
  return x0;
}
static void set_thread_pointer(char *block, unsigned long size) { __asm__ volatile("msr tpidr_el0, %0" ::"r"(block - 16)); }
#endif
extern void (*__init_array_start[])(void), (*__init_array_end[])(void);
extern const unsigned long __popcorn_image[16];
int main(void);
static char tls[4096] __attribute__((aligned(64)));
void *memcpy(void *d, const void *s, unsigned long n) {
  for (unsigned long i = 0; i < n; i++) ((volatile char *)d)[i] = ((const char *)s)[i];
  return d;
}
static unsigned len(const char *s) {
  unsigned n = 0;
  while (s[n]) n++;
  return n;
}
void put(const char *s) { sys(64, 1, (long)s, len(s)); }
void hex(unsigned long v) {
  char b[18];
  int i = 17;
  b[17] = 0;
  b[--i] = '\n';
  do b[--i] = "0123456789abcdef"[v & 15];
  while (v >>= 4);
  put(b + i);
}
void start_c(long *sp) {
  memcpy(tls + 64, (char *)__popcorn_image[8], __popcorn_image[9]);
  set_thread_pointer(tls + 64, __popcorn_image[10]);
  for (void (**f)(void) = __init_array_start; f < __init_array_end; f++) (*f)();
  sys(93, main(), 0, 0);
}
