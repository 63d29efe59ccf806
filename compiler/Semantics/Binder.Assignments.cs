// Assignment (C11 6.5.16), and the conditional operator (6.5.15).
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private BoundExpression BindAssignment(AssignmentSyntax syntax)
    {
        BoundExpression target = BindExpression(syntax.Left);
        BoundExpression value = Rvalue(BindExpression(syntax.Right));
        if (HasError(target, value)) return Error(syntax.Span);
        if (!CheckModifiable(target, syntax.Span)) return Error(syntax.Span);
        if (syntax.Operator == TokenKind.Equal)
        {
            BoundExpression written = value;
            value = ConvertAssigned(value, target.Type.Unqualified(), ConversionContext.Assignment, syntax.OperatorSpan);
            if (target is BoundMember { Field: { IsBitField: true } bits }) CheckBitFieldValue(bits, value, written.Type, syntax.OperatorSpan);
            if (IsNextTo(syntax.OperatorSpan, syntax.Right.Span)) WarnSelfAssignment(target, value, syntax.OperatorSpan);
            return HasError(value) ? value : new BoundAssignment(target, value, target.Type.Unqualified(), syntax.Span);
        }
        // e1 op= e2 (6.5.16.2): e1 is evaluated once; the placeholder is its old value.
        BoundPlaceholder old = new(target.Type.Unqualified(), target.Span);
        BoundExpression left = old;
        if (target is BoundMember { Field: { IsBitField: true } f } && target.Type.Type.IsInteger()) left = Convert(old, TypeFacts.PromoteBitField(target.Type.Type, f.BitWidth!.Value));
        BoundExpression result = BindBinary(OperatorOf(syntax.Operator), left, value, syntax.Span, syntax.OperatorSpan);
        if (HasError(result)) return result;
        if (target.Type.Type is PointerType && result.Type.Type is not PointerType)
        {
            _diagnostics.BinaryOperands(syntax.Span, target.Type, value.Type);
            return Error(syntax.Span);
        }
        if (result.Type.Type.IsFloating() && target.Type.Type.IsInteger()) CheckImplicitConversion(result, target.Type.Type);
        result = target.Type.Type.IsArithmetic() && result.Type.Type.IsArithmetic() ? Convert(result, target.Type.Type) : ConvertAssigned(result, target.Type.Unqualified(), ConversionContext.Assignment, syntax.OperatorSpan);
        return HasError(result) ? result : new BoundCompoundAssignment(target, old, result, IsPostfix: false, target.Type.Unqualified(), syntax.Span);
    }

    /// <summary>Whether nothing but space stands between two places: what came out of a macro has its name there.</summary>
    private bool IsNextTo(SourceSpan first, SourceSpan second)
    {
        if (first.File <= 0 || first.File != second.File || second.Start < first.Start + first.Length) return false;
        return _options.Sources is null || string.IsNullOrWhiteSpace(_options.Sources[first.File]!.Text[(first.Start + first.Length)..second.Start]);
    }

    private void WarnSelfAssignment(BoundExpression target, BoundExpression value, SourceSpan at)
    {
        if (_unevaluated > 0 || at.File < 0 || target.Span.File < 0 || target.Type.IsVolatile) return;
        if (value is BoundCast { Kind: CastKind.LvalueToRvalue, Operand: var source } && IsSameThing(target, source) && target is BoundVariable or BoundMember) _diagnostics.SelfAssignment(at, target.Type);
    }

    private BoundExpression BindConditional(ConditionalSyntax syntax)
    {
        BoundExpression condition = Rvalue(BindExpression(syntax.Condition));
        if (syntax.Then is null) return BindOmittedConditional(syntax, condition);
        bool? known = condition.Type.Type.IsScalar() && !HasError(condition) ? ConstantEvaluator.EvaluateCondition(condition) : null;
        if (known == false) _excluded++;
        BoundExpression whenTrue = Rvalue(BindExpression(syntax.Then));
        if (known == false) _excluded--;
        if (known == true) _excluded++;
        BoundExpression whenFalse = Rvalue(BindExpression(syntax.Else));
        if (known == true) _excluded--;
        if (condition.Type.Type is VectorType)
        {
            return HasError(whenTrue, whenFalse) ? Error(syntax.Span) : BindVectorConditional(condition, whenTrue, whenFalse, syntax.Span);
        }
        condition = CheckCondition(condition);
        if (HasError(condition) || HasError(whenTrue, whenFalse)) return Error(syntax.Span);
        CType? type = CommonType(ref whenTrue, ref whenFalse, syntax.Span.PointingAt(syntax.QuestionSpan));
        if (type is null) return Error(syntax.Span);
        // A constant choice among constants is a constant: it may be a null pointer constant or an array's length.
        if (condition is BoundIntConstant c && whenTrue is BoundIntConstant t && whenFalse is BoundIntConstant f) return (c.Value != 0 ? t : f) with { Span = syntax.Span };
        return new BoundConditional(condition, whenTrue, whenFalse, type, syntax.Span);
    }

    private BoundExpression BindOmittedConditional(ConditionalSyntax syntax, BoundExpression condition)
    {
        BoundExpression whenFalse = Rvalue(BindExpression(syntax.Else));
        condition = CheckCondition(condition);
        if (HasError(condition, whenFalse)) return Error(syntax.Span);
        BoundExpression value = new BoundPlaceholder(condition.Type, condition.Span);
        if (BitFieldOf(condition) is FieldSymbol bits) value = Convert(value, TypeFacts.PromoteBitField(condition.Type.Type, bits.BitWidth!.Value));
        CType? type = CommonType(ref value, ref whenFalse, syntax.Span.PointingAt(syntax.QuestionSpan));
        return type is null ? Error(syntax.Span) : new BoundConditional(condition, null, whenFalse, type, syntax.Span, value);
    }

    // 6.5.15p3-6: the type both arms are brought to.
    private CType? CommonType(ref BoundExpression a, ref BoundExpression b, SourceSpan span)
    {
        CType x = a.Type.Type, y = b.Type.Type;
        if (x.IsArithmetic() && y.IsArithmetic()) return UsualConversions(ref a, ref b);
        if (x.IsVoid() || y.IsVoid())
        {
            // GNU: one void arm makes the whole void.
            a = Convert(a, BuiltinType.Void);
            b = Convert(b, BuiltinType.Void);
            return BuiltinType.Void;
        }
        if (x is RecordType or VectorType && TypeCompatibility.AreCompatible(x, y)) return x;
        bool aNull = IsNullPointerConstant(a), bNull = IsNullPointerConstant(b);
        if (x is BuiltinType { Kind: BuiltinKind.NullPointer } && y is BuiltinType { Kind: BuiltinKind.NullPointer }) return x;
        if (x is PointerType && bNull)
        {
            b = IsConstantZero(b) ? new BoundIntConstant(0, x, b.Span) : Convert(b, x);
            return x;
        }
        if (y is PointerType && aNull)
        {
            a = IsConstantZero(a) ? new BoundIntConstant(0, y, a.Span) : Convert(a, y);
            return y;
        }
        if (x is PointerType p && y is PointerType q)
        {
            CType type = CommonPointer(p, q, span);
            a = Convert(a, type);
            b = Convert(b, type);
            return type;
        }
        if ((x is PointerType && y.IsInteger()) || (y is PointerType && x.IsInteger()))
        {
            _diagnostics.ConditionalPointerInteger(span, a.Type, b.Type);
            CType pointer = x is PointerType ? x : y;
            a = Convert(a, pointer);
            b = Convert(b, pointer);
            return pointer;
        }
        _diagnostics.ConditionalTypes(span, a.Type, b.Type);
        return null;
    }

    private PointerType CommonPointer(PointerType p, PointerType q, SourceSpan span)
    {
        Qualifiers both = p.Pointee.Qualifiers | q.Pointee.Qualifiers;
        if (TypeCompatibility.AreCompatible(p.Pointee.Type, q.Pointee.Type)) return new PointerType(new QualType(TypeCompatibility.Composite(p.Pointee.Type, q.Pointee.Type), both));
        if (p.Pointee.Type.IsVoid() || q.Pointee.Type.IsVoid()) return new PointerType(new QualType(BuiltinType.Void, both));
        if (!AgreeButForQualifiers(p.Pointee.Type, q.Pointee.Type)) _diagnostics.ConditionalPointers(span, p, q);
        else return new PointerType(new QualType(p.Pointee.Type, both));
        return new PointerType(new QualType(BuiltinType.Void, both));
    }
}
