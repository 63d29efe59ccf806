// printf of integers: every length modifier, flag, width and precision, and * for both.
#include <inttypes.h>
#include <limits.h>
#include <stddef.h>
#include <stdio.h>

int main(void) {
  printf("|%d|%5d|%-5d|%05d|%+d|% d|\n", 42, 42, 42, 42, 42, 42);
  printf("|%d|%5d|%-5d|%05d|%+d|% d|\n", -42, -42, -42, -42, -42, -42);
  printf("|%.5d|%8.5d|%-8.5d|%.0d|%+.3d|\n", 42, 42, 42, 0, 7);
  printf("|%u|%o|%x|%X|%#o|%#x|%#X|\n", 3000000000u, 8u, 255u, 255u, 8u, 255u, 255u);
  printf("|%hhd|%hd|%hhu|%hu|\n", (char)-1, (short)-1, (unsigned char)255, (unsigned short)65535);
  printf("|%ld|%lld|%lu|%llu|\n", LONG_MIN, LLONG_MAX, ULONG_MAX, ULLONG_MAX);
  printf("|%zu|%td|%jd|\n", sizeof(long), (ptrdiff_t)-5, (intmax_t)-9);
  printf("|%" PRId64 "|%" PRIx32 "|%" PRIu8 "|\n", INT64_C(-1234567890123), UINT32_C(0xdeadbeef), (uint8_t)200);
  printf("|%*d|%-*d|%.*d|%*.*d|%*d|\n", 6, 1, 6, 2, 4, 3, 8, 4, 5, -6, 6);
  printf("|%c|%5c|%-5c|%%|\n", 'a', 'b', 'c');
  printf("|%x|%08lx|%#018llx|\n", 0u, 0xabcdefL, 0x123456789abcLL);
  printf("|%2$d %1$d|\n", 1, 2);
  int n = 0, m = 0;
  printf("12345%n6789%n\n", &n, &m);
  printf("%d %d\n", n, m);
  printf("%d\n", printf("%s", ""));
  for (int i = 1; i < 100000000; i *= 10) printf("%9d\n", i);
  return 0;
}
