// -Wall
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-variable"
int f(void) { int x; return 1; }
#pragma GCC diagnostic pop
int g(void) { int x; return 1; }
#pragma GCC diagnostic error "-Wunused-variable"
int h(void) { int x; return 1; }
#pragma GCC diagnostic warning "-Wunused-variable"
int i(void) { int x; return 1; }
#pragma clang diagnostic ignored "-Wunused"
int j(void) { int x; return 1; }
#pragma GCC diagnostic ignored "-Wnonsense"
#pragma GCC diagnostic pop
#pragma unknown thing
#pragma pack(push, 3)
#pragma pack(pop)
#pragma pack(pop)
#pragma STDC FENV_ACCESS ON
_Pragma("GCC diagnostic ignored \"-Wunused-function\"")
static int k(void) { return 1; }
#pragma once
#pragma GCC error "an error"
