/* What migrate.c asks the runtime. Apart from it because that file is compiled with sites and this one is not. */
#include "popcorn.h"

int __popcorn_nid(void) { return __popcorn_process.nid; }

int __popcorn_home(void) { return __popcorn_state.home; }

int __popcorn_available(int nid)
{
	struct process *p = &__popcorn_process;
	return nid >= 0 && nid < MAX_NODES && (nid == p->nid || ((p->nodes & ~p->failed) >> nid & 1));
}

int __popcorn_nodes(void)
{
	int n = 0;
	for (u32 m = __popcorn_process.nodes & ~__popcorn_process.failed; m; m &= m - 1)
		n++;
	return n;
}

int __popcorn_arch(void) { return __popcorn_isa() == ISA_X86_64; }

long __popcorn_tid(void) { return __popcorn_state.tid; }
