// Objects and archives made one at a time, handled by the distribution's own ar, nm and readelf, and linked into programs that move.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class SeparateCompilationTests
{
    [Fact]
    public void AnObjectIsTheSameToTheByteWithOneThreadAndInAnotherFolder()
    {
        string source = Path.Combine(Repository.Root, "tests/Cases/interpreter.c");
        List<byte[]> objects = [];
        foreach (string threads in new[] { "1", "2" })
        {
            string folder = Path.Combine(Toolchain.Scratch, "threads" + threads), copy = Path.Combine(folder, "interpreter.c"), output = Path.Combine(folder, "interpreter.o");
            Directory.CreateDirectory(folder);
            File.Copy(source, copy, overwrite: true);
            ProcessResult result = Run.Program(Toolchain.CompilerPath, ["-O2", "-c", copy, "-o", output], environment: new Dictionary<string, string> { ["DOTNET_PROCESSOR_COUNT"] = threads });
            Assert.True(result.ExitCode == 0, result.Error);
            objects.Add(File.ReadAllBytes(output));
        }
        Assert.Equal(objects[0], objects[1]);
    }

    private const string Main = """
        #include <stdio.h>
        extern int shared;
        int helper(int (*f)(int), int n);
        static int twice(int x) { shared++; return 2 * x; }
        int main(void) {
          printf("%d ", helper(twice, 20));
          printf("%d\n", shared);
          return 0;
        }
        """;

    private const string Helper = """
        int shared = 100;
        int deeper(int (*f)(int), int n);
        int helper(int (*f)(int), int n) {
          int local[4] = {n, n + 1, n + 2, n + 3}, s = 0;
          for (int i = 0; i < 4; i++) s += deeper(f, local[i]);
          return s;
        }
        """;

    private const string Deeper = "int deeper(int (*f)(int), int n) { return n ? f(n) + deeper(f, n / 2) : 0; }\n";

    private const string Expected = "320 120\n";

    private static string[] Objects(string prefix)
    {
        List<string> objects = [];
        foreach ((string name, string text) in new[] { ("main", Main), ("helper", Helper), ("deeper", Deeper) })
        {
            string source = Path.Combine(Toolchain.Scratch, $"{prefix}-{name}.c"), output = Path.ChangeExtension(source, ".o");
            File.WriteAllText(source, text);
            ProcessResult result = Toolchain.Cc("-O2", "-c", source, "-o", output);
            Assert.Equal(new ProcessResult(0, "", ""), result);
            objects.Add(output);
        }
        return [.. objects];
    }

    private static void RunsAndMoves(string program)
    {
        Assert.Equal(new ProcessResult(0, Expected, ""), Run.Program(program, []));
        Assert.Equal(new ProcessResult(0, Expected, ""), Toolchain.RunMoving(program, 1));
    }

    [Fact]
    public void ObjectsLinkIntoAProgramThatMoves()
    {
        string program = Path.Combine(Toolchain.Scratch, "separate");
        Assert.Equal(new ProcessResult(0, "", ""), Toolchain.Cc([.. Objects("objects"), "-o", program]));
        RunsAndMoves(program);
    }

    [Fact]
    public void AnArchiveOfObjectsLinks()
    {
        string[] objects = Objects("archive");
        string archive = Path.Combine(Toolchain.Scratch, "libparts.a"), program = Path.Combine(Toolchain.Scratch, "archived");
        File.Delete(archive);
        Assert.Equal(new ProcessResult(0, "", ""), Run.Program("ar", ["rcs", archive, objects[1], objects[2]]));
        Assert.Equal(new ProcessResult(0, "", ""), Toolchain.Cc(objects[0], "-L" + Toolchain.Scratch, "-lparts", "-o", program));
        RunsAndMoves(program);
    }

    [Fact]
    public void TheDistributionsToolsReadTheObjects()
    {
        string helper = Objects("tools")[1];
        ProcessResult nm = Run.Program("nm", [helper]);
        Assert.Equal((0, ""), (nm.ExitCode, nm.Error));
        Assert.Contains(" T helper\n", nm.Output);
        Assert.Contains(" D shared\n", nm.Output);
        Assert.Contains(" U deeper\n", nm.Output);
        ProcessResult readelf = Run.Program("readelf", ["-aW", helper]);
        Assert.Equal((0, ""), (readelf.ExitCode, readelf.Error));
        Assert.Contains(".popcorn.aarch64", readelf.Output);
    }

    [Fact]
    public void AProgramIsAnOrdinaryExecutableToReadelf()
    {
        string program = Toolchain.Compile("examples/helloworld.c", "-O2");
        foreach (string file in new[] { program, Toolchain.Thin(program) })
        {
            ProcessResult readelf = Run.Program("readelf", ["-aW", file]);
            Assert.Equal((0, ""), (readelf.ExitCode, readelf.Error));
            Assert.Contains("EXEC (Executable file)", readelf.Output);
        }
    }

    [Fact]
    public void CompilingTwiceGivesTheSameBytes()
    {
        string[] first = Objects("same"), copies = [.. first.Select(f => f + ".first")];
        for (int i = 0; i < first.Length; i++) File.Copy(first[i], copies[i], overwrite: true);
        string[] second = Objects("same");
        for (int i = 0; i < first.Length; i++) Assert.Equal(File.ReadAllBytes(copies[i]), File.ReadAllBytes(second[i]));
    }

    [Fact]
    public void EveryUndefinedSymbolIsListedWithWhoAsks()
    {
        string[] objects = Objects("undefined");
        string asker = Path.Combine(Toolchain.Scratch, "asker.c");
        File.WriteAllText(asker, "int helper(int (*)(int), int), absent(void);\nint main(void) { return helper(0, absent()); }\n");
        ProcessResult result = Toolchain.Cc(asker, objects[1], "-o", Path.Combine(Toolchain.Scratch, "never"));
        Assert.Equal(1, result.ExitCode);
        Assert.Matches("undefined symbol 'absent'\n  needed by .*asker", result.Error);
        Assert.Matches("undefined symbol 'deeper'\n  needed by .*undefined-helper.o", result.Error);
    }

    [Fact]
    public void ADuplicateSymbolNamesBothObjects()
    {
        string[] a = Objects("first"), b = Objects("second");
        ProcessResult result = Toolchain.Cc([.. a, b[2], "-o", Path.Combine(Toolchain.Scratch, "never")]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("deeper", result.Error);
        Assert.Contains("first-deeper.o", result.Error);
        Assert.Contains("second-deeper.o", result.Error);
    }
}
