// What popcorn-cc does with a parsed command line: each C or assembly input to the asked-for stage, then the link. As in gcc, a failing input does not keep the others from
// being compiled, but nothing is linked after a failure. Several inputs are compiled beside each other; what they say comes in the order of the inputs.
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;
using PopcornCC.Linker;

namespace PopcornCC.Cli;

/// <summary>Runs one command line.</summary>
public sealed class Driver(DriverOptions options, ErrorOutput output)
{
    private readonly Sysroot? _sysroot = Sysroot.Find(options.SysrootFolder);

    /// <summary>Does everything; the result is the exit code.</summary>
    public int Run()
    {
        if (options.Inputs.Count == 0)
        {
            output.Error("no input files", "PCC4100");
            return 1;
        }
        List<DriverInput> sources = [.. (options.Mode == DriverMode.Object ? OneOfEachUnit() : options.Inputs).Where(i => i.IsSource)];
        if (options.Mode != DriverMode.Link && options.Output is not null && sources.Count > 1)
        {
            output.Error("cannot specify '-o' with '-c', '-S' or '-E' with multiple files", "PCC4107");
            return 1;
        }
        if (options.Output is string same && options.Inputs.Find(i => i.Kind != InputKind.Library && SameFile(i.Path, same)) is DriverInput overwritten)
        {
            output.Error($"input file '{overwritten.Path}' is the same as output file", "PCC4109");
            return 1;
        }
        if (!SourcesServe(sources)) return 1;
        bool unusedGood = options.Mode == DriverMode.Link || ReportUnused();
        CompileStep step = new(options, _sysroot, new FileCache());
        ShowSteps(step, sources);
        bool good = options.Mode switch
        {
            DriverMode.Link => Link(step),
            _ when options.DryRun => true,
            DriverMode.Preprocess or DriverMode.Dependencies => Preprocess(step, sources),
            DriverMode.SyntaxOnly => Each(sources, step.Check).TrueForAll(ok => ok),
            DriverMode.Assembly => Each(sources, (input, messages) => Assembly(step, input, messages)).TrueForAll(ok => ok),
            DriverMode.Object when options.EmitLlvm => Each(sources, (input, messages) => Assembly(step, input, messages)).TrueForAll(ok => ok),
            DriverMode.Object => Each(sources, (input, messages) => Object(step, input, messages)).TrueForAll(ok => ok),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (output.MissingHeader && _sysroot is null && !options.NoStandardIncludes) output.WriteLine("popcorn-cc: note: the C library and its headers have not been built: run ./run.sh");
        return good && unusedGood ? 0 : 1;
    }

    private static bool SameFile(string input, string output) =>
        input != "-" && output != "/dev/null" && Path.GetFullPath(input) == Path.GetFullPath(output) && File.Exists(input);

    // Inputs that can be told from their names to be none of ours.
    private bool SourcesServe(List<DriverInput> sources)
    {
        bool good = true;
        foreach (DriverInput input in sources)
        {
            if (input.Kind == InputKind.OtherLanguage)
            {
                output.Error($"{input.Path}: C++ and Objective-C are not supported; -x c compiles it as C", "PCC4111");
                good = false;
            }
            else if (input.Kind == InputKind.LlvmIr && options.Mode is DriverMode.Preprocess or DriverMode.Dependencies)
            {
                output.Error($"{input.Path}: LLVM IR is not preprocessed", "PCC4115");
                good = false;
            }
            else if (input.Kind == InputKind.Header && options.Mode is DriverMode.Assembly or DriverMode.Object or DriverMode.Link)
            {
                output.Error($"{input.Path}: precompiled headers are not supported; -x c compiles it as a source file", "PCC4112");
                good = false;
            }
        }
        return good;
    }

    // Objects and libraries given where nothing is linked, in gcc's words.
    private bool ReportUnused()
    {
        bool good = true;
        foreach (DriverInput input in options.Inputs.Where(i => i.Kind == InputKind.Linker))
        {
            if (File.Exists(input.Path))
            {
                output.Warning($"{input.Path}: linker input file unused because linking not done");
                continue;
            }
            output.Error($"{input.Path}: No such file or directory", "PCC4102");
            good = false;
        }
        return good;
    }

    // -v and -###: what is done for each source, as a command line of its own, and where headers are looked for. All of it happens in this process.
    private void ShowSteps(CompileStep step, List<DriverInput> sources)
    {
        if (!options.Verbose) return;
        string stage = options.Mode switch { DriverMode.Preprocess or DriverMode.Dependencies => "-E", DriverMode.Assembly => "-S", DriverMode.SyntaxOnly => "-fsyntax-only", _ => "-c" };
        foreach (DriverInput input in sources)
        {
            string result = options.Mode is DriverMode.Link ? Path.ChangeExtension(Path.GetFileName(input.Path), ".o") : options.Output ?? (options.Mode == DriverMode.Object ? ObjectName(input) : "-");
            output.WriteLine(" popcorn-cc " + string.Join(' ', options.StepArguments.Append(stage).Append(input.Path).Append("-o").Append(result).Select(Quoted)));
        }
        if (sources.Count == 0 || options.DryRun) return;
        foreach (string line in step.SearchFolders()) output.WriteLine(line);
    }

    private string Quoted(string word) =>
        !options.DryRun && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '=' or '/' or '.' or ',' or '+' or ':') ? word
        : $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Does a step for every input, as many at once as there are processors; results and messages keep the order of the inputs.</summary>
    private List<T> Each<T>(List<DriverInput> inputs, Func<DriverInput, ErrorOutput, T> step)
    {
        if (inputs.Count == 1) return [step(inputs[0], output)];
        T[] results = new T[inputs.Count];
        ErrorOutput[] messages = [.. inputs.Select(_ => output.Fork())];
        int next = -1;
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? failure = null;
        Thread[] workers = [.. Enumerable.Range(0, Math.Min(Environment.ProcessorCount, inputs.Count)).Select(_ => new Thread(() =>
        {
            try
            {
                for (int i = Interlocked.Increment(ref next); i < inputs.Count; i = Interlocked.Increment(ref next)) results[i] = step(inputs[i], messages[i]);
            }
            catch (Exception e)
            {
                failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(e);
            }
        }, Program.StackSize))];
        foreach (Thread w in workers) w.Start();
        foreach (Thread w in workers) w.Join();
        foreach (ErrorOutput m in messages) output.Join(m);
        failure?.Throw();
        return [.. results];
    }

    private bool Preprocess(CompileStep step, List<DriverInput> sources)
    {
        using StringWriter text = new();
        bool good = sources.Aggregate(true, (ok, input) => step.Preprocess(input, text, output) && ok);
        string path = options.Mode == DriverMode.Preprocess ? options.Output ?? "-" : "-";
        // After errors what there is goes to the terminal, but no file is left behind.
        if (!good && path != "-") return false;
        return OutputFile.Write(path, SourceEncoding.Encode(text.ToString()), executable: false, output) && good;
    }

    private bool Assembly(CompileStep step, DriverInput input, ErrorOutput messages)
    {
        if (step.ToText(input, messages) is not IReadOnlyList<(string Suffix, byte[] Content)> texts) return false;
        string stem = options.Output is string o ? (o.EndsWith(".s", StringComparison.Ordinal) ? o[..^2] : o) : Path.GetFileNameWithoutExtension(input.Path);
        foreach ((string suffix, byte[] content) in texts)
        {
            string path = options.Output is "-" or "/dev/null" ? options.Output : suffix is ".ll" or ".bc" && options.Output is string given ? given : stem + suffix;
            if (SameFile(input.Path, path))
            {
                messages.Error($"input file '{input.Path}' is the same as output file", "PCC4109");
                return false;
            }
            if (!OutputFile.Write(path, content, executable: false, messages)) return false;
        }
        return true;
    }

    // The object of one input. With -save-temps the stages are kept, named as gcc names them: after the output, here or (=obj) beside it; the object is made from the kept assembly.
    private byte[]? ToObject(CompileStep step, DriverInput input, ErrorOutput messages)
    {
        if (!options.SaveTemporaries || input.Kind == InputKind.Assembly) return step.ToObject(input, messages);
        string name = Path.GetFileNameWithoutExtension(input.Path);
        string stem = options.Mode == DriverMode.Link ? $"{Path.GetFileNameWithoutExtension(options.Output ?? "a.out")}-{name}" : Path.GetFileNameWithoutExtension(options.Output ?? name + ".o");
        if (options.TemporariesBesideOutput) stem = Path.Combine(Path.GetDirectoryName(options.Output) ?? "", stem);
        using StringWriter text = new();
        ErrorOutput silent = new(TextWriter.Null, color: false);
        if (input.Kind == InputKind.C && input.Path != "-" && step.PreprocessOnly(input, text, silent)) OutputFile.Write(stem + ".i", SourceEncoding.Encode(text.ToString()), executable: false, messages);
        if (step.ToText(input, messages) is not IReadOnlyList<(string Suffix, byte[] Content)> texts) return null;
        foreach ((string suffix, byte[] content) in texts) OutputFile.Write(stem + suffix, content, executable: false, messages);
        byte[]? result = CompileStep.Assembled(input, texts, messages);
        if (result is not null && options.Mode == DriverMode.Link) OutputFile.Write(stem + ".o", result, executable: false, messages);
        return result;
    }

    private static string ObjectName(DriverInput input)
    {
        return (input.Kind == InputKind.Assembly ? Path.GetFileName(AssemblyInputs.UnitOf(input.Path)) : Path.GetFileNameWithoutExtension(input.Path)) + ".o";
    }

    private bool Object(CompileStep step, DriverInput input, ErrorOutput messages) =>
        ToObject(step, input, messages) is byte[] content && OutputFile.Write(options.Output ?? ObjectName(input), content, executable: false, messages);

    // Either file of an assembly pair stands for both.
    private List<DriverInput> OneOfEachUnit()
    {
        HashSet<string> assembled = new(StringComparer.Ordinal);
        return [.. options.Inputs.Where(i => i.Kind != InputKind.Assembly || assembled.Add(AssemblyInputs.UnitOf(i.Path)))];
    }

    private bool Link(CompileStep step)
    {
        List<DriverInput> all = OneOfEachUnit();
        if (options.DryRun) return LinkStep.Link(options, [.. all.Select(i => LinkerInput(i, []))], _sysroot, output);
        List<byte[]?> contents = Each(all, (input, messages) => input.IsSource ? ToObject(step, input, messages) : []);
        return contents.TrueForAll(c => c is not null) && LinkStep.Link(options, [.. all.Zip(contents, (i, c) => LinkerInput(i, c!))], _sysroot, output);
    }

    private static LinkInput LinkerInput(DriverInput input, byte[] content) => input.Kind switch
    {
        InputKind.Library => new LinkInput.Library(input.Path) { Whole = input.Whole },
        InputKind.Linker => new LinkInput.FromFile(input.Path) { Whole = input.Whole },
        _ => new LinkInput.FromFile(Path.ChangeExtension(Path.GetFileName(input.Path), ".o"), content),
    };
}
