/* Ends a detached thread, whose stack goes with it. */
#include <stddef.h>

_Noreturn void __popcorn_thread_unmap(unsigned long base, unsigned long size);

void __unmapself(void *base, size_t size)
{
	__popcorn_thread_unmap((unsigned long)base, size);
}
