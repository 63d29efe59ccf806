// -Wall -Werror=unused-variable -Wno-unused-label -Wno-error=implicit-function-declaration
int f(int x) { int y; lab: undeclared(); if (x = 1) return 1; return 0; }
