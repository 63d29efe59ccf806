// Pragmas that the parser obeys or hands on.
#pragma pack(push, 1)
struct A { char c; int i; };
#pragma pack(push, name, 2)
struct B { char c; struct C { char c; } in; };
#pragma pack(pop)
struct D { char c; };
#pragma pack(pop)
struct E { char c; };
#pragma pack(4)
struct F {
#pragma pack(8)
    char c; struct G { int i; } g;
};
#pragma pack()
struct H { char c; };
#pragma weak first
#pragma weak second = target
#pragma redefine_extname old new
int x =
#pragma STDC FP_CONTRACT OFF
    1;
_Pragma("pack(1)") struct I { char c; };
