// Compatible types and composite types (C11 6.2.7, 6.7.2.2p4, 6.7.3p10, 6.7.6.1p2, 6.7.6.2p6, 6.7.6.3p15). Structs and unions compare by identity: within one
// translation unit two declarations of members never make compatible types.
using System.Collections.Immutable;

namespace PopcornCC.Compiler.Semantics;

/// <summary>Compatibility of types.</summary>
public static class TypeCompatibility
{
    /// <summary>Compatible, qualifiers included.</summary>
    public static bool AreCompatible(QualType a, QualType b) =>
        a.Qualifiers.Standard() == b.Qualifiers.Standard() && AreCompatible(a.Type, b.Type);

    /// <summary>Compatible without their outermost qualifiers.</summary>
    public static bool AreCompatible(CType a, CType b)
    {
        if (ReferenceEquals(a, b) || a.IsError() || b.IsError()) return true;
        switch (a, b)
        {
            case (EnumType x, EnumType):
                return ReferenceEquals(x, b);
            case (EnumType x, BuiltinType y):
                return x.Underlying.Kind == y.Kind;
            case (BuiltinType x, EnumType y):
                return x.Kind == y.Underlying.Kind;
            case (BuiltinType x, BuiltinType y):
                return x.Kind == y.Kind;
            case (ComplexType x, ComplexType y):
                return x.Element.Kind == y.Element.Kind;
            case (PointerType x, PointerType y):
                return AreCompatible(x.Pointee, y.Pointee);
            case (ArrayType x, ArrayType y):
                return AreCompatible(x.Element, y.Element) && (x.Length is null || y.Length is null || x.Length == y.Length);
            case (VectorType x, VectorType y):
                return x.Count == y.Count && AreCompatible(x.Element, y.Element);
            case (FunctionType x, FunctionType y):
                return AreFunctionsCompatible(x, y);
            default:
                return false;
        }
    }

    private static bool AreFunctionsCompatible(FunctionType a, FunctionType b)
    {
        if (!AreCompatible(a.ReturnType.Type, b.ReturnType.Type)) return false;
        if (a.HasPrototype && b.HasPrototype)
        {
            if (a.Parameters.Length != b.Parameters.Length || a.IsVariadic != b.IsVariadic) return false;
            for (int i = 0; i < a.Parameters.Length; i++)
            {
                if (!AreCompatible(a.Parameters[i].Type, b.Parameters[i].Type)) return false;
            }
            return true;
        }
        FunctionType? prototype = a.HasPrototype ? a : b.HasPrototype ? b : null;
        // 6.7.6.3p15: against a type without prototype, no ellipsis and no parameter that default promotion changes.
        return prototype is null || (!prototype.IsVariadic && prototype.Parameters.All(p => AreCompatible(p.Type, DefaultPromotion(p.Type))));
    }

    /// <summary>The default argument promotions (6.5.2.2p6).</summary>
    public static CType DefaultPromotion(CType type) => type is BuiltinType { Kind: BuiltinKind.Float } ? BuiltinType.Double : type.Promote();

    /// <summary>6.2.7p3: what two compatible declarations say together.</summary>
    public static QualType Composite(QualType a, QualType b) => new(Composite(a.Type, b.Type), a.Qualifiers | (b.Qualifiers & ~b.Qualifiers.Standard()));

    /// <summary>As above, without qualifiers.</summary>
    public static CType Composite(CType a, CType b)
    {
        if (ReferenceEquals(a, b)) return a;
        switch (a, b)
        {
            case (PointerType x, PointerType y):
                return new PointerType(Composite(x.Pointee, y.Pointee));
            case (ArrayType x, ArrayType y):
                QualType element = Composite(x.Element, y.Element);
                if (x.Length is not null) return x with { Element = element };
                if (y.Length is not null) return y with { Element = element };
                return (x.VariableLength is not null || (x.IsVariable && y.VariableLength is null) ? x : y) with { Element = element };
            case (FunctionType x, FunctionType y):
                QualType result = Composite(x.ReturnType, y.ReturnType);
                if (!x.HasPrototype) return y with { ReturnType = result };
                if (!y.HasPrototype) return x with { ReturnType = result };
                return x with { ReturnType = result, Parameters = x.Parameters.Zip(y.Parameters, Composite).ToImmutableArray() };
            case (BuiltinType, EnumType):
                return b;
            default:
                return a;
        }
    }
}
