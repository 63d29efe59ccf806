/* The other side of out.h, compiled by the machine's own compiler. */
#include <stdio.h>
#include "out.h"
void out_long(long x) { printf("%ld\n", x); }
void out_hex(unsigned long x) { printf("%lx\n", x); }
void out_double(double x) { printf("%a\n", x); }
void out_text(const char *s) { printf("%s\n", s); }
/* Of the target runtime; see docs/neutral-abi.md. */
const char __popcorn_no_arguments[64];
