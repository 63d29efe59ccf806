/* Atomic access to objects that no instruction of an ISA handles: the generic functions a compiler calls for structs of any size (the library interface of GCC's
 * "Atomic" wiki page), and those for 16 bytes, which x86-64 without cmpxchg16b asks for. One lock serves all, except that an object which an instruction would reach
 * gets that instruction: other code that knows more of its alignment uses it. The names are builtins, so they are given by asm labels. */
typedef unsigned __int128 u128;

static int lock;

static void take(void)
{
	while (__atomic_exchange_n(&lock, 1, __ATOMIC_ACQUIRE)) {
	}
}

static void give(void)
{
	__atomic_store_n(&lock, 0, __ATOMIC_RELEASE);
}

static void copy(void *to, const void *from, unsigned long size)
{
	char *t = to;
	const char *f = from;
	while (size--) *t++ = *f++;
}

static int differ(const void *a, const void *b, unsigned long size)
{
	const char *x = a, *y = b;
	while (size--) if (*x++ != *y++) return 1;
	return 0;
}

void popcorn_atomic_load(unsigned long size, void *object, void *result, int order) __asm__("__atomic_load");
void popcorn_atomic_store(unsigned long size, void *object, void *value, int order) __asm__("__atomic_store");
void popcorn_atomic_exchange(unsigned long size, void *object, void *value, void *result, int order) __asm__("__atomic_exchange");
_Bool popcorn_atomic_compare_exchange(unsigned long size, void *object, void *expected, void *desired, int success, int failure) __asm__("__atomic_compare_exchange");

/* Runs the statement with T an integer of the size, if an instruction reaches the object. */
#define DIRECTLY(statement) \
	if (((unsigned long)object & (size - 1)) == 0) { \
		if (size == 1) { typedef unsigned char T; statement; } \
		if (size == 2) { typedef unsigned short T; statement; } \
		if (size == 4) { typedef unsigned T; statement; } \
		if (size == 8) { typedef unsigned long T; statement; } \
	}

void popcorn_atomic_load(unsigned long size, void *object, void *result, int order)
{
	DIRECTLY(T v = __atomic_load_n((T *)object, __ATOMIC_SEQ_CST); copy(result, &v, size); return)
	take();
	copy(result, object, size);
	give();
}

void popcorn_atomic_store(unsigned long size, void *object, void *value, int order)
{
	DIRECTLY(T v; copy(&v, value, size); __atomic_store_n((T *)object, v, __ATOMIC_SEQ_CST); return)
	take();
	copy(object, value, size);
	give();
}

void popcorn_atomic_exchange(unsigned long size, void *object, void *value, void *result, int order)
{
	DIRECTLY(T v; copy(&v, value, size); v = __atomic_exchange_n((T *)object, v, __ATOMIC_SEQ_CST); copy(result, &v, size); return)
	take();
	copy(result, object, size);
	copy(object, value, size);
	give();
}

_Bool popcorn_atomic_compare_exchange(unsigned long size, void *object, void *expected, void *desired, int success, int failure)
{
	DIRECTLY(
		T e; T d;
		copy(&e, expected, size);
		copy(&d, desired, size);
		_Bool ok = __atomic_compare_exchange_n((T *)object, &e, d, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
		if (!ok) copy(expected, &e, size);
		return ok)
	take();
	_Bool same = !differ(object, expected, size);
	if (same) copy(object, desired, size);
	else copy(expected, object, size);
	give();
	return same;
}

u128 popcorn_atomic_load_16(u128 *object, int order) __asm__("__atomic_load_16");
void popcorn_atomic_store_16(u128 *object, u128 value, int order) __asm__("__atomic_store_16");
_Bool popcorn_atomic_compare_exchange_16(u128 *object, u128 *expected, u128 desired, int success, int failure) __asm__("__atomic_compare_exchange_16");

u128 popcorn_atomic_load_16(u128 *object, int order)
{
	take();
	u128 old = *object;
	give();
	return old;
}

void popcorn_atomic_store_16(u128 *object, u128 value, int order)
{
	take();
	*object = value;
	give();
}

_Bool popcorn_atomic_compare_exchange_16(u128 *object, u128 *expected, u128 desired, int success, int failure)
{
	take();
	u128 old = *object;
	_Bool same = old == *expected;
	if (same) *object = desired;
	else *expected = old;
	give();
	return same;
}

#define FETCH(name, change) \
	u128 popcorn_atomic_##name##_16(u128 *object, u128 value, int order) __asm__("__atomic_" #name "_16"); \
	u128 popcorn_atomic_##name##_16(u128 *object, u128 value, int order) \
	{ \
		take(); \
		u128 old = *object; \
		*object = change; \
		give(); \
		return old; \
	}
FETCH(exchange, value)
FETCH(fetch_add, old + value)
FETCH(fetch_sub, old - value)
FETCH(fetch_and, old & value)
FETCH(fetch_or, old | value)
FETCH(fetch_xor, old ^ value)
FETCH(fetch_nand, ~(old & value))
