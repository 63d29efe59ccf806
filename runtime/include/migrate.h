/* migrate.h: moving a running program between nodes. Compatible with Popcorn Linux's header of this name.
 *
 * A node is a place where the program can run: one instruction set on one machine. Nodes are numbered from 0; node 0 is where the
 * program was started (its home). Open files, the process id, the working directory, signals and the terminal are home's, wherever
 * the program runs. A program that was not started by `popcorn run` has node 0 only.
 *
 * A move takes the whole program: its frames, globals, heap and thread-local data. Pointers stay valid. It happens at a migration
 * point, which is a call of migrate() or check_migrate(), or a poll that the compiler placed. */
#ifndef POPCORN_MIGRATE_H
#define POPCORN_MIGRATE_H

#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Instruction sets, as current_arch() names them. */
enum arch { AARCH64 = 0, X86_64 = 1, NUM_ARCHES };

/* Moves to node nid, then calls callback(data) there (if callback is not null) before it returns. On that node already: only the call
 * is made. If the node cannot be reached or the program cannot move now, one line on stderr says why, the callback is not called, and
 * the program goes on where it is. */
void migrate(int nid, void (*callback)(void *), void *callback_data);

/* A migration point for a move that was asked for from outside (SIGRTMIN, `popcorn migrate`): moves if one is wanted, and then calls
 * callback(data) on the new node. Otherwise does nothing. */
void check_migrate(void (*callback)(void *), void *callback_data);

/* The node the program runs on now. */
int current_nid(void);

/* 1 if the program could move to node nid (or is there), else 0. */
int node_available(int nid);

/* The instruction set of the node the program runs on now. */
enum arch current_arch(void);

/* How many nodes the program has, its own included. */
int total_act_nodes(void);

/* As current_nid(). */
int popcorn_getnid(void);

/* The thread's id at home, the same on every node. */
pid_t popcorn_gettid(void);

#ifdef __cplusplus
}
#endif
#endif
