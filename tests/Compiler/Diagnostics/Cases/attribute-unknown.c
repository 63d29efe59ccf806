// -Wall
int a __attribute__((unusd));
void b(void) __attribute__((noretrun));
int c __attribute__((algined(8)));
int d __attribute__((completely_different_thing));
[[depricated]] int e;
[[gnu::unusd]] int f;
[[vendor::thing]] int g;
__attribute__((alwys_inline)) static inline int h(void) { return 0; }
struct __attribute__((pakced)) i { int x; };
