// Constants. A floating constant is best made from its bits (CreateConstRealBits): a double cannot carry every float's NaN payload, and text rounds.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMValueRef
{
    public static LLVMValueRef CreateConstInt(LLVMTypeRef type, ulong value, bool signExtend = false) => LLVM.ConstInt(type, value, signExtend);

    public static unsafe LLVMValueRef CreateConstIntOfArbitraryPrecision(LLVMTypeRef type, ReadOnlySpan<ulong> words)
    {
        fixed (ulong* p = words)
            return LLVM.ConstIntOfArbitraryPrecision(type, (uint)words.Length, p);
    }

    public static LLVMValueRef CreateConstReal(LLVMTypeRef type, double value) => LLVM.ConstReal(type, value);

    public static LLVMValueRef CreateConstRealOfString(LLVMTypeRef type, string text) => LLVM.ConstRealOfString(type, text);

    /// <summary>A float or double with exactly these bits.</summary>
    public static LLVMValueRef CreateConstRealBits(LLVMTypeRef type, ulong bits)
    {
        var context = type.Context;
        var integer = type.Kind == LLVMTypeKind.LLVMFloatTypeKind ? context.Int32Type : context.Int64Type;
        return LLVM.ConstBitCast(LLVM.ConstInt(integer, bits, false), type);
    }

    public static LLVMValueRef CreateConstNull(LLVMTypeRef type) => LLVM.ConstNull(type);

    public static LLVMValueRef CreateConstPointerNull(LLVMTypeRef type) => LLVM.ConstPointerNull(type);

    public static LLVMValueRef CreateConstAllOnes(LLVMTypeRef type) => LLVM.ConstAllOnes(type);

    public static LLVMValueRef CreateUndef(LLVMTypeRef type) => LLVM.GetUndef(type);

    public static LLVMValueRef CreatePoison(LLVMTypeRef type) => LLVM.GetPoison(type);

    public static unsafe LLVMValueRef CreateConstArray(LLVMTypeRef element, ReadOnlySpan<LLVMValueRef> values)
    {
        fixed (LLVMValueRef* p = values)
            return LLVM.ConstArray2(element, p, (ulong)values.Length);
    }

    public static LLVMValueRef CreateConstArray2(LLVMTypeRef element, ReadOnlySpan<LLVMValueRef> values) => CreateConstArray(element, values);

    public static unsafe LLVMValueRef CreateConstNamedStruct(LLVMTypeRef type, ReadOnlySpan<LLVMValueRef> values)
    {
        fixed (LLVMValueRef* p = values)
            return LLVM.ConstNamedStruct(type, p, (uint)values.Length);
    }

    public static LLVMValueRef CreateConstStruct(ReadOnlySpan<LLVMValueRef> values, bool packed) =>
        values[0].TypeOf.Context.GetConstStruct(values, packed);

    public static unsafe LLVMValueRef CreateConstVector(ReadOnlySpan<LLVMValueRef> values)
    {
        fixed (LLVMValueRef* p = values)
            return LLVM.ConstVector(p, (uint)values.Length);
    }

    public static unsafe LLVMValueRef CreateConstGEP2(LLVMTypeRef type, LLVMValueRef pointer, ReadOnlySpan<LLVMValueRef> indices)
    {
        fixed (LLVMValueRef* p = indices)
            return LLVM.ConstGEP2(type, pointer, p, (uint)indices.Length);
    }

    public static unsafe LLVMValueRef CreateConstInBoundsGEP2(LLVMTypeRef type, LLVMValueRef pointer, ReadOnlySpan<LLVMValueRef> indices)
    {
        fixed (LLVMValueRef* p = indices)
            return LLVM.ConstInBoundsGEP2(type, pointer, p, (uint)indices.Length);
    }

    public static LLVMValueRef CreateConstPtrToInt(LLVMValueRef value, LLVMTypeRef type) => LLVM.ConstPtrToInt(value, type);

    public static LLVMValueRef CreateConstIntToPtr(LLVMValueRef value, LLVMTypeRef type) => LLVM.ConstIntToPtr(value, type);

    public static LLVMValueRef CreateConstBitCast(LLVMValueRef value, LLVMTypeRef type) => LLVM.ConstBitCast(value, type);

    public static LLVMValueRef CreateConstTrunc(LLVMValueRef value, LLVMTypeRef type) => LLVM.ConstTrunc(value, type);

    public static LLVMValueRef CreateConstAdd(LLVMValueRef left, LLVMValueRef right) => LLVM.ConstAdd(left, right);

    public static LLVMValueRef CreateConstSub(LLVMValueRef left, LLVMValueRef right) => LLVM.ConstSub(left, right);

    public static LLVMValueRef CreateConstMul(LLVMValueRef left, LLVMValueRef right) => LLVM.ConstMul(left, right);

    public static LLVMValueRef CreateConstXor(LLVMValueRef left, LLVMValueRef right) => LLVM.ConstXor(left, right);

    public static LLVMValueRef CreateConstNeg(LLVMValueRef value) => LLVM.ConstNeg(value);

    public static LLVMValueRef CreateConstNot(LLVMValueRef value) => LLVM.ConstNot(value);

    public static unsafe LLVMValueRef CreateConstInlineAsm(
        LLVMTypeRef type, string assembly, string constraints, bool hasSideEffects, bool isAlignStack = false)
    {
        byte[] text = Strings.Utf8(assembly), operands = Strings.Utf8(constraints);
        fixed (byte* a = text, c = operands)
            return LLVM.GetInlineAsm(type, a, (nuint)text.Length, c, (nuint)operands.Length, hasSideEffects, isAlignStack,
                LLVMInlineAsmDialect.LLVMInlineAsmDialectATT, false);
    }

    public ulong ConstIntZExt => LLVM.ConstIntGetZExtValue(this);

    public long ConstIntSExt => LLVM.ConstIntGetSExtValue(this);

    public unsafe double GetConstRealDouble(out bool losesInfo)
    {
        LLVMBool lost;
        var value = LLVM.ConstRealGetDouble(this, &lost);
        losesInfo = lost;
        return value;
    }

    public LLVMOpcode ConstOpcode => LLVM.GetConstOpcode(this);

    public LLVMValueRef GetAggregateElement(uint index) => LLVM.GetAggregateElement(this, index);
}
