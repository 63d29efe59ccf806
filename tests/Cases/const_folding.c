// gcc and clang fold const objects in static initialisers.
static const int a = 5; static const double d[] = {1,2,3}; static const struct {int x; const char*s;} s = {7,"q"}; 
int b = a+1; double e = d[1]*2; int c = s.x; const char *t = s.s; static const char *const names[]={"a","b"}; const char *n1 = names[1];
int printf(const char*,...);
int main(){ static int z = a*2; printf("%d %g %d %s %s %d\n", b,e,c,t,n1,z); }
