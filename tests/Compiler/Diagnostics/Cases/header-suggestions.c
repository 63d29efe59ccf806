#include "stdoi.h"
int a;
