// Complex numbers (C11 6.2.5p11-13, 6.3.1.6, 6.3.1.7), with GNU's imaginary constants, __real__, __imag__ and conjugation by ~. Real operands of an operator stay real, as gcc and clang have it:
// x * (a + bi) is two multiplications, and an infinite x does not meet an invented zero.
using System.Collections.Immutable;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    // __real__ z and __imag__ z are lvalues where z is one; of a real number the one is itself, the other zero.
    private BoundExpression BindComplexPart(ComplexPartSyntax syntax)
    {
        BoundExpression operand = BindExpression(syntax.Operand);
        if (HasError(operand)) return operand;
        if (operand.Type.Type is ComplexType complex) return new BoundComplexPart(operand, syntax.IsImaginary, new QualType(complex.Element, operand.Type.Qualifiers), syntax.Span);
        operand = Rvalue(operand);
        if (!operand.Type.Type.IsArithmetic())
        {
            _diagnostics.UnaryOperand(syntax.Span, operand.Type);
            return Error(syntax.Span);
        }
        if (!syntax.IsImaginary) return operand;
        BoundExpression zero = Convert(IntConstant(0, BuiltinType.Int, syntax.Span), operand.Type.Type);
        return new BoundComma(new BoundCast(CastKind.ToVoid, operand, BuiltinType.Void, syntax.Span), zero, zero.Type, syntax.Span);
    }

    /// <summary>__builtin_complex(x, y), creal and its like.</summary>
    private BoundExpression? BindComplexBuiltin(string plain, ImmutableArray<BoundExpression> arguments, CallSyntax syntax)
    {
        if (plain == "complex")
        {
            if (!CheckCount(syntax, 2)) return Error(syntax.Span);
            BoundExpression x = arguments[0], y = arguments[1];
            if (!x.Type.Type.IsFloating() || !y.Type.Type.IsFloating())
            {
                _diagnostics.NeedsFloating(syntax.Span, Prefix + plain, x.Type.Type.IsFloating() ? y.Type : x.Type);
                return Error(syntax.Span);
            }
            return MakeComplex(x, y, new ComplexType((BuiltinType)UsualConversions(ref x, ref y)), syntax.Span);
        }
        BuiltinType element = FloatTypeBySuffix(plain is "creal" or "cimag" or "conj" ? "" : plain);
        if (!CheckCount(syntax, 1)) return Error(syntax.Span);
        BoundExpression value = ConvertAssigned(arguments[0], new ComplexType(element), ConversionContext.Argument);
        if (HasError(value)) return value;
        return plain.StartsWith("conj", StringComparison.Ordinal) ? new BoundUnary(UnaryOperator.BitwiseNot, value, value.Type, syntax.Span)
            : new BoundComplexPart(value, plain.StartsWith("cimag", StringComparison.Ordinal), element, syntax.Span);
    }

    private static BoundExpression MakeComplex(BoundExpression x, BoundExpression y, ComplexType type, SourceSpan span)
    {
        x = Convert(x, type.Element);
        y = Convert(y, type.Element);
        return x is BoundFloatConstant a && y is BoundFloatConstant b ? new BoundComplexConstant(a.Value, b.Value, type, span) : new BoundBuiltinCall(BuiltinFunction.MakeComplex, [x, y], type, span);
    }

    /// <summary>One of + - * / == != with a complex operand.</summary>
    private BoundExpression BindComplexBinary(BinaryOperator op, BoundExpression left, BoundExpression right, SourceSpan span)
    {
        if (op is not (BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Equal or BinaryOperator.NotEqual))
        {
            _diagnostics.BinaryOperands(span, left.Type, right.Type);
            return Error(span);
        }
        ComplexType common = (ComplexType)TypeFacts.UsualArithmetic(left.Type.Type, right.Type.Type);
        left = Convert(left, left.Type.Type is ComplexType ? common : common.Element);
        right = Convert(right, right.Type.Type is ComplexType ? common : common.Element);
        return new BoundBinary(op, left, right, op is BinaryOperator.Equal or BinaryOperator.NotEqual ? BuiltinType.Int : common, span);
    }

    /// <summary>A conversion from or to a complex type; one of the two is.</summary>
    private static BoundExpression ConvertComplex(BoundExpression value, CType to)
    {
        CType from = value.Type.Type;
        if (to is ComplexType target)
        {
            if (from is not ComplexType)
            {
                value = Convert(value, target.Element);
                return value is BoundFloatConstant c ? new BoundComplexConstant(c.Value, 0, target, c.Span) : new BoundCast(CastKind.RealToComplex, value, target, value.Span);
            }
            return value is BoundComplexConstant && ConstantEvaluator.Evaluate(new BoundCast(CastKind.ComplexCast, value, to, value.Span)) is ComplexValue v
                ? new BoundComplexConstant(v.Real, v.Imaginary, to, value.Span)
                : new BoundCast(CastKind.ComplexCast, value, to, value.Span);
        }
        ComplexType source = (ComplexType)from;
        if (to.IsBool()) return new BoundCast(CastKind.ToBool, value, to, value.Span);
        return Convert(new BoundComplexPart(value, false, source.Element, value.Span), to);
    }
}
