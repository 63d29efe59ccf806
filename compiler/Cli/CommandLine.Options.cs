// The tables of options: names as gcc spells them, and what each does.
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Cli;

public sealed partial class CommandLine
{
    private sealed record ValueOption(string Name, bool MayBeJoined, bool MayBeSeparate, Action<CommandLine, string> Apply);

    private static ValueOption Either(string name, Action<DriverOptions, string> apply) => new(name, true, true, (c, v) => apply(c._options, v));

    private static ValueOption Separate(string name, Action<DriverOptions, string> apply) => new(name, false, true, (c, v) => apply(c._options, v));

    private static ValueOption Joined(string name, Action<CommandLine, string> apply) => new(name, true, false, apply);

    private static readonly ValueOption[] ValueOptions =
    [
        Either("-o", (o, v) => o.Output = v),
        Either("-I", (o, v) => o.IncludeFolders.Add(v)),
        Either("-D", (o, v) => o.Macros.Add(new CommandLineMacro(v, false))),
        Either("-U", (o, v) => o.Macros.Add(new CommandLineMacro(v, true))),
        Either("-L", (o, v) => o.LibraryFolders.Add(v)),
        Either("-l", (o, v) => o.Inputs.Add(new DriverInput(v, InputKind.Library))),
        Either("-u", (o, v) => o.Undefined.Add(v)),
        Either("-e", (o, v) => o.Entry = v),
        Either("-isystem", (o, v) => o.SystemFolders.Add(v)),
        Either("-iquote", (o, v) => o.QuoteFolders.Add(v)),
        Either("-idirafter", (o, v) => o.AfterFolders.Add(v)),
        Separate("-include", (o, v) => o.ForcedIncludes.Add(v)),
        Separate("-imacros", (o, v) => o.ForcedMacroFiles.Add(v)),
        Either("-MF", (o, v) => o.DependencyFile = v),
        Either("-MT", (o, v) => o.DependencyTargets.Add(v)),
        Either("-MQ", (o, v) => o.DependencyTargets.Add(DependencyFile.Quote(v))),
        new("-x", true, true, (c, v) => c.SetLanguage(v)),
        new("-Xlinker", false, true, (c, v) => c.LinkerOptions([v])),
        Joined("-std=", (c, v) => c.SetStandard(v)),
        Joined("--std=", (c, v) => c.SetStandard(v)),
        Joined("-fmax-errors=", (c, v) => c.SetErrorLimit(v)),
        Joined("-ferror-limit=", (c, v) => c.SetErrorLimit(v)),
        Separate("-T", (_, _) => { }),
    ];

    private static readonly Dictionary<string, Action<DriverOptions>> Flags = new(StringComparer.Ordinal)
    {
        ["-c"] = o => o.Mode = DriverMode.Object,
        ["-S"] = o => o.Mode = DriverMode.Assembly,
        ["-E"] = o => o.Mode = DriverMode.Preprocess,
        ["-fsyntax-only"] = o => o.Mode = DriverMode.SyntaxOnly,
        ["-M"] = o => (o.Mode, o.WriteDependencies) = (DriverMode.Dependencies, true),
        ["-MM"] = o => (o.Mode, o.WriteDependencies, o.DependenciesSkipSystem) = (DriverMode.Dependencies, true, true),
        ["-MD"] = o => o.WriteDependencies = true,
        ["-MMD"] = o => (o.WriteDependencies, o.DependenciesSkipSystem) = (true, true),
        ["-MP"] = o => o.DependencyPhonyTargets = true,
        ["-MG"] = o => o.DependencyMissingAllowed = true,
        ["-P"] = o => o.NoLineMarkers = true,
        ["-C"] = o => o.Notes.Add("'-C' has no effect: comments are not kept"),
        ["-CC"] = o => o.Notes.Add("'-CC' has no effect: comments are not kept"),
        ["-dM"] = o => o.DumpMacros = true,
        ["-dD"] = o => o.KeepMacros = true,
        ["-nostdinc"] = o => o.NoStandardIncludes = true,
        ["-nostdlib"] = o => o.NoStandardLibraries = true,
        ["-nodefaultlibs"] = o => o.NoStandardLibraries = true,
        ["-nostartfiles"] = _ => { },
        ["-ansi"] = o => (o.Standard, o.GnuMode, o.Trigraphs) = (LanguageStandard.C89, false, true),
        ["-trigraphs"] = o => o.Trigraphs = true,
        ["-O"] = o => (o.OptimizationLevel, o.OptimizeForSize) = (1, false),
        ["-Os"] = o => (o.OptimizationLevel, o.OptimizeForSize) = (2, true),
        ["-Oz"] = o => (o.OptimizationLevel, o.OptimizeForSize) = (2, true),
        ["-Og"] = o => (o.OptimizationLevel, o.OptimizeForSize) = (1, false),
        ["-Ofast"] = o => (o.OptimizationLevel, o.OptimizeForSize) = (3, false),
        ["-w"] = o => o.NoWarnings = true,
        ["-W"] = o => o.Warnings.Add("extra"),
        ["-pedantic"] = o => o.Pedantic = true,
        ["-Wpedantic"] = o => o.Pedantic = true,
        ["-pedantic-errors"] = o => (o.Pedantic, _) = (true, o.Warnings.Remove("no-error")),
        ["-ffreestanding"] = o => (o.Freestanding, o.NoBuiltin) = (true, true),
        ["-fhosted"] = o => (o.Freestanding, o.NoBuiltin) = (false, false),
        ["-fno-builtin"] = o => o.NoBuiltin = true,
        ["-fbuiltin"] = o => o.NoBuiltin = false,
        ["-fgnu89-inline"] = o => o.Gnu89Inline = true,
        ["-fno-gnu89-inline"] = o => o.Gnu89Inline = false,
        ["-fwrapv"] = o => o.WrapSigned = true,
        ["-fno-wrapv"] = o => o.WrapSigned = false,
        ["-fno-strict-overflow"] = o => o.WrapSigned = true,
        ["-fno-strict-aliasing"] = o => o.NoStrictAliasing = true,
        ["-fstrict-aliasing"] = o => o.NoStrictAliasing = false,
        ["-fno-popcorn"] = o => o.Migratable = false,
        ["-fpopcorn"] = o => o.Migratable = true,
        ["-fdiagnostics-color"] = o => o.Color = true,
        ["-fdiagnostics-color=always"] = o => o.Color = true,
        ["-fdiagnostics-color=never"] = o => o.Color = false,
        ["-fdiagnostics-color=auto"] = o => o.Color = null,
        ["-fno-diagnostics-color"] = o => o.Color = false,
        ["-emit-llvm"] = o => o.EmitLlvm = true,
        ["-save-temps"] = o => o.SaveTemporaries = true,
        ["--save-temps"] = o => o.SaveTemporaries = true,
        ["-save-temps=obj"] = o => o.SaveTemporaries = true,
        ["-save-temps=cwd"] = o => o.SaveTemporaries = true,
        ["-pthread"] = o => o.Threads = true,
        ["-static"] = _ => { },
        ["-pipe"] = _ => { },
        ["-no-pie"] = _ => { },
        ["-nopie"] = _ => { },
        ["-pie"] = _ => { },
        ["-rdynamic"] = _ => { },
        ["-s"] = o => o.Strip = true,
        ["-v"] = o => o.Verbose = true,
    };

    /// <summary>Names of -f options (without <c>no-</c> and <c>=value</c>) that gcc or clang know and that change nothing here: position independence, frame
    /// pointers, stack protection and the like do not exist on the neutral machine, and sections are always split.</summary>
    private static readonly HashSet<string> IgnoredCodeFlags = new(StringComparer.Ordinal)
    {
        "PIC", "pic", "PIE", "pie", "plt", "common", "omit-frame-pointer", "stack-protector", "stack-protector-strong", "stack-protector-all", "stack-clash-protection",
        "cf-protection", "unwind-tables", "asynchronous-unwind-tables", "exceptions", "function-sections", "data-sections", "visibility", "ident", "lto",
        "fat-lto-objects", "tree-vectorize", "vectorize", "slp-vectorize", "unroll-loops", "inline", "inline-functions", "inline-small-functions", "math-errno",
        "trapping-math", "rounding-math", "signed-zeros", "excess-precision", "fp-contract", "float-store", "signed-char", "short-enums", "delete-null-pointer-checks",
        "optimize-sibling-calls", "keep-inline-functions", "tls-model", "diagnostics-show-option", "message-length", "debug-prefix-map", "file-prefix-map",
        "macro-prefix-map", "semantic-interposition", "zero-initialized-in-bss", "verbose-asm", "strict-overflow", "color-diagnostics", "caret-diagnostics",
        "merge-all-constants", "merge-constants", "gcse", "schedule-insns", "schedule-insns2", "tree-loop-distribute-patterns", "strict-flex-arrays", "dollars-in-identifiers",
        "permissive", "asm", "no-limit-debug-info", "standalone-debug", "toplevel-reorder", "reorder-blocks", "align-functions", "align-loops", "align-jumps", "guess-branch-probability",
    };

    private static readonly HashSet<string> IgnoredLinkerOptions = new(StringComparer.Ordinal)
    {
        "--as-needed", "--no-as-needed", "--start-group", "--end-group", "-Bstatic", "-Bsymbolic", "-static", "--eh-frame-hdr", "--export-dynamic", "-E",
        "--no-undefined", "--fatal-warnings", "--no-fatal-warnings", "--warn-common", "-x", "--discard-all", "-X", "--sort-common", "--relax", "--no-relax", "-pie", "-no-pie", "--no-dynamic-linker",
    };

    private void SetStandard(string name)
    {
        string body = name.StartsWith("gnu", StringComparison.Ordinal) ? name[3..] : name.StartsWith('c') ? name[1..] : name;
        LanguageStandard? standard = (name, body) switch
        {
            (_, "89" or "90") or ("iso9899:1990" or "iso9899:199409", _) => LanguageStandard.C89,
            (_, "99" or "9x") or ("iso9899:1999", _) => LanguageStandard.C99,
            (_, "11" or "1x") or ("iso9899:2011", _) => LanguageStandard.C11,
            (_, "17" or "18") or ("iso9899:2017" or "iso9899:2018", _) => LanguageStandard.C17,
            (_, "23" or "2x") or ("iso9899:2024", _) => LanguageStandard.C23,
            _ => null,
        };
        if (standard is null)
        {
            Error($"unrecognized command-line option '-std={name}'");
            return;
        }
        _options.Standard = standard.Value;
        _options.GnuMode = name.StartsWith("gnu", StringComparison.Ordinal);
        _options.Trigraphs = !_options.GnuMode && standard != LanguageStandard.C23;
    }

    private void SetErrorLimit(string value)
    {
        if (int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int limit)) _options.ErrorLimit = limit;
        else Error($"invalid number in '-ferror-limit={value}'");
    }
}
