/* The main thread's descriptor. The runtime has set up the thread-local block before __libc_start_main, at an address that stays
 * the same wherever the program moves; musl has only to fill in its part. Threads are refused by clone, so nothing else is needed. */
#define SYSCALL_NO_TLS 1
#include <stddef.h>
#include <string.h>
#include "pthread_impl.h"
#include "libc.h"
#include "atomic.h"
#include "syscall.h"

volatile int __thread_list_lock;

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
	a_crash();
	return mem;
}

void __init_tls(size_t *aux)
{
	libc.tls_align = 16;
	libc.tls_size = sizeof(struct pthread);
	__init_tp((void *)__get_tp());
}
