// Attributes wherever gcc takes them.
struct __attribute__((packed, aligned(4))) S { char a; int b __attribute__((aligned(2))); [[deprecated("old")]] int c; } __attribute__((may_alias)) s;
struct T { int x; } __attribute__((__packed__)); union __attribute__((transparent_union)) U { int *a; }; enum __attribute__((packed)) E { e1 __attribute__((unused)), e2 [[deprecated]] = 2 };
int __attribute__((unused)) a, b __attribute__((section("x"))), *__attribute__((may_alias)) c;
__attribute__((format(printf, 1, 2))) int p(const char *, ...) __attribute__((nonnull, const));
[[gnu::noinline, nodiscard, vendor::thing(1 + + {x} not c)]] int q(void) [[gnu::cold]]; [[]] int r; [[maybe_unused]];
typedef int v4 __attribute__((vector_size(16))), di __attribute__((mode(DI)));
void f(void) { int x __attribute__((cleanup(g))) = 1; int y [[maybe_unused]] = 2; __attribute__((unused)) int z; (int __attribute__((aligned(4))) *)&x; for (__attribute__((unused)) int i;;) ; }
static inline __attribute__((always_inline)) int h(void) { return 0; }
int array[2] __attribute__((used)) = { 1, 2 }; int arr2 [[x]] [3];
extern int k(void) __asm__("k2") __attribute__((weak, alias("h"), visibility("hidden")));
int (*fp)(void) __attribute__((noreturn)); void noreturn_(void) __attribute__((__noreturn__));
