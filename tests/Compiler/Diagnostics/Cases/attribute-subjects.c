int a __attribute__((noreturn));
int b __attribute__((format(printf, 1, 2)));
int c __attribute__((constructor));
void d(void) __attribute__((vector_size(16)));
int e __attribute__((pure));
int f __attribute__((always_inline));
typedef int g __attribute__((weak));
struct h { int x; } __attribute__((weak));
void i(int p __attribute__((section("x"))));
void j(void) {
	int l __attribute__((section("x")));
	int m __attribute__((weak));
	int n __attribute__((alias("x")));
	}
struct k { int x __attribute__((section("s"))); };
int o __attribute__((malloc));
void p(void) __attribute__((malloc));
void q(void) __attribute__((warn_unused_result));
int r __attribute__((cleanup(p)));
void s(int x) __attribute__((nonnull));
int t __attribute__((packed));
void u(void) __attribute__((packed));
int v __attribute__((returns_twice));
static int w __attribute__((weak));
int x __attribute__((gnu_inline));
int y __attribute__((transparent_union));
enum z { Z } __attribute__((noinline));
