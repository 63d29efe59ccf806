/* _Atomic objects and the __atomic and __sync builtins, single-threaded: values and results. */
#include "out.h"
struct pair { int a, b; };
static _Atomic int ai = 5; static _Atomic unsigned char ac = 250; static _Atomic long al; static _Atomic double ad = 1.5; static _Atomic(int *) ap; static _Atomic _Bool ab; static int arr[4] = { 1, 2, 3, 4 };
static _Atomic struct pair apair;
static int plain; static unsigned char plain8; static long plain64; static int *pp = arr; static __int128 wide;
static int count; static int next(void) { return ++count; }
int main(void)
{
	out_long(ai++); out_long(++ai); out_long(ai += 10); out_long(ai -= next()); out_long(ai *= next()); out_long(ai <<= 2); out_long(ai); out_long(count);
	out_long(ac += 10); out_long(ac--); out_long(ac /= 2); out_long(ac ^= 0xff);
	al = -1; out_long(al >>= 1); out_double(ad *= 3); ad++; out_double(ad); ap = arr; out_long(*++ap); ap++; out_long(*ap++); out_long(*ap); ab = 7; out_long(ab); ab ^= 1; out_long(ab);
	apair = (struct pair){ 3, 4 }; struct pair p = apair; out_long(p.a * 10 + p.b);
	out_long(__atomic_fetch_add(&plain, 5, __ATOMIC_SEQ_CST)); out_long(__atomic_add_fetch(&plain, 5, __ATOMIC_RELAXED)); out_long(__atomic_fetch_sub(&plain, 1, __ATOMIC_ACQUIRE)); out_long(__atomic_nand_fetch(&plain, 6, __ATOMIC_ACQ_REL)); out_long(__atomic_fetch_or(&plain, 3, 5)); out_long(__atomic_xor_fetch(&plain, 0xff, 5)); out_long(__atomic_and_fetch(&plain, 0xf0f, 5));
	__atomic_store_n(&plain64, 123456789012, __ATOMIC_RELEASE); out_long(__atomic_load_n(&plain64, __ATOMIC_ACQUIRE)); long got, put = 77; __atomic_load(&plain64, &got, 5); __atomic_store(&plain64, &put, 5); out_long(got + plain64); out_long(__atomic_exchange_n(&plain64, 9, 5)); __atomic_exchange(&plain64, &put, &got, 5); out_long(got * 100 + plain64);
	int expected = 1; out_long(__atomic_compare_exchange_n(&plain, &expected, 50, 0, 5, 5)); out_long(expected == plain); out_long(__atomic_compare_exchange_n(&plain, &expected, 50, 0, 5, 0)); out_long(plain);
	struct pair e = { 1, 1 }, w = { 8, 9 }; static struct pair obj = { 1, 1 }; out_long(__atomic_compare_exchange(&obj, &e, &w, 0, 5, 5)); out_long(obj.a + obj.b); out_long(__atomic_compare_exchange(&obj, &e, &w, 0, 5, 5)); out_long(e.a * 10 + e.b);
	out_long(__sync_fetch_and_add(&plain, 2)); out_long(__sync_add_and_fetch(&plain, 2)); out_long(__sync_bool_compare_and_swap(&plain, 54, 60)); out_long(__sync_val_compare_and_swap(&plain, 1, 2)); out_long(__sync_lock_test_and_set(&plain, 3)); __sync_lock_release(&plain); out_long(plain); __sync_synchronize();
	out_long(__atomic_test_and_set(&plain8, 5)); out_long(__atomic_test_and_set(&plain8, 5)); __atomic_clear(&plain8, 5); out_long(plain8); __atomic_thread_fence(5); __atomic_signal_fence(2);
	out_long(__atomic_fetch_add(&pp, 4, 5) - arr); out_long(pp - arr); out_long(__atomic_exchange_n(&pp, arr + 3, 5) - arr); out_long(*pp); out_long(__atomic_is_lock_free(8, 0));
	(void)wide;
	return 0;
}
