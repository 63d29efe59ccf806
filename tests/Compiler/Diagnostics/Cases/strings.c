// -Wall
char e[] = L"x";
int f[] = "x";
char *g = "\z\8";
char *h = "\400 \777";
char i[2] = "abc" "def";
char *k = "a\
b";
