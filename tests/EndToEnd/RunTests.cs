// `popcorn run` is one program to whoever calls it: exit code, signals, standard streams, arguments, environment, and nothing left behind.
using System.Diagnostics;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class RunTests
{
    // Does what its first argument says, after a move to node 1 if the second says so.
    private static string Probe => Toolchain.CompileText("probe", """
        #include <migrate.h>
        #include <signal.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include <sys/resource.h>
        #include <sys/wait.h>
        #include <unistd.h>
        static volatile sig_atomic_t got;
        static void handler(int s) { got = s; }
        int main(int argc, char **argv) {
          if (argc < 3) return 1;
          if (!strcmp(argv[2], "move")) migrate(1, 0, 0);
          const char *what = argv[1];
          if (!strcmp(what, "exit")) return atoi(argv[3]);
          if (!strcmp(what, "abort")) abort();
          if (!strcmp(what, "segv")) { volatile int *p = 0; return *p; }
          if (!strcmp(what, "kill")) raise(SIGKILL);
          if (!strcmp(what, "args")) { for (int i = 3; i < argc; i++) printf("[%s]", argv[i]); puts(""); return 0; }
          if (!strcmp(what, "files")) { struct rlimit r; getrlimit(RLIMIT_NOFILE, &r); printf("%d\n", (int)r.rlim_cur); return 0; }
          if (!strcmp(what, "env")) { printf("%s %s\n", getenv("PROBE"), getenv("DOTNET_EnableDiagnostics") ? "leak" : "clean"); return 0; }
          if (!strcmp(what, "wait")) { printf("%d\n", (int)wait(0)); return 0; }
          if (!strcmp(what, "err")) { fprintf(stderr, "to stderr\n"); printf("to stdout\n"); return 0; }
          if (!strcmp(what, "cat")) { int c; while ((c = getchar()) != EOF) putchar(c); return 0; }
          if (!strcmp(what, "catch")) {
            signal(SIGTERM, handler);
            printf("ready %d\n", (int)getpid());
            fflush(stdout);
            while (!got) usleep(10000);
            printf("got %d on node %d\n", (int)got, current_nid());
            return 0;
          }
          if (!strcmp(what, "loop")) {
            printf("ready %d\n", (int)getpid());
            fflush(stdout);
            for (;;) usleep(10000);
          }
          return 2;
        }
        """, "-O2");

    private static ProcessResult RunProbe(string what, string where, string? input = null, params string[] more) =>
        Run.Program(Toolchain.ToolPath, ["run", Probe, what, where, .. more], input, environment: new Dictionary<string, string> { ["PROBE"] = "a value" });

    [Theory]
    [InlineData("stay", 0)]
    [InlineData("stay", 77)]
    [InlineData("move", 0)]
    [InlineData("move", 255)]
    public void TheExitCodeIsTheProgramsOwn(string where, int code) =>
        Assert.Equal(new ProcessResult(code, "", ""), RunProbe("exit", where, null, code.ToString()));

    [Theory]
    [InlineData("abort", "stay", 134)]
    [InlineData("abort", "move", 134)]
    [InlineData("segv", "stay", 139)]
    [InlineData("segv", "move", 139)]
    [InlineData("kill", "stay", 137)]
    [InlineData("kill", "move", 137)]
    public void AFatalSignalEndsItAsItEndsTheProgram(string what, string where, int code) =>
        Assert.Equal(code, RunProbe(what, where).ExitCode);

    [Theory]
    [InlineData("stay")]
    [InlineData("move")]
    public void StandardInputReachesTheProgramWhole(string where)
    {
        string text = string.Concat(Enumerable.Range(0, 20000).Select(i => $"line {i}\n"));
        ProcessResult result = RunProbe("cat", where, text);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(text, result.Output);
    }

    [Theory]
    [InlineData("stay")]
    [InlineData("move")]
    public void TheLimitOnOpenFilesIsTheCallers(string where) =>
        Assert.Equal(new ProcessResult(0, "207\n", ""), Run.Program("/bin/sh", ["-c", "ulimit -S -n 207; exec \"$0\" run \"$1\" files \"$2\"", Toolchain.ToolPath, Probe, where]));

    [Theory]
    [InlineData("stay")]
    [InlineData("move")]
    public void ArgumentsReachTheProgramUntouched(string where) =>
        Assert.Equal(new ProcessResult(0, "[--nodes][--][-h][][two words][*][-o x]\n", ""), RunProbe("args", where, null, "--nodes", "--", "-h", "", "two words", "*", "-o x"));

    [Theory]
    [InlineData("stay")]
    [InlineData("move")]
    public void TheEnvironmentReachesTheProgram(string where) => Assert.Equal(new ProcessResult(0, "a value clean\n", ""), RunProbe("env", where));

    [Theory]
    [InlineData("stay")]
    [InlineData("move")]
    public void StandardErrorIsSeparate(string where) => Assert.Equal(new ProcessResult(0, "to stdout\n", "to stderr\n"), RunProbe("err", where));

    [Fact]
    public void TheProgramHasNoChildItDidNotMake() => Assert.Equal("-1\n", RunProbe("wait", "stay").Output);

    [Theory]
    [InlineData("stay", 0)]
    [InlineData("move", 1)]
    public void ASignalFromOutsideReachesTheHandlerOnce(string where, int node)
    {
        using Process process = Start("catch", where, out int pid);
        Assert.Equal(process.Id, pid);
        Assert.Equal(0, Run.Program("/bin/kill", ["-TERM", pid.ToString()]).ExitCode);
        Assert.Equal($"got 15 on node {node}\n", process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("-TERM", "stay", 143)]
    [InlineData("-KILL", "stay", 137)]
    [InlineData("-TERM", "move", 143)]
    [InlineData("-KILL", "move", 137)]
    [InlineData("-INT", "move", 130)]
    public void NoNodeOutlivesAProgramThatIsKilled(string signal, string where, int code)
    {
        using Process process = Start("loop", where, out int pid);
        Assert.NotEmpty(ProcessesWith(Server(pid)));
        Assert.Equal(0, Run.Program("/bin/kill", [signal, pid.ToString()]).ExitCode);
        process.WaitForExit();
        Assert.Equal(code, process.ExitCode);
        // The pipe ends when the last process that holds it is gone: the node and the server.
        process.StandardOutput.ReadToEnd();
        Assert.Empty(ProcessesWith(Server(pid)));
        Assert.DoesNotContain($"@popcorn-run-{pid}-", File.ReadAllText("/proc/net/unix"), StringComparison.Ordinal);
    }

    [Fact]
    public void OneNodeAloneNeedsNoServer()
    {
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", "--nodes", "aarch64", Probe, "exit", "stay", "5"]);
        Assert.Equal(new ProcessResult(5, "", ""), result);
    }

    private static Process Start(string what, string where, out int pid)
    {
        // The tests may have been started with signals ignored, as in the background of a script; the program would inherit that.
        Process process = Process.Start(new ProcessStartInfo("/usr/bin/env", ["--default-signal", Toolchain.ToolPath, "run", Probe, what, where]) { RedirectStandardOutput = true })!;
        string? line = process.StandardOutput.ReadLine();
        Assert.StartsWith("ready ", line);
        pid = int.Parse(line!.AsSpan(6));
        return process;
    }

    /// <summary>What the command line of the program's node server contains: the program's process id before the nodes.</summary>
    private static string Server(int pid) => $"\0{pid}\0x86-64,aarch64\0";

    private static List<string> ProcessesWith(string text)
    {
        List<string> found = [];
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            try
            {
                if (int.TryParse(Path.GetFileName(folder), out _) && File.ReadAllText(folder + "/cmdline").Contains(text, StringComparison.Ordinal)) found.Add(folder);
            }
            catch (IOException)
            {
                // It has ended meanwhile.
            }
        }
        return found;
    }
}
