// A fault at every step of the protocol (POPCORN_FAULT, runtime/c/fault.c): the program moves there, makes system calls from afar, and moves back;
// at each message, of home and of the node, the process is killed, the connection cut, a byte spoiled, the node stalled, or the node server
// killed. The program then either prints what it should, having done everything once, or ends with one clear error and 128 + n; nothing hangs,
// and no process is left.
using System.Diagnostics;
using System.Text.RegularExpressions;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed partial class FaultTests
{
    private const int Patience = 2;

    private static bool Full => Environment.GetEnvironmentVariable("POPCORN_FULL") is not null;

    private static string Program => Toolchain.CompileText("faults", """
        #include <fcntl.h>
        #include <migrate.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <unistd.h>

        // Each step of the program is counted in a file, by itself: one that ran twice, or on two nodes, would show.
        static void step(const char *file, int n) {
          int fd = open(file, O_WRONLY | O_CREAT | O_APPEND, 0600);
          dprintf(fd, "%d\n", n);
          close(fd);
        }
        int main(int argc, char **argv) {
          char *memory = malloc(100000);
          memset(memory, 7, 100000);
          step(argv[1], 1);
          migrate(1, 0, 0);
          step(argv[1], 2);
          memory[50000]++;
          migrate(0, 0, 0);
          step(argv[1], 3);
          long sum = 0;
          for (int i = 0; i < 100000; i++) sum += memory[i];
          printf("%ld\n", sum);
          return 0;
        }
        """, "-O2");

    private static string Describe(int node, int at, string what) => $"{what} at step {at} of node {node}";

    /// <summary>One run; whether the step was reached.</summary>
    private static bool Try(int node, int at, string what)
    {
        string stem = Path.Combine(Toolchain.Scratch, $"fault-{node}-{at}-{what}"), marker = stem + ".hit", count = stem + ".count";
        File.Delete(marker);
        File.Delete(count);
        ProcessStartInfo start = new(Toolchain.ToolPath, ["run", "--nodes", "x86-64,x86-64", Program, count]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["POPCORN_FAULT"] = $"{node}:{at}:{what}:{marker}";
        start.Environment["POPCORN_PATIENCE"] = $"{Patience}";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        string context = Describe(node, at, what);
        bool ended = process.WaitForExit(what == "stall" ? 4000 * Patience : 20000);
        if (!ended)
        {
            // A node that stands still while it has the program is not told from one that computes: the program waits, and ends when it is killed.
            process.Kill();
            Assert.True(what == "stall" && File.Exists(marker), $"{context}: it hangs");
            process.WaitForExit();
        }
        string said = output.Result, complained = error.Result;
        string[] steps = File.Exists(count) ? File.ReadAllLines(count) : [];
        context += $": exit {process.ExitCode}, steps {string.Join(' ', steps)}, output '{said}', error '{complained}'";
        Assert.True(steps.SequenceEqual(Enumerable.Range(1, steps.Length).Select(i => $"{i}")), context);
        if (process.ExitCode == 0)
        {
            Assert.True(said == "700001\n" && steps.Length == 3, context);
            Assert.True(complained.Length == 0 || OneLine().IsMatch(complained), context);
        }
        else if (ended)
        {
            Assert.True(process.ExitCode == 137 && said.Length == 0, context);
            // A home that is killed cannot say anything.
            if (what != "kill" || node != 0) Assert.True(OneLine().IsMatch(complained), context);
        }
        // The nodes and their server end with the program, at once or as soon as they notice.
        for (int i = 0; Left(count) is { } left; i++)
        {
            Assert.True(i < 100, $"{context}: a process is left: {left}");
            Thread.Sleep(50);
        }
        return File.Exists(marker);
    }

    /// <summary>A process that was started with this argument, if there is one.</summary>
    private static string? Left(string argument)
    {
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            if (!char.IsAsciiDigit(Path.GetFileName(folder)[0])) continue;
            try
            {
                string line = File.ReadAllText(folder + "/cmdline");
                if (line.Contains(argument, StringComparison.Ordinal)) return $"{Path.GetFileName(folder)} {line.Replace('\0', ' ')}";
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile.
            }
        }
        return null;
    }

    [Theory]
    [InlineData(0, "kill")]
    [InlineData(1, "run")]
    [InlineData(0, "cut")]
    [InlineData(0, "header")]
    [InlineData(0, "payload")]
    [InlineData(1, "kill")]
    [InlineData(1, "cut")]
    [InlineData(1, "header")]
    [InlineData(1, "payload")]
    [InlineData(1, "stall")]
    public void AtEveryStepTheProgramGoesOnOrEndsWithOneError(int node, string what)
    {
        // Every step with --full; else about a third of them, and always the first ones, which open the node.
        int at = 1, reached = 0;
        for (; Try(node, at, what); at += Full || at < 3 ? 1 : 3) reached++;
        Assert.True(reached > 5, $"only {reached} steps");
        foreach (string file in Directory.GetFileSystemEntries("/tmp", "popcorn-run*")) Assert.Fail($"{file} is left");
    }

    [GeneratedRegex(@"\Apopcorn: [^\n]*\n\z")]
    private static partial Regex OneLine();
}
