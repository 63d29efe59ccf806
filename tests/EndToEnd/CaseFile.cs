// A test case is a C program in tests/Cases with its expectation beside it; directives in comments say what differs from the usual.
using System.Text.RegularExpressions;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

/// <summary>A case read from tests/Cases.</summary>
public sealed partial record CaseFile(string Name, string Source, string Expected, int ExitCode, bool Movable, int Least, string[] Options)
{
    private const string Folder = "tests/Cases";

    /// <summary>Every case's name, in ordinal order.</summary>
    public static TheoryData<string> All => Names(_ => true);

    /// <summary>The names of those that may be moved.</summary>
    public static TheoryData<string> AllMovable => Names(name => Read(name).Movable);

    public static CaseFile Read(string name)
    {
        string source = $"{Folder}/{name}.c";
        string text = File.ReadAllText(Path.Combine(Repository.Root, source));
        Match exit = ExitLine().Match(text), options = OptionsLine().Match(text), least = LeastLine().Match(text);
        return new CaseFile(name, source, File.ReadAllText(Path.Combine(Repository.Root, Folder, name + ".expected")),
            exit.Success ? int.Parse(exit.Groups[1].Value) : 0, !text.Contains("\n// migrate: no\n", StringComparison.Ordinal),
            least.Success ? int.Parse(least.Groups[1].Value) : 1, options.Success ? options.Groups[1].Value.Split(' ') : []);
    }

    /// <summary>The program, compiled at a level and with more flags, if any, after the case's own options.</summary>
    public string Compile(string level, params string[] flags) => Toolchain.Compile(Source, [level, .. Options, .. flags]);

    /// <summary>Runs the program with a move at every such migration point, or at the case's own least distance, and compares.</summary>
    public void VerifyMoving(string program, int every, bool checkPages = false) => Verify(Toolchain.RunMoving(program, Math.Max(every, Least), checkPages: checkPages));

    /// <summary>Files of the folder with this extension, without it, in ordinal order.</summary>
    public static List<string> FilesOf(string extension) =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*" + extension).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>Fails unless a run printed and returned what is expected, and nothing else.</summary>
    public void Verify(ProcessResult result)
    {
        Assert.Equal(Expected, result.Output);
        Assert.Equal("", result.Error);
        Assert.Equal(ExitCode, result.ExitCode);
    }

    private static TheoryData<string> Names(Predicate<string> wanted)
    {
        TheoryData<string> names = [];
        foreach (string name in FilesOf(".c"))
        {
            if (wanted(name)) names.Add(name);
        }
        return names;
    }

    [GeneratedRegex(@"^// exit: (\d+)$", RegexOptions.Multiline)]
    private static partial Regex ExitLine();

    [GeneratedRegex(@"^// least: (\d+)$", RegexOptions.Multiline)]
    private static partial Regex LeastLine();

    [GeneratedRegex(@"^// options: (.+)$", RegexOptions.Multiline)]
    private static partial Regex OptionsLine();
}
