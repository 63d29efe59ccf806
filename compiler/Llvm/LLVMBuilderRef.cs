// The builder's position, debug location, and the instructions whose C form takes more than values and a name.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMBuilderRef
{
    public static LLVMBuilderRef Create(LLVMContextRef context) => LLVM.CreateBuilderInContext(context);

    public LLVMBasicBlockRef InsertBlock => LLVM.GetInsertBlock(this);

    public void Position(LLVMBasicBlockRef block, LLVMValueRef instruction) => LLVM.PositionBuilder(this, block, instruction);

    public void PositionBefore(LLVMValueRef instruction) => LLVM.PositionBuilderBefore(this, instruction);

    public void PositionAtEnd(LLVMBasicBlockRef block) => LLVM.PositionBuilderAtEnd(this, block);

    public void ClearInsertionPosition() => LLVM.ClearInsertionPosition(this);

    public void Insert(LLVMValueRef instruction) => LLVM.InsertIntoBuilder(this, instruction);

    public void InsertWithName(LLVMValueRef instruction, string name) => LLVM.InsertIntoBuilderWithName(this, instruction, name);

    public LLVMMetadataRef CurrentDebugLocation2
    {
        get => LLVM.GetCurrentDebugLocation2(this);
        set => LLVM.SetCurrentDebugLocation2(this, value);
    }

    public LLVMValueRef BuildRetVoid() => LLVM.BuildRetVoid(this);

    public LLVMValueRef BuildRet(LLVMValueRef value) => LLVM.BuildRet(this, value);

    public LLVMValueRef BuildSwitch(LLVMValueRef value, LLVMBasicBlockRef otherwise, uint expectedCases) =>
        LLVM.BuildSwitch(this, value, otherwise, expectedCases);

    public LLVMValueRef BuildIndirectBr(LLVMValueRef address, uint expectedDestinations) => LLVM.BuildIndirectBr(this, address, expectedDestinations);

    public LLVMValueRef BuildStructGEP2(LLVMTypeRef type, LLVMValueRef pointer, uint index, string name = "") =>
        LLVM.BuildStructGEP2(this, type, pointer, index, name);

    public LLVMValueRef BuildIntCast2(LLVMValueRef value, LLVMTypeRef type, bool isSigned, string name = "") =>
        LLVM.BuildIntCast2(this, value, type, isSigned, name);

    public LLVMValueRef BuildMemSet(LLVMValueRef pointer, LLVMValueRef value, LLVMValueRef length, uint alignment) =>
        LLVM.BuildMemSet(this, pointer, value, length, alignment);

    public LLVMValueRef BuildMemCpy(LLVMValueRef to, uint toAlignment, LLVMValueRef from, uint fromAlignment, LLVMValueRef size) =>
        LLVM.BuildMemCpy(this, to, toAlignment, from, fromAlignment, size);

    public LLVMValueRef BuildMemMove(LLVMValueRef to, uint toAlignment, LLVMValueRef from, uint fromAlignment, LLVMValueRef size) =>
        LLVM.BuildMemMove(this, to, toAlignment, from, fromAlignment, size);

    public LLVMValueRef BuildFence(LLVMAtomicOrdering ordering, bool singleThread, string name = "") =>
        LLVM.BuildFence(this, ordering, singleThread, name);

    public LLVMValueRef BuildAtomicRMW(
        LLVMAtomicRMWBinOp operation, LLVMValueRef pointer, LLVMValueRef value, LLVMAtomicOrdering ordering, bool singleThread = false) =>
        LLVM.BuildAtomicRMW(this, operation, pointer, value, ordering, singleThread);

    public LLVMValueRef BuildAtomicCmpXchg(
        LLVMValueRef pointer, LLVMValueRef expected, LLVMValueRef desired,
        LLVMAtomicOrdering success, LLVMAtomicOrdering failure, bool singleThread = false) =>
        LLVM.BuildAtomicCmpXchg(this, pointer, expected, desired, success, failure, singleThread);
}
