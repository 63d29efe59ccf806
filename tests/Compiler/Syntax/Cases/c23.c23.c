// C23: keywords, attributes, constexpr, auto, empty parameter lists that are prototypes, numbers.
bool a = true; alignas(8) int b; thread_local int c; static_assert(sizeof(bool) == 1); typeof(a) d; typeof_unqual(a) e; constexpr int f = 1'000; void *g = nullptr;
int h() { auto i = 1; static auto j = 2; auto const k = 0b101; return alignof(int); }
enum E : short { one }; int l(...); int unnamed(int, char *) { return 0; } int m = false ? 1 : 2; [[nodiscard]] int n(void);
int o(void) { (static int){ 1 }; (constexpr int[]){ 1 }; label: int q; return q; }
