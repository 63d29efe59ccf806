first
#include_next <chain.h>
