// -Wmissing-prototypes -Wstrict-prototypes -Wold-style-definition -Wmissing-variable-declarations
int a() { return 1; }
int b();
int c(void) { return 2; }
static int d(void) { return a(); }
int e(x) int x; { return x + d(); }
int known(void);
int known(void) { return 1; }
int (*fp)();
int var;
extern int var2;
int var2;
static int var3;
int main(void) { return var3; }
void callback(void (*f)());
int proto(int);
int proto(x) int x; { return x; }
int late();
int late(int x) { return x; }
