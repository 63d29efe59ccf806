/* The thread's descriptor is at the end of its thread-local block, at the same address on every ISA (docs/fat-file-format.md):
 * &__popcorn_tls_end, a thread-local symbol that the linker defines. So nothing here reads a thread register. */
extern _Thread_local char __popcorn_tls_end[];

static inline uintptr_t __get_tp()
{
	return (uintptr_t)__popcorn_tls_end;
}

#define MC_PC pc
