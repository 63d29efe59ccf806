// -Wconversion and its members: what an arithmetic conversion that nobody wrote may lose. Constants that do not fit are warned about by default, the rest when asked for. After clang's CheckImplicitConversion.
using PopcornCC.Compiler.Semantics.Analysis;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private bool? _checksConversions;

    // Looking for lost bits costs; only constants are looked at by default.
    private bool ChecksConversions => _checksConversions ??= s_conversionGroups.Any(_diagnostics.MayShow);

    private static readonly string[] s_conversionGroups =
        ["implicit-int-conversion", "shorten-64-to-32", "sign-conversion", "implicit-float-conversion", "float-conversion", "double-promotion", "implicit-int-float-conversion", "enum-conversion", "bitfield-enum-conversion", "assign-enum"];

    private void CheckImplicitConversion(BoundExpression value, CType to)
    {
        CType from = value.Type.Type;
        if (!IsExecuted || from == to || from.IsError() || to.IsError()) return;
        if (from.IsFloating())
        {
            if (to.IsFloating()) CheckFloatToFloat(value, from, to);
            else if (to.IsInteger()) CheckFloatToInteger(value, to);
            return;
        }
        if (!from.IsInteger()) return;
        if (to.IsFloating())
        {
            CheckIntegerToFloat(value, to);
            return;
        }
        if (!to.IsInteger() || to.IsBool()) return;
        if (value is not BoundIntConstant && !ChecksConversions) return;
        CheckIntegerToInteger(value, from, to, IntegerRange.OfType(to));
    }

    private void CheckIntegerToInteger(BoundExpression value, CType from, CType to, IntegerRange target)
    {
        // A choice converts each arm.
        if (value is BoundConditional { WhenTrue: { } whenTrue } c)
        {
            CheckIntegerToInteger(whenTrue, whenTrue.Type.Type, to, target);
            CheckIntegerToInteger(c.WhenFalse, c.WhenFalse.Type.Type, to, target);
            return;
        }
        IntegerRange source = IntegerRange.Of(value);
        Int128? constant = (value as BoundIntConstant)?.Value;
        if (source.Width > target.Width || (source.Width == target.Width && !target.NonNegative && source.NonNegative && from.IsSigned() && constant is not null))
        {
            if (constant is { } v) _diagnostics.ConstantConversion(value.Span, value.Type, to, v, TypeFacts.Wrap(v, to));
            else if (target.Width == 32 && from.Bits() == 64) _diagnostics.Shorten(value.Span, value.Type, to);
            else _diagnostics.LosesPrecision(value.Span, value.Type, to);
            return;
        }
        bool changesSign = (target.NonNegative && !source.NonNegative) || (!target.NonNegative && source.NonNegative && source.Width == target.Width);
        if (changesSign && (to is not EnumType || from is not EnumType)) _diagnostics.ChangesSign(value.Span, value.Type, to);
        else if (to is EnumType a && from is EnumType b && !ReferenceEquals(a, b)) _diagnostics.EnumConversion(value.Span, value.Type, to);
    }

    private void CheckFloatToFloat(BoundExpression value, CType from, CType to)
    {
        if (to.Size > from.Size)
        {
            if (value is not BoundFloatConstant) _diagnostics.DoublePromotion(value.Span, value.Type, to);
            return;
        }
        if (to.Size == from.Size || (value is BoundFloatConstant c && (double.IsNaN(c.Value) || (float)c.Value == c.Value))) return;
        _diagnostics.FloatPrecision(value.Span, value.Type, to);
    }

    private void CheckFloatToInteger(BoundExpression value, CType to)
    {
        bool isNegative = value is BoundUnary { Operator: UnaryOperator.Negate, Operand: BoundFloatConstant };
        if (ConstantEvaluator.Evaluate(value) is not FloatValue { Value: var d })
        {
            _diagnostics.FloatToInteger(value.Span, value.Type, to);
            return;
        }
        bool isLiteral = value is BoundFloatConstant || isNegative;
        if (to.IsBool()) return;
        if (Math.Truncate(d) == d && Math.Abs(d) < 1e37 && TypeFacts.Fits((Int128)d, to))
        {
            if (!isLiteral) _diagnostics.FloatToInteger(value.Span, value.Type, to);
            return;
        }
        if (double.IsNaN(d) || Math.Abs(d) >= 1e37 || !TypeFacts.Fits((Int128)Math.Truncate(d), to)) _diagnostics.FloatOutOfRange(value.Span, value.Type, to, isLiteral);
        else _diagnostics.FloatLiteralChanges(value.Span, value.Type, to, d, (Int128)Math.Truncate(d), isLiteral);
    }

    private void CheckIntegerToFloat(BoundExpression value, CType to)
    {
        int precision = to is BuiltinType { Kind: BuiltinKind.Float } ? 24 : 53;
        if (value is BoundIntConstant { Value: var v })
        {
            Int128 back = precision == 24 ? (Int128)(float)v : (Int128)(double)v;
            if (back != v) _diagnostics.ConstantToFloat(value.Span, value.Type, to, v, back);
            return;
        }
        if (!ChecksConversions) return;
        IntegerRange range = IntegerRange.Of(value);
        if (range.Width - (range.NonNegative ? 0 : 1) > precision) _diagnostics.IntegerToFloat(value.Span, value.Type, to);
    }

    /// <summary>A constant stored in a bit-field that has no room for it.</summary>
    private void CheckBitFieldValue(FieldSymbol field, BoundExpression value, QualType written, SourceSpan at)
    {
        if (!IsExecuted || value is not BoundIntConstant { Value: var v } || field.Type.Type.IsBool()) return;
        int width = field.BitWidth!.Value;
        bool signed = field.Type.Type.IsSigned();
        Int128 low = v & ((Int128.One << width) - 1), result = signed && (low >> (width - 1) & 1) != 0 ? low - (Int128.One << width) : low;
        if (result == v) return;

        // All bits set, and a single bit, are written with either sign.
        Int128 asSigned = signed ? v : TypeFacts.Wrap(v, TypeFacts.SignedOfSize(field.Type.Type.Size));
        if (asSigned < 0 && !signed && asSigned >= -(Int128.One << (width - 1))) return;
        if (width == 1 && v == 1 && signed)
        {
            _diagnostics.SingleBitConversion(at);
            return;
        }
        _diagnostics.BitFieldConversion(at, $"implicit truncation from '{written}' to bit-field changes value from {v} to {result}");
    }
}
