// The handle types of the LLVM C API. Each wraps one pointer, so that it crosses into native code unchanged, compares by identity and
// costs nothing. Types with a Dispose method own what they point to; the others live as long as their module or context.
namespace PopcornCC.Llvm;

/// <summary>The C API's int-sized truth value.</summary>
public readonly record struct LLVMBool(int Value)
{
    public static implicit operator bool(LLVMBool value) => value.Value != 0;

    public static implicit operator LLVMBool(bool value) => new(value ? 1 : 0);
}

public readonly partial struct LLVMContextRef(nint handle) : IEquatable<LLVMContextRef>, IDisposable
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public bool Equals(LLVMContextRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMContextRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMContextRef left, LLVMContextRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMContextRef left, LLVMContextRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMModuleRef(nint handle) : IEquatable<LLVMModuleRef>, IDisposable
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public void Dispose()
    {
        if (Handle != 0)
            LLVM.DisposeModule(this);
    }

    public bool Equals(LLVMModuleRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMModuleRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMModuleRef left, LLVMModuleRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMModuleRef left, LLVMModuleRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMTypeRef(nint handle) : IEquatable<LLVMTypeRef>
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public bool Equals(LLVMTypeRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMTypeRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMTypeRef left, LLVMTypeRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMTypeRef left, LLVMTypeRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMValueRef(nint handle) : IEquatable<LLVMValueRef>
{
    public nint Handle { get; } = handle;

    public bool Equals(LLVMValueRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMValueRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMValueRef left, LLVMValueRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMValueRef left, LLVMValueRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMBasicBlockRef(nint handle) : IEquatable<LLVMBasicBlockRef>
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public bool Equals(LLVMBasicBlockRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMBasicBlockRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMBasicBlockRef left, LLVMBasicBlockRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMBasicBlockRef left, LLVMBasicBlockRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMBuilderRef(nint handle) : IEquatable<LLVMBuilderRef>, IDisposable
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public void Dispose()
    {
        if (Handle != 0)
            LLVM.DisposeBuilder(this);
    }

    public bool Equals(LLVMBuilderRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMBuilderRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMBuilderRef left, LLVMBuilderRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMBuilderRef left, LLVMBuilderRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMTargetRef(nint handle) : IEquatable<LLVMTargetRef>
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public bool Equals(LLVMTargetRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMTargetRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMTargetRef left, LLVMTargetRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMTargetRef left, LLVMTargetRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMTargetMachineRef(nint handle) : IEquatable<LLVMTargetMachineRef>, IDisposable
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public void Dispose()
    {
        if (Handle != 0)
            LLVM.DisposeTargetMachine(this);
    }

    public bool Equals(LLVMTargetMachineRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMTargetMachineRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMTargetMachineRef left, LLVMTargetMachineRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMTargetMachineRef left, LLVMTargetMachineRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMTargetDataRef(nint handle) : IEquatable<LLVMTargetDataRef>, IDisposable
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public void Dispose()
    {
        if (Handle != 0)
            LLVM.DisposeTargetData(this);
    }

    public bool Equals(LLVMTargetDataRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMTargetDataRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMTargetDataRef left, LLVMTargetDataRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMTargetDataRef left, LLVMTargetDataRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMTargetMachineOptionsRef(nint handle) : IEquatable<LLVMTargetMachineOptionsRef>, IDisposable
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public void Dispose()
    {
        if (Handle != 0)
            LLVM.DisposeTargetMachineOptions(this);
    }

    public bool Equals(LLVMTargetMachineOptionsRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMTargetMachineOptionsRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMTargetMachineOptionsRef left, LLVMTargetMachineOptionsRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMTargetMachineOptionsRef left, LLVMTargetMachineOptionsRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMMemoryBufferRef(nint handle) : IEquatable<LLVMMemoryBufferRef>, IDisposable
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public void Dispose()
    {
        if (Handle != 0)
            LLVM.DisposeMemoryBuffer(this);
    }

    public bool Equals(LLVMMemoryBufferRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMMemoryBufferRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMMemoryBufferRef left, LLVMMemoryBufferRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMMemoryBufferRef left, LLVMMemoryBufferRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMPassBuilderOptionsRef(nint handle) : IEquatable<LLVMPassBuilderOptionsRef>, IDisposable
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public void Dispose()
    {
        if (Handle != 0)
            LLVM.DisposePassBuilderOptions(this);
    }

    public bool Equals(LLVMPassBuilderOptionsRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMPassBuilderOptionsRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMPassBuilderOptionsRef left, LLVMPassBuilderOptionsRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMPassBuilderOptionsRef left, LLVMPassBuilderOptionsRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMAttributeRef(nint handle) : IEquatable<LLVMAttributeRef>
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public bool Equals(LLVMAttributeRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMAttributeRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMAttributeRef left, LLVMAttributeRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMAttributeRef left, LLVMAttributeRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMMetadataRef(nint handle) : IEquatable<LLVMMetadataRef>
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public bool Equals(LLVMMetadataRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMMetadataRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMMetadataRef left, LLVMMetadataRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMMetadataRef left, LLVMMetadataRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMOperandBundleRef(nint handle) : IEquatable<LLVMOperandBundleRef>, IDisposable
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public void Dispose()
    {
        if (Handle != 0)
            LLVM.DisposeOperandBundle(this);
    }

    public bool Equals(LLVMOperandBundleRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMOperandBundleRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMOperandBundleRef left, LLVMOperandBundleRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMOperandBundleRef left, LLVMOperandBundleRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMUseRef(nint handle) : IEquatable<LLVMUseRef>
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public bool Equals(LLVMUseRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMUseRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMUseRef left, LLVMUseRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMUseRef left, LLVMUseRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMNamedMDNodeRef(nint handle) : IEquatable<LLVMNamedMDNodeRef>
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public bool Equals(LLVMNamedMDNodeRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMNamedMDNodeRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMNamedMDNodeRef left, LLVMNamedMDNodeRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMNamedMDNodeRef left, LLVMNamedMDNodeRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMDIBuilderRef(nint handle) : IEquatable<LLVMDIBuilderRef>, IDisposable
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public void Dispose()
    {
        if (Handle != 0)
            LLVM.DisposeDIBuilder(this);
    }

    public bool Equals(LLVMDIBuilderRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMDIBuilderRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMDIBuilderRef left, LLVMDIBuilderRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMDIBuilderRef left, LLVMDIBuilderRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMErrorRef(nint handle) : IEquatable<LLVMErrorRef>
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public bool Equals(LLVMErrorRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMErrorRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMErrorRef left, LLVMErrorRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMErrorRef left, LLVMErrorRef right) => left.Handle != right.Handle;
}

public readonly partial struct LLVMDiagnosticInfoRef(nint handle) : IEquatable<LLVMDiagnosticInfoRef>
{
    public nint Handle { get; } = handle;

    public bool IsNull => Handle == 0;

    public bool Equals(LLVMDiagnosticInfoRef other) => Handle == other.Handle;

    public override bool Equals(object? obj) => obj is LLVMDiagnosticInfoRef other && Equals(other);

    public override int GetHashCode() => Handle.GetHashCode();

    public static bool operator ==(LLVMDiagnosticInfoRef left, LLVMDiagnosticInfoRef right) => left.Handle == right.Handle;

    public static bool operator !=(LLVMDiagnosticInfoRef left, LLVMDiagnosticInfoRef right) => left.Handle != right.Handle;
}
