// GNU builtins: bits, overflow, floating constants and classification, object sizes, checked and plain library functions, vectors.
#include <stdio.h>
#include <string.h>
#include <limits.h>
#include <stdlib.h>
#include <math.h>
typedef int v4 __attribute__((vector_size(16)));
typedef float f4 __attribute__((vector_size(16)));
static int sc = 5;
#define P(x) printf("%s = %lld\n", #x, (long long)(x))
#define D(x) printf("%s = %g\n", #x, (double)(x))
int f(int x){ return __builtin_LINE(); }
__attribute__((noinline)) int id(int x){return x;}
int main(void){
  P(__builtin_LINE()); printf("%s\n", __builtin_FUNCTION());
  P(__builtin_clz(id(1))); P(__builtin_ctzll(8ull)); P(__builtin_popcountl(255)); P(__builtin_ffs(0)); P(__builtin_parity(7)); P(__builtin_clrsb(-1)); P(__builtin_clrsbll(1));
  P(__builtin_add_overflow_p(INT_MAX, 1, (int)0)); P(__builtin_sub_overflow_p(0, 1, (unsigned)0)); P(__builtin_mul_overflow_p(1<<20, 1<<20, 0L));
  int r; P(__builtin_smul_overflow(1<<20,1<<20,&r)); unsigned long ur; P(__builtin_uaddl_overflow(~0ul, 1ul, &ur));
  P(__builtin_bswap16(0x1234)); P(__builtin_bswap32(0x12345678)); P(__builtin_bswap64(0x123456789abcdef0));
  D(__builtin_huge_val()); D(__builtin_huge_valf()); D(__builtin_inff()); D(__builtin_infl()); P(__builtin_isnan(__builtin_nan(""))); P(__builtin_isinf_sign(-__builtin_inf()));
  P(__builtin_fpclassify(0,1,2,3,4,0.0)); P(__builtin_fpclassify(FP_NAN,FP_INFINITE,FP_NORMAL,FP_SUBNORMAL,FP_ZERO,1e-310)); P(!!__builtin_signbit(-0.0)); P(!!__builtin_signbitf(-1.0f));
  P(__builtin_choose_expr(1, 10, "x")); P(__builtin_types_compatible_p(int, const int)); P(__builtin_constant_p(3));
  P(__builtin_expect(sc==5,1)); P(__builtin_expect_with_probability(sc,5,0.9));
  char buf[32];
  __builtin___memcpy_chk(buf,"hello",6,32); puts(buf); __builtin___strcpy_chk(buf,"abc",32); puts(buf); __builtin___strcat_chk(buf,"def",32); puts(buf);
  __builtin___snprintf_chk(buf,32,0,32,"%d-%s",5,"x"); puts(buf); __builtin___sprintf_chk(buf,0,32,"%d+%s",5,"y"); puts(buf);
  __builtin___memset_chk(buf,'z',3,32); puts(buf); __builtin___strncpy_chk(buf,"qwe",2,32); puts(buf);
  __builtin___printf_chk(0,"%s\n","pc"); __builtin___fprintf_chk(stdout,0,"%s\n","fpc");
  P(__builtin_strlen("abc")); P(__builtin_strcmp("a","b")<0); P(__builtin_memcmp("abc","abd",3)<0); P(__builtin_abs(-3)); P(__builtin_labs(-4L)); P(__builtin_llabs(-5LL));
  P(__builtin_toupper('a')); P(__builtin_isdigit('5')!=0); 
  char *q=__builtin_alloca(16); __builtin_strcpy(q,"alloca"); puts(q); q=__builtin_alloca_with_align(16,256); P(((unsigned long)q&31)); 
  int *al=__builtin_assume_aligned(malloc(64),16); free(al);
  P(__builtin_offsetof(struct{int a; struct{char b[4];}c[3];}, c[2].b[1]));
  v4 a={1,2,3,4}, b={10,20,30,40}; v4 m={3,2,1,0}; v4 s=__builtin_shuffle(a,m); P(s[0]*1000+s[3]); s=__builtin_shuffle(a,b,(v4){0,4,1,5}); P(s[1]); s=__builtin_shufflevector(a,b,0,4,1,5); P(s[3]);
  f4 cf=__builtin_convertvector(a,f4); D(cf[2]);
  
  v4 lt = a<2; P(lt[0]); a[1]=77; P(a[1]); a+=1; P(a[1]); P((a==b)[0]); 
  D(__builtin_sqrt(2)); D(__builtin_floor(2.5)); D(__builtin_pow(2,10)); D(__builtin_fabsf(-1)); D(__builtin_copysign(1,-2)); D(__builtin_fmax(1,2)); D(__builtin_ldexp(1,4));
  P(__builtin_lround(2.5)); D(__builtin_nearbyint(2.5)); D(__builtin_round(2.5)); D(__builtin_trunc(-2.5)); D(__builtin_hypot(3,4)); D(__builtin_exp(0)); D(__builtin_logf(1)); D(__builtin_cbrt(27)); D(__builtin_fmod(7,4));D(__builtin_modf(2.5,&(double){0}));
  P(__builtin_isgreater(2.0,1.0)); P(__builtin_isunordered(__builtin_nan(""),1.0)); P(__builtin_islessgreater(1.0,1.0)); P(__builtin_isfinite(1.0)); P(__builtin_isnormal(1e-310));
  if (id(0)) __builtin_unreachable(); if (id(0)) __builtin_trap();
  __builtin_prefetch(buf); __builtin_prefetch(buf,1,3);
  P(__builtin_frame_address(0)!=0); P(__builtin_return_address(0)!=0); P(__builtin_extract_return_addr(__builtin_return_address(0))!=0);
  P(__builtin_classify_type(1.0)); 
  P(__builtin_ffsll(16)); P(__builtin_ctz(4)); P(__builtin_clzl(1));
  P(__builtin_memchr("abc",'b',3)!=0); P(__builtin_strchr("abc",'c')!=0); P(__builtin_strstr("abc","bc")!=0); P(__builtin_strspn("aab","a")); P(__builtin_strncmp("abc","abd",2)); P(__builtin_strrchr("aba",'a')!=0);
  __builtin_printf("%d\n",4); __builtin_puts("p"); __builtin_putchar('c'); __builtin_putchar('\n'); __builtin_fputs("fp\n",stdout); __builtin_fwrite("fw\n",1,3,stdout);
  void *pp=__builtin_malloc(4); __builtin_free(pp); pp=__builtin_calloc(1,4); pp=__builtin_realloc(pp,8); __builtin_free(pp);
  P(__builtin_strcasecmp("A","a")); P(__builtin_strncasecmp("AB","ac",1)); P(__builtin_bcmp("a","a",1)); __builtin_bzero(buf,4); P(buf[0]); __builtin_bcopy("xy",buf,3); puts(buf); 
  P(__builtin_isalnum('a')!=0); P(__builtin_isupper('a')!=0); P(__builtin_isprint('a')!=0); P(__builtin_isxdigit('g')!=0); P(__builtin_tolower('A'));P(__builtin_isascii('a')!=0);P(__builtin_toascii('a'));
  D(__builtin_fma(2,3,4)); D(__builtin_fdim(3,1)); D(__builtin_ceilf(1.2f)); D(__builtin_rint(1.5)); P(__builtin_ilogb(8.0)); D(__builtin_logb(8.0)); D(__builtin_nextafter(1,2)-1); D(__builtin_scalbln(1.0,3));
  P(__builtin_speculation_safe_value(5)); 
  return 0; }
