// Streams whose reading, writing and seeking are functions of the program (fopencookie), used by printf and scanf, which are on the stack
// when such a function moves the program; open_memstream and fmemopen beside them.
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text { char data[400]; size_t size, at; int calls; };

static volatile int rounds = 2;
__attribute__((noinline)) static void work(void) {
  for (volatile int i = 0; i < rounds; i++) { }
}

static ssize_t take(void *cookie, char *buffer, size_t size) {
  struct text *t = cookie;
  size_t n = t->size - t->at < 5 ? t->size - t->at : 5;
  if (n > size) n = size;
  work();
  memcpy(buffer, t->data + t->at, n);
  t->at += n;
  t->calls++;
  work();
  return n;
}
static ssize_t put(void *cookie, const char *buffer, size_t size) {
  struct text *t = cookie;
  for (size_t i = 0; i < size; i++) t->data[t->at++] = buffer[i] >= 'a' && buffer[i] <= 'z' ? buffer[i] - 32 : buffer[i];
  if (t->at > t->size) t->size = t->at;
  work();
  return size;
}
static int seek(void *cookie, off64_t *offset, int from) {
  struct text *t = cookie;
  work();
  t->at = from == SEEK_SET ? *offset : from == SEEK_CUR ? t->at + *offset : t->size + *offset;
  *offset = t->at;
  return 0;
}
static int closing(void *cookie) {
  work();
  printf("closed %d\n", ((struct text *)cookie)->size > 100);
  return 0;
}

int main(void) {
  struct text *t = calloc(1, sizeof *t);
  FILE *f = fopencookie(t, "w+", (cookie_io_functions_t){take, put, seek, closing});
  setvbuf(f, 0, _IOFBF, 16);
  for (int i = 0; i < 6; i++) fprintf(f, "%d %s %.3f\n", i * 1111, i & 1 ? "odd" : "even", i / 3.0);
  fflush(f);
  fwrite(t->data, 1, t->size, stdout);
  rewind(f);
  int number;
  char word[16];
  double value;
  while (fscanf(f, "%d %15s %lf", &number, word, &value) == 3) printf("%d|%s|%.2f|%d\n", number, word, value, t->calls > 3);
  printf("eof %d\n", feof(f) != 0);
  fseek(f, 5, SEEK_SET);
  printf("%d", getc(f));
  ungetc('#', f);
  printf(" %c", getc(f));
  printf(" %ld\n", ftell(f));
  fclose(f);
  free(t);

  char *memory;
  size_t size;
  FILE *m = open_memstream(&memory, &size);
  for (int i = 0; i < 40; i++) fprintf(m, "<%d>", i);
  fclose(m);
  printf("%zu %.12s %s\n", size, memory, memory + size - 4);
  FILE *r = fmemopen(memory, size, "r");
  int total = 0, got = 0;
  while (fscanf(r, "<%d>", &number) == 1) total += number, got++;
  fclose(r);
  printf("%d %d\n", total, got);
  free(memory);
  return 0;
}
