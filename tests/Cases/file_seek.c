// Random access: fseek, ftell, update mode, binary records, setvbuf; a file opened before other work and used after it.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct record { int id; double value; char tag[4]; };

static int busy(int n) { return n < 2 ? n : busy(n - 1) + busy(n - 2); }

int main(void) {
  char name[64];
  snprintf(name, sizeof name, "/tmp/popcorn-seek-%d.bin", (int)getpid());
  FILE *f = fopen(name, "w+b");
  if (!f) return 1;
  static char buffer[128];
  printf("%d\n", setvbuf(f, buffer, _IOFBF, sizeof buffer));
  for (int i = 0; i < 12; i++) {
    struct record r = {i, i * 1.5, {'r', (char)('a' + i), 0, 0}};
    fwrite(&r, sizeof r, 1, f);
  }
  printf("%ld\n", ftell(f));
  printf("%d\n", busy(10));
  for (int i = 11; i >= 0; i -= 4) {
    struct record r;
    fseek(f, i * (long)sizeof r, SEEK_SET);
    if (fread(&r, sizeof r, 1, f) != 1) return 2;
    printf("%d %.1f %s\n", r.id, r.value, r.tag);
  }
  fseek(f, -(long)sizeof(struct record), SEEK_END);
  struct record last = {99, -1, "end"};
  fwrite(&last, sizeof last, 1, f);
  fflush(f);
  fseek(f, 11 * (long)sizeof last, SEEK_SET);
  struct record again;
  printf("%zu ", fread(&again, sizeof again, 1, f));
  printf("%d %s\n", again.id, again.tag);
  fseek(f, 0, SEEK_END);
  printf("%ld\n", ftell(f));
  fclose(f);
  unlink(name);
  return 0;
}
