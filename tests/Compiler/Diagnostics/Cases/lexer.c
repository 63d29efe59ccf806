// -Wall -Wextra
int a = 1 $ 2;
int b$c = 1;
int d = 1 @ 2;
int e = 1 ` 2;
int \ f;
int g\
h;
int i = 1 \ 2;
int é = 1;
int \u00e9x = 2;
int \u0041 = 2;
/* unterminated
int k;
