// A program under `popcorn run` on a terminal: ^Z stops it, wherever it runs, as a shell expects, and `fg` continues it.
using System.Diagnostics;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class TerminalTests
{
    private static string Program => Toolchain.CompileText("terminal", """
        #include <migrate.h>
        #include <signal.h>
        #include <stdio.h>
        #include <string.h>
        #include <unistd.h>
        static volatile sig_atomic_t continued;
        static void handler(int signo) { continued = signo; }
        int main(int argc, char **argv) {
          signal(SIGCONT, handler);
          if (!strcmp(argv[1], "move")) migrate(1, 0, 0);
          printf("ready on a terminal: %d\n", isatty(0));
          fflush(stdout);
          while (!continued) usleep(2000);
          char line[64] = "";
          if (!fgets(line, sizeof line, stdin)) return 3;
          printf("node %d read %s", current_nid(), line);
          return 0;
        }
        """, "-O2");

    // `script` gives the shell a terminal of its own; what is typed comes from the test when the output says that it is time.
    [Theory]
    [InlineData("stay", 0)]
    [InlineData("move", 1)]
    public void ControlZStopsItAndForegroundContinuesIt(string where, int node)
    {
        ProcessStartInfo start = new("script") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (string argument in new[] { "-q", "-e", "-c", $"bash -i -c 'set -m; {Toolchain.ToolPath} run {Program} {where}; echo stopped $?; fg >/dev/null; echo ended $?'", "/dev/null" })
            start.ArgumentList.Add(argument);
        start.Environment["PS1"] = "";
        using Process process = Process.Start(start)!;
        List<string> lines = [];
        for (string? line = process.StandardOutput.ReadLine(); line != null; line = process.StandardOutput.ReadLine())
        {
            lines.Add(line.TrimEnd('\r'));
            string? typed = line.Contains("ready on a terminal: 1", StringComparison.Ordinal) ? "\u001a" : line.Contains("stopped 148", StringComparison.Ordinal) ? "typed\n" : null;
            if (typed is null) continue;
            process.StandardInput.Write(typed);
            process.StandardInput.Flush();
        }
        Assert.True(process.WaitForExit(30000));
        Assert.Contains("stopped 148", string.Join('\n', lines), StringComparison.Ordinal);
        Assert.Contains($"node {node} read typed", lines);
        Assert.Contains("ended 0", lines);
    }
}
