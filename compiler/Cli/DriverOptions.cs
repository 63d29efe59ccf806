// What the command line of popcorn-cc asks for, after parsing. One record for the whole run; CompilationSettings turns it into the compiler's options for one file.
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Cli;

/// <summary>The last stage to run.</summary>
public enum DriverMode : byte
{
    Preprocess,
    Dependencies,
    SyntaxOnly,
    Assembly,
    Object,
    Link,
}

/// <summary>What an input is, by <c>-x</c> or its name's ending.</summary>
public enum InputKind : byte
{
    C,
    PreprocessedC,
    Assembly,

    /// <summary>An object, archive or anything else: for the linker.</summary>
    Linker,

    /// <summary><c>-lNAME</c>.</summary>
    Library,
}

/// <summary>One input, in command-line order; <paramref name="Path"/> <c>-</c> is standard input.</summary>
public sealed record DriverInput(string Path, InputKind Kind);

/// <summary>The parsed command line.</summary>
public sealed record DriverOptions
{
    public DriverMode Mode { get; set; } = DriverMode.Link;
    public List<DriverInput> Inputs { get; } = [];
    public string? Output { get; set; }

    // Preprocessor.
    public List<string> QuoteFolders { get; } = [];
    public List<string> IncludeFolders { get; } = [];
    public List<string> SystemFolders { get; } = [];
    public List<string> AfterFolders { get; } = [];
    public List<string> ForcedIncludes { get; } = [];
    public List<string> ForcedMacroFiles { get; } = [];
    public List<CommandLineMacro> Macros { get; } = [];
    public bool NoStandardIncludes { get; set; }
    public bool NoLineMarkers { get; set; }

    /// <summary><c>-dM</c>: only the macros, instead of the text.</summary>
    public bool DumpMacros { get; set; }

    /// <summary><c>-dD</c>: the definitions in their places in the text.</summary>
    public bool KeepMacros { get; set; }

    // Dependencies: -M and its relatives.
    public bool WriteDependencies { get; set; }
    public bool DependenciesSkipSystem { get; set; }
    public string? DependencyFile { get; set; }
    public List<string> DependencyTargets { get; } = [];
    public bool DependencyPhonyTargets { get; set; }
    public bool DependencyMissingAllowed { get; set; }

    // Language.
    public LanguageStandard Standard { get; set; } = LanguageStandard.C17;
    public bool GnuMode { get; set; } = true;
    public bool Freestanding { get; set; }
    public bool NoBuiltin { get; set; }
    public bool Gnu89Inline { get; set; }
    public bool Trigraphs { get; set; }

    // Code.
    public int OptimizationLevel { get; set; }
    public bool OptimizeForSize { get; set; }
    public bool Debug { get; set; }
    public bool WrapSigned { get; set; }
    public bool NoStrictAliasing { get; set; }
    public bool Migratable { get; set; } = true;
    public bool EmitLlvm { get; set; }
    public bool Threads { get; set; }
    public bool SaveTemporaries { get; set; }

    // Diagnostics: every -W option in order, and -w.
    public List<string> Warnings { get; } = [];
    public bool NoWarnings { get; set; }
    public bool Pedantic { get; set; }
    public bool? Color { get; set; }
    public int ErrorLimit { get; set; } = 20;

    // Linker.
    public List<string> LibraryFolders { get; } = [];
    public List<string> Undefined { get; } = [];
    public string Entry { get; set; } = "_start";
    public bool NoStandardLibraries { get; set; }
    public bool Strip { get; set; }
    public string? MapFile { get; set; }
    public bool CollectGarbage { get; set; } = true;

    public bool Verbose { get; set; }

    /// <summary>Warnings about the command line itself, in order.</summary>
    public List<string> Notes { get; } = [];
}
