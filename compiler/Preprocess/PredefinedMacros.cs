// The predefined macros (6.10.8, and those GNU C programs rely on) for the neutral machine: LP64 Linux, little endian, char signed, long double binary64 (docs/neutral-abi.md). They are source text
// that is read before the main file, as gcc does it. Neither ISA is named: __popcorn__ is. __GNUC__ is 4.2.1, what clang claims too.
using System.Globalization;
using System.Text;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>Makes the text of "&lt;built-in&gt;".</summary>
internal static class PredefinedMacros
{
    private const string Fixed = """
        __popcorn__ 1
        __STDC__ 1
        __STDC_UTF_16__ 1
        __STDC_UTF_32__ 1
        __STDC_IEC_559__ 1
        __STDC_ISO_10646__ 201706L
        __GNUC__ 4
        __GNUC_MINOR__ 2
        __GNUC_PATCHLEVEL__ 1
        __GXX_ABI_VERSION 1002
        __VERSION__ "4.2.1 Compatible PopcornCC 0.1.0"
        __ELF__ 1
        __LP64__ 1
        _LP64 1
        __linux__ 1
        __linux 1
        __gnu_linux__ 1
        __unix__ 1
        __unix 1
        __CHAR_BIT__ 8
        __BIGGEST_ALIGNMENT__ 16
        __ORDER_LITTLE_ENDIAN__ 1234
        __ORDER_BIG_ENDIAN__ 4321
        __ORDER_PDP_ENDIAN__ 3412
        __BYTE_ORDER__ __ORDER_LITTLE_ENDIAN__
        __FLOAT_WORD_ORDER__ __ORDER_LITTLE_ENDIAN__
        __LITTLE_ENDIAN__ 1
        __REGISTER_PREFIX__
        __USER_LABEL_PREFIX__
        __PRAGMA_REDEFINE_EXTNAME 1
        __FINITE_MATH_ONLY__ 0
        __GCC_IEC_559 2
        __GCC_IEC_559_COMPLEX 0
        __FLT_EVAL_METHOD__ 0
        __FLT_RADIX__ 2
        __ATOMIC_RELAXED 0
        __ATOMIC_CONSUME 1
        __ATOMIC_ACQUIRE 2
        __ATOMIC_RELEASE 3
        __ATOMIC_ACQ_REL 4
        __ATOMIC_SEQ_CST 5
        __GCC_ATOMIC_TEST_AND_SET_TRUEVAL 1
        __SIZEOF_INT128__ 16
        __WINT_UNSIGNED__ 1
        __SCHAR_MAX__ 127
        __SHRT_MAX__ 32767
        __LONG_LONG_MAX__ 9223372036854775807LL
        __BOOL_WIDTH__ 8
        __SCHAR_WIDTH__ 8
        __SHRT_WIDTH__ 16
        __INT_WIDTH__ 32
        __LONG_WIDTH__ 64
        __LLONG_WIDTH__ 64
        __LONG_LONG_WIDTH__ 64
        __POINTER_WIDTH__ 64
        __SIG_ATOMIC_TYPE__ int
        __SIG_ATOMIC_MIN__ (-2147483647 - 1)
        __WCHAR_MIN__ (-2147483647 - 1)
        __WINT_MIN__ 0U
        __CHAR16_TYPE__ unsigned short
        __CHAR32_TYPE__ unsigned int
        __INT8_C(c) c
        __INT16_C(c) c
        __INT32_C(c) c
        __INT64_C(c) c ## L
        __INTMAX_C(c) c ## L
        __UINT8_C(c) c
        __UINT16_C(c) c
        __UINT32_C(c) c ## U
        __UINT64_C(c) c ## UL
        __UINTMAX_C(c) c ## UL
        """;

    // Name, type, size in bytes, greatest value, its width is given too.
    private static readonly (string Name, string Type, int Size, string Max)[] s_types =
    [
        ("INT8", "signed char", 1, "127"), ("INT16", "short", 2, "32767"), ("INT32", "int", 4, "2147483647"), ("INT64", "long int", 8, "9223372036854775807L"),
        ("UINT8", "unsigned char", 1, "255"), ("UINT16", "unsigned short", 2, "65535"), ("UINT32", "unsigned int", 4, "4294967295U"),
        ("UINT64", "long unsigned int", 8, "18446744073709551615UL"),
        ("INT_LEAST8", "signed char", 1, "127"), ("INT_LEAST16", "short", 2, "32767"), ("INT_LEAST32", "int", 4, "2147483647"), ("INT_LEAST64", "long int", 8, "9223372036854775807L"),
        ("UINT_LEAST8", "unsigned char", 1, "255"), ("UINT_LEAST16", "unsigned short", 2, "65535"), ("UINT_LEAST32", "unsigned int", 4, "4294967295U"),
        ("UINT_LEAST64", "long unsigned int", 8, "18446744073709551615UL"),
        ("INT_FAST8", "signed char", 1, "127"), ("INT_FAST16", "int", 4, "2147483647"), ("INT_FAST32", "int", 4, "2147483647"), ("INT_FAST64", "long int", 8, "9223372036854775807L"),
        ("UINT_FAST8", "unsigned char", 1, "255"), ("UINT_FAST16", "unsigned int", 4, "4294967295U"), ("UINT_FAST32", "unsigned int", 4, "4294967295U"),
        ("UINT_FAST64", "long unsigned int", 8, "18446744073709551615UL"),
        ("INTMAX", "long int", 8, "9223372036854775807L"), ("UINTMAX", "long unsigned int", 8, "18446744073709551615UL"),
        ("INTPTR", "long int", 8, "9223372036854775807L"), ("UINTPTR", "long unsigned int", 8, "18446744073709551615UL"),
        ("SIZE", "long unsigned int", 8, "18446744073709551615UL"), ("PTRDIFF", "long int", 8, "9223372036854775807L"),
        ("WCHAR", "int", 4, "2147483647"), ("WINT", "unsigned int", 4, "4294967295U"),
    ];

    private static readonly (string Name, int Size)[] s_sizes =
    [
        ("SHORT", 2), ("INT", 4), ("LONG", 8), ("LONG_LONG", 8), ("POINTER", 8), ("FLOAT", 4), ("DOUBLE", 8), ("LONG_DOUBLE", 8),
        ("SIZE_T", 8), ("PTRDIFF_T", 8), ("WCHAR_T", 4), ("WINT_T", 4),
    ];

    /// <summary>The text for these options.</summary>
    public static string Text(PreprocessorOptions options)
    {
        StringBuilder text = new(16384);
        foreach (string line in Fixed.Split('\n')) Define(text, line);
        foreach ((string name, string type, int size, string max) in s_types)
        {
            Define(text, $"__{name}_TYPE__ {type}");
            Define(text, $"__{name}_MAX__ {max}");
            Define(text, string.Create(CultureInfo.InvariantCulture, $"__{name}_WIDTH__ {size * 8}"));
        }
        Define(text, "__INT_MAX__ 2147483647");
        Define(text, "__LONG_MAX__ 9223372036854775807L");
        Define(text, "__SIG_ATOMIC_MAX__ 2147483647");
        Define(text, "__SIG_ATOMIC_WIDTH__ 32");
        foreach ((string name, int size) in s_sizes) Define(text, string.Create(CultureInfo.InvariantCulture, $"__SIZEOF_{name}__ {size}"));
        foreach (string name in (string[])["BOOL", "CHAR", "CHAR16_T", "CHAR32_T", "WCHAR_T", "SHORT", "INT", "LONG", "LLONG", "POINTER"]) Define(text, $"__GCC_ATOMIC_{name}_LOCK_FREE 2");
        foreach (string size in (string[])["1", "2", "4", "8"]) Define(text, $"__GCC_HAVE_SYNC_COMPARE_AND_SWAP_{size} 1");
        Floating(text, "FLT", "F", 6, 24, 128, 38, 9, "3.40282347e+38", "1.17549435e-38", "1.19209290e-7", "1.40129846e-45");
        Floating(text, "DBL", "", 15, 53, 1024, 308, 17, "1.7976931348623157e+308", "2.2250738585072014e-308", "2.2204460492503131e-16", "4.9406564584124654e-324");
        Floating(text, "LDBL", "L", 15, 53, 1024, 308, 17, "1.7976931348623157e+308", "2.2250738585072014e-308", "2.2204460492503131e-16", "4.9406564584124654e-324");
        Define(text, "__DECIMAL_DIG__ 17");
        Options(text, options);
        return text.ToString();
    }

    private static void Options(StringBuilder text, PreprocessorOptions options)
    {
        Define(text, options.Hosted ? "__STDC_HOSTED__ 1" : "__STDC_HOSTED__ 0");
        string? version = options.Standard switch
        {
            LanguageStandard.C99 => "199901L",
            LanguageStandard.C11 => "201112L",
            LanguageStandard.C17 => "201710L",
            LanguageStandard.C23 => "202311L",
            _ => null,
        };
        if (version is not null) Define(text, "__STDC_VERSION__ " + version);
        Define(text, options.Standard == LanguageStandard.C89 ? "__GNUC_GNU_INLINE__ 1" : "__GNUC_STDC_INLINE__ 1");
        if (options.GnuMode)
        {
            Define(text, "linux 1");
            Define(text, "unix 1");
        }
        else
        {
            Define(text, "__STRICT_ANSI__ 1");
        }
        if (options.Optimize) Define(text, "__OPTIMIZE__ 1");
        else Define(text, "__NO_INLINE__ 1");
        if (options.OptimizeSize) Define(text, "__OPTIMIZE_SIZE__ 1");
        if (options.FastMath) Define(text, "__FAST_MATH__ 1");
        if (options.Threads) Define(text, "_REENTRANT 1");
    }

    private static void Define(StringBuilder text, string line) => text.Append("#define ").Append(line).Append('\n');

    private static void Floating(
        StringBuilder text, string name, string suffix, int digits, int mantissa, int maxExponent, int max10, int decimalDigits, string max, string min, string epsilon, string denormal)
    {
        int min10 = name == "FLT" ? -37 : -307;
        int minExponent = name == "FLT" ? -125 : -1021;
        FormattableString[] lines =
        [
            $"DIG__ {digits}", $"MANT_DIG__ {mantissa}", $"MAX_EXP__ {maxExponent}", $"MIN_EXP__ ({minExponent})", $"MAX_10_EXP__ {max10}", $"MIN_10_EXP__ ({min10})",
            $"DECIMAL_DIG__ {decimalDigits}", $"MAX__ {max}{suffix}", $"NORM_MAX__ {max}{suffix}", $"MIN__ {min}{suffix}", $"EPSILON__ {epsilon}{suffix}",
            $"DENORM_MIN__ {denormal}{suffix}", $"HAS_DENORM__ 1", $"HAS_INFINITY__ 1", $"HAS_QUIET_NAN__ 1",
        ];
        foreach (FormattableString line in lines) Define(text, $"__{name}_" + line.ToString(CultureInfo.InvariantCulture));
    }
}
