// Targets, target machines, data layouts and memory buffers: from a module to assembly or an object in memory.
using System.Runtime.InteropServices;

namespace PopcornCC.Llvm;

public readonly partial struct LLVMTargetRef
{
    private static readonly Lazy<bool> initialised = new(Initialise);

    /// <summary>Registers the targets PopcornCC generates code for. Any number of times; the first counts.</summary>
    public static void InitializeAll() => _ = initialised.Value;

    private static bool Initialise()
    {
        LlvmLibrary.Require();
        LLVM.InitializeX86TargetInfo();
        LLVM.InitializeX86Target();
        LLVM.InitializeX86TargetMC();
        LLVM.InitializeX86AsmPrinter();
        LLVM.InitializeX86AsmParser();
        LLVM.InitializeAArch64TargetInfo();
        LLVM.InitializeAArch64Target();
        LLVM.InitializeAArch64TargetMC();
        LLVM.InitializeAArch64AsmPrinter();
        LLVM.InitializeAArch64AsmParser();
        return true;
    }

    public static unsafe bool TryGetTargetFromTriple(string triple, out LLVMTargetRef target, out string message)
    {
        LLVMTargetRef found;
        byte* error = null;
        bool failed = LLVM.GetTargetFromTriple(triple, &found, &error);
        message = Strings.Owned(error);
        target = failed ? default : found;
        return !failed;
    }

    public static LLVMTargetRef GetTargetFromTriple(string triple) =>
        TryGetTargetFromTriple(triple, out var target, out var message) ? target : throw new InvalidOperationException(message);

    public LLVMTargetMachineRef CreateTargetMachine(
        string triple, string cpu, string features, LLVMCodeGenOptLevel level, LLVMRelocMode reloc, LLVMCodeModel codeModel) =>
        LLVM.CreateTargetMachine(this, triple, cpu, features, level, reloc, codeModel);
}

public readonly partial struct LLVMTargetMachineRef
{
    /// <summary>The machine's data layout; the caller disposes it.</summary>
    public LLVMTargetDataRef CreateTargetDataLayout() => LLVM.CreateTargetDataLayout(this);

    public bool AsmVerbosity
    {
        set => LLVM.SetTargetMachineAsmVerbosity(this, value);
    }

    /// <summary>Runs the code generator. The module must not be used afterwards but to be disposed: code generation rewrites it.</summary>
    public unsafe bool TryEmitToMemoryBuffer(
        LLVMModuleRef module, LLVMCodeGenFileType kind, out LLVMMemoryBufferRef buffer, out string message)
    {
        byte* error = null;
        LLVMMemoryBufferRef emitted;
        bool failed = LLVM.TargetMachineEmitToMemoryBuffer(this, module, kind, &error, &emitted);
        message = Strings.Owned(error);
        buffer = failed ? default : emitted;
        return !failed;
    }
}

public readonly partial struct LLVMTargetDataRef
{
    public static LLVMTargetDataRef FromStringRepresentation(string layout) => LLVM.CreateTargetData(layout);

    public unsafe string StringRepresentation => Strings.Owned(LLVM.CopyStringRepOfTargetData(this));

    public ulong SizeOfTypeInBits(LLVMTypeRef type) => LLVM.SizeOfTypeInBits(this, type);

    public ulong StoreSizeOfType(LLVMTypeRef type) => LLVM.StoreSizeOfType(this, type);

    public ulong ABISizeOfType(LLVMTypeRef type) => LLVM.ABISizeOfType(this, type);

    public uint ABIAlignmentOfType(LLVMTypeRef type) => LLVM.ABIAlignmentOfType(this, type);

    public uint PreferredAlignmentOfType(LLVMTypeRef type) => LLVM.PreferredAlignmentOfType(this, type);

    public uint PreferredAlignmentOfGlobal(LLVMValueRef global) => LLVM.PreferredAlignmentOfGlobal(this, global);

    public ulong OffsetOfElement(LLVMTypeRef type, uint element) => LLVM.OffsetOfElement(this, type, element);
}

public readonly partial struct LLVMMemoryBufferRef
{
    public static unsafe LLVMMemoryBufferRef Create(ReadOnlySpan<byte> bytes, string name)
    {
        fixed (byte* p = bytes)
            return LLVM.CreateMemoryBufferWithMemoryRangeCopy(p, (nuint)bytes.Length, name);
    }

    public unsafe byte[] ToArray() => new ReadOnlySpan<byte>(LLVM.GetBufferStart(this), checked((int)LLVM.GetBufferSize(this))).ToArray();
}

/// <summary>LLVM's process-wide command-line options: the only way to some settings of the code generators.</summary>
public static class LLVMCommandLine
{
    /// <summary>Sets options as "-name=value". LLVM takes each but once a process, so this must be called but once.</summary>
    public static unsafe void Parse(params ReadOnlySpan<string> options)
    {
        var pointers = new nint[options.Length + 1];
        pointers[0] = Marshal.StringToCoTaskMemUTF8("popcorn-cc");
        for (var i = 0; i < options.Length; i++)
            pointers[i + 1] = Marshal.StringToCoTaskMemUTF8(options[i]);
        fixed (nint* p = pointers)
            LLVM.ParseCommandLineOptions(pointers.Length, (byte**)p, "");
        foreach (var pointer in pointers)
            Marshal.FreeCoTaskMem(pointer);
    }
}
