// # (6.10.3.2): white space, literals, empty arguments, and __VA_ARGS__.
#define str(x) #x
#define xstr(x) str(x)
#define all(...) #__VA_ARGS__
str(  a   b
  c ) str() str(/* none */) str("a\n" '\'' "\\") str(\) str(@\n) str('"') str(a"b"c)
#define E
xstr(a E b) xstr(-E-) xstr(a E-b) xstr( E ) xstr((E)) xstr(x E)
all() all(a,b ,  c) all( (a,b) )
str(L"x" u8"y" 'z') str(%:) str(a/**/b)
str(1.e+5.x 0x1p-3 .5e) xstr(__LINE__)
