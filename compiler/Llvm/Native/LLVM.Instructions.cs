// LLVM 19's C API as declared in llvm-c/Core.h (blocks, instructions, buffers): the raw entry points, under LLVMSharp.Interop's convention (the C name less its prefix,
// in the class LLVM). A string parameter is passed as UTF-8; a string with an explicit length is a byte pointer, wrapped by the handle types.
using System.Runtime.InteropServices;

namespace PopcornCC.Llvm;

public static partial class LLVM
{
    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMBasicBlockAsValue")]
    public static partial LLVMValueRef BasicBlockAsValue(LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMValueIsBasicBlock")]
    public static partial LLVMBool ValueIsBasicBlock(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMValueAsBasicBlock")]
    public static partial LLVMBasicBlockRef ValueAsBasicBlock(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetBasicBlockName")]
    public static unsafe partial byte* GetBasicBlockName(LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetBasicBlockParent")]
    public static partial LLVMValueRef GetBasicBlockParent(LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetBasicBlockTerminator")]
    public static partial LLVMValueRef GetBasicBlockTerminator(LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCountBasicBlocks")]
    public static partial uint CountBasicBlocks(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetBasicBlocks")]
    public static unsafe partial void GetBasicBlocks(LLVMValueRef fn, LLVMBasicBlockRef* basicBlocks);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFirstBasicBlock")]
    public static partial LLVMBasicBlockRef GetFirstBasicBlock(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetLastBasicBlock")]
    public static partial LLVMBasicBlockRef GetLastBasicBlock(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNextBasicBlock")]
    public static partial LLVMBasicBlockRef GetNextBasicBlock(LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetPreviousBasicBlock")]
    public static partial LLVMBasicBlockRef GetPreviousBasicBlock(LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetEntryBasicBlock")]
    public static partial LLVMBasicBlockRef GetEntryBasicBlock(LLVMValueRef fn);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInsertExistingBasicBlockAfterInsertBlock")]
    public static partial void InsertExistingBasicBlockAfterInsertBlock(LLVMBuilderRef builder, LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAppendExistingBasicBlock")]
    public static partial void AppendExistingBasicBlock(LLVMValueRef fn, LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateBasicBlockInContext", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMBasicBlockRef CreateBasicBlockInContext(LLVMContextRef c, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAppendBasicBlockInContext", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMBasicBlockRef AppendBasicBlockInContext(LLVMContextRef c, LLVMValueRef fn, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInsertBasicBlockInContext", StringMarshalling = StringMarshalling.Utf8)]
    public static partial LLVMBasicBlockRef InsertBasicBlockInContext(LLVMContextRef c, LLVMBasicBlockRef bb, string name);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDeleteBasicBlock")]
    public static partial void DeleteBasicBlock(LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMRemoveBasicBlockFromParent")]
    public static partial void RemoveBasicBlockFromParent(LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMMoveBasicBlockBefore")]
    public static partial void MoveBasicBlockBefore(LLVMBasicBlockRef bb, LLVMBasicBlockRef movePos);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMMoveBasicBlockAfter")]
    public static partial void MoveBasicBlockAfter(LLVMBasicBlockRef bb, LLVMBasicBlockRef movePos);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFirstInstruction")]
    public static partial LLVMValueRef GetFirstInstruction(LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetLastInstruction")]
    public static partial LLVMValueRef GetLastInstruction(LLVMBasicBlockRef bb);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMHasMetadata")]
    public static partial int HasMetadata(LLVMValueRef val);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetMetadata")]
    public static partial LLVMValueRef GetMetadata(LLVMValueRef val, uint kindID);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetMetadata")]
    public static partial void SetMetadata(LLVMValueRef val, uint kindID, LLVMValueRef node);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInstructionParent")]
    public static partial LLVMBasicBlockRef GetInstructionParent(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNextInstruction")]
    public static partial LLVMValueRef GetNextInstruction(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetPreviousInstruction")]
    public static partial LLVMValueRef GetPreviousInstruction(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInstructionRemoveFromParent")]
    public static partial void InstructionRemoveFromParent(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInstructionEraseFromParent")]
    public static partial void InstructionEraseFromParent(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDeleteInstruction")]
    public static partial void DeleteInstruction(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInstructionOpcode")]
    public static partial LLVMOpcode GetInstructionOpcode(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetICmpPredicate")]
    public static partial LLVMIntPredicate GetICmpPredicate(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFCmpPredicate")]
    public static partial LLVMRealPredicate GetFCmpPredicate(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMInstructionClone")]
    public static partial LLVMValueRef InstructionClone(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNumArgOperands")]
    public static partial uint GetNumArgOperands(LLVMValueRef instr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetInstructionCallConv")]
    public static partial void SetInstructionCallConv(LLVMValueRef instr, uint cc);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInstructionCallConv")]
    public static partial uint GetInstructionCallConv(LLVMValueRef instr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetInstrParamAlignment")]
    public static partial void SetInstrParamAlignment(LLVMValueRef instr, LLVMAttributeIndex idx, uint align);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddCallSiteAttribute")]
    public static partial void AddCallSiteAttribute(LLVMValueRef c, LLVMAttributeIndex idx, LLVMAttributeRef a);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCallSiteAttributeCount")]
    public static partial uint GetCallSiteAttributeCount(LLVMValueRef c, LLVMAttributeIndex idx);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCallSiteAttributes")]
    public static unsafe partial void GetCallSiteAttributes(LLVMValueRef c, LLVMAttributeIndex idx, LLVMAttributeRef* attrs);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCallSiteEnumAttribute")]
    public static partial LLVMAttributeRef GetCallSiteEnumAttribute(LLVMValueRef c, LLVMAttributeIndex idx, uint kindID);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCallSiteStringAttribute")]
    public static unsafe partial LLVMAttributeRef GetCallSiteStringAttribute(LLVMValueRef c, LLVMAttributeIndex idx, byte* k, uint kLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMRemoveCallSiteEnumAttribute")]
    public static partial void RemoveCallSiteEnumAttribute(LLVMValueRef c, LLVMAttributeIndex idx, uint kindID);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMRemoveCallSiteStringAttribute")]
    public static unsafe partial void RemoveCallSiteStringAttribute(LLVMValueRef c, LLVMAttributeIndex idx, byte* k, uint kLen);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCalledFunctionType")]
    public static partial LLVMTypeRef GetCalledFunctionType(LLVMValueRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCalledValue")]
    public static partial LLVMValueRef GetCalledValue(LLVMValueRef instr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNumOperandBundles")]
    public static partial uint GetNumOperandBundles(LLVMValueRef c);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetOperandBundleAtIndex")]
    public static partial LLVMOperandBundleRef GetOperandBundleAtIndex(LLVMValueRef c, uint index);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsTailCall")]
    public static partial LLVMBool IsTailCall(LLVMValueRef callInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetTailCall")]
    public static partial void SetTailCall(LLVMValueRef callInst, LLVMBool isTailCall);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetTailCallKind")]
    public static partial LLVMTailCallKind GetTailCallKind(LLVMValueRef callInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetTailCallKind")]
    public static partial void SetTailCallKind(LLVMValueRef callInst, LLVMTailCallKind kind);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNumSuccessors")]
    public static partial uint GetNumSuccessors(LLVMValueRef term);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetSuccessor")]
    public static partial LLVMBasicBlockRef GetSuccessor(LLVMValueRef term, uint i);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetSuccessor")]
    public static partial void SetSuccessor(LLVMValueRef term, uint i, LLVMBasicBlockRef block);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsConditional")]
    public static partial LLVMBool IsConditional(LLVMValueRef branch);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCondition")]
    public static partial LLVMValueRef GetCondition(LLVMValueRef branch);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetCondition")]
    public static partial void SetCondition(LLVMValueRef branch, LLVMValueRef cond);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetSwitchDefaultDest")]
    public static partial LLVMBasicBlockRef GetSwitchDefaultDest(LLVMValueRef switchInstr);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetAllocatedType")]
    public static partial LLVMTypeRef GetAllocatedType(LLVMValueRef alloca);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMIsInBounds")]
    public static partial LLVMBool IsInBounds(LLVMValueRef gep);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetIsInBounds")]
    public static partial void SetIsInBounds(LLVMValueRef gep, LLVMBool inBounds);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetGEPSourceElementType")]
    public static partial LLVMTypeRef GetGEPSourceElementType(LLVMValueRef gep);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGEPGetNoWrapFlags")]
    public static partial LLVMGEPNoWrapFlags GEPGetNoWrapFlags(LLVMValueRef gep);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGEPSetNoWrapFlags")]
    public static partial void GEPSetNoWrapFlags(LLVMValueRef gep, LLVMGEPNoWrapFlags noWrapFlags);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddIncoming")]
    public static unsafe partial void AddIncoming(LLVMValueRef phiNode, LLVMValueRef* incomingValues, LLVMBasicBlockRef* incomingBlocks, uint count);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCountIncoming")]
    public static partial uint CountIncoming(LLVMValueRef phiNode);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetIncomingValue")]
    public static partial LLVMValueRef GetIncomingValue(LLVMValueRef phiNode, uint index);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetIncomingBlock")]
    public static partial LLVMBasicBlockRef GetIncomingBlock(LLVMValueRef phiNode, uint index);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNumIndices")]
    public static partial uint GetNumIndices(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetIndices")]
    public static unsafe partial uint* GetIndices(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetInsertBlock")]
    public static partial LLVMBasicBlockRef GetInsertBlock(LLVMBuilderRef builder);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMClearInsertionPosition")]
    public static partial void ClearInsertionPosition(LLVMBuilderRef builder);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCurrentDebugLocation2")]
    public static partial LLVMMetadataRef GetCurrentDebugLocation2(LLVMBuilderRef builder);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetCurrentDebugLocation2")]
    public static partial void SetCurrentDebugLocation2(LLVMBuilderRef builder, LLVMMetadataRef loc);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddMetadataToInst")]
    public static partial void AddMetadataToInst(LLVMBuilderRef builder, LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddCase")]
    public static partial void AddCase(LLVMValueRef @switch, LLVMValueRef onVal, LLVMBasicBlockRef dest);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMAddDestination")]
    public static partial void AddDestination(LLVMValueRef indirectBr, LLVMBasicBlockRef dest);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNumHandlers")]
    public static partial uint GetNumHandlers(LLVMValueRef catchSwitch);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetArgOperand")]
    public static partial LLVMValueRef GetArgOperand(LLVMValueRef funclet, uint i);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetArgOperand")]
    public static partial void SetArgOperand(LLVMValueRef funclet, uint i, LLVMValueRef value);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNUW")]
    public static partial LLVMBool GetNUW(LLVMValueRef arithInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetNUW")]
    public static partial void SetNUW(LLVMValueRef arithInst, LLVMBool hasNUW);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNSW")]
    public static partial LLVMBool GetNSW(LLVMValueRef arithInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetNSW")]
    public static partial void SetNSW(LLVMValueRef arithInst, LLVMBool hasNSW);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetExact")]
    public static partial LLVMBool GetExact(LLVMValueRef divOrShrInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetExact")]
    public static partial void SetExact(LLVMValueRef divOrShrInst, LLVMBool isExact);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNNeg")]
    public static partial LLVMBool GetNNeg(LLVMValueRef nonNegInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetNNeg")]
    public static partial void SetNNeg(LLVMValueRef nonNegInst, LLVMBool isNonNeg);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetFastMathFlags")]
    public static partial LLVMFastMathFlags GetFastMathFlags(LLVMValueRef fPMathInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetFastMathFlags")]
    public static partial void SetFastMathFlags(LLVMValueRef fPMathInst, LLVMFastMathFlags fmf);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCanValueUseFastMathFlags")]
    public static partial LLVMBool CanValueUseFastMathFlags(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetIsDisjoint")]
    public static partial LLVMBool GetIsDisjoint(LLVMValueRef inst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetIsDisjoint")]
    public static partial void SetIsDisjoint(LLVMValueRef inst, LLVMBool isDisjoint);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetVolatile")]
    public static partial LLVMBool GetVolatile(LLVMValueRef memoryAccessInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetVolatile")]
    public static partial void SetVolatile(LLVMValueRef memoryAccessInst, LLVMBool isVolatile);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetWeak")]
    public static partial LLVMBool GetWeak(LLVMValueRef cmpXchgInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetWeak")]
    public static partial void SetWeak(LLVMValueRef cmpXchgInst, LLVMBool isWeak);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetOrdering")]
    public static partial LLVMAtomicOrdering GetOrdering(LLVMValueRef memoryAccessInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetOrdering")]
    public static partial void SetOrdering(LLVMValueRef memoryAccessInst, LLVMAtomicOrdering ordering);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetAtomicRMWBinOp")]
    public static partial LLVMAtomicRMWBinOp GetAtomicRMWBinOp(LLVMValueRef atomicRMWInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetAtomicRMWBinOp")]
    public static partial void SetAtomicRMWBinOp(LLVMValueRef atomicRMWInst, LLVMAtomicRMWBinOp binOp);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCastOpcode")]
    public static partial LLVMOpcode GetCastOpcode(LLVMValueRef src, LLVMBool srcIsSigned, LLVMTypeRef destTy, LLVMBool destIsSigned);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetNumMaskElements")]
    public static partial uint GetNumMaskElements(LLVMValueRef shuffleVectorInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetUndefMaskElem")]
    public static partial int GetUndefMaskElem();

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetMaskValue")]
    public static partial int GetMaskValue(LLVMValueRef shuffleVectorInst, uint elt);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetAtomicSingleThread")]
    public static partial void SetAtomicSingleThread(LLVMValueRef atomicInst, LLVMBool singleThread);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCmpXchgSuccessOrdering")]
    public static partial LLVMAtomicOrdering GetCmpXchgSuccessOrdering(LLVMValueRef cmpXchgInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetCmpXchgSuccessOrdering")]
    public static partial void SetCmpXchgSuccessOrdering(LLVMValueRef cmpXchgInst, LLVMAtomicOrdering ordering);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetCmpXchgFailureOrdering")]
    public static partial LLVMAtomicOrdering GetCmpXchgFailureOrdering(LLVMValueRef cmpXchgInst);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMSetCmpXchgFailureOrdering")]
    public static partial void SetCmpXchgFailureOrdering(LLVMValueRef cmpXchgInst, LLVMAtomicOrdering ordering);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateMemoryBufferWithContentsOfFile", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMBool CreateMemoryBufferWithContentsOfFile(string path, LLVMMemoryBufferRef* outMemBuf, byte** outMessage);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateMemoryBufferWithMemoryRange", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMMemoryBufferRef CreateMemoryBufferWithMemoryRange(byte* inputData, nuint inputDataLength, string bufferName, LLVMBool requiresNullTerminator);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMCreateMemoryBufferWithMemoryRangeCopy", StringMarshalling = StringMarshalling.Utf8)]
    public static unsafe partial LLVMMemoryBufferRef CreateMemoryBufferWithMemoryRangeCopy(byte* inputData, nuint inputDataLength, string bufferName);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetBufferStart")]
    public static unsafe partial byte* GetBufferStart(LLVMMemoryBufferRef memBuf);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMGetBufferSize")]
    public static partial nuint GetBufferSize(LLVMMemoryBufferRef memBuf);

    [LibraryImport(LlvmLibrary.Name, EntryPoint = "LLVMDisposeMemoryBuffer")]
    public static partial void DisposeMemoryBuffer(LLVMMemoryBufferRef memBuf);
}
