// Global variables, functions and aliases, with their parameters, attributes and blocks.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMValueRef
{
    public LLVMModuleRef GlobalParent => LLVM.GetGlobalParent(this);

    public bool IsDeclaration => LLVM.IsDeclaration(this);

    public LLVMLinkage Linkage
    {
        get => LLVM.GetLinkage(this);
        set => LLVM.SetLinkage(this, value);
    }

    public unsafe string Section
    {
        get => Strings.Borrowed(LLVM.GetSection(this));
        set => LLVM.SetSection(this, value);
    }

    public LLVMVisibility Visibility
    {
        get => LLVM.GetVisibility(this);
        set => LLVM.SetVisibility(this, value);
    }

    public LLVMUnnamedAddr UnnamedAddress
    {
        get => LLVM.GetUnnamedAddress(this);
        set => LLVM.SetUnnamedAddress(this, value);
    }

    public bool HasUnnamedAddr
    {
        get => LLVM.GetUnnamedAddress(this) == LLVMUnnamedAddr.LLVMGlobalUnnamedAddr;
        set => LLVM.SetUnnamedAddress(this, value ? LLVMUnnamedAddr.LLVMGlobalUnnamedAddr : LLVMUnnamedAddr.LLVMNoUnnamedAddr);
    }

    /// <summary>The type of what a global holds, or a function's type.</summary>
    public LLVMTypeRef GlobalValueType => LLVM.GlobalGetValueType(this);

    /// <summary>Alignment in bytes, of a global, an alloca, a load or a store.</summary>
    public uint Alignment
    {
        get => LLVM.GetAlignment(this);
        set => LLVM.SetAlignment(this, value);
    }

    public LLVMValueRef NextGlobal => LLVM.GetNextGlobal(this);

    public LLVMValueRef PreviousGlobal => LLVM.GetPreviousGlobal(this);

    public LLVMValueRef Initializer
    {
        get => LLVM.GetInitializer(this);
        set => LLVM.SetInitializer(this, value);
    }

    public bool IsGlobalConstant
    {
        get => LLVM.IsGlobalConstant(this);
        set => LLVM.SetGlobalConstant(this, value);
    }

    public bool IsThreadLocal
    {
        get => LLVM.IsThreadLocal(this);
        set => LLVM.SetThreadLocal(this, value);
    }

    public LLVMThreadLocalMode ThreadLocalMode
    {
        get => LLVM.GetThreadLocalMode(this);
        set => LLVM.SetThreadLocalMode(this, value);
    }

    public bool IsExternallyInitialized
    {
        get => LLVM.IsExternallyInitialized(this);
        set => LLVM.SetExternallyInitialized(this, value);
    }

    public void DeleteGlobal() => LLVM.DeleteGlobal(this);

    public LLVMValueRef Aliasee
    {
        get => LLVM.AliasGetAliasee(this);
        set => LLVM.AliasSetAliasee(this, value);
    }

    public LLVMValueRef NextFunction => LLVM.GetNextFunction(this);

    public LLVMValueRef PreviousFunction => LLVM.GetPreviousFunction(this);

    public void DeleteFunction() => LLVM.DeleteFunction(this);

    public uint IntrinsicID => LLVM.GetIntrinsicID(this);

    public uint FunctionCallConv
    {
        get => LLVM.GetFunctionCallConv(this);
        set => LLVM.SetFunctionCallConv(this, value);
    }

    public unsafe string GC
    {
        get => Strings.Borrowed(LLVM.GetGC(this));
        set => LLVM.SetGC(this, value);
    }

    public uint ParamsCount => LLVM.CountParams(this);

    public LLVMValueRef GetParam(uint index) => LLVM.GetParam(this, index);

    public LLVMValueRef FirstParam => LLVM.GetFirstParam(this);

    public unsafe LLVMValueRef[] Params
    {
        get
        {
            var values = new LLVMValueRef[LLVM.CountParams(this)];
            fixed (LLVMValueRef* p = values)
                LLVM.GetParams(this, p);
            return values;
        }
    }

    public uint BasicBlocksCount => LLVM.CountBasicBlocks(this);

    public unsafe LLVMBasicBlockRef[] BasicBlocks
    {
        get
        {
            var blocks = new LLVMBasicBlockRef[LLVM.CountBasicBlocks(this)];
            fixed (LLVMBasicBlockRef* p = blocks)
                LLVM.GetBasicBlocks(this, p);
            return blocks;
        }
    }

    public LLVMBasicBlockRef EntryBasicBlock => LLVM.GetEntryBasicBlock(this);

    public LLVMBasicBlockRef FirstBasicBlock => LLVM.GetFirstBasicBlock(this);

    public LLVMBasicBlockRef LastBasicBlock => LLVM.GetLastBasicBlock(this);

    public LLVMBasicBlockRef AppendBasicBlock(string name = "") => LLVM.AppendBasicBlockInContext(TypeOf.Context, this, name);

    public void AppendExistingBasicBlock(LLVMBasicBlockRef block) => LLVM.AppendExistingBasicBlock(this, block);

    public bool VerifyFunction(LLVMVerifierFailureAction action) => !LLVM.VerifyFunction(this, action);

    public LLVMMetadataRef Subprogram
    {
        get => LLVM.GetSubprogram(this);
        set => LLVM.SetSubprogram(this, value);
    }

    public void AddAttributeAtIndex(LLVMAttributeIndex index, LLVMAttributeRef attribute) => LLVM.AddAttributeAtIndex(this, index, attribute);

    public unsafe LLVMAttributeRef[] GetAttributesAtIndex(LLVMAttributeIndex index)
    {
        var attributes = new LLVMAttributeRef[LLVM.GetAttributeCountAtIndex(this, index)];
        fixed (LLVMAttributeRef* p = attributes)
            LLVM.GetAttributesAtIndex(this, index, p);
        return attributes;
    }

    public LLVMAttributeRef GetEnumAttributeAtIndex(LLVMAttributeIndex index, uint kind) => LLVM.GetEnumAttributeAtIndex(this, index, kind);

    public bool HasEnumAttribute(string name, LLVMAttributeIndex index = LLVMAttributeIndex.LLVMAttributeFunctionIndex) =>
        LLVM.GetEnumAttributeAtIndex(this, index, LLVMAttributeRef.KindForName(name)).Handle != 0;

    public unsafe LLVMAttributeRef GetStringAttributeAtIndex(LLVMAttributeIndex index, string key)
    {
        var text = Strings.Utf8(key);
        fixed (byte* p = text)
            return LLVM.GetStringAttributeAtIndex(this, index, p, Strings.Size(text));
    }

    public bool HasStringAttribute(string key) =>
        GetStringAttributeAtIndex(LLVMAttributeIndex.LLVMAttributeFunctionIndex, key).Handle != 0;

    public void RemoveEnumAttributeAtIndex(LLVMAttributeIndex index, string name) =>
        LLVM.RemoveEnumAttributeAtIndex(this, index, LLVMAttributeRef.KindForName(name));

    public unsafe void RemoveStringAttributeAtIndex(LLVMAttributeIndex index, string key)
    {
        var text = Strings.Utf8(key);
        fixed (byte* p = text)
            LLVM.RemoveStringAttributeAtIndex(this, index, p, Strings.Size(text));
    }
}
