// Objects whose value is known while binding: C23's constexpr objects (6.6p9: a named constant is one wherever it stands) and, in the initialisers of static objects only, const ones, which gcc
// and clang fold there.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    /// <summary>The constant an lvalue of scalar type is known to hold, or null.</summary>
    private BoundExpression? KnownValue(BoundExpression lvalue)
    {
        if (lvalue.Type.Type is ComplexType || !lvalue.Type.Type.IsArithmetic() && lvalue.Type.Type is not PointerType) return null;
        if (!TryLocate(lvalue, out VariableSymbol? variable, out long offset) || !IsKnown(variable!)) return null;
        CType type = lvalue.Type.Type;
        switch (variable!.Initializer)
        {
            case BoundExpressionInitializer { Value: BoundStringLiteral text } when type.Size == 1:
                return new BoundIntConstant(TypeFacts.Wrap(offset < text.Bytes.Length ? text.Bytes[(int)offset] : 0, type), type, lvalue.Span);
            case BoundExpressionInitializer e when offset == 0:
                return AsConstant(e.Value, type, lvalue.Span);
            case BoundListInitializer list:
                bool overlaps = false;
                foreach (BoundInitializerElement element in list.Elements)
                {
                    if (element.Offset == offset && element.BitField is null && element.Type.Type == type) return AsConstant(element.Value, type, lvalue.Span);
                    overlaps |= element.Offset < offset + type.Size && element.Offset + Math.Max(1, element.Type.Type.Size) > offset;
                }
                return overlaps || offset < 0 || offset + type.Size > variable.Type.Type.Size ? null
                    : type.IsFloating() ? new BoundFloatConstant(0, type, lvalue.Span) : new BoundIntConstant(0, type, lvalue.Span);
            default:
                return null;
        }
    }

    private bool IsKnown(VariableSymbol variable) =>
        variable.Initializer is not null
        && (variable.IsConstexpr || (_staticInitializers > 0 && variable.Storage == StorageDuration.Static && ElementType(variable.Type) is { IsConst: true, IsVolatile: false } && !variable.Attributes.Weak));

    private static QualType ElementType(QualType type) => type.Type is ArrayType a ? ElementType(a.Element) : type;

    private static BoundExpression? AsConstant(BoundExpression value, CType type, SourceSpan span) => ConstantEvaluator.Evaluate(value) switch
    {
        IntegerValue i => new BoundIntConstant(i.Value, type, span),
        FloatValue f => new BoundFloatConstant(f.Value, type, span),
        AddressValue => value with { Span = span },
        _ => null,
    };

    // v.member[3].other: the variable and the distance from its start.
    private static bool TryLocate(BoundExpression lvalue, out VariableSymbol? variable, out long offset)
    {
        offset = 0;
        while (true)
        {
            switch (lvalue)
            {
                case BoundVariable v:
                    variable = v.Symbol;
                    return true;
                case BoundMember { IsLvalue: true, Field.IsBitField: false } m:
                    offset += m.Field.Offset;
                    lvalue = m.Base;
                    continue;
                case BoundDereference { Pointer: BoundBinary { Operator: BinaryOperator.PointerAdd, Left: BoundCast { Kind: CastKind.ArrayToPointer } array, Right: var index } }
                    when ConstantEvaluator.EvaluateInteger(index) is Int128 i && array.Operand.Type.Type is ArrayType { Length: long length } type && i >= 0 && i < length:
                    offset += (long)i * type.Element.Type.Size;
                    lvalue = array.Operand;
                    continue;
                default:
                    variable = null;
                    return false;
            }
        }
    }
}
