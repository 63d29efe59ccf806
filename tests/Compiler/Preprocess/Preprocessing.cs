// Runs the preprocessor on one file the way the driver does, for tests.
using System.Text;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Tests.Preprocess;

internal static class Preprocessing
{
    /// <summary>The output of -E, then (after a line of dashes) the diagnostics; file names relative to <paramref name="folder"/>.</summary>
    public static string Run(string folder, string file, bool diagnostics = true, bool preprocessed = false, bool markers = false)
    {
        string text = SourceEncoding.Decode(File.ReadAllBytes(Path.Combine(folder, file)));
        string firstLine = text.Split('\n')[0];
        List<string> warnings = ["all"];
        bool silent = false;
        List<string> includes = [];
        List<CommandLineMacro> macros = [];
        foreach (string option in firstLine.StartsWith("// options: ", StringComparison.Ordinal) ? firstLine[12..].TrimEnd().Split(' ') : [])
        {
            if (option.StartsWith("-I", StringComparison.Ordinal)) includes.Add(Path.Combine(folder, option[2..]));
            else if (option.StartsWith("-D", StringComparison.Ordinal)) macros.Add(new CommandLineMacro(option[2..], false));
            else if (option.StartsWith("-U", StringComparison.Ordinal)) macros.Add(new CommandLineMacro(option[2..], true));
            else if (option.StartsWith("-W", StringComparison.Ordinal)) warnings.Add(option[2..]);
            else if (option == "-w") silent = true;
            else if (option == "-markers") markers = true;
        }
        SourceManager sources = new();
        DiagnosticBag bag = new() { Policy = new WarningPolicy(sources, new WarningSettings([.. warnings]) { None = silent }) };
        Preprocessor preprocessor = new(sources, bag, new PreprocessorOptions { IncludeFolders = includes, Macros = macros, Preprocessed = preprocessed }, new FileCache());
        StringWriter output = new() { NewLine = "\n" };
        PreprocessedOutput.Print(preprocessor, Path.Combine(folder, file), text, sources, output, lineMarkers: markers);
        StringBuilder result = new(output.ToString());
        if (diagnostics && bag.Items.Count > 0)
        {
            result.Append("--------\n").Append(DiagnosticRenderer.Render(bag.Items, sources, new RenderOptions { ErrorLimit = 0 }));
        }
        return result.ToString().Replace(folder.TrimEnd('/') + "/", "", StringComparison.Ordinal);
    }
}
