// Functions as programs write them that write programs: hundreds of values of every kind that live through hundreds of calls, in one function. What is live at the most sites is
// kept in memory there (Conversions.Thin); without that the code generators take minutes and gigabytes.
using System.Globalization;
using System.Text;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class LargeFunctionTests
{
    private const int Values = 400;

    private static readonly string[] s_types = ["int", "double", "unsigned char", "long", "float", "short", "unsigned long", "int *", "_Bool"];

    private static readonly Lazy<string> s_source = new(MakeSource);

    private static string Program => Toolchain.CompileText("large-function", s_source.Value, "-O2", "-w");

    private static string Expected
    {
        get
        {
            string source = Path.Combine(Toolchain.Scratch, "large-function-gcc.c"), program = Path.Combine(Toolchain.Scratch, "large-function-gcc");
            File.WriteAllText(source, s_source.Value);
            ProcessResult compiled = Run.Program("gcc", ["-w", "-O1", source, "-o", program]);
            Assert.True(compiled.ExitCode == 0, compiled.Error);
            return Run.Program(program, []).Output;
        }
    }

    [Fact]
    public void ManyValuesLiveThroughManyCallsAndMoves()
    {
        ProcessResult expected = new(0, Expected, "");
        Assert.Equal(expected, Run.Program(Program, []));
        Assert.Equal(expected, Run.Program("qemu-aarch64", [Toolchain.Thin(Program)]));
        Assert.Equal(expected, Toolchain.RunMoving(Program, 7));
    }

    [Fact]
    public void AThousandValuesThatLiveThroughAThousandCallsCompileInLittleMemory()
    {
        StringBuilder text = new("int f(int);\nint main(void) {\n");
        for (int i = 0; i < 1000; i++) text.Append(CultureInfo.InvariantCulture, $"int v{i} = f({i});\n");
        text.Append("return 0").AppendJoin("", Enumerable.Range(0, 1000).Select(i => $" + v{i}")).Append(";\n}\n");
        string source = Path.Combine(Toolchain.Scratch, "thousand.c");
        File.WriteAllText(source, text.ToString());
        ProcessResult result = Run.Program(Toolchain.CompilerPath, ["-O2", "-ftime-report", "-c", source, "-o", source + ".o"], timeoutSeconds: 240);
        Assert.True(result.ExitCode == 0, result.Error);
        string memory = result.Error.Split('\n').Single(l => l.Contains("most memory in use", StringComparison.Ordinal));
        Assert.InRange(int.Parse(memory.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture), 1, 1500);
    }

    private static string MakeSource()
    {
        StringBuilder text = new("""
            #include <stdio.h>
            static int cells[1000];
            static volatile int limit = 3;
            __attribute__((noinline)) int step(int x) { int s = 0; for (int i = 0; i < limit; i++) s += x ^ i; return s + cells[x % 1000]++; }
            int main(int argc, char **argv) {
              unsigned long sum = 0;
              (void)argv;
              for (int round = 0; round < 3; round++) {

            """);
        string Type(int i) => s_types[i % s_types.Length];
        bool IsPointer(int i) => Type(i).EndsWith('*');
        for (int i = 0; i < Values; i++) text.Append(CultureInfo.InvariantCulture, $"{Type(i)} v{i} = {(IsPointer(i) ? $"&cells[(unsigned)step({i}) % 1000]" : $"step({i} + round)")};\n");
        text.Append("for (int k = 0; k < argc; k++) {\n");
        for (int i = 0; i < Values; i++)
        {
            if (IsPointer(i)) text.Append(CultureInfo.InvariantCulture, $"v{i} += step({i}) & 1;\n");
            else if (i % 4 == 0 && Type(i) != "_Bool") text.Append(CultureInfo.InvariantCulture, $"v{i} += 1;\n");
        }
        text.Append("}\n");
        for (int i = 0; i < Values; i++) text.Append(CultureInfo.InvariantCulture, $"sum = sum * 31 + (unsigned long){(IsPointer(i) ? $"(v{i} - cells)" : $"(long)v{i}")};\n");
        return text.Append("printf(\"%d %lu\\n\", round, sum);\n}\nreturn 0;\n}\n").ToString();
    }
}
