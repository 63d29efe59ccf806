// What is said about wrong and suspicious programs: each case's whole output is compared with its golden text, and the line, column, severity and group of every message with what clang says about the same file under the
// same options. Where we differ from clang on purpose, exceptions.txt says where and why; an exception that is none fails too. The first line of a case may give options: "// -Wall -Wextra".
using System.Text.RegularExpressions;
using PopcornCC.Cli;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Diagnostics;

public sealed partial class DiagnosticsTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "Compiler", "Diagnostics");

    public static TheoryData<string> Cases() => [.. CaseNames];

    private static IEnumerable<string> CaseNames => Directory.GetFiles(Path.Combine(s_folder, "Cases"), "*.c").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_gives_the_expected_messages(string name) => Golden.Verify($"tests/Compiler/Diagnostics/Cases/{name}.txt", Ours(name));

    // One clang for all cases that have the same options.
    [Fact]
    public void Cases_are_seen_as_clang_sees_them()
    {
        List<string> differences = [];
        foreach (IGrouping<string, string> group in CaseNames.GroupBy(n => string.Join(' ', Options(n)), StringComparer.Ordinal))
        {
            ILookup<string, string> clang = Findings(Clang([.. group])).ToLookup(f => f.Case, f => f.Finding, StringComparer.Ordinal);
            foreach (string name in group)
            {
                string[] ours = [.. Findings(Ours(name)).Where(f => f.Case == name).Select(f => f.Finding)];
                differences.AddRange(clang[name].Except(ours).Select(f => $"{name} - {f}").Concat(ours.Except(clang[name]).Select(f => $"{name} + {f}")));
            }
        }
        Assert.Equal(ExceptionLines().Select(Exception).Order(StringComparer.Ordinal), differences.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_expectation_and_exception_has_its_case()
    {
        HashSet<string> cases = [.. CaseNames];
        Assert.Empty(Directory.GetFiles(Path.Combine(s_folder, "Cases"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Except(cases));
        Assert.Empty(ExceptionLines().Select(l => l.Split(' ')[0]).Except(cases));
    }

    private static string[] Options(string name)
    {
        string first = File.ReadLines(Path.Combine(s_folder, "Cases", name + ".c")).First();
        return first.StartsWith("// -", StringComparison.Ordinal) ? first[3..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
    }

    private static string Ours(string name)
    {
        string[] arguments = ["-fsyntax-only", "-nostdinc", "-isystem", Path.Combine(s_folder, "include"), "-ferror-limit=0", .. Options(name), Path.Combine(s_folder, "Cases", name + ".c")];
        StringWriter messages = new();
        Thread thread = new(() => Program.Run(arguments, new ErrorOutput(messages, color: false)), Program.StackSize);
        thread.Start();
        thread.Join();
        return messages.ToString().Replace(s_folder + "/Cases/", "", StringComparison.Ordinal).Replace(s_folder + "/", "", StringComparison.Ordinal);
    }

    private static string Clang(string[] names) => Run.Program("clang-19",
        ["--target=x86_64-linux-musl", "-nostdinc", "-isystem", Path.Combine(s_folder, "include"), "-mlong-double-64", "-fsyntax-only", "-std=gnu17", "-ferror-limit=0", "-fno-caret-diagnostics", .. Options(names[0]),
            .. names.Select(n => Path.Combine(s_folder, "Cases", n + ".c"))]).Error;

    /// <summary>Line, column, severity and group of every error and warning.</summary>
    private static HashSet<(string Case, string Finding)> Findings(string text)
    {
        HashSet<(string, string)> findings = [];
        foreach (Match m in MessageLine().Matches(text))
        {
            string group = m.Groups["tail"].Value.Split(',').Select(w => w.Trim()).LastOrDefault(w => w.StartsWith("-W", StringComparison.Ordinal) && w != "-Werror") ?? "";
            string severity = m.Groups["severity"].Value.Contains("error", StringComparison.Ordinal) ? "error" : "warning";
            findings.Add((Path.GetFileNameWithoutExtension(m.Groups["file"].Value), $"{m.Groups["place"].Value} {severity} {group}".TrimEnd()));
        }
        return findings;
    }

    [GeneratedRegex(@"^(?<file>[^\n:]*):(?<place>\d+:\d+): (?<severity>fatal error|error|warning): [^\n]*?(?:\[(?<tail>[^\[\]\n]*)\])?$", RegexOptions.Multiline)]
    private static partial Regex MessageLine();

    private static IEnumerable<string> ExceptionLines() => File.ReadLines(Path.Combine(s_folder, "exceptions.txt")).Where(l => l.Length > 0 && l[0] != '#');

    // "case sign line:column severity group: reason"
    private static string Exception(string line) => line[..line.IndexOf(": ", StringComparison.Ordinal)];
}
