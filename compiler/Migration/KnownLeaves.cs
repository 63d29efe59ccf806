// Library functions by name: those that reach no migration point, so that calls to them are no sites and they themselves are compiled
// without polls; and those that may reach one but never call back into their caller's program, so that they close no recursion.
// A name is listed only if the function neither calls back nor runs for long by itself: what copies memory may, what waits may not.
using System.Collections.Frozen;

namespace PopcornCC.Compiler.Migration;

internal static class KnownLeaves
{
    private static readonly FrozenSet<string> leaves = Names(
        // string.h, strings.h, wchar.h without input and output
        """
        memcpy memmove memset memcmp memchr memrchr memmem mempcpy memccpy bcmp bcopy bzero explicit_bzero
        strlen strnlen strcpy strncpy strcat strncat strcmp strncmp strchr strrchr strchrnul strstr strspn strcspn strpbrk strtok strtok_r
        strcasecmp strncasecmp strcasestr stpcpy stpncpy strlcpy strlcat strsep strcoll strxfrm strdup strndup strerror strsignal rawmemchr
        index rindex ffs ffsl ffsll swab
        wcslen wcsnlen wcscpy wcsncpy wcscat wcsncat wcscmp wcsncmp wcschr wcsrchr wcsstr wcsspn wcscspn wcspbrk wcstok wmemcpy wmemmove
        wmemset wmemcmp wmemchr mbtowc wctomb mbrtowc wcrtomb mblen mbrlen mbstowcs wcstombs mbsrtowcs wcsrtombs mbsinit btowc wctob
        """,
        // ctype.h, wctype.h
        """
        isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit isascii toascii tolower toupper
        iswalnum iswalpha iswblank iswcntrl iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit towlower towupper
        __ctype_b_loc __ctype_tolower_loc __ctype_toupper_loc __ctype_get_mb_cur_max
        """,
        // stdlib.h: memory, numbers
        """
        malloc free calloc realloc aligned_alloc memalign posix_memalign malloc_usable_size
        abs labs llabs div ldiv lldiv imaxabs imaxdiv atoi atol atoll atof strtol strtoul strtoll strtoull strtoimax strtoumax strtod strtof strtold
        rand srand rand_r random srandom drand48 lrand48 mrand48 srand48 erand48 nrand48 jrand48 getenv
        """,
        // math.h, complex.h: the double forms; the float and long double forms follow by suffix
        """
        sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh exp exp2 exp10 expm1 log log2 log10 log1p logb ilogb pow sqrt cbrt hypot
        fabs fmod remainder remquo drem fma fmax fmin fdim ceil floor trunc round nearbyint rint lrint llrint lround llround modf frexp ldexp
        scalbn scalbln scalb nextafter nexttoward copysign nan erf erfc tgamma lgamma lgamma_r gamma j0 j1 jn y0 y1 yn significand sincos pow10
        finite isinf isnan signbit
        cabs carg cexp clog cpow csqrt csin ccos ctan casin cacos catan csinh ccosh ctanh casinh cacosh catanh conj cimag creal cproj
        """,
        // time.h, errno.h, setjmp.h: no waiting; setjmp returns twice, which a site cannot
        """
        time clock clock_gettime clock_getres gettimeofday difftime mktime gmtime gmtime_r localtime localtime_r timegm asctime asctime_r ctime ctime_r strftime
        __errno_location ___errno_location __syscall_ret setjmp _setjmp sigsetjmp __sigsetjmp longjmp _longjmp siglongjmp
        getpid getppid getuid geteuid getgid getegid gettid isatty sysconf getpagesize
        sigemptyset sigfillset sigaddset sigdelset sigismember htons htonl ntohs ntohl
        """,
        // what code generators call by themselves
        """
        __udivti3 __umodti3 __divti3 __modti3 __multi3 __ashlti3 __lshrti3 __ashrti3 __floattidf __floatuntidf __floattisf __floatuntisf
        __fixdfti __fixunsdfti __fixsfti __fixunssfti __popcountdi2 __powidf2 __powisf2 __muldc3 __mulsc3 __divdc3 __divsc3
        """);

    private static readonly FrozenSet<string> noCallback = Names(
        """
        printf fprintf sprintf snprintf dprintf vprintf vfprintf vsprintf vsnprintf vdprintf asprintf vasprintf
        scanf fscanf sscanf vscanf vfscanf vsscanf puts fputs putchar putc fputc putw getchar getc fgetc gets fgets ungetc fread fwrite fflush fopen freopen fclose
        fdopen fseek ftell fseeko ftello rewind fgetpos fsetpos feof ferror clearerr fileno perror remove rename tmpfile setvbuf setbuf getline getdelim
        putchar_unlocked putc_unlocked getchar_unlocked getc_unlocked wprintf fwprintf swprintf fputws fputwc
        read write open close lseek pread pwrite readv writev stat fstat lstat access unlink mkdir rmdir chdir getcwd dup dup2 pipe fcntl ioctl select poll
        sleep usleep nanosleep clock_nanosleep pause sched_yield kill raise
        socket connect accept bind listen send recv sendto recvfrom shutdown mmap munmap mprotect
        migrate check_migrate current_nid current_arch node_available total_act_nodes popcorn_getnid popcorn_gettid
        """);

    /// <summary>Whether the library function of this name reaches no migration point.</summary>
    public static bool IsLeaf(string name) =>
        leaves.Contains(name) || (name.Length > 1 && name[^1] is 'f' or 'l' && mathForms.Contains(name[..^1]));

    /// <summary>Whether the library function of this name may reach a migration point but never calls back.</summary>
    public static bool NeverCallsBack(string name) => noCallback.Contains(name);

    private static readonly FrozenSet<string> mathForms = Names(
        """
        sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh exp exp2 exp10 expm1 log log2 log10 log1p logb ilogb pow sqrt cbrt hypot
        fabs fmod remainder remquo drem fma fmax fmin fdim ceil floor trunc round nearbyint rint lrint llrint lround llround modf frexp ldexp
        scalbn scalbln scalb nextafter nexttoward copysign nan erf erfc tgamma lgamma j0 j1 jn y0 y1 yn significand sincos finite
        cabs carg cexp clog cpow csqrt csin ccos ctan casin cacos catan csinh ccosh ctanh casinh cacosh catanh conj cimag creal cproj
        """);

    private static FrozenSet<string> Names(params string[] lists) =>
        lists.SelectMany(l => l.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)).ToFrozenSet(StringComparer.Ordinal);
}
