// Bad input to the tools: one clear line with an id, exit code 1, never a trace.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class ToolInputTests
{
    private static void Refused(ProcessResult result, string id)
    {
        Assert.Equal("", result.Output);
        Assert.Equal(1, result.ExitCode);
        string line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("popcorn: error: ", line);
        Assert.EndsWith($"[{id}]", line);
    }

    [Theory]
    [InlineData("run", "/nonexistent")]
    [InlineData("inspect", "/nonexistent")]
    [InlineData("thin", "--arch", "aarch64", "/nonexistent", "-o", "/tmp/never")]
    public void AMissingFile(params string[] arguments) => Refused(Toolchain.Popcorn(arguments), "PCC4002");

    [Theory]
    [InlineData("run", "run.sh")]
    [InlineData("inspect", "run.sh")]
    [InlineData("thin", "--arch", "x86-64", "run.sh", "-o", "/tmp/never")]
    [InlineData("run", "/bin/sh")]
    [InlineData("inspect", "/bin/sh")]
    [InlineData("inspect", "/dev/null")]
    public void NotAFatProgram(params string[] arguments) => Refused(Toolchain.Popcorn(arguments), "PCC4004");

    [Fact]
    public void ADirectory() => Refused(Toolchain.Popcorn("inspect", "tests"), "PCC4011");

    [Theory]
    [InlineData("PCC4006", "run", "--nodes", "x86-64,mips", "run.sh")]
    [InlineData("PCC4007", "run", "--nodes", ",", "run.sh")]
    [InlineData("PCC4006", "thin", "--arch", "mips", "run.sh", "-o", "/tmp/never")]
    [InlineData("PCC4001", "run")]
    [InlineData("PCC4001", "thin", "run.sh")]
    [InlineData("PCC4001", "nonsense")]
    [InlineData("PCC4001", "inspect", "--bogus", "run.sh")]
    [InlineData("PCC4001", "inspect", "frames", "run.sh")]
    [InlineData("PCC4004", "inspect", "info", "run.sh")]
    [InlineData("PCC4004", "inspect", "verify", "/dev/null")]
    [InlineData("PCC4002", "inspect", "layout", "/nonexistent")]
    [InlineData("PCC4011", "inspect", "size", "tests")]
    [InlineData("PCC4043", "inspect", "map", "run.sh", "main")]
    [InlineData("PCC4020", "migrate", "abc")]
    [InlineData("PCC4020", "migrate", "0")]
    [InlineData("PCC4021", "migrate", "1", "x")]
    [InlineData("PCC4022", "migrate", "2000000000")]
    public void WrongArguments(string id, params string[] arguments) => Refused(Toolchain.Popcorn(arguments), id);

    [Fact]
    public void AProcessThatIsNoPopcornProgramIsNotSignalled()
    {
        using System.Diagnostics.Process sleeper = System.Diagnostics.Process.Start("sleep", "100");
        Refused(Toolchain.Popcorn("migrate", sleeper.Id.ToString()), "PCC4024");
        Assert.False(sleeper.HasExited);
        sleeper.Kill();
    }

    [Fact]
    public void HelpAndVersionSucceed()
    {
        Assert.Equal((0, ""), (Toolchain.Popcorn("--help").ExitCode, Toolchain.Popcorn("run", "--help").Error));
        Assert.Matches(@"^popcorn \d+\.\d+\.\d+\n$", Toolchain.Popcorn("--version").Output);
    }

    [Fact]
    public void ATruncatedProgramIsRefusedWhereverItIsCut()
    {
        byte[] whole = File.ReadAllBytes(Toolchain.Compile("examples/helloworld.c", "-O2"));
        string cut = Path.Combine(Toolchain.Scratch, "cut");
        foreach (int length in new[] { 0, 1, 63, 64, 500, whole.Length / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(cut, whole[..length]);
            Refused(Toolchain.Popcorn("inspect", cut), "PCC4004");
        }
    }
}
