// The image record: what travels and what does not, and the thread-local block, as docs/fat-file-format.md has them.
void put(const char *);
void hex(unsigned long);
extern const unsigned long __popcorn_image[16];
extern char __popcorn_map[], __popcorn_isa_map[], _end[];
__attribute__((section(".popcorn.private"))) long mine = 5;
__attribute__((section(".popcorn.private.bss"))) char own_bss[70000];
long data = 6, bss[10];
_Thread_local int first = 1;
_Thread_local char last[100];
extern _Thread_local char __popcorn_tls_end;
static int within(const void *p, int k) { return (unsigned long)p >= __popcorn_image[k] && (unsigned long)p < __popcorn_image[k + 1]; }
int main(void) {
  hex(within(&data, 4) && within(bss, 4) && within(_end - 1, 4));
  hex(within(&mine, 6) && within(own_bss, 6) && within(own_bss + 69999, 6));
  hex(within(&mine, 4) || within(own_bss, 4) || within(&data, 6));
  hex(__popcorn_image[4] % 0x10000 == 0 && __popcorn_image[5] % 0x1000 == 0 && __popcorn_image[6] % 0x1000 == 0);
  hex(__popcorn_image[6] / 0x10000 > (__popcorn_image[5] - 1) / 0x10000);
  hex(__popcorn_image[9]);
  hex(__popcorn_image[10]);
  hex(__popcorn_image[11]);
  hex(&__popcorn_tls_end - (char *)&first == __popcorn_image[10]);
  hex(within(main, 12));
  hex(__popcorn_image[14] == (unsigned long)__popcorn_map);
  put(__popcorn_map);
  put(__popcorn_isa_map);
  mine += data;
  own_bss[69999] = mine;
  last[3] = first;
  hex(own_bss[69999] + last[3]);
  return 0;
}
