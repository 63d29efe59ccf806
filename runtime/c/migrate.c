/* The user-level API of migrate.h. This file is compiled like the program itself, with sites: a frame of migrate() is on the stack when
 * the program moves, and the callback may move it again. */
#include <migrate.h>

long __popcorn_migrate_call(long nid);
extern volatile int __popcorn_flag;

/* api.c, which is compiled without sites: these read what belongs to this process. */
int __popcorn_nid(void);
int __popcorn_available(int nid);
int __popcorn_nodes(void);
int __popcorn_arch(void);
long __popcorn_tid(void);

void migrate(int nid, void (*callback)(void *), void *callback_data)
{
	if (nid != __popcorn_nid() && (nid < 0 || __popcorn_migrate_call(nid)))
		return;
	if (callback)
		callback(callback_data);
}

void check_migrate(void (*callback)(void *), void *callback_data)
{
	int before = __popcorn_nid();
	if (!__popcorn_flag)
		return;
	__popcorn_migrate_call(-1); /* wherever the request says, as an ordinary call: the compiler takes a call of the poll itself for one it placed, which keeps every register */
	if (callback && __popcorn_nid() != before)
		callback(callback_data);
}

int current_nid(void) { return __popcorn_nid(); }

int node_available(int nid) { return __popcorn_available(nid); }

enum arch current_arch(void) { return __popcorn_arch(); }

int total_act_nodes(void) { return __popcorn_nodes(); }

int popcorn_getnid(void) { return __popcorn_nid(); }

pid_t popcorn_gettid(void) { return __popcorn_tid(); }
