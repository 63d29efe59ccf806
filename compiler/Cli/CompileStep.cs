// One input file to one output: turns the command line into the compiler's options, compiles or assembles, prints the diagnostics, writes the result.
using PopcornCC.Compiler;
using PopcornCC.Compiler.CodeGen;
using PopcornCC.Compiler.Migration;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Semantics;
using PopcornCC.Compiler.Text;
using PopcornCC.Linker.Elf;
using PopcornCC.Llvm;

namespace PopcornCC.Cli;

/// <summary>Compiles single files for one command line.</summary>
public sealed class CompileStep(DriverOptions options, Sysroot? sysroot, FileCache files)
{
    private readonly CompilationOptions _compilation = MakeOptions(options, sysroot);
    private readonly int _sources = options.Inputs.Count(i => i.IsSource);

    /// <summary>The folders of headers as -v shows them, in gcc's form, which build systems read.</summary>
    public IEnumerable<string> SearchFolders() =>
    [
        "#include \"...\" search starts here:", .. _compilation.Preprocessor.QuoteFolders.Select(f => " " + f),
        "#include <...> search starts here:", .. _compilation.Preprocessor.IncludeFolders.Concat(_compilation.Preprocessor.SystemFolders).Select(f => " " + f),
        "End of search list.",
    ];

    /// <summary>The fat object of a C file, or null after errors, which have been written to <paramref name="output"/>.</summary>
    public byte[]? ToObject(DriverInput input, ErrorOutput output)
    {
        if (input.Kind == InputKind.Assembly) return new AssemblyInputs(_compilation.Preprocessor, files, NewBag).Assemble(input.Path, output);
        CompilationResult? result = Compile(input, OutputKind.Object, output);
        return result is null || result.Outputs.Count == 0 ? null : FatObject.Combine(result.Outputs[0], result.Outputs[1]);
    }

    /// <summary>The object made from the assembly text that <c>-save-temps</c> keeps, so that what is kept is what was used.</summary>
    public static byte[]? Assembled(DriverInput input, IReadOnlyList<(string Suffix, byte[] Content)> texts, ErrorOutput output)
    {
        List<byte[]> halves = [];
        foreach ((string text, Target target) in texts.Select(t => SourceEncoding.Decode(t.Content)).Zip(Target.All))
        {
            if (AssemblyInputs.AssembleText(text, input.Path, target, output) is not byte[] half) return null;
            halves.Add(half);
        }
        return FatObject.Combine(halves[0], halves[1]);
    }

    /// <summary>Assembly text (or LLVM IR) by the suffix its file gets; null after errors.</summary>
    public IReadOnlyList<(string Suffix, byte[] Content)>? ToText(DriverInput input, ErrorOutput output)
    {
        CompilationResult? result = Compile(input, OutputKind.Assembly, output);
        if (result is null) return null;
        if (result.Llvm is not null) return [(options.Mode == DriverMode.Object ? ".bc" : ".ll", result.Llvm)];
        if (result.Outputs.Count == 0) return null;
        return [.. Target.All.Select((t, i) => ("." + FileSuffix(t) + ".s", result.Outputs[i]))];
    }

    /// <summary>Checks only.</summary>
    public bool Check(DriverInput input, ErrorOutput output) => Compile(input, OutputKind.Object, output) is not null;

    /// <summary>Writes the preprocessed text (<c>-E</c>) and the dependencies.</summary>
    public bool Preprocess(DriverInput input, TextWriter writer, ErrorOutput output) => Preprocess(input, writer, output, dependencies: true);

    /// <summary>Writes the preprocessed text and nothing else.</summary>
    public bool PreprocessOnly(DriverInput input, TextWriter writer, ErrorOutput output) => Preprocess(input, writer, output, dependencies: false);

    private bool Preprocess(DriverInput input, TextWriter writer, ErrorOutput output, bool dependencies)
    {
        if (ReadText(input.Path, output) is not string text) return false;
        SourceManager sources = new();
        DiagnosticBag diagnostics = NewBag(sources);
        Preprocessor preprocessor = NewPreprocessor(input, sources, diagnostics);
        if (options.Mode == DriverMode.Dependencies || options.DumpMacros)
        {
            preprocessor.Enter(input.Path, text);
            while (preprocessor.Next().Kind != TokenKind.EndOfFile)
            {
            }
            if (options.DumpMacros)
            {
                foreach (string definition in preprocessor.MacroDefinitions()) writer.Write(definition + "\n");
            }
        }
        else
        {
            PreprocessedOutput.Print(preprocessor, input.Path, text, sources, writer, lineMarkers: !options.NoLineMarkers, macros: options.KeepMacros, comments: options.KeepComments);
        }
        if (!output.Write(diagnostics, sources)) return false;
        return !dependencies || (options.WriteDependencies ? WriteDependencies(input, preprocessor.Dependencies, writer, output) : AppendDependencies(input, preprocessor.Dependencies, output));
    }

    private Preprocessor NewPreprocessor(DriverInput input, SourceManager sources, DiagnosticBag diagnostics) =>
        new(sources, diagnostics, _compilation.Preprocessor with { Preprocessed = input.Kind == InputKind.PreprocessedC, KeepPragmas = true }, files);

    private DiagnosticBag NewBag(SourceManager sources) => new() { Policy = new WarningPolicy(sources, WarningOptions.Make(options)) };

    private CompilationResult? Compile(DriverInput input, OutputKind kind, ErrorOutput output)
    {
        bool isIr = input.Kind == InputKind.LlvmIr;
        if (ReadBytes(input.Path, output) is not byte[] content) return null;
        CompilationOptions settings = _compilation with
        {
            Preprocessor = _compilation.Preprocessor with { Preprocessed = input.Kind == InputKind.PreprocessedC },
            CodeGen = _compilation.CodeGen with { FileName = input.Path, Directory = Environment.CurrentDirectory },
            Migration = _compilation.Migration with { Output = kind },
        };
        if (options.TimeReport) settings = settings with { Times = new TimeReport() };
        SourceManager sources = new();
        DiagnosticBag diagnostics = NewBag(sources);
        CompilationResult result = isIr ? Compilation.CompileIr(input.Path, content, settings, sources, diagnostics)
            : Compilation.Compile(input.Path, SourceEncoding.Decode(content), settings, files, sources, diagnostics);
        if (settings.Times is not null) output.WriteLine(settings.Times.Format(input.Path).TrimEnd('\n'));
        if (!output.Write(diagnostics, sources)) return null;
        bool noted = options.WriteDependencies ? WriteDependencies(input, result.Dependencies, null, output) : AppendDependencies(input, result.Dependencies, output);
        return noted ? result : null;
    }

    // Names as gcc makes them: the target is what is made, the file stands beside it; where a link makes one thing of several inputs, each has a file named after both.
    private bool WriteDependencies(DriverInput input, IReadOnlyList<IncludedFile> dependencies, TextWriter? standard, ErrorOutput output)
    {
        string name = input.Path == "-" ? "-" : Path.GetFileName(input.Path);
        string? result = options.Output;
        string? made = options.Mode switch
        {
            DriverMode.Object or DriverMode.Assembly => result,
            DriverMode.Link => result is null || _sources == 1 ? result : $"{result}-{name}",
            _ => null,
        };
        string target = made is null || (options.Mode == DriverMode.Link && _sources > 1) ? Path.ChangeExtension(name, ".o") : made;
        string text = DependencyFile.Format(
            new DependencyOptions { Targets = options.DependencyTargets, UserHeadersOnly = options.DependenciesSkipSystem, PhonyTargets = options.DependencyPhonyTargets },
            target, dependencies);
        string? file = options.DependencyFile ?? (options.Mode == DriverMode.Dependencies ? options.Output
            : Path.ChangeExtension((options.Mode == DriverMode.Preprocess ? result : made) ?? name, ".d"));
        if (file is not null) return OutputFile.Write(file, SourceEncoding.Encode(text), executable: false, output);
        standard?.Write(text);
        return true;
    }

    // DEPENDENCIES_OUTPUT="FILE [TARGET]" has a rule added to FILE for every compilation; SUNPRO_DEPENDENCIES names system headers too.
    private bool AppendDependencies(DriverInput input, IReadOnlyList<IncludedFile> dependencies, ErrorOutput output)
    {
        foreach (string variable in new[] { "DEPENDENCIES_OUTPUT", "SUNPRO_DEPENDENCIES" })
        {
            if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } value) continue;
            string[] words = value.Split(' ', 2);
            string text = DependencyFile.Format(
                new DependencyOptions { UserHeadersOnly = variable[0] == 'D', Targets = words.Length > 1 ? [words[1]] : [] }, Path.ChangeExtension(Path.GetFileName(input.Path), ".o"), dependencies);
            if (!OutputFile.Append(words[0], text, output)) return false;
        }
        return true;
    }

    /// <summary>Assembles one file an ISA into a fat object.</summary>
    public static byte[]? AssemblePair(string x86, string aarch64, ErrorOutput output)
    {
        List<byte[]> halves = [];
        foreach ((string path, Target target) in new[] { (x86, Target.X86_64), (aarch64, Target.AArch64) })
        {
            if (ReadText(path, output) is not string text) return null;
            if (AssemblyInputs.AssembleText(text, path, target, output) is not byte[] half) return null;
            halves.Add(half);
        }
        return FatObject.Combine(halves[0], halves[1]);
    }

    /// <summary>A file's text, or null after an error.</summary>
    internal static string? ReadText(string path, ErrorOutput output) => ReadBytes(path, output) is byte[] content ? SourceEncoding.Decode(content) : null;

    private static byte[]? ReadBytes(string path, ErrorOutput output)
    {
        try
        {
            if (path == "-")
            {
                using Stream input = Console.OpenStandardInput();
                using MemoryStream copy = new();
                input.CopyTo(copy);
                return copy.ToArray();
            }
            if (Directory.Exists(path))
            {
                output.Error($"{path}: is a directory", "PCC4101");
                return null;
            }
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            output.Error($"{path}: No such file or directory", "PCC4102");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.Error($"{path}: {e.Message}", "PCC4103");
        }
        return null;
    }

    private static string FileSuffix(Target target) => target.Name.Replace('-', '_');

    private static CompilationOptions MakeOptions(DriverOptions o, Sysroot? sysroot)
    {
        List<string> system = [.. o.SystemFolders, .. EnvironmentFolders.Of("C_INCLUDE_PATH")];
        if (!o.NoStandardIncludes && sysroot is not null) system.Add(sysroot.IncludeFolder);
        system.AddRange(o.AfterFolders);
        // As in gcc, a folder that is a system folder anyway stays in its place there.
        HashSet<string> known = [.. system.Select(Path.GetFullPath)];
        LanguageOptions language = new(o.Standard, o.GnuMode);
        return new CompilationOptions
        {
            Preprocessor = new PreprocessorOptions
            {
                QuoteFolders = o.QuoteFolders,
                IncludeFolders = [.. o.IncludeFolders.Concat(EnvironmentFolders.Of("CPATH")).Where(f => !known.Contains(Path.GetFullPath(f)))],
                SystemFolders = system,
                ForcedIncludes = o.ForcedIncludes,
                ForcedMacroFiles = o.ForcedMacroFiles,
                Macros = o.Macros,
                Standard = o.Standard,
                GnuMode = o.GnuMode,
                Trigraphs = o.Trigraphs,
                Optimize = o.OptimizationLevel > 0,
                OptimizeSize = o.OptimizeForSize,
                Threads = o.Threads,
                Hosted = !o.Freestanding,
                SourceDate = long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), out long date) ? date : 0,
                MissingHeadersAreGenerated = o.DependencyMissingAllowed,
            },
            Language = language,
            Binder = new BinderOptions
            {
                NoBuiltin = o.NoBuiltin,
                Language = language,
                Gnu89Inline = o.Gnu89Inline || (o.Standard == LanguageStandard.C89),
            },
            CodeGen = new EmitOptions
            {
                OptimizationLevel = o.OptimizationLevel,
                OptimizeForSize = o.OptimizeForSize,
                WrapSigned = o.WrapSigned,
                StrictAliasing = !o.NoStrictAliasing,
                NoBuiltin = o.NoBuiltin,
                Debug = o.Debug,
                DwarfVersion = o.DwarfVersion,
                DebugColumns = o.DebugColumns,
            },
            Migration = new CodeGenOptions(
                o.OptimizeForSize ? OptimizationLevel.Os : (OptimizationLevel)o.OptimizationLevel, OutputKind.Object, o.Migratable)
            {
                Resume = o.Resume,
                VerifyEach = Environment.GetEnvironmentVariable("POPCORN_DEBUG") is not null,
            },
            SyntaxOnly = o.Mode == DriverMode.SyntaxOnly,
            Llvm = !o.EmitLlvm ? LlvmOutput.None : o.Mode == DriverMode.Object ? LlvmOutput.Bitcode : LlvmOutput.Text,
        };
    }
}
