// A module: globals, functions, aliases, the target it is laid out for, and its printed and bitcode forms.
namespace PopcornCC.Llvm;

public readonly partial struct LLVMModuleRef
{
    public LLVMContextRef Context => LLVM.GetModuleContext(this);

    public unsafe string Target
    {
        get => Strings.Borrowed(LLVM.GetTarget(this));
        set => LLVM.SetTarget(this, value);
    }

    public unsafe string DataLayout
    {
        get => Strings.Borrowed(LLVM.GetDataLayoutStr(this));
        set => LLVM.SetDataLayout(this, value);
    }

    /// <summary>The module's own data layout (borrowed: not to be disposed).</summary>
    public LLVMTargetDataRef TargetData => LLVM.GetModuleDataLayout(this);

    public unsafe string SourceFileName
    {
        get
        {
            nuint length;
            return Strings.Borrowed(LLVM.GetSourceFileName(this, &length));
        }
        set
        {
            var text = Strings.Utf8(value);
            fixed (byte* p = text)
                LLVM.SetSourceFileName(this, p, (nuint)text.Length);
        }
    }

    public unsafe string InlineAsm
    {
        get
        {
            nuint length;
            var text = LLVM.GetModuleInlineAsm(this, &length);
            return Strings.Borrowed(text, length);
        }
        set
        {
            var text = Strings.Utf8(value);
            fixed (byte* p = text)
                LLVM.SetModuleInlineAsm2(this, p, (nuint)text.Length);
        }
    }

    public unsafe void AppendInlineAsm(string assembly)
    {
        var text = Strings.Utf8(assembly);
        fixed (byte* p = text)
            LLVM.AppendModuleInlineAsm(this, p, (nuint)text.Length);
    }

    public LLVMValueRef AddFunction(string name, LLVMTypeRef type) => LLVM.AddFunction(this, name, type);

    public LLVMValueRef GetNamedFunction(string name) => LLVM.GetNamedFunction(this, name);

    public LLVMValueRef FirstFunction => LLVM.GetFirstFunction(this);

    public LLVMValueRef LastFunction => LLVM.GetLastFunction(this);

    public LLVMValueRef AddGlobal(LLVMTypeRef type, string name) => LLVM.AddGlobal(this, type, name);

    public LLVMValueRef GetNamedGlobal(string name) => LLVM.GetNamedGlobal(this, name);

    public LLVMValueRef FirstGlobal => LLVM.GetFirstGlobal(this);

    public LLVMValueRef LastGlobal => LLVM.GetLastGlobal(this);

    public LLVMValueRef AddAlias2(LLVMTypeRef valueType, uint addressSpace, LLVMValueRef aliasee, string name) =>
        LLVM.AddAlias2(this, valueType, addressSpace, aliasee, name);

    public unsafe LLVMValueRef GetNamedGlobalAlias(string name)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.GetNamedGlobalAlias(this, p, (nuint)text.Length);
    }

    public LLVMValueRef FirstGlobalAlias => LLVM.GetFirstGlobalAlias(this);

    /// <summary>The module's functions, in its order. Snapshot first when adding or deleting.</summary>
    public IEnumerable<LLVMValueRef> Functions
    {
        get
        {
            for (var f = FirstFunction; f.Handle != 0; f = f.NextFunction)
                yield return f;
        }
    }

    public IEnumerable<LLVMValueRef> Globals
    {
        get
        {
            for (var g = FirstGlobal; g.Handle != 0; g = g.NextGlobal)
                yield return g;
        }
    }

    public IEnumerable<LLVMValueRef> GlobalAliases
    {
        get
        {
            for (var a = FirstGlobalAlias; a.Handle != 0; a = LLVM.GetNextGlobalAlias(a))
                yield return a;
        }
    }

    /// <summary>Symbols whose address a resolver chooses when the program starts.</summary>
    public IEnumerable<LLVMValueRef> IFuncs
    {
        get
        {
            for (var i = LLVM.GetFirstGlobalIFunc(this); i.Handle != 0; i = LLVM.GetNextGlobalIFunc(i))
                yield return i;
        }
    }

    /// <summary>The declaration of an intrinsic by its base name ("llvm.memcpy"), for these overloaded types.</summary>
    public LLVMValueRef GetIntrinsicDeclaration(string name, ReadOnlySpan<LLVMTypeRef> overloads) =>
        GetIntrinsicDeclaration(LookupIntrinsicID(name), overloads);

    public unsafe LLVMValueRef GetIntrinsicDeclaration(uint id, ReadOnlySpan<LLVMTypeRef> overloads)
    {
        fixed (LLVMTypeRef* p = overloads)
            return LLVM.GetIntrinsicDeclaration(this, id, p, (nuint)overloads.Length);
    }

    public static unsafe uint LookupIntrinsicID(string name)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.LookupIntrinsicID(p, (nuint)text.Length);
    }

    /// <summary>The nodes of a named metadata; none if there is no such name.</summary>
    public unsafe LLVMValueRef[] GetNamedMetadataOperands(string name)
    {
        var nodes = new LLVMValueRef[LLVM.GetNamedMetadataNumOperands(this, name)];
        fixed (LLVMValueRef* p = nodes)
            if (nodes.Length > 0)
                LLVM.GetNamedMetadataOperands(this, name, p);
        return nodes;
    }

    public void AddNamedMetadataOperand(string name, LLVMValueRef node) => LLVM.AddNamedMetadataOperand(this, name, node);

    public unsafe void AddModuleFlag(string key, LLVMModuleFlagBehavior behavior, LLVMMetadataRef value)
    {
        var text = Strings.Utf8(key);
        fixed (byte* p = text)
            LLVM.AddModuleFlag(this, behavior, p, (nuint)text.Length, value);
    }

    public void AddModuleFlag(string key, LLVMModuleFlagBehavior behavior, uint value) =>
        AddModuleFlag(key, behavior, LLVMValueRef.CreateConstInt(Context.Int32Type, value).AsMetadata());

    public LLVMDIBuilderRef CreateDIBuilder() => LLVM.CreateDIBuilder(this);

    public bool StripDebugInfo() => LLVM.StripModuleDebugInfo(this);

    public LLVMModuleRef Clone() => LLVM.CloneModule(this);

    public unsafe string PrintToString() => Strings.Owned(LLVM.PrintModuleToString(this));

    public override string ToString() => Handle == 0 ? "" : PrintToString();

    public unsafe bool TryVerify(LLVMVerifierFailureAction action, out string message)
    {
        byte* error = null;
        bool broken = LLVM.VerifyModule(this, action, &error);
        message = Strings.Owned(error);
        return !broken;
    }

    /// <summary>Throws when the module is ill-formed: always a defect of ours.</summary>
    public void Verify()
    {
        if (!TryVerify(LLVMVerifierFailureAction.LLVMReturnStatusAction, out var message))
            throw new InvalidOperationException("ill-formed LLVM module: " + message);
    }

    /// <summary>Links another module, which is consumed, into this one.</summary>
    public bool TryLink(LLVMModuleRef source) => !LLVM.LinkModules2(this, source);

    public LLVMMemoryBufferRef WriteBitcodeToMemoryBuffer() => LLVM.WriteBitcodeToMemoryBuffer(this);

    public int WriteBitcodeToFile(string path) => LLVM.WriteBitcodeToFile(this, path);

    /// <summary>Runs a pass pipeline in the notation of opt's -passes; gives LLVM's message when it cannot be run.</summary>
    public unsafe bool TryRunPasses(string pipeline, LLVMTargetMachineRef machine, LLVMPassBuilderOptionsRef options, out string message)
    {
        var error = LLVM.RunPasses(this, pipeline, machine, options);
        message = "";
        if (error.Handle == 0)
            return true;
        var text = LLVM.GetErrorMessage(error);
        message = Strings.Borrowed(text);
        LLVM.DisposeErrorMessage(text);
        return false;
    }
}

public readonly partial struct LLVMPassBuilderOptionsRef
{
    public static LLVMPassBuilderOptionsRef Create() => LLVM.CreatePassBuilderOptions();

    public void SetLoopInterleaving(bool on) => LLVM.PassBuilderOptionsSetLoopInterleaving(this, on);

    public void SetLoopVectorization(bool on) => LLVM.PassBuilderOptionsSetLoopVectorization(this, on);

    public void SetSLPVectorization(bool on) => LLVM.PassBuilderOptionsSetSLPVectorization(this, on);

    public void SetLoopUnrolling(bool on) => LLVM.PassBuilderOptionsSetLoopUnrolling(this, on);

    public void SetVerifyEach(bool on) => LLVM.PassBuilderOptionsSetVerifyEach(this, on);

    public void SetInlinerThreshold(int threshold) => LLVM.PassBuilderOptionsSetInlinerThreshold(this, threshold);
}
