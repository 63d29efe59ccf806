// A node that dies: before the move commits the program goes on where it is and says so once; afterwards the program is lost, and says so too.
// The emulator is replaced by a script through PATH.
using System.Diagnostics;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class NodeDeathTests
{
    private const string Stayed = "hello, world (node 0)\nhello, world (node 0)\nhello, world (node 0)\nhello, world (node 0)\nhello, world (node 0)\n";

    private static ProcessResult RunWithEmulator(string name, string script, string program, string every = "")
    {
        string folder = Path.Combine(Toolchain.Scratch, name);
        Directory.CreateDirectory(folder);
        string emulator = Path.Combine(folder, "qemu-aarch64");
        File.WriteAllText(emulator, "#!/bin/sh\n" + script);
        Assert.Equal(0, Run.Program("/bin/chmod", ["+x", emulator]).ExitCode);
        return Run.Program(Toolchain.ToolPath, ["run", program],
            environment: new Dictionary<string, string> { ["PATH"] = $"{folder}:{Environment.GetEnvironmentVariable("PATH")}", ["POPCORN_MIGRATE_EVERY"] = every });
    }

    [Fact]
    public void ANodeThatDoesNotEvenStartIsSaidOnceAndTheProgramGoesOn()
    {
        Stopwatch clock = Stopwatch.StartNew();
        ProcessResult result = RunWithEmulator("broken", "exit 3\n", Toolchain.Compile("examples/helloworldN.c", "-O2"));
        Assert.Equal((Stayed, 0), (result.Output, result.ExitCode));
        Assert.Contains("ended with exit code 3", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"{clock.Elapsed}");
    }

    [Fact]
    public void ANodeWithoutRoomForTheProgramIsSaidAndTheProgramGoesOn()
    {
        // The node starts and answers, but cannot hold what arrives.
        ProcessResult result = RunWithEmulator("small", "ulimit -v 300000\nexec /usr/bin/qemu-aarch64 \"$@\"\n", Toolchain.Compile("examples/helloworldN.c", "-O2"));
        Assert.Equal((Stayed, 0), (result.Output, result.ExitCode));
        // The node may refuse each move, or break down at the first one.
        Assert.Contains("popcorn: node 0: cannot move to node 1: ", result.Error);
    }

    [Theory]
    [InlineData("0.05")]
    [InlineData("0.2")]
    [InlineData("0.6")]
    public void ANodeKilledAtAnyTimeNeverHangsTheProgramAndLosesNoLine(string delay)
    {
        string script = $"/usr/bin/qemu-aarch64 \"$@\" &\nsleep {delay}\nkill -9 $!\nwait\n";
        ProcessResult result = RunWithEmulator("killed" + delay, script, Toolchain.Compile("examples/migrateme.c", "-O2", "-DPAUSE_MS=20"), every: "1");
        Assert.True(result.ExitCode == 0 ? result.Output.Split('\n').Length == 31 : result.Error.Contains("lost", StringComparison.Ordinal), result.Output + result.Error);
    }

    [Fact]
    public void AProgramWhoseNodeIsKilledUnderItSaysThatItIsLost()
    {
        using Process process = Process.Start(new ProcessStartInfo(Toolchain.ToolPath, ["run", Toolchain.Compile("examples/migrateme.c", "-O2", "-DPAUSE_MS=50")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardOutput.ReadLine();
        Assert.Equal(0, Toolchain.Popcorn("migrate", process.Id.ToString()).ExitCode);
        string? line;
        do line = process.StandardOutput.ReadLine();
        while (line is not null && !line.EndsWith("node id 1", StringComparison.Ordinal));
        Assert.NotNull(line);
        Process.GetProcessById(NodeOf(process.Id)).Kill();
        process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.NotEqual(0, process.ExitCode);
        Assert.Contains("the program is lost", error);
    }

    /// <summary>The process whose home is this one.</summary>
    private static int NodeOf(int home)
    {
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            try
            {
                if (int.TryParse(Path.GetFileName(folder), out int pid) && File.ReadAllText(folder + "/environ").Contains($"POPCORN_CONNECT=@popcorn-{home}-", StringComparison.Ordinal)) return pid;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile, or is not ours.
            }
        }
        throw new InvalidOperationException("there is no node");
    }
}
