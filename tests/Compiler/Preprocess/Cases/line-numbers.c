// options: -markers
#define f(x, y) x y __LINE__
__LINE__ f(__LINE__,
  __LINE__) __LINE__
#line 100
__LINE__
#line 200 "other.c"
__LINE__ __FILE__
# 300 "third.h" 1 3
__LINE__ __FILE__
# 7 "line-numbers.c" 2
a








b



c \
 d \
 e
f
g(
#define h 1
h
