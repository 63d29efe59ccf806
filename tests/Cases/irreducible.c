// Loops with more than one entry: Duff's device, goto into a loop, two loops that jump into each other, a switch across a loop, with calls
// in them so that a move finds the program in every part.
#include <stdio.h>
#include <string.h>

static volatile int rounds = 1;
__attribute__((noinline)) static int work(int v) {
  for (volatile int i = 0; i < rounds; i++) { }
  return v;
}

static int duff(char *to, const char *from, int count) {
  int n = (count + 7) / 8, passes = 0;
  switch (count % 8) {
  case 0: do { passes++; *to++ = work(*from++);
  case 7: *to++ = work(*from++);
  case 6: *to++ = *from++;
  case 5: *to++ = work(*from++);
  case 4: *to++ = *from++;
  case 3: *to++ = work(*from++);
  case 2: *to++ = *from++;
  case 1: *to++ = work(*from++);
    } while (--n > 0);
  }
  return passes;
}

static long into(int n, int middle) {
  long sum = 0;
  int i = 0;
  if (middle) goto inside;
  for (; i < n; i++) {
    sum += work(i);
  inside:
    sum = sum * 3 + work(1);
    if (sum > 100000) sum %= 1009;
  }
  return sum;
}

// Two cycles that share no single header.
static int knot(int a, int b, int limit) {
  int steps = 0;
  double weight = 1;
  if (a & 1) goto right;
left:
  a += work(3);
  weight *= 1.0625;
  if (++steps > limit) goto out;
  if (a % 5 == 0) goto left;
right:
  b += work(a & 7);
  weight += b;
  if (++steps > limit) goto out;
  if (b % 3) goto left;
  a ^= b;
  goto right;
out:
  printf("%d %d %.4f ", a, b, weight);
  return steps;
}

static int coroutine(int *state, int *i) {
  switch (*state) {
  case 0:
    for (*i = 0; *i < 6; ++*i) {
      *state = 1;
      return work(*i * *i);
  case 1:;
      if (*i == 3) {
        *state = 2;
        return work(-1);
      }
  case 2:;
    }
  }
  return -2;
}

int main(void) {
  const char text[] = "the quick brown fox jumps over the lazy dog";
  for (int n = 1; n <= 43; n += 6) {
    char copy[64] = {0};
    int passes = duff(copy, text, n);
    printf("%d %d %s\n", n, passes, copy);
  }
  printf("%ld %ld\n", into(20, 0), into(20, 1));
  printf("%d\n", knot(4, 9, 40));
  printf("%d\n", knot(7, 2, 33));
  int state = 0, i = 0, v;
  while ((v = coroutine(&state, &i)) != -2) printf("%d ", v);
  printf("\n");
  return 0;
}
