// tcc's tests2 as a conformance test: each program of the distribution's source package of tcc is compiled once and run natively, on AArch64 and with moves, and prints what tcc's expectation says.
// Tests2/programs.list says what differs from that, and why; it names every program, so that none is forgotten.
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

/// <summary>One line of programs.list.</summary>
internal sealed partial record Tests2Program(string Name, IReadOnlyList<string> Options, IReadOnlyList<string> With, IReadOnlyList<string> Arguments, int ExitCode, bool HasOwnExpectation, bool IsSkipped)
{
    private const string Folder = "tests/EndToEnd/Tests2";

    private static readonly Lazy<string> s_sources = new(() =>
    {
        string folder = Path.Combine(Repository.Root, "artifacts/sources");
        ProcessResult result = Run.Program("sh", [Path.Combine(Repository.Root, ".ci/fetch-source.sh"), folder, "tcc"], timeoutSeconds: 300);
        Assert.True(result.ExitCode == 0, result.Error);
        return Path.Combine(folder, "tcc/tests/tests2");
    });

    private static readonly ConcurrentDictionary<string, Lazy<string>> s_compiled = new(StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyList<Tests2Program>> s_all = new(() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, Folder, "programs.list")).Where(l => l.Length > 0 && l[0] != '#').Select(Parse)]);

    /// <summary>All lines, in order.</summary>
    public static IReadOnlyList<Tests2Program> All => s_all.Value;

    /// <summary>The folder with the programs; fetched when first asked for.</summary>
    public static string Sources => s_sources.Value;

    /// <summary>What the program prints, as compared: without blanks at the ends of lines and without tcc's own warnings.</summary>
    public string Expected => Normalize(File.ReadAllText(HasOwnExpectation ? Path.Combine(Repository.Root, Folder, Name + ".expected") : Path.Combine(Sources, Name + ".expect")));

    public static string Normalize(string text) => Warning().Replace(TrailingBlanks().Replace(text, "\n").TrimEnd() + "\n", "");

    /// <summary>The program, compiled once for all the ways to run it.</summary>
    public string Compile() => s_compiled.GetOrAdd(Name, _ => new Lazy<string>(() =>
    {
        string output = Path.Combine(Toolchain.Scratch, "tests2." + Name);
        ProcessResult result = Toolchain.Cc([Path.Combine(Sources, Name + ".c"), .. With.Select(f => Path.Combine(Sources, f)), "-w", "-O2", .. Options, "-o", output, "-lm"]);
        Assert.True(result.ExitCode == 0, result.Error);
        return output;
    })).Value;

    /// <summary>Runs it by a command in a folder of its own, and compares.</summary>
    public void Verify(string way, Func<string, (string File, IEnumerable<string> Arguments)> command, int every = 0)
    {
        string directory = Path.Combine(Toolchain.Scratch, $"tests2.{Name}.in.{way}");
        Directory.CreateDirectory(directory);
        File.Copy(Path.Combine(Sources, Name + ".c"), Path.Combine(directory, Name + ".c"), overwrite: true);
        (string file, IEnumerable<string> arguments) = command(Compile());
        ProcessResult result = Run.Program(file, [.. arguments, .. Arguments], directory: directory,
            environment: every == 0 ? null : new Dictionary<string, string> { ["POPCORN_MIGRATE_EVERY"] = every.ToString(System.Globalization.CultureInfo.InvariantCulture) }, timeoutSeconds: 300);
        Assert.Equal(Expected, Normalize(result.Output));
        Assert.Equal(ExitCode, result.ExitCode);
    }

    private static Tests2Program Parse(string line)
    {
        string[] words = [.. Word().Matches(Comment().Replace(line, "")).Select(m => m.Value.Trim('\''))];
        string[] rest = words.Length > 2 ? words[2..] : [];
        string kind = words.Length > 1 ? words[1] : "";
        return new Tests2Program(words[0], kind == "options" ? rest : [], kind == "with" ? rest : [], kind == "arguments" ? rest : [],
            kind == "exit" ? int.Parse(rest[0], System.Globalization.CultureInfo.InvariantCulture) : 0, kind == "expected", kind == "skip");
    }

    [GeneratedRegex(@"[ \t\r]+\n")]
    private static partial Regex TrailingBlanks();

    [GeneratedRegex(@"^\S+\.c:\d+: warning: .*\n", RegexOptions.Multiline)]
    private static partial Regex Warning();

    [GeneratedRegex(@"\s#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"'[^']*'|\S+")]
    private static partial Regex Word();
}

/// <summary>The ways to run them; a class a way, as xunit runs classes beside each other.</summary>
public abstract class Tests2
{
    public static TheoryData<string> Programs => [.. Tests2Program.All.Where(p => !p.IsSkipped).Select(p => p.Name)];

    private protected static Tests2Program Program(string name) => Tests2Program.All.Single(p => p.Name == name);
}

public sealed class Tests2RunNatively : Tests2
{
    [Theory, MemberData(nameof(Programs))]
    public void AsAPlainProgram(string name) => Program(name).Verify("native", program => (program, []));

    [Fact]
    public void EveryProgramIsInTheList() =>
        Assert.Equal(
            Directory.GetFiles(Tests2Program.Sources, "*.c").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal),
            Tests2Program.All.Select(p => p.Name).Order(StringComparer.Ordinal));
}

public sealed class Tests2RunOnAArch64Alone : Tests2
{
    [Theory, MemberData(nameof(Programs))]
    public void Thinned(string name) => Program(name).Verify("aarch64", program => ("qemu-aarch64", [Toolchain.Thin(program)]));
}

public sealed class Tests2Move : Tests2
{
    // It comes by 1.2 million migration points: to move at each of them takes a quarter of an hour, at every 11th a minute.
    private const string Long = "46_grep";

    /// <summary>N = 7 in every run of the tests; N = 1 and 101 as well in the full one.</summary>
    public static TheoryData<string, int> Moves
    {
        get
        {
            TheoryData<string, int> all = [];
            int[] every = Environment.GetEnvironmentVariable("POPCORN_FULL") == "1" ? [1, 7, 101] : [7];
            foreach (int n in every)
            {
                foreach (Tests2Program p in Tests2Program.All.Where(p => !p.IsSkipped)) all.Add(p.Name, n == 1 && p.Name == Long ? 11 : n);
            }
            return all;
        }
    }

    [Theory, MemberData(nameof(Moves))]
    public void MovedNowAndThen(string name, int every) => Program(name).Verify($"every{every}", program => (Toolchain.ToolPath, ["run", program]), every);
}
