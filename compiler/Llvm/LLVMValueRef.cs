// Values in general: names, types, uses, operands, printing, the tests of a value's class, and metadata.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMValueRef
{
    public unsafe string Name
    {
        get
        {
            nuint length;
            var text = LLVM.GetValueName2(this, &length);
            return Strings.Borrowed(text, length);
        }
        set
        {
            var text = Strings.Utf8(value);
            fixed (byte* p = text)
                LLVM.SetValueName2(this, p, (nuint)text.Length);
        }
    }

    public LLVMTypeRef TypeOf => LLVM.TypeOf(this);

    public LLVMValueKind Kind => LLVM.GetValueKind(this);

    public LLVMUseRef FirstUse => LLVM.GetFirstUse(this);

    public bool HasUses => LLVM.GetFirstUse(this).Handle != 0;

    /// <summary>The users, one for each use: an instruction that uses the value twice comes twice. Snapshot before changing uses.</summary>
    public IEnumerable<LLVMValueRef> Users
    {
        get
        {
            for (var use = FirstUse; use.Handle != 0; use = use.NextUse)
                yield return use.User;
        }
    }

    public int OperandCount => LLVM.GetNumOperands(this);

    public LLVMValueRef GetOperand(uint index) => LLVM.GetOperand(this, index);

    public void SetOperand(uint index, LLVMValueRef value) => LLVM.SetOperand(this, index, value);

    public void ReplaceAllUsesWith(LLVMValueRef value) => LLVM.ReplaceAllUsesWith(this, value);

    /// <summary>A constant of zero value (an LLVM test; an absent handle is <c>Handle == 0</c>).</summary>
    public bool IsNull => LLVM.IsNull(this);

    public bool IsConstant => LLVM.IsConstant(this);

    public bool IsUndef => LLVM.IsUndef(this);

    public bool IsPoison => LLVM.IsPoison(this);

    public bool IsBasicBlock => LLVM.ValueIsBasicBlock(this);

    public LLVMBasicBlockRef AsBasicBlock() => LLVM.ValueAsBasicBlock(this);

    public LLVMMetadataRef AsMetadata() => LLVM.ValueAsMetadata(this);

    public LLVMValueRef IsAArgument => LLVM.IsAArgument(this);
    public LLVMValueRef IsAConstant => LLVM.IsAConstant(this);
    public LLVMValueRef IsAConstantInt => LLVM.IsAConstantInt(this);
    public LLVMValueRef IsAConstantFP => LLVM.IsAConstantFP(this);
    public LLVMValueRef IsAConstantExpr => LLVM.IsAConstantExpr(this);
    public LLVMValueRef IsAConstantPointerNull => LLVM.IsAConstantPointerNull(this);
    public LLVMValueRef IsAConstantArray => LLVM.IsAConstantArray(this);
    public LLVMValueRef IsAConstantStruct => LLVM.IsAConstantStruct(this);
    public LLVMValueRef IsAConstantAggregateZero => LLVM.IsAConstantAggregateZero(this);
    public LLVMValueRef IsAConstantDataSequential => LLVM.IsAConstantDataSequential(this);
    public LLVMValueRef IsABlockAddress => LLVM.IsABlockAddress(this);
    public LLVMValueRef IsAGlobalValue => LLVM.IsAGlobalValue(this);
    public LLVMValueRef IsAGlobalVariable => LLVM.IsAGlobalVariable(this);
    public LLVMValueRef IsAGlobalAlias => LLVM.IsAGlobalAlias(this);
    public LLVMValueRef IsAFunction => LLVM.IsAFunction(this);
    public LLVMValueRef IsAInlineAsm => LLVM.IsAInlineAsm(this);
    public LLVMValueRef IsAUndefValue => LLVM.IsAUndefValue(this);
    public LLVMValueRef IsAInstruction => LLVM.IsAInstruction(this);
    public LLVMValueRef IsABinaryOperator => LLVM.IsABinaryOperator(this);
    public LLVMValueRef IsACallInst => LLVM.IsACallInst(this);
    public LLVMValueRef IsAIntrinsicInst => LLVM.IsAIntrinsicInst(this);
    public LLVMValueRef IsAICmpInst => LLVM.IsAICmpInst(this);
    public LLVMValueRef IsAFCmpInst => LLVM.IsAFCmpInst(this);
    public LLVMValueRef IsAGetElementPtrInst => LLVM.IsAGetElementPtrInst(this);
    public LLVMValueRef IsAPHINode => LLVM.IsAPHINode(this);
    public LLVMValueRef IsASelectInst => LLVM.IsASelectInst(this);
    public LLVMValueRef IsALoadInst => LLVM.IsALoadInst(this);
    public LLVMValueRef IsAStoreInst => LLVM.IsAStoreInst(this);
    public LLVMValueRef IsAAllocaInst => LLVM.IsAAllocaInst(this);
    public LLVMValueRef IsABranchInst => LLVM.IsABranchInst(this);
    public LLVMValueRef IsASwitchInst => LLVM.IsASwitchInst(this);
    public LLVMValueRef IsAReturnInst => LLVM.IsAReturnInst(this);
    public LLVMValueRef IsAUnreachableInst => LLVM.IsAUnreachableInst(this);
    public LLVMValueRef IsACastInst => LLVM.IsACastInst(this);
    public LLVMValueRef IsATerminatorInst => LLVM.IsATerminatorInst(this);

    public bool HasMetadata => LLVM.HasMetadata(this) != 0;

    public LLVMValueRef GetMetadata(uint kind) => LLVM.GetMetadata(this, kind);

    /// <summary>Attaches a node (as a value) to an instruction; a default node removes it.</summary>
    public void SetMetadata(uint kind, LLVMValueRef node) => LLVM.SetMetadata(this, kind, node);

    /// <summary>Attaches metadata to a global object.</summary>
    public void GlobalSetMetadata(uint kind, LLVMMetadataRef node) => LLVM.GlobalSetMetadata(this, kind, node);

    public uint MDNodeOperandsCount => LLVM.GetMDNodeNumOperands(this);

    public unsafe LLVMValueRef[] MDNodeOperands
    {
        get
        {
            var operands = new LLVMValueRef[LLVM.GetMDNodeNumOperands(this)];
            fixed (LLVMValueRef* p = operands)
                LLVM.GetMDNodeOperands(this, p);
            return operands;
        }
    }

    public unsafe string PrintToString() => Strings.Owned(LLVM.PrintValueToString(this));

    public override string ToString() => Handle == 0 ? "" : PrintToString();
}
