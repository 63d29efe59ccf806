// Binary operators (C11 6.5.5 to 6.5.14) on arithmetic types, pointers and GNU vectors. Operands come in as values.
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private BoundExpression BindBinary(BinarySyntax syntax)
    {
        // "a + b + c + …" nests to the left as deep as the chain is long: walk it without recursion.
        Stack<BinarySyntax> chain = new();
        ExpressionSyntax first = syntax;
        while (first is BinarySyntax inner)
        {
            chain.Push(inner);
            first = inner.Left;
        }
        BoundExpression left = Rvalue(BindExpression(first));
        while (chain.TryPop(out BinarySyntax? next))
        {
            BinaryOperator op = OperatorOf(next.Operator);
            BoundExpression right = Rvalue(BindExpression(next.Right));
            if (op is BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.Less or BinaryOperator.Greater) WarnComparison(next, left, right);
            left = BindBinary(op, left, right, next.Span);
        }
        return left;
    }

    private BoundExpression BindBinary(BinaryOperator op, BoundExpression left, BoundExpression right, SourceSpan span)
    {
        if (HasError(left, right)) return Error(span);
        CType x = left.Type.Type, y = right.Type.Type;
        if (op is BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr)
        {
            left = CheckCondition(left);
            right = CheckCondition(right);
            return HasError(left, right) ? Error(span) : FoldBinary(new BoundBinary(op, left, right, BuiltinType.Int, span));
        }
        if (x is VectorType || y is VectorType) return BindVectorBinary(op, left, right, span);
        switch (op)
        {
            case BinaryOperator.Add or BinaryOperator.Subtract when x is PointerType || y is PointerType:
                return BindPointerArithmetic(op, left, right, span);
            case BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Add or BinaryOperator.Subtract when x.IsArithmetic() && y.IsArithmetic():
            case BinaryOperator.Remainder or BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor when x.IsInteger() && y.IsInteger():
                if (op is BinaryOperator.Divide or BinaryOperator.Remainder && right is BoundIntConstant { Value: var zero } && zero == 0 && x.IsInteger() && _unevaluated == 0)
                {
                    _diagnostics.DivisionByZero(span);
                }
                CType common = UsualConversions(ref left, ref right);
                return FoldBinary(new BoundBinary(op, left, right, common, span));
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight when x.IsInteger() && y.IsInteger():
                left = Promote(left);
                right = Promote(right);
                if (right is BoundIntConstant { Value: var count } && (count < 0 || count >= left.Type.Type.Bits()) && _unevaluated == 0) _diagnostics.ShiftCount(span, count, left.Type);
                return FoldBinary(new BoundBinary(op, left, right, left.Type.Type, span));
            case BinaryOperator.Less or BinaryOperator.Greater or BinaryOperator.LessEqual or BinaryOperator.GreaterEqual or BinaryOperator.Equal or BinaryOperator.NotEqual:
                return BindComparison(op, left, right, span);
        }
        _diagnostics.BinaryOperands(span, left.Type, right.Type);
        return Error(span);
    }

    // Constants of integers only: floating ones are left as written, for the rounding mode and the flags they raise.
    private static BoundExpression FoldBinary(BoundBinary e) =>
        e.Left is BoundIntConstant && e.Right is BoundIntConstant && ConstantEvaluator.Evaluate(e) is IntegerValue v ? new BoundIntConstant(v.Value, e.Type, e.Span) : e;

    // 6.5.6: pointers in elements; GNU counts bytes on void and functions.
    private BoundExpression BindPointerArithmetic(BinaryOperator op, BoundExpression left, BoundExpression right, SourceSpan span)
    {
        if (op == BinaryOperator.Add && right.Type.Type is PointerType) (left, right) = (right, left);
        if (left.Type.Type is PointerType p && right.Type.Type.IsInteger())
        {
            if (!CheckPointee(p, span)) return Error(span);
            right = Promote(right);
            return new BoundBinary(op == BinaryOperator.Add ? BinaryOperator.PointerAdd : BinaryOperator.PointerSubtract, left, right, left.Type, span);
        }
        if (op == BinaryOperator.Subtract && left.Type.Type is PointerType a && right.Type.Type is PointerType b)
        {
            if (!TypeCompatibility.AreCompatible(a.Pointee.Type, b.Pointee.Type) && !AgreeButForQualifiers(a.Pointee.Type, b.Pointee.Type))
            {
                _diagnostics.PointerDifferenceTypes(span, left.Type, right.Type);
                return Error(span);
            }
            if (!CheckPointee(a, span)) return Error(span);
            return new BoundBinary(BinaryOperator.PointerDifference, left, Convert(right, left.Type.Type), TypeFacts.PtrDiffT, span);
        }
        _diagnostics.BinaryOperands(span, left.Type, right.Type);
        return Error(span);
    }

    private bool CheckPointee(PointerType pointer, SourceSpan span)
    {
        CType type = pointer.Pointee.Type;
        if (type.IsVoid() || type is FunctionType)
        {
            _diagnostics.VoidPointerArithmetic(span, pointer);
            return true;
        }
        if (type.IsComplete() || type.IsError()) return true;
        _diagnostics.IncompleteArithmetic(span, pointer.Pointee);
        return false;
    }

    // 6.5.8, 6.5.9.
    private BoundExpression BindComparison(BinaryOperator op, BoundExpression left, BoundExpression right, SourceSpan span)
    {
        CType x = left.Type.Type, y = right.Type.Type;
        if (x.IsArithmetic() && y.IsArithmetic())
        {
            UsualConversions(ref left, ref right);
            return FoldBinary(new BoundBinary(op, left, right, BuiltinType.Int, span));
        }
        bool isEquality = op is BinaryOperator.Equal or BinaryOperator.NotEqual;
        if (x is BuiltinType { Kind: BuiltinKind.NullPointer } && y is BuiltinType { Kind: BuiltinKind.NullPointer } && isEquality)
        {
            return IntConstant(op == BinaryOperator.Equal ? 1 : 0, BuiltinType.Int, span);
        }
        if (x is PointerType p && y is PointerType q)
        {
            if (!p.Pointee.Type.IsVoid() && !q.Pointee.Type.IsVoid() && !TypeCompatibility.AreCompatible(p.Pointee.Type, q.Pointee.Type) && !AgreeButForQualifiers(p.Pointee.Type, q.Pointee.Type))
            {
                _diagnostics.ComparePointers(span, left.Type, right.Type);
            }
            return new BoundBinary(op, left, Convert(right, x), BuiltinType.Int, span);
        }
        if (x is PointerType && (y.IsInteger() || y is BuiltinType { Kind: BuiltinKind.NullPointer })) return ComparePointerWith(op, left, right, span);
        if (y is PointerType && (x.IsInteger() || x is BuiltinType { Kind: BuiltinKind.NullPointer }))
        {
            BinaryOperator swapped = op switch
            {
                BinaryOperator.Less => BinaryOperator.Greater,
                BinaryOperator.Greater => BinaryOperator.Less,
                BinaryOperator.LessEqual => BinaryOperator.GreaterEqual,
                BinaryOperator.GreaterEqual => BinaryOperator.LessEqual,
                _ => op,
            };
            return ComparePointerWith(swapped, right, left, span);
        }
        _diagnostics.BinaryOperands(span, left.Type, right.Type);
        return Error(span);
    }

    private BoundBinary ComparePointerWith(BinaryOperator op, BoundExpression pointer, BoundExpression other, SourceSpan span)
    {
        if (!IsNullPointerConstant(other)) _diagnostics.ComparePointerInteger(span, pointer.Type, other.Type);
        BoundExpression converted = IsNullPointerConstant(other) ? new BoundIntConstant(0, pointer.Type.Type, other.Span) : Convert(other, pointer.Type.Type);
        return new BoundBinary(op, pointer, converted, BuiltinType.Int, span);
    }

    private BoundExpression BindVectorBinary(BinaryOperator op, BoundExpression left, BoundExpression right, SourceSpan span)
    {
        CType x = left.Type.Type, y = right.Type.Type;
        VectorType vector = x as VectorType ?? (VectorType)y;
        // GNU: a scalar operand is converted to the element type and repeated.
        if (x is not VectorType && x.IsArithmetic()) left = new BoundCast(CastKind.VectorSplat, Convert(left, vector.Element), vector, left.Span);
        else if (y is not VectorType && y.IsArithmetic()) right = new BoundCast(CastKind.VectorSplat, Convert(right, vector.Element), vector, right.Span);
        else if (x is VectorType a && y is VectorType b && a.Count == b.Count && a.Element.Size == b.Element.Size && a.Element.IsFloating() == b.Element.IsFloating())
        {
            // Vectors that differ in signedness only: the left one's type, bit for bit.
            right = Convert(right, x);
        }
        else
        {
            _diagnostics.BinaryOperands(span, left.Type, right.Type);
            return Error(span);
        }
        bool isComparison = op is >= BinaryOperator.Less and <= BinaryOperator.NotEqual;
        if (vector.Element.IsFloating() && op is BinaryOperator.Remainder or BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor or BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight
            && vector.Element.IsFloating())
        {
            _diagnostics.BinaryOperands(span, left.Type, right.Type);
            return Error(span);
        }
        return new BoundBinary(op, left, right, isComparison ? ComparisonVector(vector) : vector, span);
    }

    private void WarnComparison(BinarySyntax syntax, BoundExpression left, BoundExpression right)
    {
        if (syntax.Left is StringSyntax || syntax.Right is StringSyntax)
        {
            if (left.Type.Type is PointerType && right.Type.Type is PointerType) _diagnostics.CompareString(syntax.Span);
        }
        CType x = left.Type.Type, y = right.Type.Type;
        if (!x.IsInteger() || !y.IsInteger()) return;
        CType a = x.Promote(), b = y.Promote();
        if (a.IsSigned() == b.IsSigned() || TypeFacts.UsualArithmetic(a, b).IsSigned()) return;
        BoundExpression signed = a.IsSigned() ? left : right;
        if (signed is BoundIntConstant { Value: var v } && v >= 0) return;
        _diagnostics.SignCompare(syntax.Span, left.Type, right.Type);
    }
}
