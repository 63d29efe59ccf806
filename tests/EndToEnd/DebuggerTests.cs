// gdb on the x86-64 program and gdb-multiarch on the AArch64 one: breakpoints on lines, locals of every kind of type, back traces, and the same after a move. Types are compared with clang's.
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class DebuggerTests
{
    private const string Source = """
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        typedef unsigned int u32;
        typedef struct node { int value; struct node *next; char name[8]; } node_t;
        enum color { RED, GREEN = 5, BLUE };
        union both { int i; float f; };
        struct bits { unsigned a : 3; int b : 5; unsigned long c : 40; _Bool d; };
        typedef int (*binary)(int, int);
        struct big { long a[4]; };
        static int counter = 3;
        static int add(int a, int b) { return a + b; }
        __attribute__((noinline)) static long sum(struct big s, int k)
        {
          long r = 0;
          for (int i = 0; i < 4; i++) r += s.a[i] * k;
          printf("%ld\n", r); /* in sum */
          return r;
        }
        __attribute__((noinline)) static node_t *push(node_t *head, int value, const char *name)
        {
          node_t *n = malloc(sizeof *n);
          n->value = value;
          n->next = head;
          strncpy(n->name, name, 7);
          n->name[7] = 0;
          return n;
        }
        __attribute__((noinline)) static int work(int n, u32 flags)
        {
          int array[4] = {1, 2, 3, n};
          int vla[n];
          node_t local = {7, NULL, "loc"};
          node_t *list = &local;
          enum color c = GREEN;
          union both u = {.f = 1.5f};
          struct bits b = {5, -3, 123456789, 1};
          binary op = add;
          double d = 2.5;
          const char *text = "some text";
          static int calls;
          struct big big = {{1, 2, 3, 4}};
          calls++;
          for (int i = 0; i < n; i++) { vla[i] = i * i; list = push(list, vla[i], "item"); }
          {
            int array = 99;
            counter += array; /* inner */
          }
          long total = sum(big, n);
          printf("%d %d %s %d %d %f %d %s\n", array[3], vla[n - 1], list->name, c, u.i, d, b.b, text); /* stop */
          return calls + flags + op(1, 2) + (int)total;
        }
        int main(int argc, char **argv)
        {
          (void)argv;
          printf("%d\n", work(argc + 4, 1));
          return 0;
        }
        """;

    private static int Line(string marker) => Source[..Source.IndexOf(marker, StringComparison.Ordinal)].Count(c => c == '\n') + 1;

    private static string Program(params string[] options) =>
        Toolchain.CompileText("debugged" + string.Concat(options), Source, ["-g", .. options]);

    private static string Gdb(string program, params string[] commands) => Debug("gdb", program, [$"break {Line("/* stop */")}", "run", .. commands]);

    private static string Debug(string debugger, string program, IEnumerable<string> commands, params string[] options)
    {
        List<string> arguments = ["-q", "-nx", "-batch", "-ex", "set pagination off", "-ex", "set debuginfod enabled off", "-ex", "set width 0", .. options];
        foreach (string c in commands) arguments.AddRange(["-ex", c]);
        arguments.Add(program);
        return Run.Program(debugger, arguments).Output;
    }

    private static readonly string[] s_prints =
    [
        "p array", "p vla[2]", "p local", "p *list", "p list->next->value", "p c", "p u", "p b", "p op", "p d", "p text", "p big", "p n", "p flags", "p work::calls", "p counter", "whatis flags", "ptype list", "bt",
    ];

    private static readonly string[] s_printed =
    [
        "= {1, 2, 3, 5}", "= 4", "= {value = 7, next = 0x0, name = \"loc", "= {value = 16, next = 0x", "= 9", "= GREEN", "f = 1.5}", "= {a = 5, b = -3, c = 123456789, d = true}", "<add>", "= 2.5", "\"some text\"",
        "= {a = {1, 2, 3, 4}}", "= 5", "= 1", "= 1", "= 102", "type = u32", "type = struct node {", "#0  work (n=5, flags=1) at",
    ];

    [Theory]
    [InlineData("-gdwarf-5")]
    [InlineData("-gdwarf-4")]
    public void EveryLocalCanBePrintedAtO0(string version)
    {
        string output = Gdb(Program("-O0", version), s_prints);
        Assert.All(s_printed, expected => Assert.Contains(expected, output, StringComparison.Ordinal));
        Assert.Contains("in main (argc=1, argv=0x", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-O1")]
    [InlineData("-Og")]
    [InlineData("-O2")]
    public void LocalsOnTheDataStackCanBePrintedInOptimisedCode(string level)
    {
        string output = Gdb(Program(level), "p array", "p big", "p b.c", "p c", "p d", "p n", "bt");
        Assert.All(["= {1, 2, 3, 5}", "= {a = {1, 2, 3, 4}}", "= 123456789", "= GREEN", "= 2.5", "= 5", "in main ("], expected => Assert.Contains(expected, output, StringComparison.Ordinal));
    }

    [Fact]
    public void AFunctionsBreakpointComesWhenItsParametersAreThere()
    {
        string output = Debug("gdb", Program("-O0"), ["break sum", "run", "p k", "p s", "next", "next", "finish"]);
        Assert.Contains("sum (s=..., k=5) at", output, StringComparison.Ordinal);
        Assert.Contains("= {a = {1, 2, 3, 4}}", output, StringComparison.Ordinal);
        Assert.Contains("Value returned is $3 = 50", output, StringComparison.Ordinal);
    }

    [Fact]
    public void AnInnerBlocksVariableHidesTheOuterOne()
    {
        string output = Debug("gdb", Program("-O0"), [$"break {Line("/* inner */")}", "run", "p array"]);
        Assert.Contains("$1 = 99", output, StringComparison.Ordinal);
    }

    [Fact]
    public void BacktracesWorkWithLinesAlone()
    {
        string output = Debug("gdb", Program("-O0", "-g1"), [$"break {Line("/* in sum */")}", "run", "bt", "info locals"]);
        Assert.Contains($"#0  sum () at", output, StringComparison.Ordinal);
        Assert.Contains("in main () at", output, StringComparison.Ordinal);
        Assert.Contains("No locals.", output, StringComparison.Ordinal);
    }

    [Fact]
    public void TheAArch64ProgramIsDebuggedThroughQemu()
    {
        string program = Toolchain.Thin(Program("-O0"));
        int port = FreePort();
        using Process qemu = Process.Start(new ProcessStartInfo("qemu-aarch64", ["-g", port.ToString(), program]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            string output = Debug("gdb-multiarch", program, [$"break {Line("/* stop */")}", "continue", .. s_prints, "kill"],
                "-ex", "set tcp connect-timeout 20", "-ex", "set architecture aarch64", "-ex", $"file {program}", "-ex", $"target remote localhost:{port}");
            Assert.All(s_printed, expected => Assert.Contains(expected, output, StringComparison.Ordinal));
        }
        finally
        {
            if (!qemu.HasExited) qemu.Kill();
        }
    }

    [Fact]
    public void LocalsAreThereAfterAMove()
    {
        string program = Toolchain.CompileText("debuggedAfterMove", """
            #include <migrate.h>
            #include <stdio.h>
            #include <unistd.h>
            volatile int done;
            struct pair { int x; const char *name; };
            static int wait_here(int depth, struct pair *p)
            {
              int local = depth * 3 + 4;
              char text[16] = "in the copy";
              if (depth > 0) { int r = wait_here(depth - 1, p); return r + local; }
              migrate(1, 0, 0);
              migrate(0, 0, 0);
              printf("%d\n", (int)getpid());
              fflush(stdout);
              for (int i = 0; !done && i < 3000; i++) usleep(10000);
              return local + p->x + text[0];
            }
            int main(void)
            {
              struct pair p = {5, "five"};
              printf("%d\n", wait_here(2, &p));
              return 0;
            }
            """, "-g", "-O0");
        using Process node = Process.Start(new ProcessStartInfo(Toolchain.ToolPath, ["run", program]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            string pid = node.StandardOutput.ReadLine()!;
            string output = Debug("gdb", program, ["bt", "frame function wait_here", "p local", "p text", "p *p", "p depth", "set var done = 1", "detach"], "-ex", $"attach {pid}");
            Assert.All(["wait_here.resume ()", "$1 = 4", "in the copy", "{x = 5, name = 0x", "= 0"], expected => Assert.Contains(expected, output, StringComparison.Ordinal));
            Assert.Equal("131", node.StandardOutput.ReadLine());
            Assert.True(node.WaitForExit(30000));
        }
        finally
        {
            if (!node.HasExited) node.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("-O0", "-gdwarf-5")]
    [InlineData("-O2", "-gdwarf-5")]
    [InlineData("-O2", "-gdwarf-4")]
    public void BothHalvesOfTheProgramVerify(string level, string version)
    {
        string program = Program(level, version);
        foreach (string half in (string[])[program, Toolchain.Thin(program)])
        {
            ProcessResult result = Run.Program("llvm-dwarfdump-19", ["--verify", half]);
            Assert.True(result.ExitCode == 0, result.Output + result.Error);
        }
    }

    [Fact]
    public void TypesAreLaidOutAsClangSays()
    {
        const string Types = """
            #define V __attribute__((vector_size(16)))
            typedef float v4 V;
            struct inner { short s; union { int i; double d; }; };
            struct __attribute__((packed)) tight { char c; int i; unsigned long l : 33; };
            struct all {
              _Bool flag; char c; signed char sc; unsigned char uc; short s; unsigned short us; int i; unsigned u; long l; unsigned long ul; long long ll; float f; double d;
              const char *name; int *const fixed; volatile int *v; void *any; int (*call)(const struct all *, double, ...); int grid[2][3][4]; struct inner in[2]; v4 vec; enum { A, B = -2 } e;
              unsigned x : 3, y : 9; int : 0; long z : 50; struct tight t; struct all *next; char tail[];
            };
            union choice { struct all *p; struct inner in; char bytes[40]; };
            struct all *a; union choice c; struct tight t; enum color { RED, GREEN = 7, BIG = 0x80000000u } color; v4 vector;
            int main(void) { return a != 0 && c.p != 0 && t.c && color == RED; }
            """;
        string source = Path.Combine(Toolchain.Scratch, "types.c"), ours = Path.Combine(Toolchain.Scratch, "types.ours.o"), clang = Path.Combine(Toolchain.Scratch, "types.clang.o");
        File.WriteAllText(source, Types);
        ProcessResult compiled = Toolchain.Cc("-g", "-O0", "-c", source, "-o", ours);
        Assert.True(compiled.ExitCode == 0, compiled.Error);
        Assert.Equal(0, Run.Program("clang-19", ["-g", "-O0", "-c", source, "-o", clang]).ExitCode);
        string[] questions = ["ptype /o struct all", "ptype /o union choice", "ptype /o struct inner", "ptype /o struct tight", "ptype enum color", "ptype v4", "whatis a->call", "ptype a->call", "whatis vector", "whatis a->fixed"];
        string answer = Debug("gdb", clang, questions);
        Assert.Contains("total size", answer, StringComparison.Ordinal);
        Assert.Equal(answer, Debug("gdb", ours, questions));
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
