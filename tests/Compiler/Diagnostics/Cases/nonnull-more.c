// -Wall
void a(char *) __attribute__((nonnull));
	void b(char *, int *) __attribute__((nonnull(2)));
	char *c(void) __attribute__((returns_nonnull));
	void d(int n, char *p __attribute__((nonnull)));
char *c(void) {
