// What is said about wrong and suspicious programs: each case's whole output is compared with its golden text, and the places and groups in it with what clang says about the same file under the same options. Where we
// differ from clang on purpose, exceptions.txt says where and why; an exception that is none fails too. The first line of a case may give options: "// -Wall -Wextra".
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

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_is_seen_as_clang_sees_it(string name)
    {
        HashSet<string> ours = Findings(Ours(name)), clang = Findings(Clang(name));
        IEnumerable<string> differences = clang.Except(ours).Select(f => "- " + f).Concat(ours.Except(clang).Select(f => "+ " + f));
        Assert.Equal(Exceptions(name).Order(StringComparer.Ordinal), differences.Order(StringComparer.Ordinal));
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

    private static string Clang(string name) => Run.Program("clang-19",
        ["--target=x86_64-linux-musl", "-nostdinc", "-isystem", Path.Combine(s_folder, "include"), "-mlong-double-64", "-fsyntax-only", "-std=gnu17", "-ferror-limit=0", "-fno-caret-diagnostics", .. Options(name),
            Path.Combine(s_folder, "Cases", name + ".c")]).Error;

    /// <summary>Line and group, or line and "error", of every error and warning.</summary>
    private static HashSet<string> Findings(string text)
    {
        HashSet<string> findings = [];
        foreach (Match m in MessageLine().Matches(text))
        {
            string group = m.Groups["tail"].Value.Split(',').Select(w => w.Trim()).LastOrDefault(w => w.StartsWith("-W", StringComparison.Ordinal) && w != "-Werror") ?? "";
            findings.Add(m.Groups["line"].Value + " " + (group.Length > 0 ? group : m.Groups["severity"].Value.Contains("error", StringComparison.Ordinal) ? "error" : "warning"));
        }
        return findings;
    }

    [GeneratedRegex(@"^[^\n:]*:(?<line>\d+):\d+: (?<severity>fatal error|error|warning): [^\n]*?(?:\[(?<tail>[^\[\]\n]*)\])?$", RegexOptions.Multiline)]
    private static partial Regex MessageLine();

    private static IEnumerable<string> ExceptionLines() => File.ReadLines(Path.Combine(s_folder, "exceptions.txt")).Where(l => l.Length > 0 && l[0] != '#');

    // "case sign line finding: reason"
    private static IEnumerable<string> Exceptions(string name) => ExceptionLines().Where(l => l.StartsWith(name + " ", StringComparison.Ordinal)).Select(l => l[(name.Length + 1)..].Split(':')[0]);
}
