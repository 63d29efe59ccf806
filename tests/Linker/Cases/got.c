// -fPIC
// Code that loads addresses through the GOT, as position-independent objects of other compilers do: AArch64 keeps its slots, x86-64's are relaxed.
void put(const char *);
void hex(unsigned long);
int far_data = 3;
extern int missing __attribute__((weak));
extern int missing_function(void) __attribute__((weak));
int far_function(int x) { return x + far_data; }
static int add(int x) { return x + 40; }
int (*volatile pointer)(int) = add;
extern _Thread_local int initial __attribute__((tls_model("initial-exec")));
_Thread_local int initial = 12;
int main(void) {
  far_data += 4;
  hex(far_function(5));
  hex(pointer(2));
  hex(&missing != 0);
  hex(missing_function != 0);
  int (*p)(int) = far_function;
  __asm__("" : "+r"(p));
  hex(p(1));
  initial++;
  hex(initial);
  return 0;
}
