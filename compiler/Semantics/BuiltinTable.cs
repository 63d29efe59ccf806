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

    /// <summary>Library functions callable as <c>__builtin_name</c>, declared on demand; those in <see cref="Prefixed"/> too, for use as values.</summary>
    public static readonly FrozenDictionary<string, string> Library = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["abort"] = "v",
        ["exit"] = "vi",
        ["_Exit"] = "vi",
        ["_exit"] = "vi",
        ["malloc"] = "pm",
        ["calloc"] = "pmm",
        ["realloc"] = "ppm",
        ["free"] = "vp",
        ["memcpy"] = "ppPm",
        ["memmove"] = "ppPm",
        ["memset"] = "ppim",
        ["memcmp"] = "iPPm",
        ["memchr"] = "pPim",
        ["mempcpy"] = "ppPm",
        ["strlen"] = "mS",
        ["strcpy"] = "ssS",
        ["strncpy"] = "ssSm",
        ["strcat"] = "ssS",
        ["strncat"] = "ssSm",
        ["strcmp"] = "iSS",
        ["strncmp"] = "iSSm",
        ["strchr"] = "sSi",
        ["strrchr"] = "sSi",
        ["strstr"] = "sSS",
        ["strpbrk"] = "sSS",
        ["strspn"] = "mSS",
        ["strcspn"] = "mSS",
        ["strdup"] = "sS",
        ["strndup"] = "sSm",
        ["stpcpy"] = "ssS",
        ["index"] = "sSi",
        ["rindex"] = "sSi",
        ["printf"] = "iS.",
        ["sprintf"] = "isS.",
        ["snprintf"] = "ismS.",
        ["puts"] = "iS",
        ["putchar"] = "ii",
        ["scanf"] = "iS.",
        ["sscanf"] = "iSS.",
        ["vprintf"] = "iSs",
        ["vsprintf"] = "isSs",
        ["vsnprintf"] = "ismSs",
        ["fprintf"] = "ipS.",
        ["fputs"] = "iSp",
        ["fputc"] = "iip",
        ["fwrite"] = "mPmmp",
        ["abs"] = "ii",
        ["labs"] = "ll",
        ["llabs"] = "LL",
        ["isalpha"] = "ii",
        ["isdigit"] = "ii",
        ["isspace"] = "ii",
        ["toupper"] = "ii",
        ["tolower"] = "ii",
        ["sin"] = "dd",
        ["cos"] = "dd",
        ["tan"] = "dd",
        ["asin"] = "dd",
        ["acos"] = "dd",
        ["atan"] = "dd",
        ["atan2"] = "ddd",
        ["sinh"] = "dd",
        ["cosh"] = "dd",
        ["tanh"] = "dd",
        ["exp"] = "dd",
        ["exp2"] = "dd",
        ["log"] = "dd",
        ["log2"] = "dd",
        ["log10"] = "dd",
        ["log1p"] = "dd",
        ["expm1"] = "dd",
        ["pow"] = "ddd",
        ["cbrt"] = "dd",
        ["hypot"] = "ddd",
        ["fmod"] = "ddd",
        ["ldexp"] = "ddi",
        ["scalbn"] = "ddi",
        ["lround"] = "ld",
        ["llround"] = "Ld",
        ["lrint"] = "ld",
        ["logb"] = "dd",
        ["tgamma"] = "dd",
        ["lgamma"] = "dd",
        ["remainder"] = "ddd",
        ["sinf"] = "ff",
        ["cosf"] = "ff",
        ["tanf"] = "ff",
        ["expf"] = "ff",
        ["logf"] = "ff",
        ["powf"] = "fff",
        ["atanf"] = "ff",
        ["atan2f"] = "fff",
        ["fmodf"] = "fff",
        ["ldexpf"] = "ffi",
        ["powl"] = "DDD",
        ["expl"] = "DD",
        ["logl"] = "DD",
        ["sinl"] = "DD",
        ["cosl"] = "DD",
        ["fmodl"] = "DDD",
        ["ldexpl"] = "DDi",
        ["setjmp"] = "ip",
        ["longjmp"] = "vpi",
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
