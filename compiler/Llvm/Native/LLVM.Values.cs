// LLVM 19's C API as declared in llvm-c/Core.h (values, globals, functions, metadata): the raw entry points, under LLVMSharp.Interop's convention (the C name less its prefix,
// in the class LLVM). A string parameter is passed as UTF-8; a string with an explicit length is a byte pointer, wrapped by the handle types.
using System.Runtime.InteropServices;

namespace PopcornCC.Llvm;

public static partial class LLVM
{
    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMTypeOf")]
    public static partial LLVMTypeRef TypeOf(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetValueKind")]
    public static partial LLVMValueKind GetValueKind(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetValueName2")]
    public static unsafe partial byte* GetValueName2(LLVMValueRef val, nuint* length);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetValueName2")]
    public static unsafe partial void SetValueName2(LLVMValueRef val, byte* name, nuint nameLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMPrintValueToString")]
    public static unsafe partial byte* PrintValueToString(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMReplaceAllUsesWith")]
    public static partial void ReplaceAllUsesWith(LLVMValueRef oldVal, LLVMValueRef newVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsConstant")]
    public static partial LLVMBool IsConstant(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsUndef")]
    public static partial LLVMBool IsUndef(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsPoison")]
    public static partial LLVMBool IsPoison(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFirstUse")]
    public static partial LLVMUseRef GetFirstUse(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNextUse")]
    public static partial LLVMUseRef GetNextUse(LLVMUseRef u);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetUser")]
    public static partial LLVMValueRef GetUser(LLVMUseRef u);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetUsedValue")]
    public static partial LLVMValueRef GetUsedValue(LLVMUseRef u);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetOperand")]
    public static partial LLVMValueRef GetOperand(LLVMValueRef val, uint index);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetOperandUse")]
    public static partial LLVMUseRef GetOperandUse(LLVMValueRef val, uint index);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetOperand")]
    public static partial void SetOperand(LLVMValueRef user, uint index, LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNumOperands")]
    public static partial int GetNumOperands(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetUndef")]
    public static partial LLVMValueRef GetUndef(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetPoison")]
    public static partial LLVMValueRef GetPoison(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsNull")]
    public static partial LLVMBool IsNull(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsConstantString")]
    public static partial LLVMBool IsConstantString(LLVMValueRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetAsString")]
    public static unsafe partial byte* GetAsString(LLVMValueRef c, nuint* length);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetAggregateElement")]
    public static partial LLVMValueRef GetAggregateElement(LLVMValueRef c, uint idx);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetConstOpcode")]
    public static partial LLVMOpcode GetConstOpcode(LLVMValueRef constantVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAlignOf")]
    public static partial LLVMValueRef AlignOf(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSizeOf")]
    public static partial LLVMValueRef SizeOf(LLVMTypeRef ty);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBlockAddress")]
    public static partial LLVMValueRef BlockAddress(LLVMValueRef f, LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetBlockAddressFunction")]
    public static partial LLVMValueRef GetBlockAddressFunction(LLVMValueRef blockAddr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetBlockAddressBasicBlock")]
    public static partial LLVMBasicBlockRef GetBlockAddressBasicBlock(LLVMValueRef blockAddr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetGlobalParent")]
    public static partial LLVMModuleRef GetGlobalParent(LLVMValueRef global);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsDeclaration")]
    public static partial LLVMBool IsDeclaration(LLVMValueRef global);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetLinkage")]
    public static partial LLVMLinkage GetLinkage(LLVMValueRef global);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetLinkage")]
    public static partial void SetLinkage(LLVMValueRef global, LLVMLinkage linkage);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetSection")]
    public static unsafe partial byte* GetSection(LLVMValueRef global);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetSection", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetSection(LLVMValueRef global, string section);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetVisibility")]
    public static partial LLVMVisibility GetVisibility(LLVMValueRef global);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetVisibility")]
    public static partial void SetVisibility(LLVMValueRef global, LLVMVisibility viz);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetUnnamedAddress")]
    public static partial LLVMUnnamedAddr GetUnnamedAddress(LLVMValueRef global);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetUnnamedAddress")]
    public static partial void SetUnnamedAddress(LLVMValueRef global, LLVMUnnamedAddr unnamedAddr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGlobalGetValueType")]
    public static partial LLVMTypeRef GlobalGetValueType(LLVMValueRef global);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetAlignment")]
    public static partial uint GetAlignment(LLVMValueRef v);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetAlignment")]
    public static partial void SetAlignment(LLVMValueRef v, uint bytes);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGlobalSetMetadata")]
    public static partial void GlobalSetMetadata(LLVMValueRef global, uint kind, LLVMMetadataRef md);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGlobalEraseMetadata")]
    public static partial void GlobalEraseMetadata(LLVMValueRef global, uint kind);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGlobalClearMetadata")]
    public static partial void GlobalClearMetadata(LLVMValueRef global);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddGlobal", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef AddGlobal(LLVMModuleRef m, LLVMTypeRef ty, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddGlobalInAddressSpace", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef AddGlobalInAddressSpace(LLVMModuleRef m, LLVMTypeRef ty, string name, uint addressSpace);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNamedGlobal", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef GetNamedGlobal(LLVMModuleRef m, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFirstGlobal")]
    public static partial LLVMValueRef GetFirstGlobal(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetLastGlobal")]
    public static partial LLVMValueRef GetLastGlobal(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNextGlobal")]
    public static partial LLVMValueRef GetNextGlobal(LLVMValueRef globalVar);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetPreviousGlobal")]
    public static partial LLVMValueRef GetPreviousGlobal(LLVMValueRef globalVar);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDeleteGlobal")]
    public static partial void DeleteGlobal(LLVMValueRef globalVar);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInitializer")]
    public static partial LLVMValueRef GetInitializer(LLVMValueRef globalVar);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetInitializer")]
    public static partial void SetInitializer(LLVMValueRef globalVar, LLVMValueRef constantVal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsThreadLocal")]
    public static partial LLVMBool IsThreadLocal(LLVMValueRef globalVar);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetThreadLocal")]
    public static partial void SetThreadLocal(LLVMValueRef globalVar, LLVMBool isThreadLocal);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsGlobalConstant")]
    public static partial LLVMBool IsGlobalConstant(LLVMValueRef globalVar);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetGlobalConstant")]
    public static partial void SetGlobalConstant(LLVMValueRef globalVar, LLVMBool isConstant);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetThreadLocalMode")]
    public static partial LLVMThreadLocalMode GetThreadLocalMode(LLVMValueRef globalVar);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetThreadLocalMode")]
    public static partial void SetThreadLocalMode(LLVMValueRef globalVar, LLVMThreadLocalMode mode);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsExternallyInitialized")]
    public static partial LLVMBool IsExternallyInitialized(LLVMValueRef globalVar);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetExternallyInitialized")]
    public static partial void SetExternallyInitialized(LLVMValueRef globalVar, LLVMBool isExtInit);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddAlias2", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMValueRef AddAlias2(LLVMModuleRef m, LLVMTypeRef valueTy, uint addrSpace, LLVMValueRef aliasee, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNamedGlobalAlias")]
    public static unsafe partial LLVMValueRef GetNamedGlobalAlias(LLVMModuleRef m, byte* name, nuint nameLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFirstGlobalAlias")]
    public static partial LLVMValueRef GetFirstGlobalAlias(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetLastGlobalAlias")]
    public static partial LLVMValueRef GetLastGlobalAlias(LLVMModuleRef m);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNextGlobalAlias")]
    public static partial LLVMValueRef GetNextGlobalAlias(LLVMValueRef ga);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetPreviousGlobalAlias")]
    public static partial LLVMValueRef GetPreviousGlobalAlias(LLVMValueRef ga);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAliasGetAliasee")]
    public static partial LLVMValueRef AliasGetAliasee(LLVMValueRef alias);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAliasSetAliasee")]
    public static partial void AliasSetAliasee(LLVMValueRef alias, LLVMValueRef aliasee);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDeleteFunction")]
    public static partial void DeleteFunction(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMLookupIntrinsicID")]
    public static unsafe partial uint LookupIntrinsicID(byte* name, nuint nameLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetIntrinsicID")]
    public static partial uint GetIntrinsicID(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetIntrinsicDeclaration")]
    public static unsafe partial LLVMValueRef GetIntrinsicDeclaration(LLVMModuleRef mod, uint id, LLVMTypeRef* paramTypes, nuint paramCount);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIntrinsicGetType")]
    public static unsafe partial LLVMTypeRef IntrinsicGetType(LLVMContextRef ctx, uint id, LLVMTypeRef* paramTypes, nuint paramCount);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIntrinsicGetName")]
    public static unsafe partial byte* IntrinsicGetName(uint id, nuint* nameLength);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIntrinsicCopyOverloadedName")]
    public static unsafe partial byte* IntrinsicCopyOverloadedName(uint id, LLVMTypeRef* paramTypes, nuint paramCount, nuint* nameLength);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIntrinsicCopyOverloadedName2")]
    public static unsafe partial byte* IntrinsicCopyOverloadedName2(LLVMModuleRef mod, uint id, LLVMTypeRef* paramTypes, nuint paramCount, nuint* nameLength);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIntrinsicIsOverloaded")]
    public static partial LLVMBool IntrinsicIsOverloaded(uint id);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFunctionCallConv")]
    public static partial uint GetFunctionCallConv(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetFunctionCallConv")]
    public static partial void SetFunctionCallConv(LLVMValueRef fn, uint cc);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetGC")]
    public static unsafe partial byte* GetGC(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetGC", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetGC(LLVMValueRef fn, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddAttributeAtIndex")]
    public static partial void AddAttributeAtIndex(LLVMValueRef f, LLVMAttributeIndex idx, LLVMAttributeRef a);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetAttributeCountAtIndex")]
    public static partial uint GetAttributeCountAtIndex(LLVMValueRef f, LLVMAttributeIndex idx);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetAttributesAtIndex")]
    public static unsafe partial void GetAttributesAtIndex(LLVMValueRef f, LLVMAttributeIndex idx, LLVMAttributeRef* attrs);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetEnumAttributeAtIndex")]
    public static partial LLVMAttributeRef GetEnumAttributeAtIndex(LLVMValueRef f, LLVMAttributeIndex idx, uint kindID);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetStringAttributeAtIndex")]
    public static unsafe partial LLVMAttributeRef GetStringAttributeAtIndex(LLVMValueRef f, LLVMAttributeIndex idx, byte* k, uint kLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMRemoveEnumAttributeAtIndex")]
    public static partial void RemoveEnumAttributeAtIndex(LLVMValueRef f, LLVMAttributeIndex idx, uint kindID);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMRemoveStringAttributeAtIndex")]
    public static unsafe partial void RemoveStringAttributeAtIndex(LLVMValueRef f, LLVMAttributeIndex idx, byte* k, uint kLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCountParams")]
    public static partial uint CountParams(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetParams")]
    public static unsafe partial void GetParams(LLVMValueRef fn, LLVMValueRef* @params);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetParam")]
    public static partial LLVMValueRef GetParam(LLVMValueRef fn, uint index);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetParamParent")]
    public static partial LLVMValueRef GetParamParent(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFirstParam")]
    public static partial LLVMValueRef GetFirstParam(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetLastParam")]
    public static partial LLVMValueRef GetLastParam(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNextParam")]
    public static partial LLVMValueRef GetNextParam(LLVMValueRef arg);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetPreviousParam")]
    public static partial LLVMValueRef GetPreviousParam(LLVMValueRef arg);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetParamAlignment")]
    public static partial void SetParamAlignment(LLVMValueRef arg, uint align);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMMDStringInContext2")]
    public static unsafe partial LLVMMetadataRef MDStringInContext2(LLVMContextRef c, byte* str, nuint sLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMMDNodeInContext2")]
    public static unsafe partial LLVMMetadataRef MDNodeInContext2(LLVMContextRef c, LLVMMetadataRef* mDs, nuint count);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMMetadataAsValue")]
    public static partial LLVMValueRef MetadataAsValue(LLVMContextRef c, LLVMMetadataRef md);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMValueAsMetadata")]
    public static partial LLVMMetadataRef ValueAsMetadata(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetMDString")]
    public static unsafe partial byte* GetMDString(LLVMValueRef v, uint* length);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetMDNodeNumOperands")]
    public static partial uint GetMDNodeNumOperands(LLVMValueRef v);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetMDNodeOperands")]
    public static unsafe partial void GetMDNodeOperands(LLVMValueRef v, LLVMValueRef* dest);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMReplaceMDNodeOperandWith")]
    public static partial void ReplaceMDNodeOperandWith(LLVMValueRef v, uint index, LLVMMetadataRef replacement);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateOperandBundle")]
    public static unsafe partial LLVMOperandBundleRef CreateOperandBundle(byte* tag, nuint tagLen, LLVMValueRef* args, uint numArgs);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposeOperandBundle")]
    public static partial void DisposeOperandBundle(LLVMOperandBundleRef bundle);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetOperandBundleTag")]
    public static unsafe partial byte* GetOperandBundleTag(LLVMOperandBundleRef bundle, nuint* len);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNumOperandBundleArgs")]
    public static partial uint GetNumOperandBundleArgs(LLVMOperandBundleRef bundle);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetOperandBundleArgAtIndex")]
    public static partial LLVMValueRef GetOperandBundleArgAtIndex(LLVMOperandBundleRef bundle, uint index);
}
