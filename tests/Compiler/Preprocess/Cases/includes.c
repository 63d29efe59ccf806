// options: -Iinclude -Iinclude/next
// Include (6.10.2): guards, once, computed names, include_next, macros in names.
#include "include/guarded.h"
#include "include/guarded.h"
#include <guarded.h>
#include "once.h"
#include "include/once.h"
#include "once.h"
#define NAME "include/counted.h"
#include NAME
#define ANGLED <counted.h>
#include ANGLED
#define PART counted
#include <PART.h>
#define LESS <
#include LESS PART.h>
#include <chain.h>
__INCLUDE_LEVEL__ __FILE__ __BASE_FILE__ __FILE_NAME__
