// -Wcast-function-type-strict
enum e { A };
typedef int (*fi)(int);
typedef enum e (*fe)(enum e);
unsigned u(unsigned);
int i(int);
fi f1 = (fi)u;
fe f2 = (fe)i;
