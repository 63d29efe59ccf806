// `popcorn inspect`: what is in a fat executable, both ISAs side by side, and whether they agree. Exit code 1 when they do not.
using CommandLine;
using PopcornCC.Inspect;
using Spectre.Console;

namespace PopcornCC.Node;

/// <summary>Options of <c>popcorn inspect</c>.</summary>
[Verb("inspect", HelpText = "Show both halves of a program and check that they agree.")]
internal sealed class InspectOptions
{
    [Option("sizes", HelpText = "Show only how many bytes text, resume copies, maps, data and the file have.")]
    public bool Sizes { get; set; }

    [Option("check", HelpText = "Show only what is wrong: verify every site's values, frame and resume entry on both ISAs.")]
    public bool Check { get; set; }

    [Value(0, MetaName = "PROG", Required = true, HelpText = "The fat executable.")]
    public string Program { get; set; } = "";

    [Value(1, MetaName = "FUNCTION", Required = false, HelpText = "Show this function's sites and stack maps.")]
    public string? Function { get; set; }
}

/// <summary>Runs the verb.</summary>
internal static class InspectCommand
{
    public static int Execute(InspectOptions options)
    {
        if (FatProgram.Open(options.Program) is not { } program) return 1;
        if (Inspection.Read(program.Bytes, out string? error) is not { } inspection) return Report.BadProgram(options.Program, error!);
        bool redirected = Console.IsOutputRedirected;
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect });
        // A pipe or a file has no width and takes no colours; tables must not be cut there.
        if (redirected) console.Profile.Width = 400;
        Printer printer = new(inspection, console);
        if (options.Check)
        {
            if (inspection.Disagreements.Count == 0) printer.PrintSound();
        }
        else if (options.Sizes) printer.PrintSizes();
        else if (options.Function is null) printer.PrintProgram();
        else if (!printer.PrintFunctions(options.Function)) return Report.NoSuchFunction(options.Program, options.Function);
        foreach (string disagreement in inspection.Disagreements) Report.Disagreement(options.Program, disagreement);
        return inspection.Disagreements.Count == 0 ? 0 : 1;
    }
}
