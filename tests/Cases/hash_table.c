// A hash table with chaining: words counted, table grown, FNV-1a hashes of 32 and 64 bits, iteration in a fixed order.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry { struct entry *next; uint64_t hash; int count; char word[]; };
static struct entry **buckets;
static size_t size, used;

static uint64_t fnv(const char *s, size_t n) {
  uint64_t h = 14695981039346656037u;
  for (size_t i = 0; i < n; i++) h = (h ^ (unsigned char)s[i]) * 1099511628211u;
  return h;
}
static uint32_t fnv32(const char *s) {
  uint32_t h = 2166136261u;
  while (*s) h = (h ^ (unsigned char)*s++) * 16777619u;
  return h;
}
static void grow(void) {
  size_t bigger = size ? size * 2 : 4;
  struct entry **fresh = calloc(bigger, sizeof *fresh);
  for (size_t i = 0; i < size; i++) {
    for (struct entry *e = buckets[i], *next; e; e = next) {
      next = e->next;
      e->next = fresh[e->hash % bigger];
      fresh[e->hash % bigger] = e;
    }
  }
  free(buckets);
  buckets = fresh;
  size = bigger;
}
static struct entry *find(const char *word, size_t n) {
  if (used >= size) grow();
  uint64_t h = fnv(word, n);
  for (struct entry *e = buckets[h % size]; e; e = e->next)
    if (e->hash == h && !strncmp(e->word, word, n) && !e->word[n]) return e;
  struct entry *e = malloc(sizeof *e + n + 1);
  *e = (struct entry){buckets[h % size], h, 0};
  memcpy(e->word, word, n);
  e->word[n] = 0;
  buckets[h % size] = e;
  used++;
  return e;
}

int main(void) {
  const char *text = "the cat and the dog and the bird saw the cat and the other dog";
  for (const char *p = text; *p;) {
    size_t n = strcspn(p, " ");
    find(p, n)->count++;
    p += n + (p[n] == ' ');
  }
  const char *ask[] = {"the", "cat", "and", "dog", "other", "fish"};
  for (int i = 0; i < 6; i++) printf("%s %d\n", ask[i], find(ask[i], strlen(ask[i]))->count);
  printf("%zu %zu\n", used, size);
  printf("%08x %016llx\n", fnv32("popcorn"), (unsigned long long)fnv("popcorn", 7));
  int total = 0;
  for (size_t i = 0; i < size; i++) {
    for (struct entry *e = buckets[i], *next; e; e = next) {
      next = e->next;
      total += e->count * (int)strlen(e->word);
      free(e);
    }
  }
  free(buckets);
  printf("%d\n", total);
  return 0;
}
