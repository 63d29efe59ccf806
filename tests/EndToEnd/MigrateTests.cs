// Moves from outside: the signal, `popcorn migrate`, the log, and what happens when a node cannot be had or is lost.
using System.Diagnostics;
using System.Text.RegularExpressions;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed partial class MigrateTests
{
    private static string Migrateme => Toolchain.Compile("examples/migrateme.c", "-O2", "-DPAUSE_MS=50");

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    public void PopcornMigrateMovesAProgramThatNeverAsks(string? node)
    {
        using Process process = StartMigrateme(out int pid);
        ProcessResult asked = Toolchain.Popcorn(["migrate", pid.ToString(), .. node is null ? Array.Empty<string>() : [node]]);
        Assert.Equal(new ProcessResult(0, "", ""), asked);
        string rest = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        VerifyIterations(rest, pid);
        Assert.EndsWith("iteration 29, node id 1\n", rest);
    }

    [Fact]
    public void TheBareSignalMovesToTheNextNodeAndBack()
    {
        using Process process = StartMigrateme(out int pid);
        Assert.Equal(0, Run.Program("/bin/kill", ["-35", pid.ToString()]).ExitCode);
        string first = ReadUntil(process, "node id 1");
        Assert.Equal(0, Run.Program("/bin/kill", ["-35", pid.ToString()]).ExitCode);
        string rest = first + process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        VerifyIterations(rest, pid);
        Assert.EndsWith("iteration 29, node id 0\n", rest);
    }

    [Fact]
    public void TheLogHasALineForEveryMove()
    {
        string log = Path.Combine(Toolchain.Scratch, "moves.log");
        File.Delete(log);
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", "--log", log, Toolchain.Compile("examples/helloworldN.c", "-O2")]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        string[] lines = File.ReadAllLines(log);
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Matches(NumberPattern(), line));
    }

    [Fact]
    public void WithoutTheEmulatorTheProgramGoesOnWhereItIs()
    {
        string program = Toolchain.Compile("examples/helloworld2.c", "-O2");
        ProcessResult result = Run.Program("/bin/sh", ["-c", "PATH=/nonexistent; export PATH; exec \"$0\" run \"$1\"", Path.Combine(Repository.Root, "artifacts/popcorn/popcorn"), program]);
        Assert.Equal("hello from node 0\nhello from node 0\n", result.Output);
        Assert.Contains("qemu-aarch64 is not installed", result.Error);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void ANodeOfAnotherBuildIsRefused()
    {
        // The program on disk is replaced after the start: the node would be another build than its home.
        string program = Path.Combine(Toolchain.Scratch, "replaced");
        File.Copy(Migrateme, program, overwrite: true);
        using Process process = Start(program, out int pid, redirectError: true);
        string other = Toolchain.Compile("examples/helloworld2.c", "-O2");
        File.Copy(other, program + ".new", overwrite: true);
        File.Move(program + ".new", program, overwrite: true);
        Assert.Equal(0, Toolchain.Popcorn("migrate", pid.ToString()).ExitCode);
        string rest = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        VerifyIterations(rest, pid);
        Assert.EndsWith("iteration 29, node id 0\n", rest);
        Assert.Contains("build", error);
    }

    private static Process StartMigrateme(out int pid) => Start(Migrateme, out pid, redirectError: false);

    private static Process Start(string program, out int pid, bool redirectError)
    {
        Process process = Process.Start(new ProcessStartInfo(Toolchain.ToolPath, ["run", program])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = redirectError,
        })!;
        string? line = process.StandardOutput.ReadLine();
        Match match = LinePattern().Match(line ?? "");
        Assert.True(match.Success, $"unexpected first line '{line}'");
        pid = int.Parse(match.Groups[1].Value);
        return process;
    }

    private static string ReadUntil(Process process, string text)
    {
        string all = "";
        while (!all.Contains(text, StringComparison.Ordinal))
        {
            string? line = process.StandardOutput.ReadLine();
            if (line is null) break;
            all += line + "\n";
        }
        return all;
    }

    /// <summary>Iterations 1 to 29, each once, all with the same ids, whatever the node.</summary>
    private static void VerifyIterations(string output, int pid)
    {
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(29, lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            Match match = LinePattern().Match(lines[i]);
            Assert.True(match.Success, lines[i]);
            Assert.Equal((pid.ToString(), pid.ToString(), (i + 1).ToString()), (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value));
        }
    }

    [GeneratedRegex(@"^\[(\d+),(\d+)\] iteration (\d+), node id \d$")]
    private static partial Regex LinePattern();

    [GeneratedRegex(@"\d")]
    private static partial Regex NumberPattern();
}
