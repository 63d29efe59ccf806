// C's types (C11 6.2.5) with the sizes and alignments of the neutral machine (docs/neutral-abi.md). Types are immutable, but a struct, union or enum is
// completed once, when its members are known (6.7.2.3), so those compare by identity; all others compare by structure.
using System.Collections.Immutable;

namespace PopcornCC.Compiler.Semantics;

/// <summary>Type qualifiers (6.7.3).</summary>
[Flags]
public enum Qualifiers : byte
{
    None = 0,
    Const = 1,
    Volatile = 2,
    Restrict = 4,
    Atomic = 8,

    /// <summary>Not C's: an access through this type may alias any object (a typedef with <c>may_alias</c>). Ignored by type compatibility.</summary>
    MayAlias = 16,

    /// <summary>Not C's: an access through this type may be at any address (a typedef whose <c>aligned</c> lowers the alignment). Ignored by type compatibility.</summary>
    Unaligned = 32,
}

/// <summary>A type with qualifiers.</summary>
public readonly record struct QualType(CType Type, Qualifiers Qualifiers = Qualifiers.None)
{
    public static implicit operator QualType(CType type) => new(type);

    public bool IsConst => (Qualifiers & Qualifiers.Const) != 0;
    public bool IsVolatile => (Qualifiers & Qualifiers.Volatile) != 0;
    public bool IsRestrict => (Qualifiers & Qualifiers.Restrict) != 0;
    public bool IsAtomic => (Qualifiers & Qualifiers.Atomic) != 0;

    /// <summary>The typedef name it was written with, for messages and debug information; no part of what the type is.</summary>
    public TypedefSymbol? Typedef { get; init; }

    /// <inheritdoc/>
    public bool Equals(QualType other) => Qualifiers == other.Qualifiers && EqualityComparer<CType>.Default.Equals(Type, other.Type);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Qualifiers);

    /// <inheritdoc/>
    public override string ToString() => TypePrinter.Print(this);
}

/// <summary>A type without qualifiers.</summary>
public abstract record CType
{
    /// <summary>Size in bytes; -1 for an incomplete or function type and for a variable-length array.</summary>
    public abstract long Size { get; }

    /// <summary>Alignment in bytes, at least 1.</summary>
    public abstract int Alignment { get; }

    /// <summary>The type as C writes it.</summary>
    public sealed override string ToString() => TypePrinter.Print(this);
}

/// <summary>The arithmetic types and void, in order of conversion rank within their group.</summary>
public enum BuiltinKind : byte
{
    Void, Bool, Char, SChar, UChar, Short, UShort, Int, UInt, Long, ULong, LongLong, ULongLong, Int128, UInt128,
    Float, Double, LongDouble,

    /// <summary>The type of <c>nullptr</c>.</summary>
    NullPointer,

    /// <summary>Stands in for a type that could not be made out, so that one mistake gives one message.</summary>
    Error,
}

/// <summary>void, integers and floating types.</summary>
public sealed record BuiltinType(BuiltinKind Kind) : CType
{
    public static readonly BuiltinType Void = new(BuiltinKind.Void), Bool = new(BuiltinKind.Bool), Char = new(BuiltinKind.Char),
        SChar = new(BuiltinKind.SChar), UChar = new(BuiltinKind.UChar), Short = new(BuiltinKind.Short), UShort = new(BuiltinKind.UShort),
        Int = new(BuiltinKind.Int), UInt = new(BuiltinKind.UInt), Long = new(BuiltinKind.Long), ULong = new(BuiltinKind.ULong),
        LongLong = new(BuiltinKind.LongLong), ULongLong = new(BuiltinKind.ULongLong), Int128 = new(BuiltinKind.Int128),
        UInt128 = new(BuiltinKind.UInt128), Float = new(BuiltinKind.Float), Double = new(BuiltinKind.Double),
        LongDouble = new(BuiltinKind.LongDouble), NullPointer = new(BuiltinKind.NullPointer), Error = new(BuiltinKind.Error);

    /// <inheritdoc/>
    public override long Size => Kind switch
    {
        BuiltinKind.Void => 1, // GNU: arithmetic on void pointers, sizeof(void)
        BuiltinKind.Bool or BuiltinKind.Char or BuiltinKind.SChar or BuiltinKind.UChar => 1,
        BuiltinKind.Short or BuiltinKind.UShort => 2,
        BuiltinKind.Int or BuiltinKind.UInt or BuiltinKind.Float => 4,
        BuiltinKind.Int128 or BuiltinKind.UInt128 => 16,
        BuiltinKind.Error => 4,
        _ => 8,
    };

    /// <inheritdoc/>
    public override int Alignment => (int)Size;
}

/// <summary>A complex number: two of a floating type, the real part first (6.2.5p13).</summary>
public sealed record ComplexType(BuiltinType Element) : CType
{
    /// <inheritdoc/>
    public override long Size => 2 * Element.Size;

    /// <inheritdoc/>
    public override int Alignment => Element.Alignment;
}

/// <summary>A pointer to an object, function or void.</summary>
public sealed record PointerType(QualType Pointee) : CType
{
    /// <inheritdoc/>
    public override long Size => 8;

    /// <inheritdoc/>
    public override int Alignment => 8;
}

/// <summary>An array. <paramref name="Length"/> is null when unknown ([]) or variable; a variable-length array has <paramref name="VariableLength"/>, whose value is computed once,
/// when its declaration is reached, and kept in that symbol (a local of type size_t). <c>[*]</c> is a variable-length array without symbol.</summary>
public sealed record ArrayType(QualType Element, long? Length, VariableSymbol? VariableLength = null, bool IsVariable = false) : CType
{
    /// <inheritdoc/>
    public override long Size
    {
        get
        {
            // Asked once: asking twice at each dimension doubles the work with each.
            long element = Element.Type.Size;
            return Length is long n && element >= 0 ? n * element : -1;
        }
    }

    /// <inheritdoc/>
    public override int Alignment => TypeFacts.AlignmentOf(Element);
}

/// <summary>A GNU vector of scalars: <c>vector_size</c>.</summary>
public sealed record VectorType(CType Element, int Count) : CType
{
    /// <inheritdoc/>
    public override long Size => Element.Size * Count;

    /// <inheritdoc/>
    public override int Alignment => (int)Math.Min(16, Size);
}

/// <summary>A function. Parameter types are adjusted (6.7.6.3p7-8) and unqualified at the top. Without a prototype, <paramref name="HasPrototype"/> is false and there are no parameters.</summary>
public sealed record FunctionType(QualType ReturnType, ImmutableArray<QualType> Parameters, bool IsVariadic, bool HasPrototype = true) : CType
{
    /// <inheritdoc/>
    public override long Size => -1;

    /// <inheritdoc/>
    public override int Alignment => 1;

    /// <inheritdoc/>
    public bool Equals(FunctionType? other) =>
        other is not null && ReturnType == other.ReturnType && IsVariadic == other.IsVariadic && HasPrototype == other.HasPrototype
        && Parameters.AsSpan().SequenceEqual(other.Parameters.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ReturnType, IsVariadic, Parameters.Length);
}

/// <summary>A member of a struct or union. For a bit-field, <paramref name="Offset"/> and <paramref name="Type"/> give the storage unit that SysV lays it in
/// and <paramref name="BitOffset"/> the distance of its lowest bit from that unit's lowest; <paramref name="BitWidth"/> is null for an ordinary member. In a packed struct a bit-field may cross
/// the units of its type, and the unit may reach beyond the struct: there BitOffset is below 8 and BitOffset + BitWidth may exceed the type's bits. Reading just the bytes
/// Offset + BitOffset / 8 up to the one that holds the last bit is right in every case.</summary>
public sealed record FieldSymbol(string? Name, QualType Type, long Offset, int? BitWidth = null, int BitOffset = 0, Text.SourceSpan Span = default)
{
    /// <summary>Whether this is a bit-field.</summary>
    public bool IsBitField => BitWidth is not null;
}

/// <summary>A struct or union (identity). Anonymous members appear as one field without a name whose type is the inner record.</summary>
public sealed record RecordType(string? Tag, bool IsUnion, int Id) : CType
{
    private ImmutableArray<FieldSymbol> _fields;
    private long _size = -1;
    private int _alignment = 1;

    /// <summary>Whether the members are known.</summary>
    public bool IsComplete => _size >= 0;

    /// <summary>The members in order; empty while incomplete. Unnamed bit-fields are left out.</summary>
    public ImmutableArray<FieldSymbol> Fields => _fields.IsDefault ? [] : _fields;

    /// <summary>Whether the last member is a flexible array (6.7.2.1p18).</summary>
    public bool HasFlexibleArray { get; private set; }

    /// <summary>Any part of it may alias any object (<c>may_alias</c>).</summary>
    public bool MayAlias { get; set; }

    /// <summary>Where it is defined, or first named.</summary>
    public Text.SourceSpan Span { get; set; }

    /// <summary>GNU <c>transparent_union</c>.</summary>
    public bool IsTransparentUnion { get; set; }

    /// <inheritdoc/>
    public override long Size => _size;

    /// <inheritdoc/>
    public override int Alignment => _alignment;

    /// <summary>Gives the type its members and layout, once.</summary>
    public void Complete(ImmutableArray<FieldSymbol> fields, long size, int alignment, bool hasFlexibleArray)
    {
        _fields = fields;
        _size = size;
        _alignment = alignment;
        HasFlexibleArray = hasFlexibleArray;
    }

    /// <inheritdoc/>
    public bool Equals(RecordType? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id;
}

/// <summary>An enumeration (identity); its values have the type int, itself it is compatible with <see cref="Underlying"/>.</summary>
public sealed record EnumType(string? Tag, int Id) : CType
{
    /// <summary>The integer type it is compatible with; unsigned int unless a value is negative or too large, as gcc does.</summary>
    public BuiltinType Underlying { get; set; } = BuiltinType.UInt;

    /// <summary>The enumerators in order.</summary>
    public IReadOnlyList<EnumConstantSymbol> Enumerators { get; set; } = [];

    /// <summary>Where it is defined, or first named.</summary>
    public Text.SourceSpan Span { get; set; }

    /// <summary>Whether the enumerators are known.</summary>
    public bool IsComplete { get; set; }

    /// <inheritdoc/>
    public override long Size => IsComplete ? Underlying.Size : -1;

    /// <inheritdoc/>
    public override int Alignment => Underlying.Alignment;

    /// <inheritdoc/>
    public bool Equals(EnumType? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id;
}
