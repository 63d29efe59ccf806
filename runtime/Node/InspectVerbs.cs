// `popcorn inspect VERB FILE`: opens the file, lets PopcornCC.Inspect look, and prints tables or JSON. An archive is gone through member by member.
using System.Globalization;
using System.Text.RegularExpressions;
using CommandLine;
using PopcornCC.Inspect;

namespace PopcornCC.Node;

/// <summary>Reads a report of one file or member; null with the reason when there is none.</summary>
internal delegate FileReport? ReadReport(InspectedFile file, out string? error);

/// <summary>Runs the verbs of <c>inspect</c>.</summary>
internal static class InspectVerbs
{
    private static readonly Type[] s_options =
    [
        typeof(InfoOptions), typeof(ArchsOptions), typeof(VerifyOptions), typeof(LayoutOptions), typeof(SymbolsOptions), typeof(SitesOptions), typeof(FramesOptions), typeof(SizeOptions), typeof(AddressOptions),
    ];

    /// <summary>Whether `inspect WORD` names a verb; if not, the word is a program (`inspect PROG [FUNCTION]`).</summary>
    public static bool IsVerb(string word) => Names.Contains(word);

    private static IEnumerable<string> Names => s_options.Select(t => ((VerbAttribute)Attribute.GetCustomAttribute(t, typeof(VerbAttribute))!).Name);

    /// <summary>Parses and runs <paramref name="arguments"/>, which begin with a verb.</summary>
    public static int Execute(Parser parser, string[] arguments, Func<ParserResult<object>, List<Error>, int> wrongUsage)
    {
        ParserResult<object> parsed = parser.ParseArguments(arguments, s_options);
        return parsed.MapResult(Run, errors => wrongUsage(parsed, [.. errors]));
    }

    private static int Run(object options)
    {
        switch (options)
        {
            case InfoOptions o:
                return Show("info", o, (InspectedFile f, out string? e) => Sure(InfoReport.Read(f), out e));
            case ArchsOptions o:
                return Show("archs", o, (InspectedFile f, out string? e) => Sure(ArchsReport.Read(f), out e));
            case VerifyOptions o:
                return Show("verify", o, VerifyReport.Read);
            case LayoutOptions o:
                return Show("layout", o, (InspectedFile f, out string? e) => Sure(LayoutReport.Read(f), out e));
            case SymbolsOptions o:
                return Symbols(o);
            case SitesOptions o:
                return Show("sites", o, (InspectedFile f, out string? e) => SitesReport.Read(f, o.Function, out e), isAboutOne: o.Function is not null);
            case FramesOptions o:
                return Show("frames", o, (InspectedFile f, out string? e) => FramesReport.Read(f, o.Function, out e), isAboutOne: true);
            case SizeOptions o:
                return Show("size", o, SizeReport.Read);
            case AddressOptions o:
                string digits = o.Address.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? o.Address[2..] : o.Address;
                return ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong address)
                    ? Show("map", o, (InspectedFile f, out string? e) => AddressReport.Read(f, address, out e), isAboutOne: true)
                    : Report.NotAnAddress(o.Address);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static int Symbols(SymbolsOptions o)
    {
        if (!SymbolsReport.SortKeys.Contains(o.Sort)) return Report.WrongUsage($"--sort takes {string.Join(", ", SymbolsReport.SortKeys)}");
        Regex? filter = null;
        try
        {
            if (o.Filter is not null) filter = new Regex(o.Filter, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (RegexParseException e)
        {
            return Report.BadPattern(o.Filter!, $"{e.Error} at {e.Offset}");
        }
        return Show("symbols", o, (InspectedFile f, out string? e) => SymbolsReport.Read(f, filter, o.Sort, out e));
    }

    private static FileReport Sure(FileReport report, out string? error)
    {
        error = null;
        return report;
    }

    /// <summary>Opens the file and prints what <paramref name="read"/> finds. A verb about one function or address passes by the members of an archive that do not have it.</summary>
    private static int Show(string verb, InspectVerbOptions options, ReadReport read, bool isAboutOne = false)
    {
        if (Open(options.File) is not { } file) return 1;
        using (file)
        {
            List<(string? Member, FileReport Report)> reports = [];
            int code = 0;
            if (file.Kind != FileKind.Archive)
            {
                if (read(file, out string? error) is not { } report) return Report.CannotShow(options.File, error!);
                reports.Add((null, report));
            }
            else
            {
                string? last = null;
                foreach (var member in file.Members)
                {
                    string name = $"{options.File}({member.Name})";
                    if (InspectedFile.Read(member.Name, member.Content, out string? error) is not { } inner) code = Report.BadProgram(name, error!);
                    else if (read(inner, out error) is { } report) reports.Add((member.Name, report));
                    else if (isAboutOne) last = error;
                    else code = Report.CannotShow(name, error!);
                }
                if (reports.Count == 0 && isAboutOne && code == 0) return Report.CannotShow(options.File, last ?? "an archive without members");
            }
            Print(verb, options, reports);
            return reports.Any(r => r.Report is VerifyReport { Sound: false }) ? 1 : code;
        }
    }

    private static void Print(string verb, InspectVerbOptions options, IReadOnlyList<(string? Member, FileReport Report)> reports)
    {
        if (options.Json)
        {
            using Stream stream = Console.OpenStandardOutput();
            Write(stream, JsonOutput.Write(verb, options.File, reports));
            return;
        }
        try
        {
            Output output = Output.ForProcess();
            foreach ((string? member, FileReport report) in reports)
            {
                if (member is not null) output.Heading($"{member}:");
                ReportText.Print(report, output);
            }
            output.Flush();
        }
        catch (IOException)
        {
            // Who reads has seen enough (`| head`).
        }
    }

    private static void Write(Stream stream, byte[] bytes)
    {
        try
        {
            stream.Write(bytes);
        }
        catch (IOException)
        {
            // As above.
        }
    }

    internal static InspectedFile? Open(string path)
    {
        if (Directory.Exists(path)) Report.IsDirectory(path);
        else if (!File.Exists(path)) Report.NotFound(path);
        else if (InspectedFile.Open(path, out string? error) is { } file) return file;
        else Report.BadProgram(path, error!);
        return null;
    }
}
