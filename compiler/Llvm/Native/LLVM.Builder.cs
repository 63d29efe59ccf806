// LLVM 19's C API as declared in llvm-c/Core.h (the instruction builder): the raw entry points, under LLVMSharp.Interop's convention (the C name less its prefix,
// in the class LLVM). A string parameter is passed as UTF-8; a string with an explicit length is a byte pointer, wrapped by the handle types.
using System.Runtime.InteropServices;

namespace PopcornCC.Llvm;

public static partial class LLVM
{
    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateBuilderInContext")]
    public static partial LLVMBuilderRef CreateBuilderInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPositionBuilder")]
    public static partial void PositionBuilder(LLVMBuilderRef builder, LLVMBasicBlockRef block, LLVMValueRef instr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPositionBuilderBefore")]
    public static partial void PositionBuilderBefore(LLVMBuilderRef builder, LLVMValueRef instr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPositionBuilderAtEnd")]
    public static partial void PositionBuilderAtEnd(LLVMBuilderRef builder, LLVMBasicBlockRef block);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInsertIntoBuilder")]
    public static partial void InsertIntoBuilder(LLVMBuilderRef builder, LLVMValueRef instr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInsertIntoBuilderWithName", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void InsertIntoBuilderWithName(LLVMBuilderRef builder, LLVMValueRef instr, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposeBuilder")]
    public static partial void DisposeBuilder(LLVMBuilderRef builder);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuilderGetDefaultFPMathTag")]
    public static partial LLVMMetadataRef BuilderGetDefaultFPMathTag(LLVMBuilderRef builder);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuilderSetDefaultFPMathTag")]
    public static partial void BuilderSetDefaultFPMathTag(LLVMBuilderRef builder, LLVMMetadataRef fPMathTag);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildRetVoid")]
    public static partial LLVMValueRef BuildRetVoid(LLVMBuilderRef b);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildRet")]
    public static partial LLVMValueRef BuildRet(LLVMBuilderRef b, LLVMValueRef v);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildAggregateRet")]
    public static unsafe partial LLVMValueRef BuildAggregateRet(LLVMBuilderRef b, LLVMValueRef* retVals, uint n);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildBr")]
    public static partial LLVMValueRef BuildBr(LLVMBuilderRef b, LLVMBasicBlockRef dest);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildCondBr")]
    public static partial LLVMValueRef BuildCondBr(LLVMBuilderRef b, LLVMValueRef @if, LLVMBasicBlockRef then, LLVMBasicBlockRef @else);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildSwitch")]
    public static partial LLVMValueRef BuildSwitch(LLVMBuilderRef b, LLVMValueRef v, LLVMBasicBlockRef @else, uint numCases);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildIndirectBr")]
    public static partial LLVMValueRef BuildIndirectBr(LLVMBuilderRef b, LLVMValueRef addr, uint numDests);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildUnreachable")]
    public static partial LLVMValueRef BuildUnreachable(LLVMBuilderRef b);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildAdd", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildAdd(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildNSWAdd", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildNSWAdd(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildNUWAdd", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildNUWAdd(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFAdd", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFAdd(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildSub", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildSub(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildNSWSub", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildNSWSub(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildNUWSub", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildNUWSub(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFSub", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFSub(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildMul", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildMul(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildNSWMul", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildNSWMul(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildNUWMul", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildNUWMul(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFMul", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFMul(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildUDiv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildUDiv(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildExactUDiv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildExactUDiv(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildSDiv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildSDiv(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildExactSDiv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildExactSDiv(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFDiv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFDiv(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildURem", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildURem(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildSRem", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildSRem(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFRem", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFRem(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildShl", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildShl(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildLShr", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildLShr(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildAShr", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildAShr(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildAnd", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildAnd(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildOr", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildOr(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildXor", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildXor(LLVMBuilderRef b, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildBinOp", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildBinOp(LLVMBuilderRef b, LLVMOpcode @op, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildNeg", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildNeg(LLVMBuilderRef b, LLVMValueRef v, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildNSWNeg", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildNSWNeg(LLVMBuilderRef b, LLVMValueRef v, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFNeg", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFNeg(LLVMBuilderRef b, LLVMValueRef v, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildNot", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildNot(LLVMBuilderRef b, LLVMValueRef v, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildMemSet")]
    public static partial LLVMValueRef BuildMemSet(LLVMBuilderRef b, LLVMValueRef ptr, LLVMValueRef val, LLVMValueRef len, uint align);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildMemCpy")]
    public static partial LLVMValueRef BuildMemCpy(LLVMBuilderRef b, LLVMValueRef dst, uint dstAlign, LLVMValueRef src, uint srcAlign, LLVMValueRef size);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildMemMove")]
    public static partial LLVMValueRef BuildMemMove(LLVMBuilderRef b, LLVMValueRef dst, uint dstAlign, LLVMValueRef src, uint srcAlign, LLVMValueRef size);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildAlloca", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildAlloca(LLVMBuilderRef b, LLVMTypeRef ty, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildArrayAlloca", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildArrayAlloca(LLVMBuilderRef b, LLVMTypeRef ty, LLVMValueRef val, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildLoad2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildLoad2(LLVMBuilderRef b, LLVMTypeRef ty, LLVMValueRef pointerVal, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildStore")]
    public static partial LLVMValueRef BuildStore(LLVMBuilderRef b, LLVMValueRef val, LLVMValueRef ptr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildGEP2", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMValueRef BuildGEP2(LLVMBuilderRef b, LLVMTypeRef ty, LLVMValueRef pointer, LLVMValueRef* indices, uint numIndices, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildInBoundsGEP2", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMValueRef BuildInBoundsGEP2(LLVMBuilderRef b, LLVMTypeRef ty, LLVMValueRef pointer, LLVMValueRef* indices, uint numIndices, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildGEPWithNoWrapFlags", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMValueRef BuildGEPWithNoWrapFlags(LLVMBuilderRef b, LLVMTypeRef ty, LLVMValueRef pointer, LLVMValueRef* indices, uint numIndices, string name, LLVMGEPNoWrapFlags noWrapFlags);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildStructGEP2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildStructGEP2(LLVMBuilderRef b, LLVMTypeRef ty, LLVMValueRef pointer, uint idx, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildGlobalString", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildGlobalString(LLVMBuilderRef b, string str, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildGlobalStringPtr", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildGlobalStringPtr(LLVMBuilderRef b, string str, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildTrunc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildTrunc(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildZExt", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildZExt(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildSExt", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildSExt(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFPToUI", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFPToUI(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFPToSI", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFPToSI(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildUIToFP", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildUIToFP(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildSIToFP", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildSIToFP(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFPTrunc", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFPTrunc(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFPExt", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFPExt(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildPtrToInt", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildPtrToInt(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildIntToPtr", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildIntToPtr(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildBitCast", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildBitCast(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildAddrSpaceCast", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildAddrSpaceCast(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildZExtOrBitCast", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildZExtOrBitCast(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildSExtOrBitCast", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildSExtOrBitCast(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildTruncOrBitCast", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildTruncOrBitCast(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildCast", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildCast(LLVMBuilderRef b, LLVMOpcode @op, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildPointerCast", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildPointerCast(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildIntCast2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildIntCast2(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, LLVMBool isSigned, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFPCast", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFPCast(LLVMBuilderRef b, LLVMValueRef val, LLVMTypeRef destTy, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildICmp", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildICmp(LLVMBuilderRef b, LLVMIntPredicate @op, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFCmp", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFCmp(LLVMBuilderRef b, LLVMRealPredicate @op, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildPhi", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildPhi(LLVMBuilderRef b, LLVMTypeRef ty, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildCall2", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMValueRef BuildCall2(LLVMBuilderRef b, LLVMTypeRef ty, LLVMValueRef fn, LLVMValueRef* args, uint numArgs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildCallWithOperandBundles", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMValueRef BuildCallWithOperandBundles(LLVMBuilderRef b, LLVMTypeRef ty, LLVMValueRef fn, LLVMValueRef* args, uint numArgs, LLVMOperandBundleRef* bundles, uint numBundles, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildSelect", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildSelect(LLVMBuilderRef b, LLVMValueRef @if, LLVMValueRef then, LLVMValueRef @else, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildVAArg", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildVAArg(LLVMBuilderRef b, LLVMValueRef list, LLVMTypeRef ty, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildExtractElement", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildExtractElement(LLVMBuilderRef b, LLVMValueRef vecVal, LLVMValueRef index, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildInsertElement", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildInsertElement(LLVMBuilderRef b, LLVMValueRef vecVal, LLVMValueRef eltVal, LLVMValueRef index, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildShuffleVector", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildShuffleVector(LLVMBuilderRef b, LLVMValueRef v1, LLVMValueRef v2, LLVMValueRef mask, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildExtractValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildExtractValue(LLVMBuilderRef b, LLVMValueRef aggVal, uint index, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildInsertValue", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildInsertValue(LLVMBuilderRef b, LLVMValueRef aggVal, LLVMValueRef eltVal, uint index, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildIsNull", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildIsNull(LLVMBuilderRef b, LLVMValueRef val, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildIsNotNull", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildIsNotNull(LLVMBuilderRef b, LLVMValueRef val, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildPtrDiff2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildPtrDiff2(LLVMBuilderRef b, LLVMTypeRef elemTy, LLVMValueRef lhs, LLVMValueRef rhs, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFence", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFence(LLVMBuilderRef b, LLVMAtomicOrdering ordering, LLVMBool singleThread, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildAtomicRMW")]
    public static partial LLVMValueRef BuildAtomicRMW(LLVMBuilderRef b, LLVMAtomicRMWBinOp @op, LLVMValueRef ptr, LLVMValueRef val, LLVMAtomicOrdering ordering, LLVMBool singleThread);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildAtomicCmpXchg")]
    public static partial LLVMValueRef BuildAtomicCmpXchg(LLVMBuilderRef b, LLVMValueRef ptr, LLVMValueRef cmp, LLVMValueRef @new, LLVMAtomicOrdering successOrdering, LLVMAtomicOrdering failureOrdering, LLVMBool singleThread);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBuildFreeze", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef BuildFreeze(LLVMBuilderRef b, LLVMValueRef val, string name);
}
