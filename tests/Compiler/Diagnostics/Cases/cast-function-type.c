// -Wextra
typedef int (*fi)(int);
int a(int);
void b(void);
double c(double);
int d(int, int);
int e();
fi f1 = (fi)b;
fi f2 = (fi)c;
fi f3 = (fi)d;
fi f4 = (fi)e;
void (*f5)(void) = (void (*)(void))c;
fi f6 = (fi)a;
int (*f7)() = (int (*)())b;
