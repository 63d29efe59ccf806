// LLVM 19's C API as declared in llvm-c/Core.h (contexts, modules, types): the raw entry points, under LLVMSharp.Interop's convention (the C name less its prefix,
// in the class LLVM). A string parameter is passed as UTF-8; a string with an explicit length is a byte pointer, wrapped by the handle types.
using System.Runtime.InteropServices;

namespace PopcornCC.Llvm;

public static partial class LLVM
{
    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMShutdown")]
    public static partial void Shutdown();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetVersion")]
    public static unsafe partial void GetVersion(uint* major, uint* minor, uint* patch);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateMessage", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial byte* CreateMessage(string message);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposeMessage")]
    public static unsafe partial void DisposeMessage(byte* message);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMContextCreate")]
    public static partial LLVMContextRef ContextCreate();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMContextSetDiagnosticHandler")]
    public static unsafe partial void ContextSetDiagnosticHandler(LLVMContextRef c, nint handler, void* diagnosticContext);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMContextShouldDiscardValueNames")]
    public static partial LLVMBool ContextShouldDiscardValueNames(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMContextSetDiscardValueNames")]
    public static partial void ContextSetDiscardValueNames(LLVMContextRef c, LLVMBool discard);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMContextDispose")]
    public static partial void ContextDispose(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetDiagInfoDescription")]
    public static unsafe partial byte* GetDiagInfoDescription(LLVMDiagnosticInfoRef di);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetDiagInfoSeverity")]
    public static partial LLVMDiagnosticSeverity GetDiagInfoSeverity(LLVMDiagnosticInfoRef di);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetMDKindIDInContext")]
    public static unsafe partial uint GetMDKindIDInContext(LLVMContextRef c, byte* name, uint sLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetEnumAttributeKindForName")]
    public static unsafe partial uint GetEnumAttributeKindForName(byte* name, nuint sLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetLastEnumAttributeKind")]
    public static partial uint GetLastEnumAttributeKind();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateEnumAttribute")]
    public static partial LLVMAttributeRef CreateEnumAttribute(LLVMContextRef c, uint kindID, ulong val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetEnumAttributeKind")]
    public static partial uint GetEnumAttributeKind(LLVMAttributeRef a);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetEnumAttributeValue")]
    public static partial ulong GetEnumAttributeValue(LLVMAttributeRef a);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateTypeAttribute")]
    public static partial LLVMAttributeRef CreateTypeAttribute(LLVMContextRef c, uint kindID, LLVMTypeRef type_ref);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTypeAttributeValue")]
    public static partial LLVMTypeRef GetTypeAttributeValue(LLVMAttributeRef a);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateStringAttribute")]
    public static unsafe partial LLVMAttributeRef CreateStringAttribute(LLVMContextRef c, byte* k, uint kLength, byte* v, uint vLength);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetStringAttributeKind")]
    public static unsafe partial byte* GetStringAttributeKind(LLVMAttributeRef a, uint* length);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetStringAttributeValue")]
    public static unsafe partial byte* GetStringAttributeValue(LLVMAttributeRef a, uint* length);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsEnumAttribute")]
    public static partial LLVMBool IsEnumAttribute(LLVMAttributeRef a);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsStringAttribute")]
    public static partial LLVMBool IsStringAttribute(LLVMAttributeRef a);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsTypeAttribute")]
    public static partial LLVMBool IsTypeAttribute(LLVMAttributeRef a);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTypeByName2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMTypeRef GetTypeByName2(LLVMContextRef c, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMModuleCreateWithNameInContext", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMModuleRef ModuleCreateWithNameInContext(string moduleID, LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCloneModule")]
    public static partial LLVMModuleRef CloneModule(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposeModule")]
    public static partial void DisposeModule(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsNewDbgInfoFormat")]
    public static partial LLVMBool IsNewDbgInfoFormat(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetIsNewDbgInfoFormat")]
    public static partial void SetIsNewDbgInfoFormat(LLVMModuleRef m, LLVMBool useNewFormat);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetModuleIdentifier")]
    public static unsafe partial byte* GetModuleIdentifier(LLVMModuleRef m, nuint* len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetModuleIdentifier")]
    public static unsafe partial void SetModuleIdentifier(LLVMModuleRef m, byte* ident, nuint len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetSourceFileName")]
    public static unsafe partial byte* GetSourceFileName(LLVMModuleRef m, nuint* len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetSourceFileName")]
    public static unsafe partial void SetSourceFileName(LLVMModuleRef m, byte* name, nuint len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetDataLayoutStr")]
    public static unsafe partial byte* GetDataLayoutStr(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetDataLayout", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetDataLayout(LLVMModuleRef m, string dataLayoutStr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTarget")]
    public static unsafe partial byte* GetTarget(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetTarget", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetTarget(LLVMModuleRef m, string triple);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetModuleFlag")]
    public static unsafe partial LLVMMetadataRef GetModuleFlag(LLVMModuleRef m, byte* key, nuint keyLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddModuleFlag")]
    public static unsafe partial void AddModuleFlag(LLVMModuleRef m, LLVMModuleFlagBehavior behavior, byte* key, nuint keyLen, LLVMMetadataRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPrintModuleToFile", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMBool PrintModuleToFile(LLVMModuleRef m, string filename, byte** errorMessage);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPrintModuleToString")]
    public static unsafe partial byte* PrintModuleToString(LLVMModuleRef m);

    /// <summary>The group of sections that a global is in, or 0.</summary>
    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetComdat")]
    public static partial nint GetComdat(LLVMValueRef v);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetComdat")]
    public static partial void SetComdat(LLVMValueRef v, nint c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFirstGlobalIFunc")]
    public static partial LLVMValueRef GetFirstGlobalIFunc(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNextGlobalIFunc")]
    public static partial LLVMValueRef GetNextGlobalIFunc(LLVMValueRef iFunc);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetModuleInlineAsm")]
    public static unsafe partial byte* GetModuleInlineAsm(LLVMModuleRef m, nuint* len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetModuleInlineAsm2")]
    public static unsafe partial void SetModuleInlineAsm2(LLVMModuleRef m, byte* asm, nuint len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAppendModuleInlineAsm")]
    public static unsafe partial void AppendModuleInlineAsm(LLVMModuleRef m, byte* asm, nuint len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInlineAsm")]
    public static unsafe partial LLVMValueRef GetInlineAsm(LLVMTypeRef ty, byte* asmString, nuint asmStringSize, byte* constraints, nuint constraintsSize, LLVMBool hasSideEffects, LLVMBool isAlignStack, LLVMInlineAsmDialect dialect, LLVMBool canThrow);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInlineAsmAsmString")]
    public static unsafe partial byte* GetInlineAsmAsmString(LLVMValueRef inlineAsmVal, nuint* len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInlineAsmConstraintString")]
    public static unsafe partial byte* GetInlineAsmConstraintString(LLVMValueRef inlineAsmVal, nuint* len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInlineAsmDialect")]
    public static partial LLVMInlineAsmDialect GetInlineAsmDialect(LLVMValueRef inlineAsmVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInlineAsmFunctionType")]
    public static partial LLVMTypeRef GetInlineAsmFunctionType(LLVMValueRef inlineAsmVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInlineAsmHasSideEffects")]
    public static partial LLVMBool GetInlineAsmHasSideEffects(LLVMValueRef inlineAsmVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInlineAsmNeedsAlignedStack")]
    public static partial LLVMBool GetInlineAsmNeedsAlignedStack(LLVMValueRef inlineAsmVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInlineAsmCanUnwind")]
    public static partial LLVMBool GetInlineAsmCanUnwind(LLVMValueRef inlineAsmVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetModuleContext")]
    public static partial LLVMContextRef GetModuleContext(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFirstNamedMetadata")]
    public static partial LLVMNamedMDNodeRef GetFirstNamedMetadata(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetLastNamedMetadata")]
    public static partial LLVMNamedMDNodeRef GetLastNamedMetadata(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNextNamedMetadata")]
    public static partial LLVMNamedMDNodeRef GetNextNamedMetadata(LLVMNamedMDNodeRef namedMDNode);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetPreviousNamedMetadata")]
    public static partial LLVMNamedMDNodeRef GetPreviousNamedMetadata(LLVMNamedMDNodeRef namedMDNode);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNamedMetadata")]
    public static unsafe partial LLVMNamedMDNodeRef GetNamedMetadata(LLVMModuleRef m, byte* name, nuint nameLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetOrInsertNamedMetadata")]
    public static unsafe partial LLVMNamedMDNodeRef GetOrInsertNamedMetadata(LLVMModuleRef m, byte* name, nuint nameLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNamedMetadataName")]
    public static unsafe partial byte* GetNamedMetadataName(LLVMNamedMDNodeRef namedMD, nuint* nameLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNamedMetadataNumOperands", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint GetNamedMetadataNumOperands(LLVMModuleRef m, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNamedMetadataOperands", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial void GetNamedMetadataOperands(LLVMModuleRef m, string name, LLVMValueRef* dest);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddNamedMetadataOperand", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void AddNamedMetadataOperand(LLVMModuleRef m, string name, LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetDebugLocDirectory")]
    public static unsafe partial byte* GetDebugLocDirectory(LLVMValueRef val, uint* length);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetDebugLocFilename")]
    public static unsafe partial byte* GetDebugLocFilename(LLVMValueRef val, uint* length);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetDebugLocLine")]
    public static partial uint GetDebugLocLine(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetDebugLocColumn")]
    public static partial uint GetDebugLocColumn(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddFunction", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef AddFunction(LLVMModuleRef m, string name, LLVMTypeRef functionTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNamedFunction", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef GetNamedFunction(LLVMModuleRef m, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFirstFunction")]
    public static partial LLVMValueRef GetFirstFunction(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetLastFunction")]
    public static partial LLVMValueRef GetLastFunction(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNextFunction")]
    public static partial LLVMValueRef GetNextFunction(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetPreviousFunction")]
    public static partial LLVMValueRef GetPreviousFunction(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTypeKind")]
    public static partial LLVMTypeKind GetTypeKind(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTypeIsSized")]
    public static partial LLVMBool TypeIsSized(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTypeContext")]
    public static partial LLVMContextRef GetTypeContext(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPrintTypeToString")]
    public static unsafe partial byte* PrintTypeToString(LLVMTypeRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInt1TypeInContext")]
    public static partial LLVMTypeRef Int1TypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInt8TypeInContext")]
    public static partial LLVMTypeRef Int8TypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInt16TypeInContext")]
    public static partial LLVMTypeRef Int16TypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInt32TypeInContext")]
    public static partial LLVMTypeRef Int32TypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInt64TypeInContext")]
    public static partial LLVMTypeRef Int64TypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInt128TypeInContext")]
    public static partial LLVMTypeRef Int128TypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIntTypeInContext")]
    public static partial LLVMTypeRef IntTypeInContext(LLVMContextRef c, uint numBits);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetIntTypeWidth")]
    public static partial uint GetIntTypeWidth(LLVMTypeRef integerTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMHalfTypeInContext")]
    public static partial LLVMTypeRef HalfTypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMFloatTypeInContext")]
    public static partial LLVMTypeRef FloatTypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDoubleTypeInContext")]
    public static partial LLVMTypeRef DoubleTypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMX86FP80TypeInContext")]
    public static partial LLVMTypeRef X86FP80TypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMFP128TypeInContext")]
    public static partial LLVMTypeRef FP128TypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMFunctionType")]
    public static unsafe partial LLVMTypeRef FunctionType(LLVMTypeRef returnType, LLVMTypeRef* paramTypes, uint paramCount, LLVMBool isVarArg);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsFunctionVarArg")]
    public static partial LLVMBool IsFunctionVarArg(LLVMTypeRef functionTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetReturnType")]
    public static partial LLVMTypeRef GetReturnType(LLVMTypeRef functionTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCountParamTypes")]
    public static partial uint CountParamTypes(LLVMTypeRef functionTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetParamTypes")]
    public static unsafe partial void GetParamTypes(LLVMTypeRef functionTy, LLVMTypeRef* dest);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMStructTypeInContext")]
    public static unsafe partial LLVMTypeRef StructTypeInContext(LLVMContextRef c, LLVMTypeRef* elementTypes, uint elementCount, LLVMBool packed);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMStructCreateNamed", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMTypeRef StructCreateNamed(LLVMContextRef c, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetStructName")]
    public static unsafe partial byte* GetStructName(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMStructSetBody")]
    public static unsafe partial void StructSetBody(LLVMTypeRef structTy, LLVMTypeRef* elementTypes, uint elementCount, LLVMBool packed);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCountStructElementTypes")]
    public static partial uint CountStructElementTypes(LLVMTypeRef structTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetStructElementTypes")]
    public static unsafe partial void GetStructElementTypes(LLVMTypeRef structTy, LLVMTypeRef* dest);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMStructGetTypeAtIndex")]
    public static partial LLVMTypeRef StructGetTypeAtIndex(LLVMTypeRef structTy, uint i);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsPackedStruct")]
    public static partial LLVMBool IsPackedStruct(LLVMTypeRef structTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsOpaqueStruct")]
    public static partial LLVMBool IsOpaqueStruct(LLVMTypeRef structTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsLiteralStruct")]
    public static partial LLVMBool IsLiteralStruct(LLVMTypeRef structTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetElementType")]
    public static partial LLVMTypeRef GetElementType(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetSubtypes")]
    public static unsafe partial void GetSubtypes(LLVMTypeRef tp, LLVMTypeRef* arr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNumContainedTypes")]
    public static partial uint GetNumContainedTypes(LLVMTypeRef tp);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMArrayType2")]
    public static partial LLVMTypeRef ArrayType2(LLVMTypeRef elementType, ulong elementCount);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetArrayLength2")]
    public static partial ulong GetArrayLength2(LLVMTypeRef arrayTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPointerType")]
    public static partial LLVMTypeRef PointerType(LLVMTypeRef elementType, uint addressSpace);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPointerTypeIsOpaque")]
    public static partial LLVMBool PointerTypeIsOpaque(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPointerTypeInContext")]
    public static partial LLVMTypeRef PointerTypeInContext(LLVMContextRef c, uint addressSpace);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetPointerAddressSpace")]
    public static partial uint GetPointerAddressSpace(LLVMTypeRef pointerTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMVectorType")]
    public static partial LLVMTypeRef VectorType(LLVMTypeRef elementType, uint elementCount);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetVectorSize")]
    public static partial uint GetVectorSize(LLVMTypeRef vectorTy);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMVoidTypeInContext")]
    public static partial LLVMTypeRef VoidTypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMLabelTypeInContext")]
    public static partial LLVMTypeRef LabelTypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTokenTypeInContext")]
    public static partial LLVMTypeRef TokenTypeInContext(LLVMContextRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMMetadataTypeInContext")]
    public static partial LLVMTypeRef MetadataTypeInContext(LLVMContextRef c);
}
