// -Wunused-macros
#define USED 1
#define UNUSED 2
#define TESTED
#define FUNCTION(x) x
#ifdef TESTED
int a = USED;
#endif
#define AGAIN 1
#undef AGAIN
#define LAST(a, b) a + b
