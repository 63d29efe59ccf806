// Instructions: their place, opcode, flags, memory-access properties, calls, branches and phis.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMValueRef
{
    public LLVMOpcode InstructionOpcode => LLVM.GetInstructionOpcode(this);

    public LLVMBasicBlockRef InstructionParent => LLVM.GetInstructionParent(this);

    public LLVMValueRef NextInstruction => LLVM.GetNextInstruction(this);

    public LLVMValueRef PreviousInstruction => LLVM.GetPreviousInstruction(this);

    /// <summary>A copy outside any block, with the same operands.</summary>
    public LLVMValueRef InstructionClone() => LLVM.InstructionClone(this);

    public void InstructionRemoveFromParent() => LLVM.InstructionRemoveFromParent(this);

    public void InstructionEraseFromParent() => LLVM.InstructionEraseFromParent(this);

    public LLVMIntPredicate ICmpPredicate => LLVM.GetICmpPredicate(this);

    public LLVMRealPredicate FCmpPredicate => LLVM.GetFCmpPredicate(this);

    public bool NUW
    {
        get => LLVM.GetNUW(this);
        set => LLVM.SetNUW(this, value);
    }

    public bool NSW
    {
        get => LLVM.GetNSW(this);
        set => LLVM.SetNSW(this, value);
    }

    public bool Exact
    {
        get => LLVM.GetExact(this);
        set => LLVM.SetExact(this, value);
    }

    public LLVMFastMathFlags FastMathFlags
    {
        get => LLVM.GetFastMathFlags(this);
        set => LLVM.SetFastMathFlags(this, value);
    }

    public bool CanUseFastMathFlags => LLVM.CanValueUseFastMathFlags(this);

    public bool IsInBounds
    {
        get => LLVM.IsInBounds(this);
        set => LLVM.SetIsInBounds(this, value);
    }

    public LLVMTypeRef GEPSourceElementType => LLVM.GetGEPSourceElementType(this);

    public LLVMTypeRef AllocatedType => LLVM.GetAllocatedType(this);

    public bool IsVolatile
    {
        get => LLVM.GetVolatile(this);
        set => LLVM.SetVolatile(this, value);
    }

    public bool Volatile
    {
        get => LLVM.GetVolatile(this);
        set => LLVM.SetVolatile(this, value);
    }

    public LLVMAtomicOrdering Ordering
    {
        get => LLVM.GetOrdering(this);
        set => LLVM.SetOrdering(this, value);
    }

    public bool IsAtomicSingleThread
    {
        get => LLVM.IsAtomicSingleThread(this);
        set => LLVM.SetAtomicSingleThread(this, value);
    }

    public bool Weak
    {
        get => LLVM.GetWeak(this);
        set => LLVM.SetWeak(this, value);
    }

    public LLVMMetadataRef DebugLoc
    {
        get => LLVM.InstructionGetDebugLoc(this);
        set => LLVM.InstructionSetDebugLoc(this, value);
    }

    public uint DebugLocLine => LLVM.GetDebugLocLine(this);

    // Calls.
    public LLVMTypeRef CalledFunctionType => LLVM.GetCalledFunctionType(this);

    public LLVMValueRef CalledValue => LLVM.GetCalledValue(this);

    public uint ArgOperandsCount => LLVM.GetNumArgOperands(this);

    public uint InstructionCallConv
    {
        get => LLVM.GetInstructionCallConv(this);
        set => LLVM.SetInstructionCallConv(this, value);
    }

    public bool IsTailCall
    {
        get => LLVM.IsTailCall(this);
        set => LLVM.SetTailCall(this, value);
    }

    public LLVMTailCallKind TailCallKind
    {
        get => LLVM.GetTailCallKind(this);
        set => LLVM.SetTailCallKind(this, value);
    }

    public uint OperandBundlesCount => LLVM.GetNumOperandBundles(this);

    public LLVMOperandBundleRef GetOperandBundleAtIndex(uint index) => LLVM.GetOperandBundleAtIndex(this, index);

    public void AddCallSiteAttribute(LLVMAttributeIndex index, LLVMAttributeRef attribute) => LLVM.AddCallSiteAttribute(this, index, attribute);

    public unsafe LLVMAttributeRef[] GetCallSiteAttributes(LLVMAttributeIndex index)
    {
        var attributes = new LLVMAttributeRef[LLVM.GetCallSiteAttributeCount(this, index)];
        fixed (LLVMAttributeRef* p = attributes)
            LLVM.GetCallSiteAttributes(this, index, p);
        return attributes;
    }

    public bool HasCallSiteEnumAttribute(string name, LLVMAttributeIndex index = LLVMAttributeIndex.LLVMAttributeFunctionIndex) =>
        LLVM.GetCallSiteEnumAttribute(this, index, LLVMAttributeRef.KindForName(name)).Handle != 0;

    public void RemoveCallSiteEnumAttribute(LLVMAttributeIndex index, string name) =>
        LLVM.RemoveCallSiteEnumAttribute(this, index, LLVMAttributeRef.KindForName(name));

    // Terminators.
    public uint SuccessorsCount => LLVM.GetNumSuccessors(this);

    public LLVMBasicBlockRef GetSuccessor(uint index) => LLVM.GetSuccessor(this, index);

    public void SetSuccessor(uint index, LLVMBasicBlockRef block) => LLVM.SetSuccessor(this, index, block);

    public bool IsConditional => LLVM.IsConditional(this);

    public LLVMValueRef Condition
    {
        get => LLVM.GetCondition(this);
        set => LLVM.SetCondition(this, value);
    }

    public LLVMBasicBlockRef SwitchDefaultDest => LLVM.GetSwitchDefaultDest(this);

    public void AddCase(LLVMValueRef onValue, LLVMBasicBlockRef destination) => LLVM.AddCase(this, onValue, destination);

    public void AddDestination(LLVMBasicBlockRef destination) => LLVM.AddDestination(this, destination);

    // Phis.
    public uint IncomingCount => LLVM.CountIncoming(this);

    public LLVMValueRef GetIncomingValue(uint index) => LLVM.GetIncomingValue(this, index);

    public LLVMBasicBlockRef GetIncomingBlock(uint index) => LLVM.GetIncomingBlock(this, index);

    public unsafe void AddIncoming(ReadOnlySpan<LLVMValueRef> values, ReadOnlySpan<LLVMBasicBlockRef> blocks, uint count)
    {
        fixed (LLVMValueRef* v = values)
        fixed (LLVMBasicBlockRef* b = blocks)
            LLVM.AddIncoming(this, v, b, count);
    }

    public void AddIncoming(LLVMValueRef value, LLVMBasicBlockRef block) => AddIncoming([value], [block], 1);
}
