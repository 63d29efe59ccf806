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
            bool excludes = op is BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr && left.Type.Type.IsScalar() && ConstantEvaluator.EvaluateCondition(left) == (op == BinaryOperator.LogicalOr);
            if (excludes) _excluded++;
            BoundExpression right = Rvalue(BindExpression(next.Right));
            if (excludes) _excluded--;
            if (op is >= BinaryOperator.Less and <= BinaryOperator.NotEqual) WarnComparison(next, op, left, right);
            else if (op is BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr) WarnLogical(next, left, right);
            else if (op == BinaryOperator.And) WarnLogicalNot(next, right);
            else if (op == BinaryOperator.Divide) WarnSizeDivision(next);
            else if (op == BinaryOperator.Xor) WarnXorAsPower(next);
            else if (op == BinaryOperator.Add && (next.Left is StringSyntax || next.Right is StringSyntax) && _unevaluated == 0 && next.OperatorSpan.File > 0) WarnStringPlus(next, left, right);
            left = BindBinary(op, left, right, next.Span, next.OperatorSpan);
        }
        return left;
    }

    private BoundExpression BindBinary(BinaryOperator op, BoundExpression left, BoundExpression right, SourceSpan span, SourceSpan operatorSpan = default)
    {
        if (operatorSpan == default) operatorSpan = span;
        if (HasError(left, right)) return Error(span);
        CType x = left.Type.Type, y = right.Type.Type;
        if (op is BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr)
        {
            left = CheckCondition(left);
            right = CheckCondition(right);
            return HasError(left, right) ? Error(span) : FoldBinary(new BoundBinary(op, left, right, BuiltinType.Int, span));
        }
        if (x is VectorType || y is VectorType) return BindVectorBinary(op, left, right, span);
        if ((x is ComplexType && y.IsArithmetic()) || (y is ComplexType && x.IsArithmetic())) return BindComplexBinary(op, left, right, span);
        switch (op)
        {
            case BinaryOperator.Add or BinaryOperator.Subtract when x is PointerType || y is PointerType:
                return BindPointerArithmetic(op, left, right, span, operatorSpan);
            case BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Add or BinaryOperator.Subtract when x.IsArithmetic() && y.IsArithmetic():
            case BinaryOperator.Remainder or BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor when x.IsInteger() && y.IsInteger():
                if (op is BinaryOperator.Divide or BinaryOperator.Remainder && right is BoundIntConstant { Value: var zero } && zero == 0 && x.IsInteger() && IsExecuted)
                {
                    _diagnostics.DivisionByZero(operatorSpan, op == BinaryOperator.Divide, [right.Span]);
                }
                CType common = UsualConversions(ref left, ref right);
                return FoldBinary(new BoundBinary(op, left, right, common, span));
            case BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight when x.IsInteger() && y.IsInteger():
                left = Promote(left);
                right = Promote(right);
                CheckShift(op, left, right, operatorSpan);
                return FoldBinary(new BoundBinary(op, left, right, left.Type.Type, span));
            case BinaryOperator.Less or BinaryOperator.Greater or BinaryOperator.LessEqual or BinaryOperator.GreaterEqual or BinaryOperator.Equal or BinaryOperator.NotEqual:
                return BindComparison(op, left, right, span);
        }
        _diagnostics.BinaryOperands(span, left.Type, right.Type);
        return Error(span);
    }

    // Constants of integers only: floating ones are left as written, for the rounding mode and the flags they raise.
    private BoundExpression FoldBinary(BoundBinary e)
    {
        if (e.Left is not BoundIntConstant a || e.Right is not BoundIntConstant b || ConstantEvaluator.Evaluate(e) is not IntegerValue v) return e;
        if (e.Operator <= BinaryOperator.Multiply && e.Type.Type.IsSigned() && e.Type.Type.Bits() <= 64 && IsExecuted)
        {
            Int128 exact = e.Operator switch { BinaryOperator.Add => a.Value + b.Value, BinaryOperator.Subtract => a.Value - b.Value, _ => a.Value * b.Value };
            if (exact != v.Value) _diagnostics.IntegerOverflow(e.Span, v.Value, e.Type.Type);
        }
        return new BoundIntConstant(v.Value, e.Type, e.Span);
    }

    // 6.5.6: pointers in elements; GNU counts bytes on void and functions.
    private BoundExpression BindPointerArithmetic(BinaryOperator op, BoundExpression left, BoundExpression right, SourceSpan span, SourceSpan operatorSpan)
    {
        if (op == BinaryOperator.Add && right.Type.Type is PointerType) (left, right) = (right, left);
        if (left.Type.Type is PointerType p && right.Type.Type.IsInteger())
        {
            if (!CheckPointee(p, span)) return Error(span);
            right = Promote(right);
            WarnNullArithmetic(op, left, operatorSpan);
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
            WarnNullSubtraction(left, right, operatorSpan);
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
        if (!IsNullPointerConstant(other)) _diagnostics.ComparePointerInteger(span, op is BinaryOperator.Equal or BinaryOperator.NotEqual, pointer.Type, other.Type);
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
}
