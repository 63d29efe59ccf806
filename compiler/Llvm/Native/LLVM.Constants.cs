// LLVM 19's C API as declared in llvm-c/Core.h (constants and casts of values): the raw entry points, under LLVMSharp.Interop's convention (the C name less its prefix,
// in the class LLVM). A string parameter is passed as UTF-8; a string with an explicit length is a byte pointer, wrapped by the handle types.
using System.Runtime.InteropServices;

namespace PopcornCC.Llvm;

public static partial class LLVM
{
    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAValueAsMetadata")]
    public static partial LLVMValueRef IsAValueAsMetadata(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAMDString")]
    public static partial LLVMValueRef IsAMDString(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNull")]
    public static partial LLVMValueRef ConstNull(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstAllOnes")]
    public static partial LLVMValueRef ConstAllOnes(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstPointerNull")]
    public static partial LLVMValueRef ConstPointerNull(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstInt")]
    public static partial LLVMValueRef ConstInt(LLVMTypeRef intTy, ulong n, LLVMBool signExtend);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstIntOfArbitraryPrecision")]
    public static unsafe partial LLVMValueRef ConstIntOfArbitraryPrecision(LLVMTypeRef intTy, uint numWords, ulong* words);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstIntOfString", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef ConstIntOfString(LLVMTypeRef intTy, string text, byte radix);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstIntOfStringAndSize")]
    public static unsafe partial LLVMValueRef ConstIntOfStringAndSize(LLVMTypeRef intTy, byte* text, uint sLen, byte radix);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstReal")]
    public static partial LLVMValueRef ConstReal(LLVMTypeRef realTy, double n);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstRealOfString", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef ConstRealOfString(LLVMTypeRef realTy, string text);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstRealOfStringAndSize")]
    public static unsafe partial LLVMValueRef ConstRealOfStringAndSize(LLVMTypeRef realTy, byte* text, uint sLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstIntGetZExtValue")]
    public static partial ulong ConstIntGetZExtValue(LLVMValueRef constantVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstIntGetSExtValue")]
    public static partial long ConstIntGetSExtValue(LLVMValueRef constantVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstRealGetDouble")]
    public static unsafe partial double ConstRealGetDouble(LLVMValueRef constantVal, LLVMBool* losesInfo);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstStringInContext2")]
    public static unsafe partial LLVMValueRef ConstStringInContext2(LLVMContextRef c, byte* str, nuint length, LLVMBool dontNullTerminate);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstStructInContext")]
    public static unsafe partial LLVMValueRef ConstStructInContext(LLVMContextRef c, LLVMValueRef* constantVals, uint count, LLVMBool packed);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstArray2")]
    public static unsafe partial LLVMValueRef ConstArray2(LLVMTypeRef elementTy, LLVMValueRef* constantVals, ulong length);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNamedStruct")]
    public static unsafe partial LLVMValueRef ConstNamedStruct(LLVMTypeRef structTy, LLVMValueRef* constantVals, uint count);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstVector")]
    public static unsafe partial LLVMValueRef ConstVector(LLVMValueRef* scalarConstantVals, uint size);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNeg")]
    public static partial LLVMValueRef ConstNeg(LLVMValueRef constantVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNSWNeg")]
    public static partial LLVMValueRef ConstNSWNeg(LLVMValueRef constantVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNot")]
    public static partial LLVMValueRef ConstNot(LLVMValueRef constantVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstAdd")]
    public static partial LLVMValueRef ConstAdd(LLVMValueRef lHSConstant, LLVMValueRef rHSConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNSWAdd")]
    public static partial LLVMValueRef ConstNSWAdd(LLVMValueRef lHSConstant, LLVMValueRef rHSConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNUWAdd")]
    public static partial LLVMValueRef ConstNUWAdd(LLVMValueRef lHSConstant, LLVMValueRef rHSConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstSub")]
    public static partial LLVMValueRef ConstSub(LLVMValueRef lHSConstant, LLVMValueRef rHSConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNSWSub")]
    public static partial LLVMValueRef ConstNSWSub(LLVMValueRef lHSConstant, LLVMValueRef rHSConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNUWSub")]
    public static partial LLVMValueRef ConstNUWSub(LLVMValueRef lHSConstant, LLVMValueRef rHSConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstMul")]
    public static partial LLVMValueRef ConstMul(LLVMValueRef lHSConstant, LLVMValueRef rHSConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNSWMul")]
    public static partial LLVMValueRef ConstNSWMul(LLVMValueRef lHSConstant, LLVMValueRef rHSConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstNUWMul")]
    public static partial LLVMValueRef ConstNUWMul(LLVMValueRef lHSConstant, LLVMValueRef rHSConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstXor")]
    public static partial LLVMValueRef ConstXor(LLVMValueRef lHSConstant, LLVMValueRef rHSConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstGEP2")]
    public static unsafe partial LLVMValueRef ConstGEP2(LLVMTypeRef ty, LLVMValueRef constantVal, LLVMValueRef* constantIndices, uint numIndices);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstInBoundsGEP2")]
    public static unsafe partial LLVMValueRef ConstInBoundsGEP2(LLVMTypeRef ty, LLVMValueRef constantVal, LLVMValueRef* constantIndices, uint numIndices);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstGEPWithNoWrapFlags")]
    public static unsafe partial LLVMValueRef ConstGEPWithNoWrapFlags(LLVMTypeRef ty, LLVMValueRef constantVal, LLVMValueRef* constantIndices, uint numIndices, LLVMGEPNoWrapFlags noWrapFlags);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstTrunc")]
    public static partial LLVMValueRef ConstTrunc(LLVMValueRef constantVal, LLVMTypeRef toType);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstPtrToInt")]
    public static partial LLVMValueRef ConstPtrToInt(LLVMValueRef constantVal, LLVMTypeRef toType);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstIntToPtr")]
    public static partial LLVMValueRef ConstIntToPtr(LLVMValueRef constantVal, LLVMTypeRef toType);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstBitCast")]
    public static partial LLVMValueRef ConstBitCast(LLVMValueRef constantVal, LLVMTypeRef toType);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstAddrSpaceCast")]
    public static partial LLVMValueRef ConstAddrSpaceCast(LLVMValueRef constantVal, LLVMTypeRef toType);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstTruncOrBitCast")]
    public static partial LLVMValueRef ConstTruncOrBitCast(LLVMValueRef constantVal, LLVMTypeRef toType);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstPointerCast")]
    public static partial LLVMValueRef ConstPointerCast(LLVMValueRef constantVal, LLVMTypeRef toType);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstExtractElement")]
    public static partial LLVMValueRef ConstExtractElement(LLVMValueRef vectorConstant, LLVMValueRef indexConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstInsertElement")]
    public static partial LLVMValueRef ConstInsertElement(LLVMValueRef vectorConstant, LLVMValueRef elementValueConstant, LLVMValueRef indexConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConstShuffleVector")]
    public static partial LLVMValueRef ConstShuffleVector(LLVMValueRef vectorAConstant, LLVMValueRef vectorBConstant, LLVMValueRef maskConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsATerminatorInst")]
    public static partial LLVMValueRef IsATerminatorInst(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAtomicSingleThread")]
    public static partial LLVMBool IsAtomicSingleThread(LLVMValueRef atomicInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAArgument")]
    public static partial LLVMValueRef IsAArgument(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAConstantInt")]
    public static partial LLVMValueRef IsAConstantInt(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAConstantFP")]
    public static partial LLVMValueRef IsAConstantFP(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAConstantExpr")]
    public static partial LLVMValueRef IsAConstantExpr(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAConstantPointerNull")]
    public static partial LLVMValueRef IsAConstantPointerNull(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAConstant")]
    public static partial LLVMValueRef IsAConstant(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAGlobalValue")]
    public static partial LLVMValueRef IsAGlobalValue(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAGlobalVariable")]
    public static partial LLVMValueRef IsAGlobalVariable(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAGlobalAlias")]
    public static partial LLVMValueRef IsAGlobalAlias(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAFunction")]
    public static partial LLVMValueRef IsAFunction(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAUndefValue")]
    public static partial LLVMValueRef IsAUndefValue(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAPoisonValue")]
    public static partial LLVMValueRef IsAPoisonValue(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAInstruction")]
    public static partial LLVMValueRef IsAInstruction(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsABinaryOperator")]
    public static partial LLVMValueRef IsABinaryOperator(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsACallInst")]
    public static partial LLVMValueRef IsACallInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAIntrinsicInst")]
    public static partial LLVMValueRef IsAIntrinsicInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAICmpInst")]
    public static partial LLVMValueRef IsAICmpInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAFCmpInst")]
    public static partial LLVMValueRef IsAFCmpInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAGetElementPtrInst")]
    public static partial LLVMValueRef IsAGetElementPtrInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAPHINode")]
    public static partial LLVMValueRef IsAPHINode(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsASelectInst")]
    public static partial LLVMValueRef IsASelectInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsALoadInst")]
    public static partial LLVMValueRef IsALoadInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAStoreInst")]
    public static partial LLVMValueRef IsAStoreInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAAllocaInst")]
    public static partial LLVMValueRef IsAAllocaInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsABranchInst")]
    public static partial LLVMValueRef IsABranchInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsASwitchInst")]
    public static partial LLVMValueRef IsASwitchInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAReturnInst")]
    public static partial LLVMValueRef IsAReturnInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAUnreachableInst")]
    public static partial LLVMValueRef IsAUnreachableInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsACastInst")]
    public static partial LLVMValueRef IsACastInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAInlineAsm")]
    public static partial LLVMValueRef IsAInlineAsm(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsABlockAddress")]
    public static partial LLVMValueRef IsABlockAddress(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAConstantDataSequential")]
    public static partial LLVMValueRef IsAConstantDataSequential(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAConstantArray")]
    public static partial LLVMValueRef IsAConstantArray(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAConstantStruct")]
    public static partial LLVMValueRef IsAConstantStruct(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAConstantAggregateZero")]
    public static partial LLVMValueRef IsAConstantAggregateZero(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAAtomicRMWInst")]
    public static partial LLVMValueRef IsAAtomicRMWInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAAtomicCmpXchgInst")]
    public static partial LLVMValueRef IsAAtomicCmpXchgInst(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsAFenceInst")]
    public static partial LLVMValueRef IsAFenceInst(LLVMValueRef val);
}
