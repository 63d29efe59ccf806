// Unary and binary operators (C11 6.5.3.3, 6.5.5 to 6.5.14), on scalars and element by element on vectors. Signed arithmetic carries nsw: overflow is undefined (6.5p5) unless -fwrapv.
using System.Diagnostics;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

internal sealed partial class FunctionEmitter
{
    private static CType ElementOf(CType type) => type is VectorType v ? v.Element : type;

    private LLVMValueRef EmitUnary(BoundUnary e)
    {
        CType element = ElementOf(e.Operand.Type.Type);
        if (e.Type.Type is ComplexType) return EmitComplexUnary(e);
        switch (e.Operator)
        {
            case UnaryOperator.Negate:
                LLVMValueRef operand = EmitScalar(e.Operand);
                return element.IsFloating() ? _b.BuildFNeg(operand)
                    : IsNoSignedWrap(element) ? _b.BuildNSWSub(Null(operand.TypeOf), operand)
                    : _b.BuildSub(Null(operand.TypeOf), operand);
            case UnaryOperator.BitwiseNot:
                return _b.BuildNot(EmitScalar(e.Operand));
            default:
                if (e.Type.Type is not VectorType) return BooleanValue(EmitCondition(e), e.Type.Type);
                LLVMValueRef vector = EmitScalar(e.Operand);
                LLVMValueRef isZero = element.IsFloating()
                    ? _b.BuildFCmp(LLVMRealPredicate.LLVMRealOEQ, vector, Null(vector.TypeOf))
                    : _b.BuildICmp(LLVMIntPredicate.LLVMIntEQ, vector, Null(vector.TypeOf));
                return _b.BuildSExt(isZero, _types.Memory(e.Type.Type));
        }
    }

    private LLVMValueRef EmitBinary(BoundBinary e)
    {
        switch (e.Operator)
        {
            case BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr:
                return BooleanValue(EmitShortCircuit(e), e.Type.Type);
            case >= BinaryOperator.Less and <= BinaryOperator.NotEqual:
                LLVMValueRef comparison = EmitComparison(e);
                return e.Type.Type is VectorType ? _b.BuildSExt(comparison, _types.Memory(e.Type.Type)) : BooleanValue(comparison, e.Type.Type);
            case BinaryOperator.PointerAdd or BinaryOperator.PointerSubtract:
                return EmitPointerArithmetic(e).Value;
            case BinaryOperator.PointerDifference:
                return EmitPointerDifference(e);
        }
        if (e.Type.Type is ComplexType) return EmitComplexBinary(e);
        LLVMValueRef left = EmitScalar(e.Left), right = EmitScalar(e.Right);
        CType element = ElementOf(e.Type.Type);
        return element.IsFloating() ? EmitFloatOperator(e.Operator, left, right) : EmitIntegerOperator(e.Operator, left, right, element);
    }

    private LLVMValueRef BooleanValue(LLVMValueRef bit, CType type) => type.IsBool() ? bit : _b.BuildZExt(bit, _types.Memory(type));

    private bool IsNoSignedWrap(CType type) => type.IsSigned() && !_module.Options.WrapSigned;

    private LLVMValueRef EmitFloatOperator(BinaryOperator op, LLVMValueRef left, LLVMValueRef right) => op switch
    {
        BinaryOperator.Add => _b.BuildFAdd(left, right),
        BinaryOperator.Subtract => _b.BuildFSub(left, right),
        BinaryOperator.Multiply => _b.BuildFMul(left, right),
        BinaryOperator.Divide => _b.BuildFDiv(left, right),
        _ => throw new UnreachableException(op.ToString()),
    };

    private LLVMValueRef EmitIntegerOperator(BinaryOperator op, LLVMValueRef left, LLVMValueRef right, CType type)
    {
        bool signed = type.IsSigned(), nsw = IsNoSignedWrap(type);
        switch (op)
        {
            case BinaryOperator.Add:
                return nsw ? _b.BuildNSWAdd(left, right) : _b.BuildAdd(left, right);
            case BinaryOperator.Subtract:
                return nsw ? _b.BuildNSWSub(left, right) : _b.BuildSub(left, right);
            case BinaryOperator.Multiply:
                return nsw ? _b.BuildNSWMul(left, right) : _b.BuildMul(left, right);
            case BinaryOperator.Divide:
                return signed ? _b.BuildSDiv(left, right) : _b.BuildUDiv(left, right);
            case BinaryOperator.Remainder:
                return signed ? _b.BuildSRem(left, right) : _b.BuildURem(left, right);
            case BinaryOperator.And:
                return _b.BuildAnd(left, right);
            case BinaryOperator.Or:
                return _b.BuildOr(left, right);
            case BinaryOperator.Xor:
                return _b.BuildXor(left, right);
        }
        // 6.5.7p3: each side of a shift is promoted on its own; LLVM wants one type. The amount is not negative, so widening it with zeros is right.
        if (right.TypeOf != left.TypeOf)
        {
            right = right.TypeOf.Kind == LLVMTypeKind.LLVMIntegerTypeKind && left.TypeOf.Kind == LLVMTypeKind.LLVMVectorTypeKind
                ? Splat(_b.BuildIntCast2(right, _types.Memory(type), false), left.TypeOf)
                : _b.BuildIntCast2(right, left.TypeOf, false);
        }
        return op switch
        {
            BinaryOperator.ShiftLeft => _b.BuildShl(left, right),
            BinaryOperator.ShiftRight => signed ? _b.BuildAShr(left, right) : _b.BuildLShr(left, right),
            _ => throw new UnreachableException(op.ToString()),
        };
    }

    /// <summary>A comparison as i1, or as a vector of i1 (6.5.8, 6.5.9). Pointers compare as unsigned addresses.</summary>
    private LLVMValueRef EmitComparison(BoundBinary e)
    {
        if (e.Left.Type.Type is ComplexType || e.Right.Type.Type is ComplexType) return EmitComplexComparison(e);
        LLVMValueRef left = EmitScalar(e.Left), right = EmitScalar(e.Right);
        CType type = ElementOf(e.Left.Type.Type);
        if (type.IsFloating())
        {
            return _b.BuildFCmp(
                e.Operator switch
                {
                    BinaryOperator.Less => LLVMRealPredicate.LLVMRealOLT,
                    BinaryOperator.Greater => LLVMRealPredicate.LLVMRealOGT,
                    BinaryOperator.LessEqual => LLVMRealPredicate.LLVMRealOLE,
                    BinaryOperator.GreaterEqual => LLVMRealPredicate.LLVMRealOGE,
                    BinaryOperator.Equal => LLVMRealPredicate.LLVMRealOEQ,
                    _ => LLVMRealPredicate.LLVMRealUNE,
                }, left, right);
        }
        bool signed = type.IsSigned();
        return _b.BuildICmp(
            e.Operator switch
            {
                BinaryOperator.Less => signed ? LLVMIntPredicate.LLVMIntSLT : LLVMIntPredicate.LLVMIntULT,
                BinaryOperator.Greater => signed ? LLVMIntPredicate.LLVMIntSGT : LLVMIntPredicate.LLVMIntUGT,
                BinaryOperator.LessEqual => signed ? LLVMIntPredicate.LLVMIntSLE : LLVMIntPredicate.LLVMIntULE,
                BinaryOperator.GreaterEqual => signed ? LLVMIntPredicate.LLVMIntSGE : LLVMIntPredicate.LLVMIntUGE,
                BinaryOperator.Equal => LLVMIntPredicate.LLVMIntEQ,
                _ => LLVMIntPredicate.LLVMIntNE,
            }, left, right);
    }

    /// <summary>6.5.6p9: both point into one array, so the division leaves no remainder.</summary>
    private LLVMValueRef EmitPointerDifference(BoundBinary e)
    {
        LLVMValueRef left = _b.BuildPtrToInt(EmitScalar(e.Left), _types.I64), right = _b.BuildPtrToInt(EmitScalar(e.Right), _types.I64);
        LLVMValueRef bytes = _b.BuildSub(left, right);
        CType element = ((PointerType)e.Left.Type.Type).Pointee.Type;
        if (element.IsVariableLength()) return _b.BuildExactSDiv(bytes, EmitSize(element));
        return element.Size <= 1 ? bytes : _b.BuildExactSDiv(bytes, Constant64(element.Size));
    }

    private LLVMValueRef Splat(LLVMValueRef value, LLVMTypeRef vector)
    {
        LLVMValueRef first = _b.BuildInsertElement(LLVMValueRef.CreatePoison(vector), value, Constant64(0));
        return _b.BuildShuffleVector(first, LLVMValueRef.CreatePoison(vector), Null(LLVMTypeRef.CreateVector(_types.I32, vector.VectorSize)));
    }

    // ---- Conversions (6.3) ----------------------------------------------------------------------------------------------------------------------

    private LLVMValueRef EmitCast(BoundCast e)
    {
        CType from = e.Operand.Type.Type, to = e.Type.Type;
        switch (e.Kind)
        {
            case CastKind.LvalueToRvalue:
                return e.Operand is BoundVectorElement { IsLvalue: false } ? EmitScalar(e.Operand) : LoadFrom(EmitLvalue(e.Operand));
            case CastKind.ArrayToPointer or CastKind.FunctionToPointer:
                return EmitPointer(e).Value;
            case CastKind.ToBool:
                return EmitCondition(e.Operand);
            case CastKind.IntegralCast when to.IsBool():
                return EmitCondition(e.Operand);
            case CastKind.ToVoid:
                EmitIgnored(e.Operand);
                return default;
        }
        LLVMValueRef value = EmitScalar(e.Operand);
        LLVMTypeRef target = _types.Value(to);
        switch (e.Kind)
        {
            case CastKind.IntegralCast:
                return _b.BuildIntCast2(value, target, from.IsSigned());
            case CastKind.IntegerToFloat:
                return from.IsSigned() ? _b.BuildSIToFP(value, target) : _b.BuildUIToFP(value, target);
            case CastKind.FloatToInteger:
                return to.IsSigned() ? _b.BuildFPToSI(value, target) : _b.BuildFPToUI(value, target);
            case CastKind.FloatCast:
                return value.TypeOf == target ? value : _b.BuildFPCast(value, target);
            case CastKind.PointerToInteger:
                return _b.BuildPtrToInt(value, target);
            case CastKind.IntegerToPointer:
                return _b.BuildIntToPtr(_b.BuildIntCast2(value, _types.I64, from.IsSigned()), target);
            case CastKind.RealToComplex:
                return Complex(value, LLVMValueRef.CreateConstNull(value.TypeOf));
            case CastKind.ComplexCast:
                return value.TypeOf == target ? value : _b.BuildFPCast(value, target);
            case CastKind.VectorSplat:
                return Splat(value, target);
            case CastKind.VectorConvert:
                return ConvertVector(value, ElementOf(from), ElementOf(to), target);
            case CastKind.PointerCast or CastKind.NoOp or CastKind.BitCast:
                if (value.Handle == 0 || value.TypeOf == target || to.IsVoid()) return value;
                // NoOp between an integer and an enum, or null pointers: the same bits.
                return value.TypeOf.Kind == LLVMTypeKind.LLVMPointerTypeKind ? _b.BuildPtrToInt(value, target)
                    : target.Kind == LLVMTypeKind.LLVMPointerTypeKind ? _b.BuildIntToPtr(value, target)
                    : _b.BuildBitCast(value, target);
            default:
                throw new UnreachableException(e.Kind.ToString());
        }
    }

    private LLVMValueRef ConvertVector(LLVMValueRef value, CType from, CType to, LLVMTypeRef target)
    {
        if (from.IsFloating())
        {
            return to.IsFloating() ? (value.TypeOf == target ? value : _b.BuildFPCast(value, target))
                : to.IsSigned() ? _b.BuildFPToSI(value, target)
                : _b.BuildFPToUI(value, target);
        }
        if (to.IsFloating()) return from.IsSigned() ? _b.BuildSIToFP(value, target) : _b.BuildUIToFP(value, target);
        return _b.BuildIntCast2(value, target, from.IsSigned());
    }
}
