// Warnings that need only syntax.
int f(int a, int b, int c)
{
    if (a || b && c) a = 1;
    if (a | b & c) a = 1;
    if (a & b == c) a = 1;
    a = a << b + 1;
    if (a < b < c) a = 2;
    if (a) if (b) c = 1; else c = 2;
    if (a);
    while (a) ; { b = 1; }
    if (a)
        b = 1;
        c = 1;
    for (;a;)
        b = 1;
    c = 1;
    if (a)
        b = 1;
    else
        c = 1;
        b = 2;
    if (sizeof(b)) return 1;
    while (a)
	b = 1;
	c = 1;
    return a || b && "x";
}
#define CLAMP(x) if (x) x = 1
int g(int q) { CLAMP(q); return q; }
