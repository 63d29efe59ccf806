// The examples print what their expectations say: natively (node 1 is not there then, and a move says so), and on two nodes.
using System.Text.RegularExpressions;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed partial class ExampleTests
{
    private static string Expected(string name) => File.ReadAllText(Path.Combine(Repository.Root, $"examples/{name}.expected"));

    private static string Build(string name, string level = "-O2") =>
        Toolchain.Compile($"examples/{name}.c", level, "-DHELLO_SLEEP=0", "-DPAUSE_MS=10");

    [Theory]
    [InlineData("popcornhelloS")]
    [InlineData("helloworld")]
    [InlineData("helloworld2")]
    [InlineData("helloworldN")]
    [InlineData("stackdeep")]
    public void PrintsTheExpectedOutputOnTwoNodes(string name)
    {
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", Build(name)]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(Expected(name), result.Output);
    }

    [Theory]
    [InlineData("-O0")]
    [InlineData("-O1")]
    [InlineData("-O3")]
    [InlineData("-Os")]
    public void StackdeepMovesAtEveryOptimisationLevel(string level)
    {
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", Build("stackdeep", level)]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(Expected("stackdeep"), result.Output);
    }

    [Fact]
    public void HelloworldIdKeepsItsProcessAndThreadId()
    {
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", Build("helloworldId")]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(Expected("helloworldId"), IdPrefix().Replace(result.Output, "[PID,TID]"));
        Assert.Single(IdPrefix().Matches(result.Output).Select(m => m.Value).Distinct());
    }

    [Fact]
    public void WithoutPopcornRunTheProgramStaysAndSaysWhy()
    {
        ProcessResult result = Run.Program(Build("helloworld2"), []);
        Assert.Equal("hello from node 0\nhello from node 0\n", result.Output);
        Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void MigratemeWithoutARequestStaysWhereItIs()
    {
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", Build("migrateme")]);
        Assert.Equal(("", 0), (result.Error, result.ExitCode));
        Assert.Equal(Expected("migrateme").Replace("node id N", "node id 0"), IdPrefix().Replace(result.Output, "[PID,TID]"));
    }

    [GeneratedRegex(@"^\[\d+,\d+\]", RegexOptions.Multiline)]
    private static partial Regex IdPrefix();
}
