// A context: the owner of types and metadata, and the place LLVM reports to. Each context collects what LLVM reports as values
// (Diagnostics), because the default handler prints to stderr and ends the process on an error.
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PopcornCC.Llvm;

/// <summary>One message of LLVM's own.</summary>
public sealed record LlvmDiagnostic(LLVMDiagnosticSeverity Severity, string Message);

public readonly partial struct LLVMContextRef
{
    private static readonly ConcurrentDictionary<nint, ConcurrentQueue<LlvmDiagnostic>> diagnostics = new();

    public static LLVMContextRef Create()
    {
        var context = LLVM.ContextCreate();
        diagnostics[context.Handle] = new();
        unsafe
        {
            LLVM.ContextSetDiagnosticHandler(context,
                (nint)(delegate* unmanaged[Cdecl]<LLVMDiagnosticInfoRef, nint, void>)&Report, (void*)context.Handle);
        }
        return context;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe void Report(LLVMDiagnosticInfoRef info, nint context)
    {
        if (diagnostics.TryGetValue(context, out var queue))
            queue.Enqueue(new(LLVM.GetDiagInfoSeverity(info), Strings.Owned(LLVM.GetDiagInfoDescription(info))));
    }

    public void Dispose()
    {
        if (Handle == 0)
            return;
        diagnostics.TryRemove(Handle, out _);
        LLVM.ContextDispose(this);
    }

    /// <summary>What LLVM has reported in this context since the last call.</summary>
    public IReadOnlyList<LlvmDiagnostic> TakeDiagnostics()
    {
        var taken = new List<LlvmDiagnostic>();
        if (diagnostics.TryGetValue(Handle, out var queue))
            while (queue.TryDequeue(out var one))
                taken.Add(one);
        return taken;
    }

    public LLVMTypeRef Int1Type => LLVM.Int1TypeInContext(this);
    public LLVMTypeRef Int8Type => LLVM.Int8TypeInContext(this);
    public LLVMTypeRef Int16Type => LLVM.Int16TypeInContext(this);
    public LLVMTypeRef Int32Type => LLVM.Int32TypeInContext(this);
    public LLVMTypeRef Int64Type => LLVM.Int64TypeInContext(this);
    public LLVMTypeRef Int128Type => LLVM.Int128TypeInContext(this);
    public LLVMTypeRef HalfType => LLVM.HalfTypeInContext(this);
    public LLVMTypeRef FloatType => LLVM.FloatTypeInContext(this);
    public LLVMTypeRef DoubleType => LLVM.DoubleTypeInContext(this);
    public LLVMTypeRef X86FP80Type => LLVM.X86FP80TypeInContext(this);
    public LLVMTypeRef FP128Type => LLVM.FP128TypeInContext(this);
    public LLVMTypeRef VoidType => LLVM.VoidTypeInContext(this);
    public LLVMTypeRef LabelType => LLVM.LabelTypeInContext(this);
    public LLVMTypeRef TokenType => LLVM.TokenTypeInContext(this);
    public LLVMTypeRef MetadataType => LLVM.MetadataTypeInContext(this);

    /// <summary>The opaque pointer type of address space 0.</summary>
    public LLVMTypeRef PointerType => LLVM.PointerTypeInContext(this, 0);

    public LLVMTypeRef GetPointerType(uint addressSpace = 0) => LLVM.PointerTypeInContext(this, addressSpace);

    public LLVMTypeRef GetIntType(uint bits) => LLVM.IntTypeInContext(this, bits);

    public unsafe LLVMTypeRef GetStructType(ReadOnlySpan<LLVMTypeRef> elements, bool packed)
    {
        fixed (LLVMTypeRef* p = elements)
            return LLVM.StructTypeInContext(this, p, (uint)elements.Length, packed);
    }

    public LLVMTypeRef CreateNamedStruct(string name) => LLVM.StructCreateNamed(this, name);

    public LLVMModuleRef CreateModuleWithName(string name) => LLVM.ModuleCreateWithNameInContext(name, this);

    public LLVMBuilderRef CreateBuilder() => LLVM.CreateBuilderInContext(this);

    public LLVMBasicBlockRef AppendBasicBlock(LLVMValueRef function, string name = "") => LLVM.AppendBasicBlockInContext(this, function, name);

    public LLVMBasicBlockRef InsertBasicBlock(LLVMBasicBlockRef before, string name = "") => LLVM.InsertBasicBlockInContext(this, before, name);

    /// <summary>A block outside any function, for <see cref="LLVMValueRef.AppendExistingBasicBlock"/>.</summary>
    public LLVMBasicBlockRef CreateBasicBlock(string name = "") => LLVM.CreateBasicBlockInContext(this, name);

    public LLVMValueRef GetConstString(string text, bool dontNullTerminate = false) => GetConstString(Strings.Utf8(text), dontNullTerminate);

    public unsafe LLVMValueRef GetConstString(ReadOnlySpan<byte> bytes, bool dontNullTerminate = false)
    {
        fixed (byte* p = bytes)
            return LLVM.ConstStringInContext2(this, p, (nuint)bytes.Length, dontNullTerminate);
    }

    public unsafe LLVMValueRef GetConstStruct(ReadOnlySpan<LLVMValueRef> values, bool packed)
    {
        fixed (LLVMValueRef* p = values)
            return LLVM.ConstStructInContext(this, p, (uint)values.Length, packed);
    }

    public unsafe uint GetMDKindID(string name)
    {
        var text = Strings.Utf8(name);
        fixed (byte* p = text)
            return LLVM.GetMDKindIDInContext(this, p, Strings.Size(text));
    }

    public unsafe LLVMMetadataRef GetMDString(string text)
    {
        var bytes = Strings.Utf8(text);
        fixed (byte* p = bytes)
            return LLVM.MDStringInContext2(this, p, (nuint)bytes.Length);
    }

    public unsafe LLVMMetadataRef GetMDNode(ReadOnlySpan<LLVMMetadataRef> operands)
    {
        fixed (LLVMMetadataRef* p = operands)
            return LLVM.MDNodeInContext2(this, p, (nuint)operands.Length);
    }

    public LLVMValueRef MetadataAsValue(LLVMMetadataRef metadata) => LLVM.MetadataAsValue(this, metadata);

    /// <summary>An attribute by its name in LLVM IR ("nounwind", "align"): 0 is the value of one that has none.</summary>
    public LLVMAttributeRef CreateEnumAttribute(string name, ulong value = 0) =>
        LLVM.CreateEnumAttribute(this, LLVMAttributeRef.KindForName(name), value);

    public LLVMAttributeRef CreateEnumAttribute(uint kind, ulong value) => LLVM.CreateEnumAttribute(this, kind, value);

    public LLVMAttributeRef CreateTypeAttribute(string name, LLVMTypeRef type) =>
        LLVM.CreateTypeAttribute(this, LLVMAttributeRef.KindForName(name), type);

    public unsafe LLVMAttributeRef CreateStringAttribute(string key, string value = "")
    {
        byte[] k = Strings.Utf8(key), v = Strings.Utf8(value);
        fixed (byte* pk = k, pv = v)
            return LLVM.CreateStringAttribute(this, pk, Strings.Size(k), pv, Strings.Size(v));
    }

    public unsafe LLVMTypeRef GetIntrinsicType(uint id, ReadOnlySpan<LLVMTypeRef> overloads)
    {
        fixed (LLVMTypeRef* p = overloads)
            return LLVM.IntrinsicGetType(this, id, p, (nuint)overloads.Length);
    }

    public LLVMMetadataRef CreateDebugLocation(uint line, uint column, LLVMMetadataRef scope, LLVMMetadataRef inlinedAt = default) =>
        LLVM.DIBuilderCreateDebugLocation(this, line, column, scope, inlinedAt);

    /// <summary>Reads textual IR or bitcode; the buffer's ownership passes to LLVM.</summary>
    public unsafe bool TryParseIR(LLVMMemoryBufferRef buffer, out LLVMModuleRef module, out string message)
    {
        LLVMModuleRef parsed;
        byte* error = null;
        bool failed = LLVM.ParseIRInContext(this, buffer, &parsed, &error);
        message = Strings.Owned(error);
        module = failed ? default : parsed;
        return !failed;
    }

    public unsafe bool TryParseBitcode(LLVMMemoryBufferRef buffer, out LLVMModuleRef module)
    {
        LLVMModuleRef parsed;
        bool failed = LLVM.ParseBitcodeInContext2(this, buffer, &parsed);
        module = failed ? default : parsed;
        return !failed;
    }
}
