// `popcorn --print-man`: the manual page, made of the same texts as the help: the overview that `popcorn --help` prints, then what `popcorn VERB --help` prints for every verb there is.
using System.Reflection;
using System.Text;
using CommandLine;
using CommandLine.Text;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Node;

/// <summary>Prints the manual page.</summary>
internal static class ManCommand
{
    /// <summary>The page, for the overview that <c>--help</c> prints.</summary>
    public static string Page(string usage)
    {
        StringBuilder help = new(usage.TrimEnd());
        foreach ((Type options, VerbAttribute verb) in Verbs())
        {
            string name = options.IsSubclassOf(typeof(InspectVerbOptions)) ? $"inspect {verb.Name}" : verb.Name;
            help.Append($"\n\npopcorn {name}\n  {verb.HelpText}\n");
            foreach (string line in OptionLines(options)) help.Append("  ").Append(line.Trim()).Append('\n');
        }
        return ManPage.Of("popcorn", "run, move and look into programs built by popcorn-cc", "popcorn VERB [options] [arguments]", help.ToString(), typeof(ManCommand).Assembly.GetName().Version!.ToString(3));
    }

    private static IEnumerable<(Type Options, VerbAttribute Verb)> Verbs() => typeof(ManCommand).Assembly.GetTypes()
        .Select(t => (t, t.GetCustomAttribute<VerbAttribute>()!)).Where(v => v.Item2 is { Hidden: false }).OrderBy(v => v.t.IsSubclassOf(typeof(InspectVerbOptions))).ThenBy(v => v.Item2.Name, StringComparer.Ordinal);

    private static IEnumerable<string> OptionLines(Type options)
    {
        using Parser parser = new(s =>
        {
            s.HelpWriter = null;
            s.AutoVersion = false;
        });
        ParserResult<object> result = parser.ParseArguments([options.GetCustomAttribute<VerbAttribute>()!.Name, "--help"], options);
        HelpText text = HelpText.AutoBuild(result, h =>
        {
            h.Heading = "";
            h.Copyright = "";
            h.AutoVersion = false;
            h.AutoHelp = false;
            h.AdditionalNewLineAfterOption = false;
            h.MaximumDisplayWidth = 4000;
            return h;
        }, e => e);
        return text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
