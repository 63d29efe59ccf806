// LLVM 19's C API as declared in llvm-c/DebugInfo.h: the raw entry points, under LLVMSharp.Interop's convention (the C name less its prefix,
// in the class LLVM). A string parameter is passed as UTF-8; a string with an explicit length is a byte pointer, wrapped by the handle types.
using System.Runtime.InteropServices;

namespace PopcornCC.Llvm;

public static partial class LLVM
{
    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDebugMetadataVersion")]
    public static partial uint DebugMetadataVersion();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetModuleDebugMetadataVersion")]
    public static partial uint GetModuleDebugMetadataVersion(LLVMModuleRef module);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMStripModuleDebugInfo")]
    public static partial LLVMBool StripModuleDebugInfo(LLVMModuleRef module);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateDIBuilderDisallowUnresolved")]
    public static partial LLVMDIBuilderRef CreateDIBuilderDisallowUnresolved(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateDIBuilder")]
    public static partial LLVMDIBuilderRef CreateDIBuilder(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposeDIBuilder")]
    public static partial void DisposeDIBuilder(LLVMDIBuilderRef builder);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderFinalize")]
    public static partial void DIBuilderFinalize(LLVMDIBuilderRef builder);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderFinalizeSubprogram")]
    public static partial void DIBuilderFinalizeSubprogram(LLVMDIBuilderRef builder, LLVMMetadataRef subprogram);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateCompileUnit")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateCompileUnit(LLVMDIBuilderRef builder, LLVMDWARFSourceLanguage lang, LLVMMetadataRef fileRef, byte* producer, nuint producerLen, LLVMBool isOptimized, byte* flags, nuint flagsLen, uint runtimeVer, byte* splitName, nuint splitNameLen, LLVMDWARFEmissionKind kind, uint dWOId, LLVMBool splitDebugInlining, LLVMBool debugInfoForProfiling, byte* sysRoot, nuint sysRootLen, byte* sdk, nuint sDKLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateFile")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateFile(LLVMDIBuilderRef builder, byte* filename, nuint filenameLen, byte* directory, nuint directoryLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateFunction")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateFunction(LLVMDIBuilderRef builder, LLVMMetadataRef scope, byte* name, nuint nameLen, byte* linkageName, nuint linkageNameLen, LLVMMetadataRef file, uint lineNo, LLVMMetadataRef ty, LLVMBool isLocalToUnit, LLVMBool isDefinition, uint scopeLine, LLVMDIFlags flags, LLVMBool isOptimized);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateLexicalBlock")]
    public static partial LLVMMetadataRef DIBuilderCreateLexicalBlock(LLVMDIBuilderRef builder, LLVMMetadataRef scope, LLVMMetadataRef file, uint line, uint column);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateLexicalBlockFile")]
    public static partial LLVMMetadataRef DIBuilderCreateLexicalBlockFile(LLVMDIBuilderRef builder, LLVMMetadataRef scope, LLVMMetadataRef file, uint discriminator);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateImportedDeclaration")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateImportedDeclaration(LLVMDIBuilderRef builder, LLVMMetadataRef scope, LLVMMetadataRef decl, LLVMMetadataRef file, uint line, byte* name, nuint nameLen, LLVMMetadataRef* elements, uint numElements);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateDebugLocation")]
    public static partial LLVMMetadataRef DIBuilderCreateDebugLocation(LLVMContextRef ctx, uint line, uint column, LLVMMetadataRef scope, LLVMMetadataRef inlinedAt);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDILocationGetLine")]
    public static partial uint DILocationGetLine(LLVMMetadataRef location);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDILocationGetColumn")]
    public static partial uint DILocationGetColumn(LLVMMetadataRef location);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDILocationGetScope")]
    public static partial LLVMMetadataRef DILocationGetScope(LLVMMetadataRef location);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDILocationGetInlinedAt")]
    public static partial LLVMMetadataRef DILocationGetInlinedAt(LLVMMetadataRef location);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIScopeGetFile")]
    public static partial LLVMMetadataRef DIScopeGetFile(LLVMMetadataRef scope);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIFileGetDirectory")]
    public static unsafe partial byte* DIFileGetDirectory(LLVMMetadataRef file, uint* len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIFileGetFilename")]
    public static unsafe partial byte* DIFileGetFilename(LLVMMetadataRef file, uint* len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIFileGetSource")]
    public static unsafe partial byte* DIFileGetSource(LLVMMetadataRef file, uint* len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderGetOrCreateTypeArray")]
    public static unsafe partial LLVMMetadataRef DIBuilderGetOrCreateTypeArray(LLVMDIBuilderRef builder, LLVMMetadataRef* data, nuint numElements);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateSubroutineType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateSubroutineType(LLVMDIBuilderRef builder, LLVMMetadataRef file, LLVMMetadataRef* parameterTypes, uint numParameterTypes, LLVMDIFlags flags);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateEnumerator")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateEnumerator(LLVMDIBuilderRef builder, byte* name, nuint nameLen, long value, LLVMBool isUnsigned);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateEnumerationType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateEnumerationType(LLVMDIBuilderRef builder, LLVMMetadataRef scope, byte* name, nuint nameLen, LLVMMetadataRef file, uint lineNumber, ulong sizeInBits, uint alignInBits, LLVMMetadataRef* elements, uint numElements, LLVMMetadataRef classTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateUnionType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateUnionType(LLVMDIBuilderRef builder, LLVMMetadataRef scope, byte* name, nuint nameLen, LLVMMetadataRef file, uint lineNumber, ulong sizeInBits, uint alignInBits, LLVMDIFlags flags, LLVMMetadataRef* elements, uint numElements, uint runTimeLang, byte* uniqueId, nuint uniqueIdLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateArrayType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateArrayType(LLVMDIBuilderRef builder, ulong size, uint alignInBits, LLVMMetadataRef ty, LLVMMetadataRef* subscripts, uint numSubscripts);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateVectorType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateVectorType(LLVMDIBuilderRef builder, ulong size, uint alignInBits, LLVMMetadataRef ty, LLVMMetadataRef* subscripts, uint numSubscripts);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateUnspecifiedType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateUnspecifiedType(LLVMDIBuilderRef builder, byte* name, nuint nameLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateBasicType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateBasicType(LLVMDIBuilderRef builder, byte* name, nuint nameLen, ulong sizeInBits, uint encoding, LLVMDIFlags flags);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreatePointerType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreatePointerType(LLVMDIBuilderRef builder, LLVMMetadataRef pointeeTy, ulong sizeInBits, uint alignInBits, uint addressSpace, byte* name, nuint nameLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateStructType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateStructType(LLVMDIBuilderRef builder, LLVMMetadataRef scope, byte* name, nuint nameLen, LLVMMetadataRef file, uint lineNumber, ulong sizeInBits, uint alignInBits, LLVMDIFlags flags, LLVMMetadataRef derivedFrom, LLVMMetadataRef* elements, uint numElements, uint runTimeLang, LLVMMetadataRef vTableHolder, byte* uniqueId, nuint uniqueIdLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateMemberType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateMemberType(LLVMDIBuilderRef builder, LLVMMetadataRef scope, byte* name, nuint nameLen, LLVMMetadataRef file, uint lineNo, ulong sizeInBits, uint alignInBits, ulong offsetInBits, LLVMDIFlags flags, LLVMMetadataRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateStaticMemberType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateStaticMemberType(LLVMDIBuilderRef builder, LLVMMetadataRef scope, byte* name, nuint nameLen, LLVMMetadataRef file, uint lineNumber, LLVMMetadataRef type, LLVMDIFlags flags, LLVMValueRef constantVal, uint alignInBits);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateObjectPointerType")]
    public static partial LLVMMetadataRef DIBuilderCreateObjectPointerType(LLVMDIBuilderRef builder, LLVMMetadataRef type);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateQualifiedType")]
    public static partial LLVMMetadataRef DIBuilderCreateQualifiedType(LLVMDIBuilderRef builder, uint tag, LLVMMetadataRef type);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateTypedef")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateTypedef(LLVMDIBuilderRef builder, LLVMMetadataRef type, byte* name, nuint nameLen, LLVMMetadataRef file, uint lineNo, LLVMMetadataRef scope, uint alignInBits);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateForwardDecl")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateForwardDecl(LLVMDIBuilderRef builder, uint tag, byte* name, nuint nameLen, LLVMMetadataRef scope, LLVMMetadataRef file, uint line, uint runtimeLang, ulong sizeInBits, uint alignInBits, byte* uniqueIdentifier, nuint uniqueIdentifierLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateReplaceableCompositeType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateReplaceableCompositeType(LLVMDIBuilderRef builder, uint tag, byte* name, nuint nameLen, LLVMMetadataRef scope, LLVMMetadataRef file, uint line, uint runtimeLang, ulong sizeInBits, uint alignInBits, LLVMDIFlags flags, byte* uniqueIdentifier, nuint uniqueIdentifierLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateBitFieldMemberType")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateBitFieldMemberType(LLVMDIBuilderRef builder, LLVMMetadataRef scope, byte* name, nuint nameLen, LLVMMetadataRef file, uint lineNumber, ulong sizeInBits, ulong offsetInBits, ulong storageOffsetInBits, LLVMDIFlags flags, LLVMMetadataRef type);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateArtificialType")]
    public static partial LLVMMetadataRef DIBuilderCreateArtificialType(LLVMDIBuilderRef builder, LLVMMetadataRef type);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderGetOrCreateSubrange")]
    public static partial LLVMMetadataRef DIBuilderGetOrCreateSubrange(LLVMDIBuilderRef builder, long lowerBound, long count);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderGetOrCreateArray")]
    public static unsafe partial LLVMMetadataRef DIBuilderGetOrCreateArray(LLVMDIBuilderRef builder, LLVMMetadataRef* data, nuint numElements);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateExpression")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateExpression(LLVMDIBuilderRef builder, ulong* addr, nuint length);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateConstantValueExpression")]
    public static partial LLVMMetadataRef DIBuilderCreateConstantValueExpression(LLVMDIBuilderRef builder, ulong value);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateGlobalVariableExpression")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateGlobalVariableExpression(LLVMDIBuilderRef builder, LLVMMetadataRef scope, byte* name, nuint nameLen, byte* linkage, nuint linkLen, LLVMMetadataRef file, uint lineNo, LLVMMetadataRef ty, LLVMBool localToUnit, LLVMMetadataRef expr, LLVMMetadataRef decl, uint alignInBits);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetDINodeTag")]
    public static partial ushort GetDINodeTag(LLVMMetadataRef md);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIGlobalVariableExpressionGetVariable")]
    public static partial LLVMMetadataRef DIGlobalVariableExpressionGetVariable(LLVMMetadataRef gve);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIGlobalVariableExpressionGetExpression")]
    public static partial LLVMMetadataRef DIGlobalVariableExpressionGetExpression(LLVMMetadataRef gve);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIVariableGetFile")]
    public static partial LLVMMetadataRef DIVariableGetFile(LLVMMetadataRef var);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIVariableGetScope")]
    public static partial LLVMMetadataRef DIVariableGetScope(LLVMMetadataRef var);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIVariableGetLine")]
    public static partial uint DIVariableGetLine(LLVMMetadataRef var);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateAutoVariable")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateAutoVariable(LLVMDIBuilderRef builder, LLVMMetadataRef scope, byte* name, nuint nameLen, LLVMMetadataRef file, uint lineNo, LLVMMetadataRef ty, LLVMBool alwaysPreserve, LLVMDIFlags flags, uint alignInBits);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderCreateParameterVariable")]
    public static unsafe partial LLVMMetadataRef DIBuilderCreateParameterVariable(LLVMDIBuilderRef builder, LLVMMetadataRef scope, byte* name, nuint nameLen, uint argNo, LLVMMetadataRef file, uint lineNo, LLVMMetadataRef ty, LLVMBool alwaysPreserve, LLVMDIFlags flags);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetSubprogram")]
    public static partial LLVMMetadataRef GetSubprogram(LLVMValueRef func);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetSubprogram")]
    public static partial void SetSubprogram(LLVMValueRef func, LLVMMetadataRef sp);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDISubprogramGetLine")]
    public static partial uint DISubprogramGetLine(LLVMMetadataRef subprogram);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInstructionGetDebugLoc")]
    public static partial LLVMMetadataRef InstructionGetDebugLoc(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInstructionSetDebugLoc")]
    public static partial void InstructionSetDebugLoc(LLVMValueRef inst, LLVMMetadataRef loc);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderInsertDeclareRecordAtEnd")]
    public static partial nint DIBuilderInsertDeclareRecordAtEnd(LLVMDIBuilderRef builder, LLVMValueRef storage, LLVMMetadataRef varInfo, LLVMMetadataRef expr, LLVMMetadataRef debugLoc, LLVMBasicBlockRef block);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDIBuilderInsertDbgValueRecordBefore")]
    public static partial nint DIBuilderInsertDbgValueRecordBefore(LLVMDIBuilderRef builder, LLVMValueRef val, LLVMMetadataRef varInfo, LLVMMetadataRef expr, LLVMMetadataRef debugLoc, LLVMValueRef instr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetMetadataKind")]
    public static partial uint GetMetadataKind(LLVMMetadataRef metadata);
}
