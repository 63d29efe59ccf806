// The tables of options: names as gcc spells them, and what each does.
using PopcornCC.Compiler.Migration;
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
        new("-l", true, true, (c, v) => c.AddLibrary(v)),
        Either("-u", (o, v) => o.Undefined.Add(v)),
        Either("-e", (o, v) => o.Entry = v),
        Either("-isystem", (o, v) => o.SystemFolders.Add(v)),
        Either("-iquote", (o, v) => o.QuoteFolders.Add(v)),
        Either("-idirafter", (o, v) => o.AfterFolders.Add(v)),
        Either("-isysroot", (o, v) => o.SysrootFolder = v),
        Joined("--sysroot=", (c, v) => c._options.SysrootFolder = v),
        Separate("--sysroot", (o, v) => o.SysrootFolder = v),
        Either("-B", (_, _) => { }),
        Separate("--param", (_, _) => { }),
        Joined("--param=", (_, _) => { }),
        Separate("-dumpbase", (_, _) => { }),
        Separate("-dumpbase-ext", (_, _) => { }),
        Separate("-dumpdir", (_, _) => { }),
        Separate("-aux-info", (_, _) => { }),
        Joined("--target=", (c, v) => c.SetTarget(v)),
        new("-target", false, true, (c, v) => c.SetTarget(v)),
        Joined("-specs=", (c, v) => c.Error($"cannot read spec file '{v}': there are no spec files")),
        Joined("--specs=", (c, v) => c.Error($"cannot read spec file '{v}': there are no spec files")),
        Separate("-Xassembler", (_, _) => { }),
        new("-Xpreprocessor", false, true, (c, v) => c.ParseAll([v])),
        Separate("-include", (o, v) => o.ForcedIncludes.Add(v)),
        Separate("-imacros", (o, v) => o.ForcedMacroFiles.Add(v)),
        Either("-MF", (o, v) => o.DependencyFile = v),
        Either("-MT", (o, v) => o.DependencyTargets.Add(v)),
        Either("-MQ", (o, v) => o.DependencyTargets.Add(DependencyFile.Quote(v))),
        new("-x", true, true, (c, v) => c.SetLanguage(v)),
        new("-z", true, true, (_, _) => { }),
        new("-Xlinker", false, true, (c, v) => c.LinkerOptions([v])),
        Joined("-std=", (c, v) => c.SetStandard(v)),
        Joined("--std=", (c, v) => c.SetStandard(v)),
        Joined("-fmax-errors=", (c, v) => c.SetErrorLimit(v)),
        Joined("-ferror-limit=", (c, v) => c.SetErrorLimit(v)),
        new("-T", true, true, (c, v) => c.Error($"linker script '{v}' is not supported: the layout of a program is fixed")),
        Joined("-fmessage-length=", (c, v) => c._options.Width = int.TryParse(v, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int width) ? width : 0),
    ];

    private static readonly Dictionary<string, Action<DriverOptions>> Flags = new(StringComparer.Ordinal)
    {
        ["-c"] = o => o.StopAt(DriverMode.Object),
        ["-S"] = o => o.StopAt(DriverMode.Assembly),
        ["-E"] = o => o.StopAt(DriverMode.Preprocess),
        ["-fsyntax-only"] = o => o.StopAt(DriverMode.SyntaxOnly),
        ["-M"] = o => (o.WriteDependencies, o.OnlyDependencies) = (true, true),
        ["-MM"] = o => (o.WriteDependencies, o.OnlyDependencies, o.DependenciesSkipSystem) = (true, true, true),
        ["-MD"] = o => o.WriteDependencies = true,
        ["-MMD"] = o => (o.WriteDependencies, o.DependenciesSkipSystem) = (true, true),
        ["-MP"] = o => o.DependencyPhonyTargets = true,
        ["-MG"] = o => o.DependencyMissingAllowed = true,
        ["-P"] = o => o.NoLineMarkers = true,
        ["-C"] = o => o.KeepComments = true,
        ["-CC"] = o => o.KeepComments = true,
        ["-nostdinc"] = o => o.NoStandardIncludes = true,
        ["-nostdlib"] = o => o.NoStandardLibraries = true,
        ["-nodefaultlibs"] = o => o.NoStandardLibraries = true,
        ["-nolibc"] = o => o.NoStandardLibraries = true,
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
        ["-pedantic-errors"] = o => (o.Pedantic, o.PedanticErrors) = (true, true),
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
        ["-fpopcorn-resume=values"] = o => o.Resume = ResumeForm.Values,
        ["-fpopcorn-resume=memory"] = o => o.Resume = ResumeForm.Memory,
        ["-ftime-report"] = o => o.TimeReport = true,
        ["-fdiagnostics-color"] = o => o.Color = true,
        ["-fdiagnostics-color=always"] = o => o.Color = true,
        ["-fdiagnostics-color=never"] = o => o.Color = false,
        ["-fdiagnostics-color=auto"] = o => o.Color = null,
        ["-fno-diagnostics-color"] = o => o.Color = false,
        ["-fcolor-diagnostics"] = o => o.Color = true,
        ["-fno-color-diagnostics"] = o => o.Color = false,
        ["-fcaret-diagnostics"] = o => o.ShowSource = true,
        ["-fno-caret-diagnostics"] = o => o.ShowSource = false,
        ["-fdiagnostics-show-caret"] = o => o.ShowSource = true,
        ["-fno-diagnostics-show-caret"] = o => o.ShowSource = false,
        ["-fdiagnostics-show-option"] = o => o.ShowOption = true,
        ["-fno-diagnostics-show-option"] = o => o.ShowOption = false,
        ["-emit-llvm"] = o => o.EmitLlvm = true,
        ["-save-temps"] = o => (o.SaveTemporaries, o.TemporariesBesideOutput) = (true, true),
        ["--save-temps"] = o => (o.SaveTemporaries, o.TemporariesBesideOutput) = (true, true),
        ["-save-temps=obj"] = o => (o.SaveTemporaries, o.TemporariesBesideOutput) = (true, true),
        ["-save-temps=cwd"] = o => (o.SaveTemporaries, o.TemporariesBesideOutput) = (true, false),
        ["-pthread"] = o => o.Threads = true,
        ["-static"] = _ => { },
        ["-pipe"] = _ => { },
        ["-no-pie"] = _ => { },
        ["-nopie"] = _ => { },
        ["-pie"] = _ => { },
        ["-rdynamic"] = _ => { },
        ["-static-pie"] = _ => { },
        ["-static-libgcc"] = _ => { },
        ["-shared-libgcc"] = _ => { },
        ["-symbolic"] = _ => { },
        ["-no-canonical-prefixes"] = _ => { },
        ["-canonical-prefixes"] = _ => { },
        ["-pass-exit-codes"] = _ => { },
        ["-no-integrated-cpp"] = _ => { },
        ["-integrated-as"] = _ => { },
        ["-no-integrated-as"] = _ => { },
        ["-Qunused-arguments"] = _ => { },
        ["-Qn"] = _ => { },
        ["-Qy"] = _ => { },
        ["-undef"] = o => o.Notes.Add("'-undef' has no effect: the predefined macros stay"),
        ["-traditional"] = o => o.Refusals.Add("'-traditional' is not supported: the preprocessor is that of standard C"),
        ["-traditional-cpp"] = o => o.Refusals.Add("'-traditional-cpp' is not supported: the preprocessor is that of standard C"),
        ["-shared"] = o => o.Refusals.Add(NoSharedLibraries("-shared")),
        ["-r"] = o => o.Refusals.Add(NoRelocatable("-r")),
        ["-p"] = o => o.Refusals.Add($"'-p' is not supported: {NoProfile}"),
        ["-pg"] = o => o.Refusals.Add($"'-pg' is not supported: {NoProfile}"),
        ["--coverage"] = o => o.Refusals.Add($"'--coverage' is not supported: {NoProfile}"),
        ["-coverage"] = o => o.Refusals.Add($"'-coverage' is not supported: {NoProfile}"),
        ["-s"] = o => o.Strip = true,
        ["-v"] = o => o.Verbose = true,
        ["-###"] = o => (o.Verbose, o.DryRun) = (true, true),
        ["-pthreads"] = o => o.Threads = true,
    };

    /// <summary>Options that belong to the whole command line, not to the compilation of each input (<c>-###</c> prints those).</summary>
    private static readonly HashSet<string> NotOfAStep = new(StringComparer.Ordinal)
    {
        "-c", "-S", "-E", "-o", "-l", "-L", "-v", "-###", "-x", "-Xlinker", "-s", "-u", "-e", "-static", "-pie", "-no-pie", "-rdynamic", "-pipe",
    };

    /// <summary>GNU's long names and what they stand for.</summary>
    private static readonly Dictionary<string, string> LongNames = new(StringComparer.Ordinal)
    {
        ["--ansi"] = "-ansi",
        ["--assemble"] = "-S",
        ["--comments"] = "-C",
        ["--compile"] = "-c",
        ["--debug"] = "-g",
        ["--define-macro"] = "-D",
        ["--dependencies"] = "-M",
        ["--entry"] = "-e",
        ["--for-linker"] = "-Xlinker",
        ["--force-link"] = "-u",
        ["--imacros"] = "-imacros",
        ["--include"] = "-include",
        ["--include-directory"] = "-I",
        ["--include-directory-after"] = "-idirafter",
        ["--language"] = "-x",
        ["--library-directory"] = "-L",
        ["--no-line-commands"] = "-P",
        ["--no-standard-includes"] = "-nostdinc",
        ["--no-standard-libraries"] = "-nostdlib",
        ["--no-warnings"] = "-w",
        ["--optimize"] = "-O",
        ["--output"] = "-o",
        ["--pedantic"] = "-pedantic",
        ["--pedantic-errors"] = "-pedantic-errors",
        ["--pipe"] = "-pipe",
        ["--preprocess"] = "-E",
        ["--shared"] = "-shared",
        ["--static"] = "-static",
        ["--static-pie"] = "-static-pie",
        ["--std"] = "-std=",
        ["--trigraphs"] = "-trigraphs",
        ["--undefine-macro"] = "-U",
        ["--user-dependencies"] = "-MM",
        ["--verbose"] = "-v",
        ["--write-dependencies"] = "-MD",
        ["--write-user-dependencies"] = "-MMD",
    };

    private void SetTarget(string triple)
    {
        if (triple != Help.Triple) Error($"target '{triple}' is not supported: it is always {Help.Triple}, x86-64 and AArch64 together");
    }

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
