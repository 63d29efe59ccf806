// -std=c17 -pedantic
int a = 0b11;
_Static_assert(1);
int e = { };
bool f;
int g(void) { switch (1) { case 1: } lab: }
#if 0
#elifdef X
#elifndef Y
#endif
#warning w
enum i : int { I };
