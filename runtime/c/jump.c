/* longjmp to a buffer that was set before the last move. The native stack it describes is gone, but the function that set it, if it has
 * not returned, was entered again by its resume function, which left its own registers in the function's landing, a place in its frame
 * on the data stack that the buffer knows (compiler/Migration/Jumps.cs has the whole of it). So a jump goes there, with the site of the
 * setjmp and the value, whichever node this is and whatever is on the stack in between. */
#include "popcorn.h"

enum { LANDING = 22, SITE = 23, MASK_SAVED = 24, SELF = 25, TOP = 26, MOVES = 27, MASK = 29, VALUE = LANDING };
_Noreturn void __popcorn_land(u64 *landing);

static _Noreturn void refuse(const char *why)
{
	__popcorn_complain("longjmp to a buffer that was set before the program moved to another node; it cannot go on: ", why);
	__popcorn_syscall(SYS_tkill, __popcorn_gettid(), SIGABRT, 0, 0, 0, 0);
	__popcorn_die(SIGABRT);
}

_Noreturn void __popcorn_stale_jump(u64 *buffer, int value)
{
	u64 *landing = (u64 *)buffer[LANDING];
	if (!landing)
		refuse("setjmp was called by code that has no migration points");
	if ((u64)landing < DATA_STACK_LOW || (u64)landing > DATA_STACK_TOP - 28 * 8 || (u64)landing & 7 || landing[SELF] != (u64)landing
		|| landing[MOVES] != __popcorn_state.moves)
		refuse("the function that called setjmp has returned");
	if (buffer[MASK_SAVED])
		__popcorn_sigprocmask(SIG_SETMASK, &buffer[MASK], NULL);
	landing[VALUE] = value;
	landing[SITE] = buffer[SITE];
	landing[TOP] = buffer[TOP];
	__popcorn_land(landing);
}
