// Evaluates constant expressions (C11 6.6) on the bound tree. It folds what gcc folds for static initialisers, array lengths, case labels and enumerators, which is more
// than the standard's minimum (6.6p10): comparisons of addresses in one object, floating arithmetic, conditional operators whose other arm is not constant.
// Signed arithmetic wraps; a division by zero or an over-wide shift is not constant. Variables are never read, const ones neither.
namespace PopcornCC.Compiler.Semantics;

/// <summary>Folds expressions; null where the value is not known at compile time.</summary>
public static partial class ConstantEvaluator
{
    /// <summary>The value of an rvalue expression, or null.</summary>
    public static ConstantValue? Evaluate(BoundExpression expression)
    {
        switch (expression)
        {
            case BoundIntConstant c:
                return new IntegerValue(c.Value);
            case BoundFloatConstant c:
                return new FloatValue(c.Value);
            case BoundComplexConstant c:
                return new ComplexValue(c.Real, c.Imaginary);
            case BoundComplexPart p when !p.IsLvalue:
                return Evaluate(p.Operand) is ComplexValue z ? new FloatValue(p.IsImaginary ? z.Imaginary : z.Real) : null;
            case BoundCast c:
                return EvaluateCast(c);
            case BoundAddressOf a:
                return EvaluateAddress(a.Operand);
            case BoundUnary u:
                return EvaluateUnary(u);
            case BoundBinary b:
                return EvaluateBinary(b);
            case BoundConditional c:
                return EvaluateConditional(c);
            case BoundComma c:
                // Not allowed by 6.6p3, but folded by gcc where the left side does nothing.
                return Evaluate(c.Left) is not null || c.Left is BoundCast { Kind: CastKind.ToVoid } v && Evaluate(v.Operand) is not null ? Evaluate(c.Right) : null;
            case BoundLabelAddress l:
                return new AddressValue(l, 0);
            case BoundBuiltinCall b:
                return EvaluateBuiltin(b);
            default:
                return null;
        }
    }

    /// <summary>The value of an integer constant expression, or null.</summary>
    public static Int128? EvaluateInteger(BoundExpression expression) => Evaluate(expression) is IntegerValue v ? v.Value : null;

    /// <summary>Whether the expression, as a condition, is certainly true or false; null if unknown.</summary>
    public static bool? EvaluateCondition(BoundExpression expression) => Evaluate(expression) switch
    {
        IntegerValue v => v.Value != 0,
        FloatValue v => v.Value != 0,
        ComplexValue v => v.Real != 0 || v.Imaginary != 0,
        AddressValue a when IsNeverNull(a) => true,
        _ => null,
    };

    // An object or function of this program has an address, unless the linker may leave it at zero (weak).
    private static bool IsNeverNull(AddressValue a) => a.Base switch
    {
        BoundVariable v => !v.Symbol.Attributes.Weak,
        BoundFunctionRef f => !f.Symbol.Attributes.Weak,
        _ => true,
    };

    /// <summary>The address of an lvalue (6.6p9), or null if not known before the program runs.</summary>
    public static ConstantValue? EvaluateAddress(BoundExpression lvalue)
    {
        switch (lvalue)
        {
            case BoundVariable { Symbol.Storage: StorageDuration.Static }:
            case BoundFunctionRef:
            case BoundStringLiteral:
            case BoundCompoundLiteral { Object.Storage: StorageDuration.Static }:
                return new AddressValue(lvalue, 0);
            case BoundMember m when m.IsLvalue && !m.Field.IsBitField:
                return Add(EvaluateAddress(m.Base), m.Field.Offset);
            case BoundDereference d:
                return Evaluate(d.Pointer) is AddressValue or IntegerValue ? Evaluate(d.Pointer) : null;
            case BoundCast { Kind: CastKind.NoOp or CastKind.BitCast } c when c.Operand.IsLvalue:
                return EvaluateAddress(c.Operand);
            case BoundComplexPart { IsLvalue: true } p:
                return Add(EvaluateAddress(p.Operand), p.IsImaginary ? p.Type.Type.Size : 0);
            case BoundVectorElement { IsLvalue: true } v when EvaluateInteger(v.Index) is Int128 i:
                return Add(EvaluateAddress(v.Vector), (long)(i * v.Type.Type.Size));
            default:
                return null;
        }
    }

    private static ConstantValue? Add(ConstantValue? address, long bytes) => address switch
    {
        AddressValue a => a with { Offset = a.Offset + bytes },
        IntegerValue i => new IntegerValue(TypeFacts.Wrap(i.Value + bytes, BuiltinType.ULong)),
        _ => null,
    };

    private static ConstantValue? EvaluateCast(BoundCast cast)
    {
        CType to = cast.Type.Type;
        switch (cast.Kind)
        {
            case CastKind.ArrayToPointer or CastKind.FunctionToPointer:
                return EvaluateAddress(cast.Operand);
            case CastKind.LvalueToRvalue:
                return null;
            case CastKind.ToVoid or CastKind.ToUnion or CastKind.VectorSplat or CastKind.VectorConvert or CastKind.BitCast:
                return null;
        }
        ConstantValue? value = Evaluate(cast.Operand);
        if (value is null) return null;
        switch (cast.Kind)
        {
            case CastKind.NoOp or CastKind.PointerCast:
                return value;
            case CastKind.IntegralCast:
                return value is IntegerValue i ? new IntegerValue(TypeFacts.Wrap(i.Value, to)) : value is AddressValue && to.Size == 8 ? value : null;
            case CastKind.ToBool:
                return EvaluateCondition(cast.Operand) is bool b ? new IntegerValue(b ? 1 : 0) : null;
            case CastKind.IntegerToFloat:
                return value is IntegerValue n ? new FloatValue(ToFloat(n.Value, cast.Operand.Type.Type, to)) : null;
            case CastKind.FloatToInteger:
                return value is FloatValue f ? ToInteger(f.Value, to) : null;
            case CastKind.FloatCast:
                return value is FloatValue x ? new FloatValue(Round(x.Value, to)) : null;
            case CastKind.RealToComplex:
                return value is FloatValue r ? new ComplexValue(r.Value, 0) : null;
            case CastKind.ComplexCast:
                return value is ComplexValue z && to is ComplexType { Element: var part } ? new ComplexValue(Round(z.Real, part), Round(z.Imaginary, part)) : null;
            case CastKind.PointerToInteger:
                return value is IntegerValue p ? new IntegerValue(TypeFacts.Wrap(p.Value, to)) : to.Size >= 8 ? value : null;
            case CastKind.IntegerToPointer:
                return value is IntegerValue q ? new IntegerValue(TypeFacts.Wrap(q.Value, BuiltinType.ULong)) : value;
            default:
                return null;
        }
    }

    private static double Round(double value, CType type) => type is BuiltinType { Kind: BuiltinKind.Float } ? (float)value : value;

    private static double ToFloat(Int128 value, CType from, CType to)
    {
        bool isFloat = to is BuiltinType { Kind: BuiltinKind.Float };
        if (from.Underlying() is BuiltinType { Kind: BuiltinKind.UInt128 })
        {
            return isFloat ? (float)(UInt128)value : (double)(UInt128)value;
        }
        // Straight to the target format: through double first would round twice.
        return isFloat ? (float)value : (double)value;
    }

    private static IntegerValue? ToInteger(double value, CType to)
    {
        // Out of range is undefined (6.3.1.4p1): left to run time.
        if (!double.IsFinite(value)) return null;
        double whole = Math.Truncate(value);
        if (to.Underlying() is BuiltinType { Kind: BuiltinKind.UInt128 })
        {
            return whole is < 0 or >= 3.402823669209385e38 ? null : new IntegerValue((Int128)(UInt128)whole);
        }
        if (Math.Abs(whole) >= 1.7014118346046923e38) return null;
        Int128 integer = (Int128)whole;
        return TypeFacts.Fits(integer, to) ? new IntegerValue(integer) : null;
    }

    private static ConstantValue? EvaluateConditional(BoundConditional c)
    {
        if (EvaluateCondition(c.Condition) is not bool condition) return null;
        if (!condition) return Evaluate(c.WhenFalse);
        if (c.WhenTrue is not null) return Evaluate(c.WhenTrue);
        if (c.OmittedConversion is null or BoundPlaceholder) return Evaluate(c.Condition);
        return c.OmittedConversion is BoundCast { Operand: BoundPlaceholder } cast ? EvaluateCast(cast with { Operand = c.Condition }) : null;
    }

    private static ConstantValue? EvaluateUnary(BoundUnary u)
    {
        if (u.Operator == UnaryOperator.LogicalNot)
        {
            return EvaluateCondition(u.Operand) is bool b ? new IntegerValue(b ? 0 : 1) : null;
        }
        return (u.Operator, Evaluate(u.Operand)) switch
        {
            (UnaryOperator.Negate, IntegerValue v) => new IntegerValue(TypeFacts.Wrap(-v.Value, u.Type.Type)),
            (UnaryOperator.Negate, FloatValue v) => new FloatValue(-v.Value),
            (UnaryOperator.Negate, ComplexValue v) => new ComplexValue(-v.Real, -v.Imaginary),
            (UnaryOperator.BitwiseNot, ComplexValue v) => new ComplexValue(v.Real, -v.Imaginary),
            (UnaryOperator.BitwiseNot, IntegerValue v) => new IntegerValue(TypeFacts.Wrap(~v.Value, u.Type.Type)),
            _ => null,
        };
    }
}
