// 6.7: specifiers in any order, storage classes, structs, enums, initialisers.
long unsigned int long a; int long const short_is_not; const static unsigned b = 1, *c; signed d; char signed e; double long f; _Complex g; float _Complex h; _Bool i;
unsigned __int128 j; __int128_t k; __uint128_t l; extern _Thread_local int m; static __thread int n; inline int o(void); _Noreturn void p(void);
typedef struct tag *tag_pointer, tag_type; struct tag { int x, *y; unsigned z : 3, : 2; int : 0; const struct tag *next; };
struct empty {}; union u { int a; float b; struct { int c, d; }; union { int e; }; };
struct flex { int n; char data[]; }; struct zero { char z[0]; };
enum { A, B = 3, C, } r; enum colour { red = 1 << 2, green }; enum colour s = green; enum forward; enum : unsigned char { small } t; enum big : unsigned long long { huge = ~0ull };
struct { _Static_assert(1, "in"); int v; } w; _Static_assert(sizeof(int) == 4, "int"); _Static_assert(1);
_Alignas(16) int x; _Alignas(double) char y; typeof(x) z; typeof(int *) aa; __typeof__(x + 1) bb[2]; __auto_type cc = 1; __typeof_unqual__(z) dd;
int ee[] = { 1, 2, [5] = 6, 7, [8 ... 10] = 9, [11] 12, }, ff[2][2] = { { 1 }, [1][0] = 2 };
struct tag gg = { .x = 1, .y = 0 }, hh = { x: 2, z: 1 }, ii = {}, jj = { { 0 } };
char kk[] = "abc", ll[] = { "abc" }, mm[] = ("x");
extern int nn __asm__("other") __attribute__((weak)), oo __attribute__((aligned(8))) = 1;
__extension__ typedef long long pp;
;
__asm__("nop");
int typedef qq; int rr(qq), ss(qq qq);
const struct { int x; } tt, *uu;
struct vv *ww(struct vv *), xx(); struct vv { int q; };
