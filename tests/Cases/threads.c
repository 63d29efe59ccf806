// Threads at home: mutexes, condition variables, thread-local variables, barriers, read-write locks, semaphores, keys, once, detaching,
// cancelling, exiting. A program of several threads does not move; between and after them it does.
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { THREADS = 4 };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long total;
static _Thread_local int counter = 5;
static _Thread_local struct { char name[24]; int *self; } mine = {"initial", &(int){0}};

static void *add(void *p) {
  int local[16], id = (int)(long)p;
  for (int i = 0; i < 16; i++) local[i] = id;
  for (int i = 0; i < 2000; i++) {
    pthread_mutex_lock(&mutex);
    total += local[i % 16];
    pthread_mutex_unlock(&mutex);
    counter += id;
  }
  mine.self = &local[3];
  snprintf(mine.name, sizeof mine.name, "thread %d", id);
  return (void *)(long)(counter + *mine.self + (int)strlen(mine.name));
}

static void mutexes(void) {
  pthread_t t[THREADS];
  for (long i = 0; i < THREADS; i++) pthread_create(&t[i], NULL, add, (void *)(i + 1));
  for (int i = 0; i < THREADS; i++) {
    void *result;
    pthread_join(t[i], &result);
    printf("thread %d: %ld\n", i, (long)result);
  }
  printf("total %ld, here %d %s\n", total, counter, mine.name);
}

static struct { pthread_mutex_t m; pthread_cond_t some, room; int slots[8], used, next, done; } queue = {
  PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, PTHREAD_COND_INITIALIZER, {0}, 0, 0, 0};

static void *produce(void *p) {
  for (int i = 1; i <= 300; i++) {
    pthread_mutex_lock(&queue.m);
    while (queue.used == 8) pthread_cond_wait(&queue.room, &queue.m);
    queue.slots[(queue.next + queue.used++) % 8] = i * (int)(long)p;
    pthread_cond_signal(&queue.some);
    pthread_mutex_unlock(&queue.m);
  }
  return NULL;
}

static void *consume(void *p) {
  long sum = 0;
  (void)p;
  for (;;) {
    pthread_mutex_lock(&queue.m);
    while (!queue.used && !queue.done) pthread_cond_wait(&queue.some, &queue.m);
    if (!queue.used) break;
    sum += queue.slots[queue.next];
    queue.next = (queue.next + 1) % 8;
    queue.used--;
    pthread_cond_signal(&queue.room);
    pthread_mutex_unlock(&queue.m);
  }
  pthread_mutex_unlock(&queue.m);
  return (void *)sum;
}

static void conditions(void) {
  pthread_t p[2], c[2];
  long sum = 0;
  for (long i = 0; i < 2; i++) {
    pthread_create(&p[i], NULL, produce, (void *)(i + 1));
    pthread_create(&c[i], NULL, consume, NULL);
  }
  for (int i = 0; i < 2; i++) pthread_join(p[i], NULL);
  pthread_mutex_lock(&queue.m);
  queue.done = 1;
  pthread_cond_broadcast(&queue.some);
  pthread_mutex_unlock(&queue.m);
  for (int i = 0; i < 2; i++) {
    void *r;
    pthread_join(c[i], &r);
    sum += (long)r;
  }
  printf("consumed %ld\n", sum);
  struct timespec soon;
  clock_gettime(CLOCK_REALTIME, &soon);
  soon.tv_nsec += 2000000;
  if (soon.tv_nsec >= 1000000000) soon.tv_sec++, soon.tv_nsec -= 1000000000;
  pthread_mutex_lock(&mutex);
  printf("timed %d\n", pthread_cond_timedwait(&queue.some, &mutex, &soon) == ETIMEDOUT);
  pthread_mutex_unlock(&mutex);
}

static pthread_barrier_t barrier;
static pthread_rwlock_t rwlock = PTHREAD_RWLOCK_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static sem_t semaphore;
static int phase[THREADS], inits, serials, destroyed;

static void init(void) { inits++; }
static void destroy(void *p) { __atomic_fetch_add(&destroyed, *(int *)p, __ATOMIC_SEQ_CST); free(p); }

static void *steps(void *p) {
  int id = (int)(long)p, ok = 1;
  int *value = malloc(sizeof *value);
  *value = id + 1;
  pthread_once(&once, init);
  pthread_setspecific(key, value);
  for (int i = 1; i <= 5; i++) {
    pthread_rwlock_wrlock(&rwlock);
    phase[id] = i;
    pthread_rwlock_unlock(&rwlock);
    if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) __atomic_fetch_add(&serials, 1, __ATOMIC_SEQ_CST);
    pthread_rwlock_rdlock(&rwlock);
    for (int k = 0; k < THREADS; k++) ok &= phase[k] == i;
    pthread_rwlock_unlock(&rwlock);
    pthread_barrier_wait(&barrier);
  }
  ok &= pthread_getspecific(key) == value;
  sem_post(&semaphore);
  pthread_exit((void *)(long)ok);
}

static void barriers(void) {
  pthread_t t[THREADS];
  int ok = 1;
  pthread_barrier_init(&barrier, NULL, THREADS);
  pthread_key_create(&key, destroy);
  sem_init(&semaphore, 0, 0);
  for (long i = 0; i < THREADS; i++) pthread_create(&t[i], NULL, steps, (void *)i);
  for (int i = 0; i < THREADS; i++) sem_wait(&semaphore);
  for (int i = 0; i < THREADS; i++) {
    void *r;
    pthread_join(t[i], &r);
    ok &= (int)(long)r;
  }
  printf("barriers %d %d %d %d\n", ok, inits, serials, destroyed);
}

static int ends[2];
static volatile int cleaned, spinning, asked;
static void clean(void *p) { cleaned += (int)(long)p; }

static void *reader(void *p) {
  char c;
  (void)p;
  pthread_cleanup_push(clean, (void *)1L);
  sem_post(&semaphore);
  while (read(ends[0], &c, 1) >= 0) { }
  pthread_cleanup_pop(0);
  return NULL;
}

static void *waiter(void *p) {
  (void)p;
  pthread_mutex_lock(&mutex);
  pthread_cleanup_push((void (*)(void *))pthread_mutex_unlock, &mutex);
  pthread_cleanup_push(clean, (void *)10L);
  sem_post(&semaphore);
  for (;;) pthread_cond_wait(&queue.room, &mutex);
  pthread_cleanup_pop(0);
  pthread_cleanup_pop(0);
  return NULL;
}

static void *spinner(void *p) {
  (void)p;
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
  pthread_cleanup_push(clean, (void *)100L);
  sem_post(&semaphore);
  for (;;) spinning++;
  pthread_cleanup_pop(0);
  return NULL;
}

static void *stubborn(void *p) {
  (void)p;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
  sem_post(&semaphore);
  while (!asked) usleep(500);
  pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
  cleaned += 1000;
  pthread_testcancel();
  return NULL;
}

static void cancelling(void) {
  void *(*all[])(void *) = {reader, waiter, spinner, stubborn};
  if (pipe(ends)) return;
  for (int i = 0; i < 4; i++) {
    pthread_t t;
    void *r = NULL;
    pthread_create(&t, NULL, all[i], NULL);
    sem_wait(&semaphore);
    if (i == 1) pthread_mutex_lock(&mutex), pthread_mutex_unlock(&mutex);
    pthread_cancel(t);
    asked = i == 3;
    pthread_join(t, &r);
    printf("cancelled %d, cleaned %d\n", r == PTHREAD_CANCELED, cleaned);
  }
  printf("mutex is free: %d\n", pthread_mutex_trylock(&mutex) == 0);
  pthread_mutex_unlock(&mutex);
}

static _Thread_local int caught;
static void handler(int signo) { caught = signo; sem_post(&semaphore); }

static void *signalled(void *p) {
  (void)p;
  sem_post(&semaphore);
  while (!caught) usleep(500);
  return (void *)(long)caught;
}

static void *detached(void *p) {
  char block[20000];
  memset(block, (int)(long)p, sizeof block);
  void *memory = malloc(200000 + block[77]);
  free(memory);
  sem_post(&semaphore);
  return NULL;
}

static void rest(void) {
  pthread_t t;
  void *r;
  struct sigaction action = {.sa_handler = handler};
  sigaction(SIGUSR1, &action, NULL);
  pthread_create(&t, NULL, signalled, NULL);
  while (sem_wait(&semaphore)) { }
  pthread_kill(t, SIGUSR1);
  while (sem_wait(&semaphore)) { }
  pthread_join(t, &r);
  printf("signal in the thread: %d, here %d\n", r == (void *)(long)SIGUSR1, caught);
  pthread_attr_t attr;
  pthread_attr_init(&attr);
  pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attr, 300000);
  for (long i = 0; i < 20; i++) pthread_create(&t, &attr, detached, (void *)i);
  for (int i = 0; i < 20; i++) sem_wait(&semaphore);
  puts("detached");
}

static long work(long n) { return n < 2 ? n : work(n - 1) + work(n - 2); }

int main(void) {
  printf("%ld\n", work(12));
  mutexes();
  printf("%ld\n", work(12));
  conditions();
  barriers();
  printf("%ld\n", work(12));
  cancelling();
  rest();
  fflush(stdout);
  printf("%ld\n", work(12));
  return 0;
}
