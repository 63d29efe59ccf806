int f(int);
int f(long);
extern int v;
extern long v;
int k(void);
static int k(void);
static int w;
extern int w;
int w;
double h(void) { return 1; }
float h(void);
void first(void) { second(); }
