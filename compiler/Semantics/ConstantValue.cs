// The value of a constant expression (C11 6.6): an integer, a floating number, or an address constant, which is an object or function plus an offset
// (6.6p9). An address without a base is an integer converted to a pointer.
namespace PopcornCC.Compiler.Semantics;

/// <summary>What constant evaluation found.</summary>
public abstract record ConstantValue;

/// <summary>An integer, reduced to its type; an unsigned __int128 keeps its bits.</summary>
public sealed record IntegerValue(Int128 Value) : ConstantValue;

/// <summary>A floating value, rounded to its type.</summary>
public sealed record FloatValue(double Value) : ConstantValue;

/// <summary>A complex value, both parts rounded to their type.</summary>
public sealed record ComplexValue(double Real, double Imaginary) : ConstantValue;

/// <summary>The address of <paramref name="Base"/> (a BoundVariable, BoundFunctionRef, BoundStringLiteral, BoundCompoundLiteral or BoundLabelAddress) plus <paramref name="Offset"/> bytes.</summary>
public sealed record AddressValue(BoundExpression Base, long Offset) : ConstantValue
{
    /// <summary>Whether two addresses are certainly in the same object.</summary>
    public bool HasSameBase(AddressValue other) => (Base, other.Base) switch
    {
        (BoundVariable a, BoundVariable b) => ReferenceEquals(a.Symbol, b.Symbol),
        (BoundFunctionRef a, BoundFunctionRef b) => ReferenceEquals(a.Symbol, b.Symbol),
        (BoundCompoundLiteral a, BoundCompoundLiteral b) => ReferenceEquals(a.Object, b.Object),
        _ => ReferenceEquals(Base, other.Base),
    };
}
