// What a compilation asks of the back half of the compiler, and what it gets.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Migration;

/// <summary>gcc's optimisation levels that we take.</summary>
public enum OptimizationLevel
{
    O0,
    O1,
    O2,
    O3,
    Os,
}

/// <summary>What comes out for each target.</summary>
public enum OutputKind
{
    Object,
    Assembly,
}

/// <summary>Where a resume function keeps the values of its record.</summary>
public enum ResumeForm
{
    /// <summary>In SSA values, which LLVM puts into registers and spill slots: fast, but costs code for each pair of a site and a live value.</summary>
    Values,

    /// <summary>In a record on its native stack, loaded at each use and stored at each definition.</summary>
    Memory,
}

/// <summary>How to generate code. <paramref name="Migratable"/> is off under -fno-popcorn: plain code, no sites.</summary>
public sealed record CodeGenOptions(
    OptimizationLevel Level = OptimizationLevel.O2, OutputKind Output = OutputKind.Object, bool Migratable = true)
{
    /// <summary>Verify the module after each pass, for our own tests.</summary>
    public bool VerifyEach { get; init; }

    /// <summary>Called with the name of each stage and a way to print the module as it is after it (for dumps of intermediate code).</summary>
    public Action<string, Func<string>>? Dump { get; init; }

    /// <summary>Takes the time of each stage.</summary>
    public TimeReport? Times { get; init; }

    /// <summary>Functions to compile with their record in memory from the start: the fallback that a register shortage triggers, for testing it.</summary>
    public Func<string, bool>? RecordInMemory { get; init; }

    /// <summary>The form of every resume function, for testing it; without it each function gets the one that suits it.</summary>
    public ResumeForm? Resume { get; init; }
}

/// <summary>One output a target (an ELF object or assembly text in UTF-8), in the order of <see cref="Target.All"/>; empty after an error.</summary>
public sealed record CompiledModule(IReadOnlyList<byte[]> Outputs, IReadOnlyList<Diagnostic> Diagnostics)
{
    public byte[] X86_64 => Outputs[0];

    public byte[] AArch64 => Outputs[1];
}
