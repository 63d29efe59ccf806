// LLVM 19's C API as declared in llvm-c/Target*.h, Analysis.h, Bit*.h, IRReader.h, Linker.h, Support.h, PassBuilder.h: the raw entry points, under LLVMSharp.Interop's convention (the C name less its prefix,
// in the class LLVM). A string parameter is passed as UTF-8; a string with an explicit length is a byte pointer, wrapped by the handle types.
using System.Runtime.InteropServices;

namespace PopcornCC.Llvm;

public static partial class LLVM
{
    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMVerifyModule")]
    public static unsafe partial LLVMBool VerifyModule(LLVMModuleRef m, LLVMVerifierFailureAction action, byte** outMessage);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMVerifyFunction")]
    public static partial LLVMBool VerifyFunction(LLVMValueRef fn, LLVMVerifierFailureAction action);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMParseBitcodeInContext2")]
    public static unsafe partial LLVMBool ParseBitcodeInContext2(LLVMContextRef contextRef, LLVMMemoryBufferRef memBuf, LLVMModuleRef* outModule);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetBitcodeModuleInContext2")]
    public static unsafe partial LLVMBool GetBitcodeModuleInContext2(LLVMContextRef contextRef, LLVMMemoryBufferRef memBuf, LLVMModuleRef* outM);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMWriteBitcodeToFile", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int WriteBitcodeToFile(LLVMModuleRef m, string path);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMWriteBitcodeToMemoryBuffer")]
    public static partial LLVMMemoryBufferRef WriteBitcodeToMemoryBuffer(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMConsumeError")]
    public static partial void ConsumeError(LLVMErrorRef err);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetErrorMessage")]
    public static unsafe partial byte* GetErrorMessage(LLVMErrorRef err);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposeErrorMessage")]
    public static unsafe partial void DisposeErrorMessage(byte* errMsg);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateStringError", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMErrorRef CreateStringError(string errMsg);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMParseIRInContext")]
    public static unsafe partial LLVMBool ParseIRInContext(LLVMContextRef contextRef, LLVMMemoryBufferRef memBuf, LLVMModuleRef* outM, byte** outMessage);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMLinkModules2")]
    public static partial LLVMBool LinkModules2(LLVMModuleRef dest, LLVMModuleRef src);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMParseCommandLineOptions", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial void ParseCommandLineOptions(int argc, byte** argv, string overview);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFirstTarget")]
    public static partial LLVMTargetRef GetFirstTarget();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNextTarget")]
    public static partial LLVMTargetRef GetNextTarget(LLVMTargetRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTargetFromName", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMTargetRef GetTargetFromName(string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTargetFromTriple", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMBool GetTargetFromTriple(string triple, LLVMTargetRef* t, byte** errorMessage);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTargetName")]
    public static unsafe partial byte* GetTargetName(LLVMTargetRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTargetDescription")]
    public static unsafe partial byte* GetTargetDescription(LLVMTargetRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetHasJIT")]
    public static partial LLVMBool TargetHasJIT(LLVMTargetRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetHasTargetMachine")]
    public static partial LLVMBool TargetHasTargetMachine(LLVMTargetRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetHasAsmBackend")]
    public static partial LLVMBool TargetHasAsmBackend(LLVMTargetRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateTargetMachineOptions")]
    public static partial LLVMTargetMachineOptionsRef CreateTargetMachineOptions();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposeTargetMachineOptions")]
    public static partial void DisposeTargetMachineOptions(LLVMTargetMachineOptionsRef options);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetMachineOptionsSetCPU", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TargetMachineOptionsSetCPU(LLVMTargetMachineOptionsRef options, string cpu);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetMachineOptionsSetFeatures", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TargetMachineOptionsSetFeatures(LLVMTargetMachineOptionsRef options, string features);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetMachineOptionsSetABI", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void TargetMachineOptionsSetABI(LLVMTargetMachineOptionsRef options, string abi);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetMachineOptionsSetCodeGenOptLevel")]
    public static partial void TargetMachineOptionsSetCodeGenOptLevel(LLVMTargetMachineOptionsRef options, LLVMCodeGenOptLevel level);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetMachineOptionsSetRelocMode")]
    public static partial void TargetMachineOptionsSetRelocMode(LLVMTargetMachineOptionsRef options, LLVMRelocMode reloc);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetMachineOptionsSetCodeModel")]
    public static partial void TargetMachineOptionsSetCodeModel(LLVMTargetMachineOptionsRef options, LLVMCodeModel codeModel);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateTargetMachineWithOptions", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMTargetMachineRef CreateTargetMachineWithOptions(LLVMTargetRef t, string triple, LLVMTargetMachineOptionsRef options);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateTargetMachine", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMTargetMachineRef CreateTargetMachine(LLVMTargetRef t, string triple, string cpu, string features, LLVMCodeGenOptLevel level, LLVMRelocMode reloc, LLVMCodeModel codeModel);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposeTargetMachine")]
    public static partial void DisposeTargetMachine(LLVMTargetMachineRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTargetMachineTarget")]
    public static partial LLVMTargetRef GetTargetMachineTarget(LLVMTargetMachineRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTargetMachineTriple")]
    public static unsafe partial byte* GetTargetMachineTriple(LLVMTargetMachineRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTargetMachineCPU")]
    public static unsafe partial byte* GetTargetMachineCPU(LLVMTargetMachineRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTargetMachineFeatureString")]
    public static unsafe partial byte* GetTargetMachineFeatureString(LLVMTargetMachineRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateTargetDataLayout")]
    public static partial LLVMTargetDataRef CreateTargetDataLayout(LLVMTargetMachineRef t);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetTargetMachineAsmVerbosity")]
    public static partial void SetTargetMachineAsmVerbosity(LLVMTargetMachineRef t, LLVMBool verboseAsm);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetTargetMachineFastISel")]
    public static partial void SetTargetMachineFastISel(LLVMTargetMachineRef t, LLVMBool enable);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetTargetMachineGlobalISel")]
    public static partial void SetTargetMachineGlobalISel(LLVMTargetMachineRef t, LLVMBool enable);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetTargetMachineMachineOutliner")]
    public static partial void SetTargetMachineMachineOutliner(LLVMTargetMachineRef t, LLVMBool enable);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetMachineEmitToFile", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMBool TargetMachineEmitToFile(LLVMTargetMachineRef t, LLVMModuleRef m, string filename, LLVMCodeGenFileType codegen, byte** errorMessage);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTargetMachineEmitToMemoryBuffer")]
    public static unsafe partial LLVMBool TargetMachineEmitToMemoryBuffer(LLVMTargetMachineRef t, LLVMModuleRef m, LLVMCodeGenFileType codegen, byte** errorMessage, LLVMMemoryBufferRef* outMemBuf);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetDefaultTargetTriple")]
    public static unsafe partial byte* GetDefaultTargetTriple();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMNormalizeTargetTriple", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial byte* NormalizeTargetTriple(string triple);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetHostCPUName")]
    public static unsafe partial byte* GetHostCPUName();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetHostCPUFeatures")]
    public static unsafe partial byte* GetHostCPUFeatures();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetModuleDataLayout")]
    public static partial LLVMTargetDataRef GetModuleDataLayout(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetModuleDataLayout")]
    public static partial void SetModuleDataLayout(LLVMModuleRef m, LLVMTargetDataRef dl);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateTargetData", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMTargetDataRef CreateTargetData(string stringRep);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposeTargetData")]
    public static partial void DisposeTargetData(LLVMTargetDataRef td);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCopyStringRepOfTargetData")]
    public static unsafe partial byte* CopyStringRepOfTargetData(LLVMTargetDataRef td);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPointerSize")]
    public static partial uint PointerSize(LLVMTargetDataRef td);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPointerSizeForAS")]
    public static partial uint PointerSizeForAS(LLVMTargetDataRef td, uint @as);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIntPtrTypeInContext")]
    public static partial LLVMTypeRef IntPtrTypeInContext(LLVMContextRef c, LLVMTargetDataRef td);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIntPtrTypeForASInContext")]
    public static partial LLVMTypeRef IntPtrTypeForASInContext(LLVMContextRef c, LLVMTargetDataRef td, uint @as);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSizeOfTypeInBits")]
    public static partial ulong SizeOfTypeInBits(LLVMTargetDataRef td, LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMStoreSizeOfType")]
    public static partial ulong StoreSizeOfType(LLVMTargetDataRef td, LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMABISizeOfType")]
    public static partial ulong ABISizeOfType(LLVMTargetDataRef td, LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMABIAlignmentOfType")]
    public static partial uint ABIAlignmentOfType(LLVMTargetDataRef td, LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCallFrameAlignmentOfType")]
    public static partial uint CallFrameAlignmentOfType(LLVMTargetDataRef td, LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPreferredAlignmentOfType")]
    public static partial uint PreferredAlignmentOfType(LLVMTargetDataRef td, LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPreferredAlignmentOfGlobal")]
    public static partial uint PreferredAlignmentOfGlobal(LLVMTargetDataRef td, LLVMValueRef globalVar);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMElementAtOffset")]
    public static partial uint ElementAtOffset(LLVMTargetDataRef td, LLVMTypeRef structTy, ulong offset);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMOffsetOfElement")]
    public static partial ulong OffsetOfElement(LLVMTargetDataRef td, LLVMTypeRef structTy, uint element);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMRunPasses", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMErrorRef RunPasses(LLVMModuleRef m, string passes, LLVMTargetMachineRef tm, LLVMPassBuilderOptionsRef options);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreatePassBuilderOptions")]
    public static partial LLVMPassBuilderOptionsRef CreatePassBuilderOptions();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetVerifyEach")]
    public static partial void PassBuilderOptionsSetVerifyEach(LLVMPassBuilderOptionsRef options, LLVMBool verifyEach);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetDebugLogging")]
    public static partial void PassBuilderOptionsSetDebugLogging(LLVMPassBuilderOptionsRef options, LLVMBool debugLogging);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetLoopInterleaving")]
    public static partial void PassBuilderOptionsSetLoopInterleaving(LLVMPassBuilderOptionsRef options, LLVMBool loopInterleaving);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetLoopVectorization")]
    public static partial void PassBuilderOptionsSetLoopVectorization(LLVMPassBuilderOptionsRef options, LLVMBool loopVectorization);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetSLPVectorization")]
    public static partial void PassBuilderOptionsSetSLPVectorization(LLVMPassBuilderOptionsRef options, LLVMBool sLPVectorization);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetLoopUnrolling")]
    public static partial void PassBuilderOptionsSetLoopUnrolling(LLVMPassBuilderOptionsRef options, LLVMBool loopUnrolling);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetForgetAllSCEVInLoopUnroll")]
    public static partial void PassBuilderOptionsSetForgetAllSCEVInLoopUnroll(LLVMPassBuilderOptionsRef options, LLVMBool forgetAllSCEVInLoopUnroll);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetLicmMssaOptCap")]
    public static partial void PassBuilderOptionsSetLicmMssaOptCap(LLVMPassBuilderOptionsRef options, uint licmMssaOptCap);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetLicmMssaNoAccForPromotionCap")]
    public static partial void PassBuilderOptionsSetLicmMssaNoAccForPromotionCap(LLVMPassBuilderOptionsRef options, uint licmMssaNoAccForPromotionCap);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetCallGraphProfile")]
    public static partial void PassBuilderOptionsSetCallGraphProfile(LLVMPassBuilderOptionsRef options, LLVMBool callGraphProfile);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetMergeFunctions")]
    public static partial void PassBuilderOptionsSetMergeFunctions(LLVMPassBuilderOptionsRef options, LLVMBool mergeFunctions);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPassBuilderOptionsSetInlinerThreshold")]
    public static partial void PassBuilderOptionsSetInlinerThreshold(LLVMPassBuilderOptionsRef options, int threshold);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposePassBuilderOptions")]
    public static partial void DisposePassBuilderOptions(LLVMPassBuilderOptionsRef options);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInitializeX86TargetInfo")]
    public static partial void InitializeX86TargetInfo();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInitializeX86Target")]
    public static partial void InitializeX86Target();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInitializeX86TargetMC")]
    public static partial void InitializeX86TargetMC();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInitializeX86AsmPrinter")]
    public static partial void InitializeX86AsmPrinter();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInitializeX86AsmParser")]
    public static partial void InitializeX86AsmParser();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInitializeAArch64TargetInfo")]
    public static partial void InitializeAArch64TargetInfo();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInitializeAArch64Target")]
    public static partial void InitializeAArch64Target();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInitializeAArch64TargetMC")]
    public static partial void InitializeAArch64TargetMC();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInitializeAArch64AsmPrinter")]
    public static partial void InitializeAArch64AsmPrinter();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInitializeAArch64AsmParser")]
    public static partial void InitializeAArch64AsmParser();
}
