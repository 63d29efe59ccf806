int a; double a;
int b; int b(void);
static int c; int c;
int d; static int d;
extern int e; static int e;
typedef int f; typedef long f;
typedef int g; int g;
int h = 1; int h = 2;
int i(void) { return 0; } int i(void) { return 1; }
struct s { int x; }; struct s { int y; };
union s u;
enum s en;
enum t { A, B }; enum t { C };
enum v { A };
int B;
int j(int); int j(long);
int m(); int m(char x) { return x; }
void n(int p) { int p; { int p; } }
void o(void) { int x; int x; extern int y; static int y; }
void q(void) { int z; extern int z; lab: ; lab: ; }
_Thread_local int r; int r;
int w[2]; int w[3];
const int x; int x;
