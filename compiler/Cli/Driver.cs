// What popcorn-cc does with a parsed command line: each C or assembly input to the asked-for stage, then the link. As in gcc, a failing input does not keep the others from
// being compiled, but nothing is linked after a failure.
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;
using PopcornCC.Linker;

namespace PopcornCC.Cli;

/// <summary>Runs one command line.</summary>
public sealed class Driver(DriverOptions options, ErrorOutput output)
{
    private readonly Sysroot? _sysroot = Sysroot.Find();

    /// <summary>Does everything; the result is the exit code.</summary>
    public int Run()
    {
        if (options.Inputs.Count == 0)
        {
            output.Error("no input files", "PCC4100");
            return 1;
        }
        List<DriverInput> sources = [.. options.Inputs.Where(i => i.Kind is InputKind.C or InputKind.PreprocessedC or InputKind.Assembly)];
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
        bool unusedGood = options.Mode == DriverMode.Link || ReportUnused();
        CompileStep step = new(options, _sysroot, new FileCache());
        bool good = options.Mode switch
        {
            DriverMode.Preprocess or DriverMode.Dependencies => Preprocess(step, sources),
            DriverMode.SyntaxOnly => sources.Aggregate(true, (ok, input) => step.Check(input, output) && ok),
            DriverMode.Assembly => sources.Aggregate(true, (ok, input) => Assembly(step, input) && ok),
            DriverMode.Object when options.EmitLlvm => sources.Aggregate(true, (ok, input) => Assembly(step, input) && ok),
            DriverMode.Object => sources.Aggregate(true, (ok, input) => Object(step, input) && ok),
            DriverMode.Link => Link(step),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (output.MissingHeader && _sysroot is null && !options.NoStandardIncludes) output.WriteLine("popcorn-cc: note: the C library and its headers have not been built: run ./run.sh");
        return good && unusedGood ? 0 : 1;
    }

    private static bool SameFile(string input, string output) =>
        input != "-" && output != "/dev/null" && Path.GetFullPath(input) == Path.GetFullPath(output) && File.Exists(input);

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

    private bool Preprocess(CompileStep step, List<DriverInput> sources)
    {
        using StringWriter text = new();
        bool good = sources.Aggregate(true, (ok, input) => step.Preprocess(input, text, output) && ok);
        string path = options.Mode == DriverMode.Preprocess ? options.Output ?? "-" : "-";
        // After errors what there is goes to the terminal, but no file is left behind.
        if (!good && path != "-") return false;
        return OutputFile.Write(path, SourceEncoding.Encode(text.ToString()), executable: false, output) && good;
    }

    private bool Assembly(CompileStep step, DriverInput input)
    {
        if (step.ToText(input, output) is not IReadOnlyList<(string Suffix, byte[] Content)> texts) return false;
        string stem = options.Output is string o ? (o.EndsWith(".s", StringComparison.Ordinal) ? o[..^2] : o) : Path.GetFileNameWithoutExtension(input.Path);
        foreach ((string suffix, byte[] content) in texts)
        {
            string path = options.Output is "-" or "/dev/null" ? options.Output : suffix is ".ll" or ".bc" && options.Output is string given ? given : stem + suffix;
            if (!OutputFile.Write(path, content, executable: false, output)) return false;
        }
        return true;
    }

    // -save-temps: the preprocessed text and the assembly beside the object. What they say about the input is said again when it is compiled.
    private void SaveTemporaries(CompileStep step, DriverInput input)
    {
        if (!options.SaveTemporaries || input.Kind == InputKind.Assembly) return;
        ErrorOutput silent = new(TextWriter.Null, color: false);
        string stem = Path.GetFileNameWithoutExtension(input.Path);
        using StringWriter text = new();
        if (input.Kind == InputKind.C && step.Preprocess(input, text, silent)) OutputFile.Write(stem + ".i", SourceEncoding.Encode(text.ToString()), executable: false, output);
        foreach ((string suffix, byte[] content) in step.ToText(input, silent) ?? []) OutputFile.Write(stem + suffix, content, executable: false, output);
    }

    private bool Object(CompileStep step, DriverInput input)
    {
        SaveTemporaries(step, input);
        return step.ToObject(input, output) is byte[] content
        && OutputFile.Write(options.Output ?? Path.GetFileNameWithoutExtension(input.Path.EndsWith(".s", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(input.Path) : input.Path) + ".o",
            content, executable: false, output);
    }

    private bool Link(CompileStep step)
    {
        bool good = true;
        List<LinkInput> inputs = [];
        HashSet<string> assembled = new(StringComparer.Ordinal);
        foreach (DriverInput input in options.Inputs)
        {
            switch (input.Kind)
            {
                case InputKind.Library:
                    inputs.Add(new LinkInput.Library(input.Path));
                    break;
                case InputKind.Linker:
                    inputs.Add(new LinkInput.FromFile(input.Path));
                    break;
                case InputKind.Assembly when !assembled.Add(Path.GetFileNameWithoutExtension(Path.GetFileNameWithoutExtension(input.Path))):
                    break;
                default:
                    SaveTemporaries(step, input);
                    if (step.ToObject(input, output) is byte[] content) inputs.Add(new LinkInput.FromFile(Path.ChangeExtension(Path.GetFileName(input.Path), ".o"), content));
                    else good = false;
                    break;
            }
        }
        return good && LinkStep.Link(options, inputs, _sysroot, output);
    }
}
