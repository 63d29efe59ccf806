// #pragma and _Pragma (6.10.6, 6.10.9): what is handed on, push_macro, pack's words are expanded.
#pragma STDC FP_CONTRACT OFF
#define N 4
#pragma pack(N)
a _Pragma("pack(1)") b
#define DO(x) _Pragma(#x) after
DO(GCC unroll 4)
_Pragma("message(\"quoted \\\\ text\")") x
#pragma push_macro("N")
#undef N
#define N 5
N
#pragma pop_macro("N")
N
#   pragma   GCC   visibility   push(default)  /* comment */
end
