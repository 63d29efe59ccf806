// What the compiler knows of an instruction set, all of it: another ISA is another record. The neutral machine (docs/neutral-abi.md) is
// described by x86-64's triple and layout, which is what the optimiser sees; every size, offset and alignment is written into the IR
// before the module is handed to the code generators, so that no other layout shows through.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

/// <summary>One instruction set: <paramref name="Triple"/>, <paramref name="Cpu"/> and <paramref name="Features"/> as LLVM names them.</summary>
public sealed record Target(string Name, string Triple, string Cpu, string Features, ushort ElfMachine)
{
    public static Target X86_64 { get; } = new("x86-64", "x86_64-unknown-linux-musl", "x86-64", "", 62);

    public static Target AArch64 { get; } = new("aarch64", "aarch64-unknown-linux-musl", "generic", "+neon", 183);

    /// <summary>Every target, in the order of their objects in a fat object.</summary>
    public static IReadOnlyList<Target> All { get; } = [X86_64, AArch64];

    /// <summary>The target whose rules the neutral machine borrows.</summary>
    public static Target Neutral => X86_64;

    /// <summary>A machine for this target; the caller disposes it. Code is static and its addresses are below 2 GiB (small code model).</summary>
    internal LLVMTargetMachineRef CreateMachine(LLVMCodeGenOptLevel level)
    {
        LLVMTargetRef.InitializeAll();
        var machine = LLVMTargetRef.GetTargetFromTriple(Triple).CreateTargetMachine(
            Triple, Cpu, Features, level, LLVMRelocMode.LLVMRelocStatic, LLVMCodeModel.LLVMCodeModelSmall);
        // An outlined sequence would be a frame no stack map knows.
        LLVM.SetTargetMachineMachineOutliner(machine, false);
        return machine;
    }

    /// <summary>Lays a module out for this target.</summary>
    internal void Apply(LLVMModuleRef module, LLVMTargetMachineRef machine)
    {
        using var layout = machine.CreateTargetDataLayout();
        module.Target = Triple;
        module.DataLayout = layout.StringRepresentation;
    }
}
