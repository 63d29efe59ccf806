#include "deep.c"
