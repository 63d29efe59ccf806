// The machine the optimiser sees (docs/neutral-abi.md, "Data"). Code for the real ISAs is generated from this module later, with their own triples and layouts, which
// agree with this one in every size and alignment that we state explicitly.
namespace PopcornCC.Compiler.CodeGen;

/// <summary>Constants of the neutral machine.</summary>
public static class NeutralMachine
{
    /// <summary>The triple of the neutral module.</summary>
    public const string Triple = "x86_64-unknown-linux-musl";

    /// <summary>LLVM 19's data layout for that triple.</summary>
    public const string DataLayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128";

    /// <summary>The module flag that says that calls have the neutral form already, in a module read back (IrInput).</summary>
    public const string NeutralCalls = "popcorn.neutral_calls";

    /// <summary>Alignment of the stack and of argument areas.</summary>
    public const int StackAlignment = 16;

    /// <summary>Arrays of at least this many bytes are aligned to as many (System V x86-64 psABI 3.1.2), for variables, not for members.</summary>
    public const int LargeArray = 16;
}
