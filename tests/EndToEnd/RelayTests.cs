// Three nodes: a move between two that are not home goes through it, message by message.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class RelayTests
{
    [Fact]
    public void AProgramMovesBetweenTwoNodesThatAreNotHome()
    {
        string program = Toolchain.CompileText("relay", """
            #include <migrate.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            static long visit(const int *way, char *memory, int n) {
              long local[4] = {n, n * 2, n * 3, n * 4};
              if (*way < 0) return n;
              migrate(*way, 0, 0);
              printf("%d: %s\n", current_nid(), current_arch() == X86_64 ? "x86-64" : "aarch64");
              memory[n * 4096] = (char)n;
              long r = visit(way + 1, memory, n + 1);
              return r + local[3] + memory[n * 4096];
            }
            int main(void) {
              static const int way[] = {1, 2, 1, 0, 2, 3, 2, 1, 0, -1};
              printf("%ld\n", visit(way, calloc(100, 4096), 1));
              return 0;
            }
            """, "-O2");
        string log = Path.Combine(Toolchain.Scratch, "relay.log");
        File.Delete(log);
        ProcessResult result = Run.Program(Toolchain.ToolPath, ["run", "--log", log, "--nodes", "x86-64,aarch64,x86-64,aarch64", program]);
        int[] way = [1, 2, 1, 0, 2, 3, 2, 1, 0];
        Assert.Equal("", result.Error);
        Assert.Equal((0, string.Concat(way.Select(n => $"{n}: {(n % 2 == 0 ? "x86-64" : "aarch64")}\n")) + "235\n"), (result.ExitCode, result.Output));
        Assert.Equal(way.Prepend(0).Zip(way, (a, b) => $"from={a} to={b}"), File.ReadAllLines(log).Select(l => l[l.IndexOf("from=", StringComparison.Ordinal)..l.IndexOf(" frames", StringComparison.Ordinal)]));
    }
}
