// What the command line of popcorn-cc asks for, after parsing. One record for the whole run; CompilationSettings turns it into the compiler's options for one file.
using PopcornCC.Compiler.CodeGen;
using PopcornCC.Compiler.Migration;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Cli;

/// <summary>The last stage to run.</summary>
public enum DriverMode : byte
{
    Dependencies,
    Preprocess,
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

    /// <summary>A header as an input: it can be checked or preprocessed, but not precompiled.</summary>
    Header,
    Assembly,

    /// <summary>LLVM IR of another front end, as text or bitcode.</summary>
    LlvmIr,

    /// <summary>C++ and the like.</summary>
    OtherLanguage,

    /// <summary>An object, archive or anything else: for the linker.</summary>
    Linker,

    /// <summary><c>-lNAME</c>.</summary>
    Library,
}

/// <summary>One input, in command-line order; <paramref name="Path"/> <c>-</c> is standard input. <paramref name="Whole"/>: after <c>--whole-archive</c>.</summary>
public sealed record DriverInput(string Path, InputKind Kind, bool Whole = false)
{
    /// <summary>It is compiled or assembled, not linked as it is.</summary>
    public bool IsSource => Kind is not (InputKind.Linker or InputKind.Library);
}

/// <summary>The parsed command line.</summary>
public sealed record DriverOptions
{
    private DriverMode _stage = DriverMode.Link;

    /// <summary>Where to stop: the earliest stage that was asked for; <c>-M</c> is none but goes before all.</summary>
    public DriverMode Mode => OnlyDependencies ? DriverMode.Dependencies : _stage;

    /// <summary><c>-M</c> and <c>-MM</c>.</summary>
    public bool OnlyDependencies { get; set; }
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
    public bool KeepComments { get; set; }

    /// <summary><c>--sysroot</c>: a folder with include/ and lib/ in place of the built one.</summary>
    public string? SysrootFolder { get; set; }

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
    public DebugLevel Debug { get; set; }
    public int DwarfVersion { get; set; } = 5;
    public bool DebugColumns { get; set; } = true;
    public bool WrapSigned { get; set; }
    public bool NoStrictAliasing { get; set; }
    public bool Migratable { get; set; } = true;
    public ResumeForm? Resume { get; set; }
    public bool EmitLlvm { get; set; }
    public bool Threads { get; set; }
    public bool SaveTemporaries { get; set; }
    public bool TemporariesBesideOutput { get; set; }

    /// <summary>Print what each stage took.</summary>
    public bool TimeReport { get; set; }

    // Diagnostics: every -W option in order, and -w.
    public List<string> Warnings { get; } = [];
    public bool NoWarnings { get; set; }
    public bool Pedantic { get; set; }
    public bool PedanticErrors { get; set; }
    public bool ShowSource { get; set; } = true;
    public bool ShowOption { get; set; } = true;

    /// <summary><c>-fmessage-length=</c>; 0: as wide as the terminal.</summary>
    public int Width { get; set; }
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

    /// <summary><c>-Wl,--version</c>.</summary>
    public bool LinkerVersion { get; set; }

    public bool Verbose { get; set; }

    /// <summary><c>-###</c>: print the steps, do nothing.</summary>
    public bool DryRun { get; set; }

    /// <summary>The options that concern the compilation of one input, as they were given.</summary>
    public List<string> StepArguments { get; } = [];

    /// <summary>Options that are known and refused, with the reason.</summary>
    public List<string> Refusals { get; } = [];

    /// <summary>Warnings about the command line itself, in order.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Asks for a stage; the earliest one counts.</summary>
    public void StopAt(DriverMode stage)
    {
        if (stage < _stage) _stage = stage;
    }
}
