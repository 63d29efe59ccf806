// Basic blocks and uses. The C API cannot split a block or renumber a phi's predecessors; see Migration/Blocks.cs for how that is done with these.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMBasicBlockRef
{
    public unsafe string Name => Strings.Borrowed(LLVM.GetBasicBlockName(this));

    public LLVMValueRef Parent => LLVM.GetBasicBlockParent(this);

    public LLVMValueRef FirstInstruction => LLVM.GetFirstInstruction(this);

    public LLVMValueRef LastInstruction => LLVM.GetLastInstruction(this);

    public LLVMValueRef Terminator => LLVM.GetBasicBlockTerminator(this);

    public LLVMBasicBlockRef Next => LLVM.GetNextBasicBlock(this);

    public LLVMBasicBlockRef Previous => LLVM.GetPreviousBasicBlock(this);

    public IEnumerable<LLVMValueRef> Instructions
    {
        get
        {
            for (var i = FirstInstruction; i.Handle != 0; i = i.NextInstruction)
                yield return i;
        }
    }

    public LLVMValueRef AsValue() => LLVM.BasicBlockAsValue(this);

    public LLVMBasicBlockRef InsertBasicBlock(string name = "") => LLVM.InsertBasicBlockInContext(Parent.TypeOf.Context, this, name);

    public void MoveBefore(LLVMBasicBlockRef position) => LLVM.MoveBasicBlockBefore(this, position);

    public void MoveAfter(LLVMBasicBlockRef position) => LLVM.MoveBasicBlockAfter(this, position);

    public void RemoveFromParent() => LLVM.RemoveBasicBlockFromParent(this);

    public void Delete() => LLVM.DeleteBasicBlock(this);
}

public readonly partial struct LLVMUseRef
{
    public LLVMUseRef NextUse => LLVM.GetNextUse(this);

    public LLVMValueRef User => LLVM.GetUser(this);

    public LLVMValueRef UsedValue => LLVM.GetUsedValue(this);
}

public readonly partial struct LLVMMetadataRef
{
    public LLVMValueRef AsValue(LLVMContextRef context) => LLVM.MetadataAsValue(context, this);
}

public readonly partial struct LLVMAttributeRef
{
    public static unsafe uint KindForName(string name)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.GetEnumAttributeKindForName(p, (nuint)text.Length);
    }

    public bool IsEnumAttribute => LLVM.IsEnumAttribute(this);

    public bool IsStringAttribute => LLVM.IsStringAttribute(this);

    public bool IsTypeAttribute => LLVM.IsTypeAttribute(this);

    public uint Kind => LLVM.GetEnumAttributeKind(this);

    public ulong Value => LLVM.GetEnumAttributeValue(this);

    public LLVMTypeRef TypeValue => LLVM.GetTypeAttributeValue(this);

    public unsafe string StringKind
    {
        get
        {
            uint length;
            var text = LLVM.GetStringAttributeKind(this, &length);
            return Strings.Borrowed(text, length);
        }
    }

    public unsafe string StringValue
    {
        get
        {
            uint length;
            var text = LLVM.GetStringAttributeValue(this, &length);
            return Strings.Borrowed(text, length);
        }
    }
}

public readonly partial struct LLVMOperandBundleRef
{
    public static unsafe LLVMOperandBundleRef Create(string tag, ReadOnlySpan<LLVMValueRef> arguments)
    {
        var text = Strings.Utf8(tag);
        fixed (byte* p = text)
        fixed (LLVMValueRef* a = arguments)
            return LLVM.CreateOperandBundle(p, (nuint)text.Length, a, (uint)arguments.Length);
    }

    public unsafe string Tag
    {
        get
        {
            nuint length;
            var text = LLVM.GetOperandBundleTag(this, &length);
            return Strings.Borrowed(text, length);
        }
    }

    public uint ArgCount => LLVM.GetNumOperandBundleArgs(this);

    public LLVMValueRef GetArg(uint index) => LLVM.GetOperandBundleArgAtIndex(this, index);
}
