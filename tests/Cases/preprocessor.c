// The preprocessor at work: function-like macros, # and ##, variadic macros, recursion that stops, conditionals, __LINE__, _Pragma, X-macros.
#include <stdio.h>

#define STRING_(x) #x
#define STRING(x) STRING_(x)
#define JOIN(a, b) a##b
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#define LOG(fmt, ...) printf("[" fmt "]\n", ##__VA_ARGS__)
#define COLOURS(X) X(red, 1) X(green, 2) X(blue, 4)
static int self = 1;
#define self self + 1
#define EMPTY
#define CALL(f, ...) f(__VA_ARGS__)
#if defined(EMPTY) && !defined(MISSING) && 3 * (2 + 1) == 9 && 'a' < 'b'
#define CHOSEN "first"
#elif 1
#define CHOSEN "second"
#else
#error never
#endif

enum {
#define X(name, value) name = value,
  COLOURS(X)
#undef X
};
static const char *name(int v) {
  switch (v) {
#define X(n, value) case value: return #n;
    COLOURS(X)
#undef X
  }
  return "?";
}

int main(void) {
  int JOIN(va, lue) = MAX(3, 4);
  printf("%d %s %s\n", value, STRING(MAX(1, 2)), STRING_(a  "b\n" 'c'));
  LOG("plain");
  LOG("%d %s", 5, "args");

  int result = self;
  printf("%d\n", result + red + green + blue);
  printf("%s %s %s\n", name(1), name(4), name(3));
  printf("%s %d\n", CHOSEN, __LINE__);
#line 500 "renamed.c"
  printf("%d %s\n", __LINE__, __FILE__);
  printf("%d\n", CALL(MAX, CALL(MAX, 1, 9), 5));
  printf("%s\n", __func__);
#ifdef EMPTY
  printf("trigraphs and\
 splices\n");
#endif
  _Pragma("GCC diagnostic push") printf("%ld\n", EMPTY 1L EMPTY);
  return 0;
}
