// Questions about types that binding, layout and constant evaluation all ask: the classes of C11 6.2.5, integer ranks and promotions (6.3.1.1) and the usual
// arithmetic conversions (6.3.1.8), on the neutral machine (LP64, signed char, long double = binary64).
using System.Diagnostics;

namespace PopcornCC.Compiler.Semantics;

/// <summary>Facts about types.</summary>
public static class TypeFacts
{
    private static readonly PointerType s_charPointer = new(BuiltinType.Char), s_voidPointer = new(BuiltinType.Void);

    /// <summary><c>size_t</c>.</summary>
    public static BuiltinType SizeT => BuiltinType.ULong;

    /// <summary><c>ptrdiff_t</c>.</summary>
    public static BuiltinType PtrDiffT => BuiltinType.Long;

    /// <summary>The neutral machine's <c>va_list</c>.</summary>
    public static PointerType VaList => s_charPointer;

    /// <summary><c>void *</c>.</summary>
    public static PointerType VoidPointer => s_voidPointer;

    public static bool IsVoid(this CType type) => type is BuiltinType { Kind: BuiltinKind.Void };

    public static bool IsError(this CType type) => type is BuiltinType { Kind: BuiltinKind.Error };

    public static bool IsBool(this CType type) => type is BuiltinType { Kind: BuiltinKind.Bool };

    public static bool IsPointer(this CType type) => type is PointerType;

    /// <summary>The integer types of 6.2.5p17: enumerations and _Bool included.</summary>
    public static bool IsInteger(this CType type) => type is EnumType or BuiltinType { Kind: >= BuiltinKind.Bool and <= BuiltinKind.UInt128 };

    /// <summary>The real floating types (6.2.5p10).</summary>
    public static bool IsFloating(this CType type) => type is BuiltinType { Kind: BuiltinKind.Float or BuiltinKind.Double or BuiltinKind.LongDouble };

    public static bool IsArithmetic(this CType type) => type.IsInteger() || type.IsFloating() || type is ComplexType;

    public static bool IsScalar(this CType type) => type.IsArithmetic() || type is PointerType or BuiltinType { Kind: BuiltinKind.NullPointer };

    /// <summary>char, signed char and unsigned char (6.2.5p15).</summary>
    public static bool IsCharacter(this CType type) => type is BuiltinType { Kind: BuiltinKind.Char or BuiltinKind.SChar or BuiltinKind.UChar };

    public static bool IsSigned(this CType type) => type switch
    {
        EnumType e => e.Underlying.IsSigned(),
        BuiltinType b => b.Kind is BuiltinKind.Char or BuiltinKind.SChar or BuiltinKind.Short or BuiltinKind.Int or BuiltinKind.Long
            or BuiltinKind.LongLong or BuiltinKind.Int128,
        _ => false,
    };

    /// <summary>The arithmetic type behind an enumeration, or the type itself.</summary>
    public static CType Underlying(this CType type) => type is EnumType e ? e.Underlying : type;

    /// <summary>The number of value and sign bits of an integer type: 1 for _Bool.</summary>
    public static int Bits(this CType type) => type.IsBool() ? 1 : type is BuiltinType or EnumType ? (int)type.Underlying().Size * 8 : 64;

    /// <summary>Not an array of unknown length, an unfinished struct or void (6.2.5p1). Variable-length arrays are complete.</summary>
    public static bool IsComplete(this CType type) => type switch
    {
        BuiltinType b => b.Kind != BuiltinKind.Void,
        ArrayType a => (a.Length is not null || a.IsVariable || a.VariableLength is not null) && a.Element.Type.IsComplete(),
        RecordType r => r.IsComplete,
        EnumType e => e.IsComplete,
        FunctionType => false,
        _ => true,
    };

    /// <summary>A variable-length array, or an array of such.</summary>
    public static bool IsVariableLength(this CType type) =>
        type is ArrayType a && (a.VariableLength is not null || a.IsVariable || a.Element.Type.IsVariableLength());

    /// <summary>6.7.6p3: some array in its derivation has a variable length.</summary>
    public static bool IsVariablyModified(this CType type) => type switch
    {
        ArrayType a => a.VariableLength is not null || a.IsVariable || a.Element.Type.IsVariablyModified(),
        PointerType p => p.Pointee.Type.IsVariablyModified(),
        FunctionType f => f.ReturnType.Type.IsVariablyModified(),
        _ => false,
    };

    /// <summary>The type without qualifiers; an array loses its elements' too.</summary>
    public static QualType Unqualified(this QualType type) => new(type.Type) { Typedef = type.Typedef is { Type.Qualifiers: Qualifiers.None } alias ? alias : null };

    /// <summary>The type with more qualifiers; those on an array belong to its elements (6.7.3p9).</summary>
    public static QualType With(this QualType type, Qualifiers q) =>
        type.Type is ArrayType a && q != Qualifiers.None ? new QualType(a with { Element = a.Element.With(q) }) : type with { Qualifiers = type.Qualifiers | q };

    /// <summary>The qualifiers that the standard knows.</summary>
    public static Qualifiers Standard(this Qualifiers q) => q & (Qualifiers.Const | Qualifiers.Volatile | Qualifiers.Restrict | Qualifiers.Atomic);

    /// <summary>A const member anywhere inside makes the whole unassignable (6.3.2.1p1).</summary>
    public static bool HasConstMember(this CType type) => type switch
    {
        RecordType r => r.Fields.Any(f => f.Type.IsConst || f.Type.Type.HasConstMember()),
        ArrayType a => a.Element.IsConst || a.Element.Type.HasConstMember(),
        _ => false,
    };

    /// <summary>6.3.1.1p2, for a value that is not a bit-field.</summary>
    public static CType Promote(this CType type) => type.Underlying() switch
    {
        BuiltinType { Kind: >= BuiltinKind.Bool and < BuiltinKind.Int } => BuiltinType.Int,
        BuiltinType b when type is EnumType => b,
        _ => type,
    };

    /// <summary>6.3.1.1p2 for a bit-field: one whose values all fit in int becomes int, in unsigned int that; wider ones keep their declared type, as in gcc and clang.</summary>
    public static CType PromoteBitField(CType type, int width)
    {
        CType declared = type.Underlying();
        if (declared is not BuiltinType || !declared.IsInteger()) return type;
        if (width < 32 || (width == 32 && declared.IsSigned())) return BuiltinType.Int;
        return width == 32 ? BuiltinType.UInt : declared;
    }

    /// <summary>6.3.1.8: the common type of two arithmetic types.</summary>
    public static CType UsualArithmetic(CType a, CType b)
    {
        a = a.Promote();
        b = b.Promote();
        if (a is ComplexType || b is ComplexType) return new ComplexType((BuiltinType)UsualArithmetic((a as ComplexType)?.Element ?? a, (b as ComplexType)?.Element ?? b));
        if (a is not BuiltinType x || b is not BuiltinType y) throw new UnreachableException();
        if (x.Kind == y.Kind) return x;
        if (x.IsFloating() || y.IsFloating())
        {
            // The kinds are ordered: any integer < float < double < long double.
            return x.Kind > y.Kind ? x : y;
        }
        if (x.IsSigned() == y.IsSigned()) return x.Kind > y.Kind ? x : y;
        (BuiltinType signed, BuiltinType unsigned) = x.IsSigned() ? (x, y) : (y, x);
        if (unsigned.Kind > signed.Kind) return unsigned;
        return signed.Size > unsigned.Size ? signed : ToUnsigned(signed);
    }

    /// <summary>The unsigned counterpart of an integer type.</summary>
    public static BuiltinType ToUnsigned(CType type) => ((BuiltinType)type.Underlying()).Kind switch
    {
        BuiltinKind.Char or BuiltinKind.SChar => BuiltinType.UChar,
        BuiltinKind.Short => BuiltinType.UShort,
        BuiltinKind.Int => BuiltinType.UInt,
        BuiltinKind.Long => BuiltinType.ULong,
        BuiltinKind.LongLong => BuiltinType.ULongLong,
        BuiltinKind.Int128 => BuiltinType.UInt128,
        _ => (BuiltinType)type.Underlying(),
    };

    /// <summary>The signed integer type of a size in bytes.</summary>
    public static BuiltinType SignedOfSize(long size) => size switch
    {
        1 => BuiltinType.SChar,
        2 => BuiltinType.Short,
        4 => BuiltinType.Int,
        8 => BuiltinType.Long,
        _ => BuiltinType.Int128,
    };

    /// <summary>A value reduced to an integer type: two's complement, cut to its width and extended by its signedness (6.3.1.3; what gcc defines for signed types).
    /// An unsigned __int128 keeps its bits in the Int128.</summary>
    public static Int128 Wrap(Int128 value, CType type)
    {
        if (type.IsBool()) return value != 0 ? 1 : 0;
        int bits = type.Bits();
        if (bits >= 128) return value;
        Int128 low = value & ((Int128.One << bits) - 1);
        return type.IsSigned() && ((low >> (bits - 1)) & 1) != 0 ? low - (Int128.One << bits) : low;
    }

    /// <summary>Whether an integer type holds a value unchanged.</summary>
    public static bool Fits(Int128 value, CType type) => Wrap(value, type) == value && !(type.Underlying() is BuiltinType { Kind: BuiltinKind.UInt128 } && value < 0);

    /// <summary>Alignment of an object of this type, seen through arrays.</summary>
    public static int AlignmentOf(CType type) => Math.Max(1, type.Alignment);

    /// <summary>As <see cref="AlignmentOf(CType)"/>, with what a qualifier asks for: an atomic struct of a power of two up to 16 bytes is aligned to its size, so that one access reaches all of it
    /// (as gcc does; others keep their alignment and are accessed under a lock).</summary>
    public static int AlignmentOf(QualType type)
    {
        int natural = AlignmentOf(type.Type);
        return type.IsAtomic && type.Type is RecordType { Size: 1 or 2 or 4 or 8 or 16 } or ComplexType ? Math.Max(natural, (int)type.Type.Size) : natural;
    }
}
