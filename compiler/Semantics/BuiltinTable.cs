// The compiler's builtin functions by name: what code generation expands (BuiltinFunction.cs), with the types of arguments and result, and the library functions that exist
// also under a __builtin_ prefix. Signatures are strings of one letter a type, the result first:
//   v void, i int, u unsigned, l long, m unsigned long (size_t), L long long, M unsigned long long, h unsigned short, f float, d double, D long double, p void *, P const void *, s char *, S const char *, . variadic
// A '*' stands for "checked by hand" (generic builtins).
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;

namespace PopcornCC.Compiler.Semantics;

/// <summary>A builtin: what it does and its signature.</summary>
internal readonly record struct BuiltinEntry(BuiltinFunction Function, string Signature);

/// <summary>The tables.</summary>
internal static class BuiltinTable
{
    // First of all: the tables below are made from it, and static fields are initialised in order.
    private static readonly (string Name, BuiltinFunction Function, int Arguments)[] FloatingFunctions =
    [
        ("fabs", BuiltinFunction.Fabs, 1), ("copysign", BuiltinFunction.CopySign, 2), ("sqrt", BuiltinFunction.Sqrt, 1), ("floor", BuiltinFunction.Floor, 1),
        ("ceil", BuiltinFunction.Ceil, 1), ("trunc", BuiltinFunction.Trunc, 1), ("rint", BuiltinFunction.Rint, 1), ("nearbyint", BuiltinFunction.NearbyInt, 1),
        ("round", BuiltinFunction.Round, 1), ("fmin", BuiltinFunction.Fmin, 2), ("fmax", BuiltinFunction.Fmax, 2), ("fma", BuiltinFunction.Fma, 3),
    ];

    /// <summary>Builtins by their name without the prefix <c>__builtin_</c>.</summary>
    public static readonly FrozenDictionary<string, BuiltinEntry> Prefixed = Build().ToFrozenDictionary(StringComparer.Ordinal);

    // Library functions by signature; mathematical ones also with the suffixes f and l, where each d in the signature is the suffix's type.
    private const string LibraryFunctions = """
        v abort
        vi exit _Exit _exit
        pm malloc
        pmm calloc aligned_alloc
        ppm realloc
        vp free
        ppPm memcpy memmove mempcpy
        ppim memset
        iPPm memcmp bcmp
        pPim memchr memrchr
        vpm bzero
        vPpm bcopy
        mS strlen
        mSm strnlen
        ssS strcpy strcat stpcpy
        ssSm strncpy strncat stpncpy
        iSS strcmp strcasecmp
        iSSm strncmp strncasecmp
        sSi strchr strrchr index rindex
        sSS strstr strpbrk
        mSS strspn strcspn
        sS strdup
        sSm strndup
        iS. printf scanf
        isS. sprintf
        ismS. snprintf
        ipS. fprintf fscanf
        iSS. sscanf
        iSs vprintf vscanf
        isSs vsprintf
        ismSs vsnprintf
        ipSs vfprintf
        iSSs vsscanf
        iS puts
        ii putchar abs isalnum isalpha isascii isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit toascii tolower toupper
        iSp fputs
        iip fputc
        mPmmp fwrite
        ll labs imaxabs
        LL llabs
        ip setjmp
        vpi longjmp
        """;

    private const string MathFunctions = """
        dd acos acosh asin asinh atan atanh cbrt cos cosh erf erfc exp exp2 exp10 expm1 j0 j1 lgamma log log10 log1p log2 logb pow10 sin sinh tan tanh tgamma y0 y1
        ddd atan2 drem fdim fmod hypot nextafter pow remainder
        dD nexttoward
        ddi ldexp scalbn
        ddl scalbln
        ddp frexp modf
        id ilogb
        did jn yn
        ld lrint lround
        Ld llrint llround
        vdpp sincos
        dddp remquo
        dS nan
        """;

    /// <summary>Library functions callable as <c>__builtin_name</c>, declared on demand; those in <see cref="Prefixed"/> too, for use as values.</summary>
    public static readonly FrozenDictionary<string, string> Library = BuildLibrary().ToFrozenDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> BuildLibrary()
    {
        Dictionary<string, string> table = new(StringComparer.Ordinal);
        foreach (string[] words in Lines(LibraryFunctions))
        {
            foreach (string name in words[1..]) table[name] = words[0];
        }
        foreach (string[] words in Lines(MathFunctions))
        {
            foreach (string name in words[1..])
            {
                table[name] = words[0];
                table[name + "f"] = words[0].Replace('d', 'f');
                table[name + "l"] = words[0].Replace('d', 'D');
            }
        }
        return table;

        static IEnumerable<string[]> Lines(string text) => text.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Library names that code generation may expand when they are declared with this signature.</summary>
    public static readonly FrozenDictionary<string, BuiltinEntry> LibraryNames = BuildLibraryNames().ToFrozenDictionary(StringComparer.Ordinal);

    private static Dictionary<string, BuiltinEntry> Build()
    {
        Dictionary<string, BuiltinEntry> table = new(StringComparer.Ordinal)
        {
            ["memcpy"] = new(BuiltinFunction.Memcpy, "ppPm"),
            ["memmove"] = new(BuiltinFunction.Memmove, "ppPm"),
            ["memset"] = new(BuiltinFunction.Memset, "ppim"),
            ["memcmp"] = new(BuiltinFunction.Memcmp, "iPPm"),
            ["strlen"] = new(BuiltinFunction.Strlen, "mS"),
            ["memcpy_inline"] = new(BuiltinFunction.Memcpy, "ppPm"),
            ["memset_inline"] = new(BuiltinFunction.Memset, "ppim"),
            ["alloca"] = new(BuiltinFunction.Alloca, "pm"),
            ["alloca_with_align"] = new(BuiltinFunction.AllocaWithAlign, "pmm"),
            ["expect"] = new(BuiltinFunction.Expect, "lll"),
            ["expect_with_probability"] = new(BuiltinFunction.ExpectWithProbability, "llld"),
            ["alloca_with_align_and_max"] = new(BuiltinFunction.AllocaWithAlign, "pmmm"),
            ["powi"] = new(BuiltinFunction.Powi, "ddi"),
            ["powif"] = new(BuiltinFunction.Powi, "ffi"),
            ["powil"] = new(BuiltinFunction.Powi, "DDi"),
            ["unreachable"] = new(BuiltinFunction.Unreachable, "v"),
            ["trap"] = new(BuiltinFunction.Trap, "v"),
            ["assume"] = new(BuiltinFunction.Assume, "vb"),
            ["frame_address"] = new(BuiltinFunction.FrameAddress, "pu"),
            ["return_address"] = new(BuiltinFunction.ReturnAddress, "pu"),
            ["bswap16"] = new(BuiltinFunction.Bswap16, "hh"),
            ["bswap32"] = new(BuiltinFunction.Bswap32, "uu"),
            ["bswap64"] = new(BuiltinFunction.Bswap64, "mm"),
        };
        void Bits(string name, BuiltinFunction function, string small, string large, string largest)
        {
            table[name] = new(function, small);
            table[name + "l"] = new(function, large);
            table[name + "ll"] = new(function, largest);
        }
        Bits("clz", BuiltinFunction.Clz, "iu", "im", "iM");
        Bits("ctz", BuiltinFunction.Ctz, "iu", "im", "iM");
        Bits("popcount", BuiltinFunction.Popcount, "iu", "im", "iM");
        Bits("parity", BuiltinFunction.Parity, "iu", "im", "iM");
        Bits("ffs", BuiltinFunction.Ffs, "ii", "il", "iL");
        Bits("clrsb", BuiltinFunction.Clrsb, "ii", "il", "iL");
        foreach ((string name, BuiltinFunction function, int arguments) in FloatingFunctions)
        {
            foreach ((string suffix, char type) in new[] { ("", 'd'), ("f", 'f'), ("l", 'D') }) table[name + suffix] = new(function, new string(type, arguments + 1));
        }
        return table;
    }

    private static Dictionary<string, BuiltinEntry> BuildLibraryNames()
    {
        Dictionary<string, BuiltinEntry> table = new(StringComparer.Ordinal);
        foreach (string name in new[] { "memcpy", "memmove", "memset", "memcmp", "strlen", "alloca" }) table[name] = Prefixed[name];
        foreach ((string name, BuiltinFunction _, int _) in FloatingFunctions)
        {
            foreach (string suffix in new[] { "", "f", "l" }) table[name + suffix] = Prefixed[name + suffix];
        }
        return table;
    }

    /// <summary>The type a signature letter stands for.</summary>
    public static CType TypeOf(char letter) => letter switch
    {
        'v' => BuiltinType.Void,
        'b' => BuiltinType.Bool,
        'i' => BuiltinType.Int,
        'u' => BuiltinType.UInt,
        'l' => BuiltinType.Long,
        'm' => BuiltinType.ULong,
        'L' => BuiltinType.LongLong,
        'M' => BuiltinType.ULongLong,
        'h' => BuiltinType.UShort,
        'f' => BuiltinType.Float,
        'd' => BuiltinType.Double,
        'D' => BuiltinType.LongDouble,
        'p' => TypeFacts.VoidPointer,
        'P' => new PointerType(new QualType(BuiltinType.Void, Qualifiers.Const)),
        's' => new PointerType(BuiltinType.Char),
        'S' => new PointerType(new QualType(BuiltinType.Char, Qualifiers.Const)),
        _ => throw new UnreachableException(),
    };

    /// <summary>The function type a signature stands for.</summary>
    public static FunctionType FunctionTypeOf(string signature)
    {
        bool variadic = signature.EndsWith('.');
        string parameters = variadic ? signature[1..^1] : signature[1..];
        return new FunctionType(TypeOf(signature[0]), [.. parameters.Select(c => (QualType)TypeOf(c))], variadic);
    }

    /// <summary>Whether a declaration is what the library's function looks like: any pointer matches a pointer, integers go by size.</summary>
    public static bool Matches(FunctionType type, string signature)
    {
        FunctionType expected = FunctionTypeOf(signature);
        if (!type.HasPrototype || type.IsVariadic != expected.IsVariadic || type.Parameters.Length != expected.Parameters.Length || !Same(type.ReturnType.Type, expected.ReturnType.Type)) return false;
        for (int i = 0; i < type.Parameters.Length; i++)
        {
            if (!Same(type.Parameters[i].Type, expected.Parameters[i].Type)) return false;
        }
        return true;

        static bool Same(CType a, CType b) => a is PointerType ? b is PointerType : a.IsInteger() ? b.IsInteger() && a.Size == b.Size && !b.IsVoid() : a == b;
    }
}
