// Conversions (C11 6.3): lvalues to values, arithmetic conversions, and conversion "as if by assignment" (6.5.16.1) with its many warnings. Every conversion that is made leaves a
// BoundCast, except that a constant is converted on the spot, which keeps integer constant expressions recognisable as one node.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private static BoundErrorExpression Error(SourceSpan span) => new(span);

    private static bool HasError(BoundExpression e) => e.Type.Type.IsError();

    private static bool HasError(BoundExpression a, BoundExpression b) => HasError(a) || HasError(b);

    private static BoundIntConstant IntConstant(Int128 value, CType type, SourceSpan span) => new(TypeFacts.Wrap(value, type is PointerType ? BuiltinType.ULong : type), type, span);

    /// <summary>6.3.2.1: arrays and functions become pointers, other lvalues their value.</summary>
    private BoundExpression Rvalue(BoundExpression e)
    {
        switch (e.Type.Type)
        {
            case ArrayType array:
                BoundExpression lvalue = e.IsLvalue ? e : Materialize(e);
                MarkAddressTaken(lvalue);
                return new BoundCast(CastKind.ArrayToPointer, lvalue, new PointerType(array.Element.With(e.Type.Qualifiers)), e.Span);
            case FunctionType function:
                return new BoundCast(CastKind.FunctionToPointer, e, new PointerType(function), e.Span);
            case BuiltinType { Kind: BuiltinKind.Error }:
                return e;
        }
        if (!e.IsLvalue) return e;
        if (e.Type.Type is RecordType { IsComplete: false } or BuiltinType { Kind: BuiltinKind.Void })
        {
            if (e.Type.Type.IsVoid()) return new BoundCast(CastKind.ToVoid, e, BuiltinType.Void, e.Span);
            _diagnostics.IncompleteValue(e.Span, e.Type);
            return Error(e.Span);
        }
        return KnownValue(e) ?? new BoundCast(CastKind.LvalueToRvalue, e, e.Type.Unqualified(), e.Span);
    }

    // An array inside a struct value (f().a) has no address: give the struct one, in a temporary (6.2.4p8).
    private BoundExpression Materialize(BoundExpression e)
    {
        if (e is BoundMember { IsLvalue: false } member) return member with { Base = Materialize(member.Base) };
        if (e is BoundCast { Kind: CastKind.NoOp } cast) return cast with { Operand = Materialize(cast.Operand) };
        if (e.IsLvalue) return e;
        VariableSymbol temporary = new(MakeName(".value"), e.Type.Unqualified(), StorageDuration.Automatic, Linkage.None, e.Span) { AddressTaken = true, IsReferenced = true };
        return new BoundCompoundLiteral(temporary, new BoundExpressionInitializer(e, e.Span), e.Span);
    }

    /// <summary>The integer promotions (6.3.1.1p2) on a value.</summary>
    private static BoundExpression Promote(BoundExpression value)
    {
        CType type = value.Type.Type;
        if (!type.IsInteger()) return value;
        CType promoted = BitFieldOf(value) is FieldSymbol f ? TypeFacts.PromoteBitField(type, f.BitWidth!.Value) : type.Promote();
        return Convert(value, promoted);
    }

    // The bit-field a value was just read from.
    private static FieldSymbol? BitFieldOf(BoundExpression value) => value switch
    {
        BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundMember { Field: { IsBitField: true } f } } => f,
        BoundMember { Field: { IsBitField: true } f } => f,
        BoundPlaceholder => null,
        BoundAssignment { Target: BoundMember { Field: { IsBitField: true } f } } => f,
        BoundCompoundAssignment { Target: BoundMember { Field: { IsBitField: true } f } } => f,
        BoundComma c => BitFieldOf(c.Right),
        _ => null,
    };

    /// <summary>6.3.1.8 on two arithmetic values.</summary>
    private static CType UsualConversions(ref BoundExpression left, ref BoundExpression right)
    {
        if (left.Type.Type.IsInteger() && BitFieldOf(left) is not null) left = Promote(left);
        if (right.Type.Type.IsInteger() && BitFieldOf(right) is not null) right = Promote(right);
        CType common = TypeFacts.UsualArithmetic(left.Type.Type, right.Type.Type);
        left = Convert(left, common);
        right = Convert(right, common);
        return common;
    }

    /// <summary>Converts a value to a type it can be converted to; no checks. Constants are folded.</summary>
    private static BoundExpression Convert(BoundExpression value, CType to)
    {
        CType from = value.Type.Type;
        if (from.IsError() || to.IsError()) return value;
        if (value.Type.Qualifiers == Qualifiers.None && from == to) return value;
        if (!to.IsVoid() && from != to && (from is ComplexType || to is ComplexType)) return ConvertComplex(value, to);
        CastKind kind;
        CType f = from.Underlying(), t = to.Underlying();
        if (to.IsVoid()) kind = CastKind.ToVoid;
        else if (from == to) kind = CastKind.NoOp;
        else if (f is VectorType || t is VectorType)
        {
            kind = f is VectorType || !f.IsScalar() ? CastKind.BitCast : CastKind.VectorSplat;
        }
        else if (to.IsBool()) kind = CastKind.ToBool;
        else if (f.IsInteger() && t.IsInteger()) kind = f == t ? CastKind.NoOp : CastKind.IntegralCast;
        else if (f.IsInteger() && t.IsFloating()) kind = CastKind.IntegerToFloat;
        else if (f.IsFloating() && t.IsInteger()) kind = CastKind.FloatToInteger;
        else if (f.IsFloating() && t.IsFloating()) kind = CastKind.FloatCast;
        else if (t is PointerType && f.IsInteger()) kind = CastKind.IntegerToPointer;
        else if (t.IsInteger()) kind = CastKind.PointerToInteger;
        else if (t is PointerType or BuiltinType { Kind: BuiltinKind.NullPointer }) kind = CastKind.PointerCast;
        else kind = CastKind.NoOp;
        if (value is BoundIntConstant c)
        {
            switch (kind)
            {
                case CastKind.NoOp or CastKind.IntegralCast or CastKind.PointerToInteger or CastKind.ToBool:
                    return new BoundIntConstant(to is PointerType ? c.Value : TypeFacts.Wrap(c.Value, to), to, c.Span);
                case CastKind.IntegerToPointer or CastKind.PointerCast:
                    return new BoundIntConstant(TypeFacts.Wrap(c.Value, BuiltinType.ULong), to, c.Span);
                case CastKind.IntegerToFloat:
                    return ConstantEvaluator.Evaluate(new BoundCast(kind, value, to, value.Span)) is FloatValue v ? new BoundFloatConstant(v.Value, to, c.Span) : new BoundCast(kind, value, to, value.Span);
            }
        }
        else if (value is BoundFloatConstant d && kind is CastKind.FloatCast && to.Size >= from.Size)
        {
            return new BoundFloatConstant(d.Value, to, d.Span);
        }
        else if (value is BoundFloatConstant && kind is CastKind.FloatToInteger && ConstantEvaluator.Evaluate(new BoundCast(kind, value, to, value.Span)) is IntegerValue i)
        {
            return new BoundIntConstant(i.Value, to, value.Span);
        }
        return new BoundCast(kind, value, to, value.Span);
    }

    /// <summary>6.3.2.3p3: an integer constant expression 0, or one cast to <c>void *</c>, or nullptr.</summary>
    private static bool IsNullPointerConstant(BoundExpression value) => value switch
    {
        BoundIntConstant { Value: var v, Type: { Type: PointerType { Pointee: { Type: BuiltinType { Kind: BuiltinKind.Void }, Qualifiers: Qualifiers.None } } } } => v == 0,
        { Type.Type: BuiltinType { Kind: BuiltinKind.NullPointer } } => true,
        { Type.Type: PointerType { Pointee: { Type: BuiltinType { Kind: BuiltinKind.Void }, Qualifiers: Qualifiers.None } } } =>
            value is BoundCast { Kind: CastKind.IntegerToPointer } cast && IsNullPointerConstant(cast.Operand),
        _ => value.Type.Type.IsInteger() && value is not (BoundCast { Kind: CastKind.LvalueToRvalue } or BoundCall) && ConstantEvaluator.EvaluateInteger(value) is Int128 i && i == 0,
    };

    /// <summary>6.5.16.1p1 and 6.3: converts a value to the type of what it is stored in, or reports why not; <paramref name="at"/> is where messages point, by default at the value.</summary>
    private BoundExpression ConvertAssigned(BoundExpression value, QualType target, ConversionContext context, SourceSpan at = default, VariableSymbol? parameter = null)
    {
        value = Rvalue(value);
        CType to = target.Type, from = value.Type.Type;
        if (from.IsError() || to.IsError()) return value;
        if (to.IsArithmetic() && from.IsArithmetic())
        {
            CheckImplicitConversion(value, to);
            return Convert(value, to);
        }
        if (from.IsVoid()) return Refuse();
        if (to is RecordType or VectorType || from is RecordType or VectorType) return ConvertAggregate(value, target, context) ?? Refuse();
        if (to.IsBool() && from.IsScalar()) return Convert(value, to);
        if (to is PointerType && IsNullPointerConstant(value)) return IsConstantZero(value) ? new BoundIntConstant(0, to, value.Span) : Convert(value, to);
        if (to is BuiltinType { Kind: BuiltinKind.NullPointer } && IsNullPointerConstant(value)) return Convert(value, to);
        switch (to, from)
        {
            case (PointerType p, PointerType q):
                CheckPointerAssignment(p, q, Attempt());
                WarnPackedAddress(value, to);
                return Convert(value, to);
            case (PointerType, _) when from.IsInteger():
                _diagnostics.IntToPointer(Attempt());
                return Convert(value, to);
            case (_, PointerType) when to.IsInteger():
                _diagnostics.PointerToInt(Attempt());
                return Convert(value, to);
            default:
                return Refuse();
        }

        AttemptedConversion Attempt()
        {
            // An array or function is spoken of as what it is, not as the pointer it has become.
            QualType written = value is BoundCast { Kind: CastKind.ArrayToPointer or CastKind.FunctionToPointer, IsExplicit: false } c ? c.Operand.Type : value.Type;
            return new AttemptedConversion(context, written, target, at == default ? value.Span.FromStart() : at, value.Span) { Parameter = parameter }.WithHint(value);
        }

        BoundErrorExpression Refuse()
        {
            _diagnostics.IncompatibleTypes(Attempt());
            return Error(value.Span);
        }
    }

    private static bool IsConstantZero(BoundExpression value) => value is BoundIntConstant c && c.Value == 0;

    private static BoundExpression? ConvertAggregate(BoundExpression value, QualType target, ConversionContext context)
    {
        CType to = target.Type, from = value.Type.Type;
        if (TypeCompatibility.AreCompatible(to, from)) return value;
        if (to is VectorType && from is VectorType && to.Size == from.Size) return Convert(value, to);
        if (to is RecordType { IsTransparentUnion: true } union && context == ConversionContext.Argument)
        {
            foreach (FieldSymbol field in union.Fields)
            {
                if (TypeCompatibility.AreCompatible(field.Type.Type, from) || (field.Type.Type is PointerType && (IsNullPointerConstant(value)
                    || (from is PointerType q && ((PointerType)field.Type.Type).Pointee.Type is var p && (p.IsVoid() || q.Pointee.Type.IsVoid() || TypeCompatibility.AreCompatible(p, q.Pointee.Type))))))
                {
                    return new BoundCast(CastKind.ToUnion, Convert(value, field.Type.Type), to, value.Span);
                }
            }
        }
        return null;
    }

    private void CheckPointerAssignment(PointerType to, PointerType from, AttemptedConversion attempt)
    {
        QualType p = to.Pointee, q = from.Pointee;
        bool compatible = TypeCompatibility.AreCompatible(p.Type, q.Type);
        if (!compatible && !p.Type.IsVoid() && !q.Type.IsVoid())
        {
            if (p.Type.IsInteger() && q.Type.IsInteger() && p.Type.Underlying() is BuiltinType && !IsUnsignedEnum(p.Type) && !IsUnsignedEnum(q.Type) && TypeFacts.ToUnsigned(p.Type) == TypeFacts.ToUnsigned(q.Type))
            {
                _diagnostics.PointerSign(attempt, p.Type is BuiltinType { Kind: BuiltinKind.Char } || q.Type is BuiltinType { Kind: BuiltinKind.Char });
            }
            else if (!AgreeButForQualifiers(p.Type, q.Type))
            {
                if (p.Type is FunctionType && q.Type is FunctionType) _diagnostics.IncompatibleFunctionPointers(attempt);
                else _diagnostics.IncompatiblePointers(attempt);
                return;
            }
            else if (p.Type is not ArrayType)
            {
                // (Qualifiers on an array are its elements': to point to const ones is to add a qualifier, as C23 says too.)
                _diagnostics.NestedQualifiers(attempt);
            }
        }
        if (p.Type is FunctionType != q.Type is FunctionType && (p.Type.IsVoid() || q.Type.IsVoid())) _diagnostics.FunctionAndVoidPointer(attempt);
        Qualifiers lost = PointeeQualifiers(q) & ~PointeeQualifiers(p) & (Qualifiers.Const | Qualifiers.Volatile | Qualifiers.Restrict);
        if (lost != Qualifiers.None && p.Type is not FunctionType) _diagnostics.DiscardsQualifiers(attempt);
    }

    // The qualifiers of an array are its element's.
    private static Qualifiers PointeeQualifiers(QualType type) => type.Type is ArrayType a ? type.Qualifiers | PointeeQualifiers(a.Element) : type.Qualifiers;

    private static bool AgreeButForQualifiers(CType a, CType b) => (a, b) switch
    {
        (PointerType x, PointerType y) => AgreeButForQualifiers(x.Pointee.Type, y.Pointee.Type),
        (ArrayType x, ArrayType y) => (x.Length is null || y.Length is null || x.Length == y.Length) && AgreeButForQualifiers(x.Element.Type, y.Element.Type),
        _ => TypeCompatibility.AreCompatible(a, b),
    };

    private static bool IsUnsignedEnum(CType type) => type is EnumType && !type.IsSigned();

    /// <summary>A value used as a condition: any scalar (6.8.4.1p1, 6.5.13p2 …).</summary>
    private BoundExpression CheckCondition(BoundExpression e, SourceSpan statement = default)
    {
        if (e.Type.Type is ArrayType or FunctionType or PointerType) WarnNeverNull(e, isEqual: false, isComparison: false);
        BoundExpression value = Rvalue(e);
        if (HasError(value)) return value;
        if (!value.Type.Type.IsScalar())
        {
            if (statement == default) _diagnostics.NotScalar(value.Span, value.Type);
            else _diagnostics.ConditionNotScalar(statement, value.Span, value.Type);
            return Error(value.Span);
        }
        WarnIntAsTruth(value);
        return value;
    }

    /// <summary>Whether evaluating it again, or not at all, makes no difference.</summary>
    private static bool IsPure(BoundExpression e) => e switch
    {
        BoundIntConstant or BoundFloatConstant or BoundComplexConstant or BoundStringLiteral or BoundVariable or BoundFunctionRef or BoundLabelAddress or BoundPlaceholder or BoundErrorExpression => true,
        BoundMember m => IsPure(m.Base),
        BoundComplexPart p => IsPure(p.Operand),
        BoundDereference d => IsPure(d.Pointer),
        BoundAddressOf a => IsPure(a.Operand),
        BoundUnary u => IsPure(u.Operand),
        BoundBinary b => IsPure(b.Left) && IsPure(b.Right),
        BoundCast { Kind: CastKind.LvalueToRvalue } c => !c.Operand.Type.IsVolatile && IsPure(c.Operand),
        BoundCast c => IsPure(c.Operand),
        BoundConditional c => IsPure(c.Condition) && (c.WhenTrue is null || IsPure(c.WhenTrue)) && IsPure(c.WhenFalse),
        _ => false,
    };

    /// <summary>Notes on the variable behind an lvalue that it needs an address.</summary>
    private void MarkAddressTaken(BoundExpression lvalue)
    {
        if (_unevaluated > 0) return;
        for (BoundExpression e = lvalue; ;)
        {
            switch (e)
            {
                case BoundMember m:
                    e = m.Base;
                    continue;
                case BoundCast { Operand.IsLvalue: true, Kind: CastKind.NoOp or CastKind.BitCast } c:
                    e = c.Operand;
                    continue;
                case BoundVectorElement v:
                    e = v.Vector;
                    continue;
                case BoundComplexPart p:
                    e = p.Operand;
                    continue;
                case BoundVariable v:
                    v.Symbol.AddressTaken = true;
                    return;
                case BoundCompoundLiteral l:
                    l.Object.AddressTaken = true;
                    return;
                default:
                    return;
            }
        }
    }
}
