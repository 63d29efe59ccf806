// Constant evaluation of binary operators (C11 6.5.5 to 6.5.14) and of the builtins that fold.
using System.Numerics;

namespace PopcornCC.Compiler.Semantics;

public static partial class ConstantEvaluator
{
    private static ConstantValue? EvaluateBinary(BoundBinary b)
    {
        if (b.Type.Type is VectorType) return null;
        if (b.Operator is BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr)
        {
            bool isAnd = b.Operator == BinaryOperator.LogicalAnd;
            bool? left = EvaluateCondition(b.Left);
            if (left is null) return null;
            if (left != isAnd) return new IntegerValue(isAnd ? 0 : 1);
            return EvaluateCondition(b.Right) is bool right ? new IntegerValue(right ? 1 : 0) : null;
        }
        ConstantValue? x = Evaluate(b.Left);
        if (x is null) return null;
        ConstantValue? y = Evaluate(b.Right);
        if ((x is ComplexValue || y is ComplexValue) && y is not null) return EvaluateComplex(b, x, y);
        switch (x, y)
        {
            case (IntegerValue i, IntegerValue j) when b.Operator is < BinaryOperator.LogicalAnd:
                return EvaluateIntegers(b.Operator, i.Value, j.Value, b.Left.Type.Type, b.Type.Type);
            case (FloatValue i, FloatValue j):
                return EvaluateFloats(b.Operator, i.Value, j.Value, b.Type.Type);
            case (_, IntegerValue j) when b.Operator is BinaryOperator.PointerAdd or BinaryOperator.PointerSubtract:
                if (b.Left.Type.Type is not PointerType pointer || pointer.Pointee.Type.IsVariablyModified()) return null;
                long step = (long)j.Value * PointeeSize(pointer.Pointee.Type);
                return Add(x, b.Operator == BinaryOperator.PointerAdd ? step : -step);
            case (_, not null) when b.Operator == BinaryOperator.PointerDifference:
                long size = b.Left.Type.Type is PointerType p ? PointeeSize(p.Pointee.Type) : 0;
                return size > 0 && Difference(x, y) is Int128 bytes ? new IntegerValue(bytes / size) : null;
            case (AddressValue or IntegerValue, AddressValue or IntegerValue) when b.Operator is >= BinaryOperator.Less and <= BinaryOperator.NotEqual:
                return CompareAddresses(b.Operator, x, y);
            // gcc folds address arithmetic that was cast to an integer: (uintptr_t)&x + 4.
            case (AddressValue i, IntegerValue j) when b.Operator is BinaryOperator.Add or BinaryOperator.Subtract && b.Type.Type.Size == 8:
                return i with { Offset = i.Offset + (long)(b.Operator == BinaryOperator.Add ? j.Value : -j.Value) };
            case (IntegerValue i, AddressValue j) when b.Operator is BinaryOperator.Add && b.Type.Type.Size == 8:
                return j with { Offset = j.Offset + (long)i.Value };
            case (AddressValue i, AddressValue j) when b.Operator is BinaryOperator.Subtract && Difference(i, j) is Int128 d:
                return new IntegerValue(TypeFacts.Wrap(d, b.Type.Type));
            default:
                return null;
        }
    }

    // As code generation has it; products and quotients that need Annex G's care are left to it.
    private static ConstantValue? EvaluateComplex(BoundBinary b, ConstantValue left, ConstantValue right)
    {
        bool realLeft = left is FloatValue, realRight = right is FloatValue;
        ComplexValue x = left as ComplexValue ?? new ComplexValue(((FloatValue)left).Value, 0), y = right as ComplexValue ?? new ComplexValue(((FloatValue)right).Value, 0);
        if (b.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual) return Truth((x.Real == y.Real && x.Imaginary == y.Imaginary) == (b.Operator == BinaryOperator.Equal));
        if (b.Type.Type is not ComplexType { Element: var part }) return null;
        ComplexValue? exact = b.Operator switch
        {
            BinaryOperator.Add => new(x.Real + y.Real, realLeft ? y.Imaginary : realRight ? x.Imaginary : x.Imaginary + y.Imaginary),
            BinaryOperator.Subtract => new(x.Real - y.Real, realLeft ? -y.Imaginary : realRight ? x.Imaginary : x.Imaginary - y.Imaginary),
            BinaryOperator.Multiply when realLeft => new(x.Real * y.Real, x.Real * y.Imaginary),
            BinaryOperator.Multiply when realRight => new(x.Real * y.Real, x.Imaginary * y.Real),
            BinaryOperator.Multiply when part.Kind != BuiltinKind.Float => new((x.Real * y.Real) - (x.Imaginary * y.Imaginary), (x.Real * y.Imaginary) + (x.Imaginary * y.Real)),
            BinaryOperator.Divide when realRight => new(x.Real / y.Real, x.Imaginary / y.Real),
            _ => null,
        };
        return exact is null || double.IsNaN(exact.Real) || double.IsNaN(exact.Imaginary) ? null : new ComplexValue(Round(exact.Real, part), Round(exact.Imaginary, part));
    }

    // GNU: void and functions count as one byte.
    private static long PointeeSize(CType type) => type is FunctionType ? 1 : Math.Max(0, type.Size);

    private static Int128? Difference(ConstantValue x, ConstantValue y) => (x, y) switch
    {
        (AddressValue a, AddressValue b) when a.HasSameBase(b) => (Int128)(a.Offset - b.Offset),
        // A label's address is its number: the difference of two is known, as gcc's tables of label offsets want.
        (AddressValue { Base: BoundLabelAddress a } x0, AddressValue { Base: BoundLabelAddress b } y0) => (Int128)(a.Label.AddressNumber + x0.Offset - b.Label.AddressNumber - y0.Offset),
        (IntegerValue a, IntegerValue b) => (Int128)(long)(ulong)(a.Value & ulong.MaxValue) - (long)(ulong)(b.Value & ulong.MaxValue),
        _ => null,
    };

    private static IntegerValue? CompareAddresses(BinaryOperator op, ConstantValue x, ConstantValue y)
    {
        if (Difference(x, y) is Int128 d) return Truth(Compare(op, d.CompareTo(Int128.Zero)));
        // An object's address against null.
        (ConstantValue address, ConstantValue other) = x is AddressValue ? (x, y) : (y, x);
        if (address is AddressValue a && other is IntegerValue { Value: var zero } && zero == 0 && IsNeverNull(a))
        {
            return op switch { BinaryOperator.Equal => Truth(false), BinaryOperator.NotEqual => Truth(true), _ => null };
        }
        return null;
    }

    private static IntegerValue Truth(bool value) => new(value ? 1 : 0);

    private static bool Compare(BinaryOperator op, int order) => op switch
    {
        BinaryOperator.Less => order < 0,
        BinaryOperator.Greater => order > 0,
        BinaryOperator.LessEqual => order <= 0,
        BinaryOperator.GreaterEqual => order >= 0,
        BinaryOperator.Equal => order == 0,
        _ => order != 0,
    };

    private static IntegerValue? EvaluateIntegers(BinaryOperator op, Int128 x, Int128 y, CType operands, CType result)
    {
        bool wide = operands.Underlying() is BuiltinType { Kind: BuiltinKind.UInt128 };
        int bits = operands is PointerType ? 64 : operands.Bits();
        Int128? value = op switch
        {
            BinaryOperator.Add => unchecked(x + y),
            BinaryOperator.Subtract => unchecked(x - y),
            BinaryOperator.Multiply => unchecked(x * y),
            BinaryOperator.Divide => y == 0 ? null : wide ? (Int128)((UInt128)x / (UInt128)y) : y == -1 ? unchecked(-x) : x / y,
            BinaryOperator.Remainder => y == 0 ? null : wide ? (Int128)((UInt128)x % (UInt128)y) : y == -1 ? 0 : x % y,
            BinaryOperator.ShiftLeft => y < 0 || y >= bits ? null : x << (int)y,
            BinaryOperator.ShiftRight => y < 0 || y >= bits ? null : wide ? (Int128)((UInt128)x >> (int)y) : x >> (int)y,
            BinaryOperator.And => x & y,
            BinaryOperator.Or => x | y,
            BinaryOperator.Xor => x ^ y,
            >= BinaryOperator.Less and <= BinaryOperator.NotEqual => Compare(op, wide ? ((UInt128)x).CompareTo((UInt128)y) : x.CompareTo(y)) ? 1 : 0,
            _ => null,
        };
        return value is Int128 v ? new IntegerValue(TypeFacts.Wrap(v, result)) : null;
    }

    private static ConstantValue? EvaluateFloats(BinaryOperator op, double x, double y, CType type)
    {
        switch (op)
        {
            case BinaryOperator.Less: return Truth(x < y);
            case BinaryOperator.Greater: return Truth(x > y);
            case BinaryOperator.LessEqual: return Truth(x <= y);
            case BinaryOperator.GreaterEqual: return Truth(x >= y);
            case BinaryOperator.Equal: return Truth(x == y);
            case BinaryOperator.NotEqual: return Truth(x != y);
        }
        // One operation in binary64 on binary32 operands and then rounding gives the correctly rounded binary32 result.
        double? value = op switch
        {
            BinaryOperator.Add => x + y,
            BinaryOperator.Subtract => x - y,
            BinaryOperator.Multiply => x * y,
            BinaryOperator.Divide => x / y,
            _ => null,
        };
        return value is double v ? new FloatValue(Round(v, type)) : null;
    }

    private static ConstantValue? EvaluateBuiltin(BoundBuiltinCall call)
    {
        switch (call.Function)
        {
            case BuiltinFunction.Expect or BuiltinFunction.ExpectWithProbability:
                return Evaluate(call.Arguments[0]);
            case BuiltinFunction.ConstantP:
                return null;
            case BuiltinFunction.MakeComplex:
                return Evaluate(call.Arguments[0]) is FloatValue re && Evaluate(call.Arguments[1]) is FloatValue im ? new ComplexValue(re.Value, im.Value) : null;
            case BuiltinFunction.Strlen:
                return EvaluateStrlen(call.Arguments[0]);
        }
        if (call.Arguments.Length == 0) return null;
        ConstantValue? first = Evaluate(call.Arguments[0]);
        if (first is FloatValue f) return EvaluateFloatBuiltin(call, f.Value);
        if (first is not IntegerValue i) return null;
        if (call.Function is BuiltinFunction.AddOverflow or BuiltinFunction.SubOverflow or BuiltinFunction.MulOverflow) return EvaluateOverflow(call, i.Value);
        int bits = call.Arguments[0].Type.Type.Bits();
        UInt128 u = (UInt128)i.Value & (bits >= 128 ? UInt128.MaxValue : (UInt128.One << bits) - 1);
        Int128? value = call.Function switch
        {
            BuiltinFunction.Clz => u == 0 ? null : (Int128)(UInt128.LeadingZeroCount(u) - (UInt128)(128 - bits)),
            BuiltinFunction.Ctz => u == 0 ? null : (Int128)UInt128.TrailingZeroCount(u),
            BuiltinFunction.Popcount => (Int128)UInt128.PopCount(u),
            BuiltinFunction.Parity => (Int128)(UInt128.PopCount(u) & 1),
            BuiltinFunction.Ffs => u == 0 ? 0 : (Int128)UInt128.TrailingZeroCount(u) + 1,
            BuiltinFunction.Bswap16 => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness((ushort)u),
            BuiltinFunction.Bswap32 => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness((uint)u),
            BuiltinFunction.Bswap64 => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness((ulong)u),
            _ => null,
        };
        return value is Int128 v ? new IntegerValue(TypeFacts.Wrap(v, call.Type.Type)) : null;
    }

    // Without a place for the result only; in integers wide enough that nothing is lost.
    private static IntegerValue? EvaluateOverflow(BoundBuiltinCall call, Int128 x)
    {
        CType result = call.Arguments[2].Type.Type;
        if (result is PointerType || result.Bits() > 64 || call.Arguments[0].Type.Type.Bits() > 64 || call.Arguments[1].Type.Type.Bits() > 64 || Evaluate(call.Arguments[1]) is not IntegerValue y) return null;
        BigInteger exact = call.Function switch
        {
            BuiltinFunction.AddOverflow => (BigInteger)x + y.Value,
            BuiltinFunction.SubOverflow => (BigInteger)x - y.Value,
            _ => (BigInteger)x * y.Value,
        };
        return Truth(exact < long.MinValue || exact > ulong.MaxValue || !TypeFacts.Fits((Int128)exact, result));
    }

    private static IntegerValue? EvaluateStrlen(BoundExpression argument)
    {
        if (Evaluate(argument) is not AddressValue { Base: BoundStringLiteral s, Offset: >= 0 and var offset } || offset >= s.Bytes.Length) return null;
        int end = s.Bytes.IndexOf((byte)0, (int)offset);
        return end < 0 ? null : new IntegerValue(end - offset);
    }

    private static ConstantValue? EvaluateFloatBuiltin(BoundBuiltinCall call, double x)
    {
        switch (call.Function)
        {
            case BuiltinFunction.Fabs: return new FloatValue(Math.Abs(x));
            case BuiltinFunction.IsNan: return Truth(double.IsNaN(x));
            case BuiltinFunction.IsInf: return Truth(double.IsInfinity(x));
            case BuiltinFunction.IsFinite: return Truth(double.IsFinite(x));
            case BuiltinFunction.SignBit: return Truth(double.IsNegative(x));
            case BuiltinFunction.CopySign when Evaluate(call.Arguments[1]) is FloatValue y:
                return new FloatValue(Math.CopySign(x, y.Value));
            default: return null;
        }
    }
}
