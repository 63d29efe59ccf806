/* Thread descriptors and thread-local blocks. The runtime has set up the main thread's block before __libc_start_main, at an address that
 * stays the same wherever the program moves; musl has only to fill in its part. For another thread the block is made here, inside the
 * memory that pthread_create has mapped: two words for AArch64, the block, the descriptor at its end (docs/fat-file-format.md). */
#define SYSCALL_NO_TLS 1
#include <stddef.h>
#include <string.h>
#include "pthread_impl.h"
#include "libc.h"
#include "atomic.h"
#include "syscall.h"

volatile int __thread_list_lock;

/* Of struct popcorn_image, made by the linker. */
extern const struct {
	char head[64];
	unsigned long tls_image, tls_file_size, tls_size, tls_align;
} __popcorn_image;

int __init_tp(void *p)
{
	pthread_t td = p;
	td->self = td;
	libc.can_do_threads = 1;
	td->detach_state = DT_JOINABLE;
	td->tid = __syscall(SYS_set_tid_address, &__thread_list_lock);
	td->locale = &libc.global_locale;
	td->robust_list.head = &td->robust_list.head;
	td->next = td->prev = td;
	return 0;
}

void *__copy_tls(unsigned char *mem)
{
	unsigned char *block = (unsigned char *)(((uintptr_t)mem + 16 + libc.tls_align - 1) & -libc.tls_align);
	memcpy(block, (void *)__popcorn_image.tls_image, __popcorn_image.tls_file_size);
	pthread_t td = (void *)(block + __popcorn_image.tls_size);
	td->self = td;
	return td;
}

/* The program's thread-local variables as they are at a thread's start (for SIGEV_THREAD); the runtime's keep their values. */
extern _Thread_local char *__popcorn_dsp;
extern _Thread_local void *__popcorn_self;
extern _Thread_local volatile int *volatile __popcorn_cancel;

void __reset_tls()
{
	unsigned char *block = (unsigned char *)__get_tp() - __popcorn_image.tls_size;
	unsigned long image = __popcorn_image.tls_file_size;
	char *dsp = __popcorn_dsp;
	void *self = __popcorn_self;
	volatile int *cancel = __popcorn_cancel;
	memcpy(block, (void *)__popcorn_image.tls_image, image);
	memset(block + image, 0, __popcorn_image.tls_size - image);
	__popcorn_dsp = dsp;
	__popcorn_self = self;
	__popcorn_cancel = cancel;
}

void __init_tls(size_t *aux)
{
	libc.tls_align = __popcorn_image.tls_align < 16 ? 16 : __popcorn_image.tls_align;
	libc.tls_size = (16 + libc.tls_align - 1 + __popcorn_image.tls_size + sizeof(struct pthread) + 15) & -16;
	__init_tp((void *)__get_tp());
}
