// What the command line says that changes the IR. Everything else (CPU, sections, code model) is decided behind this stage.
namespace PopcornCC.Compiler.CodeGen;

/// <summary>How much a debugger is told.</summary>
public enum DebugLevel : byte
{
    None,

    /// <summary>Functions and lines, which is what backtraces need (<c>-g1</c>, <c>-gline-tables-only</c>).</summary>
    Lines,

    /// <summary>Types and variables too.</summary>
    Full,
}

/// <summary>Options of code generation.</summary>
public sealed record EmitOptions
{
    /// <summary>0 to 3. At 0 no lifetime markers and no TBAA are made, as in clang.</summary>
    public int OptimizationLevel { get; init; } = 2;

    /// <summary><c>-Os</c>: functions are marked <c>optsize</c>.</summary>
    public bool OptimizeForSize { get; init; }

    /// <summary><c>-fwrapv</c>: signed overflow wraps, so arithmetic carries no <c>nsw</c> and pointer arithmetic no <c>inbounds</c>.</summary>
    public bool WrapSigned { get; init; }

    /// <summary>Off with <c>-fno-strict-aliasing</c>.</summary>
    public bool StrictAliasing { get; init; } = true;

    /// <summary><c>-fno-builtin</c>, <c>-ffreestanding</c>: library names mean nothing, and the optimiser may not make calls to them.</summary>
    public bool NoBuiltin { get; init; }

    /// <summary><c>-g</c>.</summary>
    public DebugLevel Debug { get; init; }

    /// <summary>DWARF's version.</summary>
    public int DwarfVersion { get; init; } = 5;

    /// <summary>Off with <c>-gno-column-info</c>.</summary>
    public bool DebugColumns { get; init; } = true;

    /// <summary>The main file as given, for the module's name and the debug information.</summary>
    public string FileName { get; init; } = "-";

    /// <summary>The directory that relative names are relative to.</summary>
    public string Directory { get; init; } = "";
}
