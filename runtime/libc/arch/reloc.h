/* Programs are static and never relocated while they run; this serves the sources that include dynlink.h. */
#define LDSO_ARCH "popcorn"
#define NO_LEGACY_INITFINI
#define REL_SYMBOLIC 1
#define REL_RELATIVE 2
#define CRTJMP(pc, sp) __builtin_trap()
