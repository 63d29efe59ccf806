// How many bits the value of an integer expression can really need, so that warnings about conversions and comparisons stay away where nothing can go wrong: (x & 7) is never negative, whatever x's type is. As clang's
// GetExprRange.
namespace PopcornCC.Compiler.Semantics.Analysis;

/// <summary>A value fits in <paramref name="Width"/> bits, sign included unless it is never negative.</summary>
internal readonly record struct IntegerRange(int Width, bool NonNegative)
{
    /// <summary>Every value of a type.</summary>
    public static IntegerRange OfType(CType type) => type.IsBool() ? new IntegerRange(1, true) : new IntegerRange(type.Bits(), !type.IsSigned());

    private static IntegerRange OfValue(Int128 value)
    {
        if (value >= 0) return new IntegerRange(128 - (int)Int128.LeadingZeroCount(value), true);
        return new IntegerRange(129 - (int)Int128.LeadingZeroCount(~value), false);
    }

    private static IntegerRange Join(IntegerRange a, IntegerRange b)
    {
        bool nonNegative = a.NonNegative && b.NonNegative;

        // An unsigned value among signed ones needs a bit for the sign.
        int x = a.NonNegative && !nonNegative ? a.Width + 1 : a.Width, y = b.NonNegative && !nonNegative ? b.Width + 1 : b.Width;
        return new IntegerRange(Math.Max(x, y), nonNegative);
    }

    /// <summary>The expression without conversions that were not written.</summary>
    public static BoundExpression WithoutImplicit(BoundExpression e)
    {
        while (e is BoundCast
            {
                IsExplicit: false, Kind: CastKind.LvalueToRvalue or CastKind.IntegralCast or CastKind.NoOp or CastKind.IntegerToFloat or CastKind.FloatCast or CastKind.FloatToInteger or CastKind.PointerCast
            or CastKind.ArrayToPointer or CastKind.FunctionToPointer or CastKind.ToBool
            } c) e = c.Operand;
        return e;
    }

    /// <summary>What an integer expression's value can be.</summary>
    public static IntegerRange Of(BoundExpression e, int depth = 0)
    {
        CType type = e.Type.Type;
        if (!type.IsInteger()) return new IntegerRange(64, false);
        if (e is BoundIntConstant constant) return OfValue(constant.Value);
        if (depth > 100) return OfType(type);
        switch (e)
        {
            case BoundCast { IsExplicit: true }:
                return OfType(type);
            case BoundCast { Kind: CastKind.LvalueToRvalue or CastKind.NoOp } c:
                return c.Operand.Type.Type.IsInteger() ? Of(c.Operand, depth + 1) : OfType(type);
            case BoundCast { Kind: CastKind.IntegralCast } c:
                IntegerRange inner = Of(c.Operand, depth + 1), outer = OfType(type);
                return inner.Width >= outer.Width ? outer : new IntegerRange(inner.Width, inner.NonNegative || outer.NonNegative);
            case BoundMember { Field: { IsBitField: true } field }:
                return new IntegerRange(field.BitWidth!.Value, !field.Type.Type.IsSigned());
            case BoundConditional { WhenTrue: { } whenTrue } c:
                return Join(Of(whenTrue, depth + 1), Of(c.WhenFalse, depth + 1));
            case BoundComma c:
                return Of(c.Right, depth + 1);
            case BoundUnary { Operator: UnaryOperator.LogicalNot }:
                return new IntegerRange(1, true);
            case BoundUnary { Operator: UnaryOperator.BitwiseNot } u:
                IntegerRange operand = Of(u.Operand, depth + 1);
                return type.IsSigned() ? new IntegerRange(Math.Min(type.Bits(), operand.NonNegative ? operand.Width + 1 : operand.Width), false) : OfType(type);
            case BoundBinary b:
                return OfBinary(b, depth + 1);
            case BoundAssignment a:
                return OfType(a.Type.Type);
            default:
                return OfType(type);
        }
    }

    private static IntegerRange OfBinary(BoundBinary b, int depth)
    {
        CType type = b.Type.Type;
        IntegerRange all = OfType(type);
        switch (b.Operator)
        {
            case >= BinaryOperator.Less and <= BinaryOperator.LogicalOr:
                return new IntegerRange(1, true);
            case BinaryOperator.And:
                {
                    IntegerRange x = Of(b.Left, depth), y = Of(b.Right, depth);

                    // The narrower operand that is never negative bounds the result.
                    bool nonNegative = x.NonNegative || y.NonNegative;
                    int width = x.NonNegative && y.NonNegative ? Math.Min(x.Width, y.Width) : x.NonNegative ? x.Width : y.NonNegative ? y.Width : Math.Max(x.Width, y.Width);
                    return new IntegerRange(Math.Min(width, all.Width), nonNegative);
                }
            case BinaryOperator.Or or BinaryOperator.Xor:
                return Clip(Join(Of(b.Left, depth), Of(b.Right, depth)));
            case BinaryOperator.ShiftRight:
                {
                    IntegerRange x = Of(b.Left, depth);
                    if (b.Right is not BoundIntConstant { Value: var shift } || shift < 0) return x;
                    return shift >= x.Width ? new IntegerRange(x.NonNegative ? 0 : 1, x.NonNegative) : x with { Width = x.Width - (int)shift };
                }
            case BinaryOperator.ShiftLeft:
                if (b.Right is BoundIntConstant { Value: var left } && left >= 0 && left < 128 && Of(b.Left, depth) is { NonNegative: true } shifted && shifted.Width + (int)left <= all.Width - (type.IsSigned() ? 1 : 0))
                    return new IntegerRange(shifted.Width + (int)left, true);
                return all;
            case BinaryOperator.Divide:
                {
                    IntegerRange x = Of(b.Left, depth);
                    if (b.Right is BoundIntConstant { Value: var divisor } && divisor > 0)
                    {
                        int log = 127 - (int)Int128.LeadingZeroCount(divisor);
                        return x with { Width = Math.Max(x.NonNegative ? 0 : 1, x.Width - log) };
                    }
                    IntegerRange y = Of(b.Right, depth);
                    return Clip(new IntegerRange(x.Width, x.NonNegative && y.NonNegative));
                }
            case BinaryOperator.Remainder:
                {
                    IntegerRange x = Of(b.Left, depth), y = Of(b.Right, depth);
                    return new IntegerRange(Math.Min(x.Width, y.NonNegative && !x.NonNegative ? y.Width + 1 : y.Width), x.NonNegative);
                }
            case BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply:
                // As clang: sums and products are taken to stay within their operands, or everything would be warned about.
                return Clip(Join(Of(b.Left, depth), Of(b.Right, depth)));
            default:
                return all;
        }

        IntegerRange Clip(IntegerRange r) => r.Width > all.Width || (r.Width == all.Width && r.NonNegative && !all.NonNegative) ? all : r;
    }
}
