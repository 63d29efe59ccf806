// Cases/*.c: programs that print what they compute, with what clang makes of them beside (*.expected). Each must print the same on both ISAs, optimised or not.
using PopcornCC.Compiler.Migration;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.CodeGen;

public class CodeGenCasesTests
{
    public static TheoryData<string, OptimizationLevel> Cases()
    {
        TheoryData<string, OptimizationLevel> data = [];
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, NativePrograms.Folder), "*.expected").Order(StringComparer.Ordinal))
        {
            data.Add(Path.GetFileNameWithoutExtension(file), OptimizationLevel.O0);
            data.Add(Path.GetFileNameWithoutExtension(file), OptimizationLevel.O2);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void PrintsWhatClangPrints(string name, OptimizationLevel level)
    {
        string source = Path.Combine(Repository.Root, NativePrograms.Folder, name + ".c");
        string expected = File.ReadAllText(Path.ChangeExtension(source, ".expected"));
        DirectoryInfo directory = Directory.CreateTempSubdirectory("popcorn-codegen");
        try
        {
            IReadOnlyList<byte[]> objects = NativePrograms.Compile(source, level);
            for (int isa = 0; isa < objects.Count; isa++)
            {
                if (NativePrograms.Run(objects[isa], isa == 1, directory.FullName, $"{name}-{isa}") is not ProcessResult result) continue;
                Assert.Equal(expected, result.Output);
                Assert.Equal(0, result.ExitCode);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public void EveryCaseHasAnExpectation()
    {
        string folder = Path.Combine(Repository.Root, NativePrograms.Folder);
        string[] cases = [.. Directory.GetFiles(folder, "*.c").Select(Path.GetFileNameWithoutExtension).Where(n => n != "out").Order(StringComparer.Ordinal)!];
        string[] expectations = [.. Directory.GetFiles(folder, "*.expected").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];
        Assert.Equal(cases, expectations);
    }
}
