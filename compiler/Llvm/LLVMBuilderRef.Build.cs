// Instruction building: LLVMSharp.Interop's LLVMBuilderRef.Build* methods. Names default to empty: the printed IR numbers them.
// The simple ones follow the C functions one to one.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMBuilderRef
{
    public unsafe LLVMValueRef BuildAggregateRet(ReadOnlySpan<LLVMValueRef> retVals)
    {
        fixed (LLVMValueRef* p0 = retVals)
            return LLVM.BuildAggregateRet(this, p0, (uint)retVals.Length);
    }

    public LLVMValueRef BuildBr(LLVMBasicBlockRef dest) => LLVM.BuildBr(this, dest);

    public LLVMValueRef BuildCondBr(LLVMValueRef @if, LLVMBasicBlockRef then, LLVMBasicBlockRef @else) => LLVM.BuildCondBr(this, @if, then, @else);

    public LLVMValueRef BuildUnreachable() => LLVM.BuildUnreachable(this);

    public LLVMValueRef BuildAdd(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildAdd(this, lhs, rhs, name);

    public LLVMValueRef BuildNSWAdd(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildNSWAdd(this, lhs, rhs, name);

    public LLVMValueRef BuildNUWAdd(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildNUWAdd(this, lhs, rhs, name);

    public LLVMValueRef BuildFAdd(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildFAdd(this, lhs, rhs, name);

    public LLVMValueRef BuildSub(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildSub(this, lhs, rhs, name);

    public LLVMValueRef BuildNSWSub(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildNSWSub(this, lhs, rhs, name);

    public LLVMValueRef BuildNUWSub(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildNUWSub(this, lhs, rhs, name);

    public LLVMValueRef BuildFSub(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildFSub(this, lhs, rhs, name);

    public LLVMValueRef BuildMul(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildMul(this, lhs, rhs, name);

    public LLVMValueRef BuildNSWMul(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildNSWMul(this, lhs, rhs, name);

    public LLVMValueRef BuildNUWMul(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildNUWMul(this, lhs, rhs, name);

    public LLVMValueRef BuildFMul(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildFMul(this, lhs, rhs, name);

    public LLVMValueRef BuildUDiv(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildUDiv(this, lhs, rhs, name);

    public LLVMValueRef BuildExactUDiv(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildExactUDiv(this, lhs, rhs, name);

    public LLVMValueRef BuildSDiv(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildSDiv(this, lhs, rhs, name);

    public LLVMValueRef BuildExactSDiv(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildExactSDiv(this, lhs, rhs, name);

    public LLVMValueRef BuildFDiv(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildFDiv(this, lhs, rhs, name);

    public LLVMValueRef BuildURem(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildURem(this, lhs, rhs, name);

    public LLVMValueRef BuildSRem(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildSRem(this, lhs, rhs, name);

    public LLVMValueRef BuildFRem(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildFRem(this, lhs, rhs, name);

    public LLVMValueRef BuildShl(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildShl(this, lhs, rhs, name);

    public LLVMValueRef BuildLShr(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildLShr(this, lhs, rhs, name);

    public LLVMValueRef BuildAShr(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildAShr(this, lhs, rhs, name);

    public LLVMValueRef BuildAnd(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildAnd(this, lhs, rhs, name);

    public LLVMValueRef BuildOr(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildOr(this, lhs, rhs, name);

    public LLVMValueRef BuildXor(LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildXor(this, lhs, rhs, name);

    public LLVMValueRef BuildBinOp(LLVMOpcode @op, LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildBinOp(this, @op, lhs, rhs, name);

    public LLVMValueRef BuildNeg(LLVMValueRef v, string name = "") => LLVM.BuildNeg(this, v, name);

    public LLVMValueRef BuildNSWNeg(LLVMValueRef v, string name = "") => LLVM.BuildNSWNeg(this, v, name);

    public LLVMValueRef BuildFNeg(LLVMValueRef v, string name = "") => LLVM.BuildFNeg(this, v, name);

    public LLVMValueRef BuildNot(LLVMValueRef v, string name = "") => LLVM.BuildNot(this, v, name);

    public LLVMValueRef BuildAlloca(LLVMTypeRef ty, string name = "") => LLVM.BuildAlloca(this, ty, name);

    public LLVMValueRef BuildArrayAlloca(LLVMTypeRef ty, LLVMValueRef val, string name = "") => LLVM.BuildArrayAlloca(this, ty, val, name);

    public LLVMValueRef BuildLoad2(LLVMTypeRef ty, LLVMValueRef pointerVal, string name = "") => LLVM.BuildLoad2(this, ty, pointerVal, name);

    public LLVMValueRef BuildStore(LLVMValueRef val, LLVMValueRef ptr) => LLVM.BuildStore(this, val, ptr);

    public unsafe LLVMValueRef BuildGEP2(LLVMTypeRef ty, LLVMValueRef pointer, ReadOnlySpan<LLVMValueRef> indices, string name = "")
    {
        fixed (LLVMValueRef* p0 = indices)
            return LLVM.BuildGEP2(this, ty, pointer, p0, (uint)indices.Length, name);
    }

    public unsafe LLVMValueRef BuildInBoundsGEP2(LLVMTypeRef ty, LLVMValueRef pointer, ReadOnlySpan<LLVMValueRef> indices, string name = "")
    {
        fixed (LLVMValueRef* p0 = indices)
            return LLVM.BuildInBoundsGEP2(this, ty, pointer, p0, (uint)indices.Length, name);
    }

    public unsafe LLVMValueRef BuildGEPWithNoWrapFlags(LLVMTypeRef ty, LLVMValueRef pointer, ReadOnlySpan<LLVMValueRef> indices, LLVMGEPNoWrapFlags noWrapFlags, string name = "")
    {
        fixed (LLVMValueRef* p0 = indices)
            return LLVM.BuildGEPWithNoWrapFlags(this, ty, pointer, p0, (uint)indices.Length, name, noWrapFlags);
    }

    public LLVMValueRef BuildGlobalString(string str, string name = "") => LLVM.BuildGlobalString(this, str, name);

    public LLVMValueRef BuildGlobalStringPtr(string str, string name = "") => LLVM.BuildGlobalStringPtr(this, str, name);

    public LLVMValueRef BuildTrunc(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildTrunc(this, val, destTy, name);

    public LLVMValueRef BuildZExt(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildZExt(this, val, destTy, name);

    public LLVMValueRef BuildSExt(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildSExt(this, val, destTy, name);

    public LLVMValueRef BuildFPToUI(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildFPToUI(this, val, destTy, name);

    public LLVMValueRef BuildFPToSI(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildFPToSI(this, val, destTy, name);

    public LLVMValueRef BuildUIToFP(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildUIToFP(this, val, destTy, name);

    public LLVMValueRef BuildSIToFP(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildSIToFP(this, val, destTy, name);

    public LLVMValueRef BuildFPTrunc(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildFPTrunc(this, val, destTy, name);

    public LLVMValueRef BuildFPExt(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildFPExt(this, val, destTy, name);

    public LLVMValueRef BuildPtrToInt(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildPtrToInt(this, val, destTy, name);

    public LLVMValueRef BuildIntToPtr(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildIntToPtr(this, val, destTy, name);

    public LLVMValueRef BuildBitCast(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildBitCast(this, val, destTy, name);

    public LLVMValueRef BuildAddrSpaceCast(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildAddrSpaceCast(this, val, destTy, name);

    public LLVMValueRef BuildZExtOrBitCast(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildZExtOrBitCast(this, val, destTy, name);

    public LLVMValueRef BuildSExtOrBitCast(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildSExtOrBitCast(this, val, destTy, name);

    public LLVMValueRef BuildTruncOrBitCast(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildTruncOrBitCast(this, val, destTy, name);

    public LLVMValueRef BuildCast(LLVMOpcode @op, LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildCast(this, @op, val, destTy, name);

    public LLVMValueRef BuildPointerCast(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildPointerCast(this, val, destTy, name);

    public LLVMValueRef BuildFPCast(LLVMValueRef val, LLVMTypeRef destTy, string name = "") => LLVM.BuildFPCast(this, val, destTy, name);

    public LLVMValueRef BuildICmp(LLVMIntPredicate @op, LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildICmp(this, @op, lhs, rhs, name);

    public LLVMValueRef BuildFCmp(LLVMRealPredicate @op, LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildFCmp(this, @op, lhs, rhs, name);

    public LLVMValueRef BuildPhi(LLVMTypeRef ty, string name = "") => LLVM.BuildPhi(this, ty, name);

    public unsafe LLVMValueRef BuildCall2(LLVMTypeRef ty, LLVMValueRef fn, ReadOnlySpan<LLVMValueRef> args, string name = "")
    {
        fixed (LLVMValueRef* p0 = args)
            return LLVM.BuildCall2(this, ty, fn, p0, (uint)args.Length, name);
    }

    public unsafe LLVMValueRef BuildCallWithOperandBundles(LLVMTypeRef ty, LLVMValueRef fn, ReadOnlySpan<LLVMValueRef> args, ReadOnlySpan<LLVMOperandBundleRef> bundles, string name = "")
    {
        fixed (LLVMValueRef* p0 = args)
        fixed (LLVMOperandBundleRef* p1 = bundles)
            return LLVM.BuildCallWithOperandBundles(this, ty, fn, p0, (uint)args.Length, p1, (uint)bundles.Length, name);
    }

    public LLVMValueRef BuildSelect(LLVMValueRef @if, LLVMValueRef then, LLVMValueRef @else, string name = "") => LLVM.BuildSelect(this, @if, then, @else, name);

    public LLVMValueRef BuildVAArg(LLVMValueRef list, LLVMTypeRef ty, string name = "") => LLVM.BuildVAArg(this, list, ty, name);

    public LLVMValueRef BuildExtractElement(LLVMValueRef vecVal, LLVMValueRef index, string name = "") => LLVM.BuildExtractElement(this, vecVal, index, name);

    public LLVMValueRef BuildInsertElement(LLVMValueRef vecVal, LLVMValueRef eltVal, LLVMValueRef index, string name = "") => LLVM.BuildInsertElement(this, vecVal, eltVal, index, name);

    public LLVMValueRef BuildShuffleVector(LLVMValueRef v1, LLVMValueRef v2, LLVMValueRef mask, string name = "") => LLVM.BuildShuffleVector(this, v1, v2, mask, name);

    public LLVMValueRef BuildExtractValue(LLVMValueRef aggVal, uint index, string name = "") => LLVM.BuildExtractValue(this, aggVal, index, name);

    public LLVMValueRef BuildInsertValue(LLVMValueRef aggVal, LLVMValueRef eltVal, uint index, string name = "") => LLVM.BuildInsertValue(this, aggVal, eltVal, index, name);

    public LLVMValueRef BuildIsNull(LLVMValueRef val, string name = "") => LLVM.BuildIsNull(this, val, name);

    public LLVMValueRef BuildIsNotNull(LLVMValueRef val, string name = "") => LLVM.BuildIsNotNull(this, val, name);

    public LLVMValueRef BuildPtrDiff2(LLVMTypeRef elemTy, LLVMValueRef lhs, LLVMValueRef rhs, string name = "") => LLVM.BuildPtrDiff2(this, elemTy, lhs, rhs, name);

    public LLVMValueRef BuildFreeze(LLVMValueRef val, string name = "") => LLVM.BuildFreeze(this, val, name);
}
