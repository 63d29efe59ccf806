// -Wall
#error some text "here"
#warning be "careful"
#include 3
#include "stdio.h
#include <stdio.h> junk
#include ""
#include <>
#line -3
#unknown directive
# 
#!shebang
#pragma unknown thing
#pragma GCC poison
#pragma GCC poison bad
#pragma pack(3)
#pragma pack(pop)
#pragma message "hi"
#pragma GCC error "stop"
#pragma GCC warning "careful"
#sccs "x"
#assert x
#import <stdio.h>
