// Each file in Cases is a program; its expectation stands beside it. Options for clang may follow `//` in the first line.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Linker.Tests;

public sealed class RunTests : IDisposable
{
    private readonly Toolchain _tools = new();

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Path.Combine(Repository.Root, "tests/Linker/Cases"), "*.c").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    public void Dispose() => _tools.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Programs_print_the_same_fat_and_thin_on_both_ISAs(string name)
    {
        string source = Path.Combine(Repository.Root, $"tests/Linker/Cases/{name}.c");
        string first = File.ReadLines(source).First();
        string[] options = first.StartsWith("// -", StringComparison.Ordinal) ? first[3..].Split(' ') : [];
        byte[] program = Toolchain.Link(new LinkOptions(), _tools.Start(), ($"{name}.o", _tools.Fat(source, options)), Archive("x86-64"), Archive("aarch64")).Executable;
        Golden.Verify($"tests/Linker/Cases/{name}.out", _tools.RunEverywhere(program));
    }

    [Fact]
    public void No_expectation_is_without_its_case()
    {
        Assert.All(Directory.GetFiles(Path.Combine(Repository.Root, "tests/Linker/Cases"), "*.out"), f => Assert.True(File.Exists(Path.ChangeExtension(f, ".c")), f));
    }

    /// <summary>The distribution's libgcc.a of one ISA.</summary>
    public static (string, byte[]) Archive(string isa)
    {
        string path = isa == "x86-64" ? "/usr/lib/gcc/x86_64-linux-gnu/12/libgcc.a" : "/usr/lib/gcc-cross/aarch64-linux-gnu/12/libgcc.a";
        return ($"{isa}/libgcc.a", File.ReadAllBytes(path));
    }
}
