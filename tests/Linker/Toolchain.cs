// What the tests of the linker need of clang-19, llc-19, lld-19 and qemu: pairs of objects of one source, and ways to run the result. They stand
// in for the compiler, so that the linker is tested by itself; nothing of this is in the product.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.Tests.Support;
using Xunit;

[assembly: System.Runtime.Versioning.SupportedOSPlatform("linux")]

namespace PopcornCC.Linker.Tests;

/// <summary>Compiles, links and runs.</summary>
internal sealed class Toolchain : IDisposable
{
    private static readonly string[] s_triples = ["x86_64-linux-musl", "aarch64-linux-musl"];
    private readonly string _directory = Directory.CreateTempSubdirectory("popcorn-linker-").FullName;
    private int _counter;

    public static string Inputs => Path.Combine(Repository.Root, "tests/Linker/Inputs");

    public static Target X86 => Target.All[0];

    public static Target AArch64 => Target.All[1];

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    public string NewPath(string suffix) => Path.Combine(_directory, $"{++_counter}{suffix}");

    /// <summary>One ISA's object of a C or assembly file.</summary>
    public byte[] Half(string source, Target target, params string[] options)
    {
        string o = NewPath(".o");
        Tool("clang-19", ["--target=" + s_triples[target.Index], "-O2", "-w", "-fno-pic", "-ffreestanding", "-fno-builtin", "-fno-stack-protector", "-funwind-tables",
            "-ffunction-sections", "-fdata-sections", .. options, "-c", source, "-o", o]);
        return File.ReadAllBytes(o);
    }

    /// <summary>The fat object of a C file.</summary>
    public byte[] Fat(string source, params string[] options) => FatObject.Combine(Half(source, X86, options), Half(source, AArch64, options));

    /// <summary>The fat object of C text.</summary>
    public byte[] FatText(string text, params string[] options)
    {
        string c = NewPath(".c");
        File.WriteAllText(c, text);
        return Fat(c, options);
    }

    public byte[] HalfText(string text, Target target, string suffix, params string[] options)
    {
        string c = NewPath(suffix);
        File.WriteAllText(c, text);
        return Half(c, target, options);
    }

    /// <summary>One ISA's object of an IR file.</summary>
    public byte[] Ir(string source, Target target)
    {
        string o = NewPath(".o");
        Tool("llc-19", ["-O2", "-mtriple=" + s_triples[target.Index], "-relocation-model=static", "-use-registers-for-deopt-values", "-no-x86-call-frame-opt",
            "-function-sections", "-data-sections", "-filetype=obj", source, "-o", o]);
        return File.ReadAllBytes(o);
    }

    /// <summary>The start-up object that every program here needs.</summary>
    public (string, byte[]) Start() => ("start.o", Fat(Path.Combine(Inputs, "start.c")));

    /// <summary>Links objects in memory; fails the test when there are errors.</summary>
    public static LinkResult Link(LinkOptions options, params (string Name, byte[] Bytes)[] inputs)
    {
        LinkDiagnostics diagnostics = new();
        LinkResult? result = StaticLinker.Link(options, [.. inputs.Select(i => new LinkInput.FromFile(i.Name, i.Bytes))], diagnostics);
        Assert.True(result is not null, string.Join('\n', diagnostics.All));
        return result;
    }

    /// <summary>The diagnostics of a link that must fail, as text.</summary>
    public static string LinkErrors(params (string Name, byte[] Bytes)[] inputs) => LinkErrors(new LinkOptions(), inputs);

    public static string LinkErrors(LinkOptions options, params (string Name, byte[] Bytes)[] inputs)
    {
        LinkDiagnostics diagnostics = new();
        Assert.Null(StaticLinker.Link(options, [.. inputs.Select(i => new LinkInput.FromFile(i.Name, i.Bytes))], diagnostics));
        Assert.True(diagnostics.HasErrors);
        return string.Concat(diagnostics.All.Select(d => d + "\n"));
    }

    /// <summary>The thin executable of one ISA.</summary>
    public static byte[] Thin(byte[] fat, Target target)
    {
        byte[]? thin = FatExecutable.Thin(fat, target, out string? error);
        Assert.True(thin is not null, error);
        return thin;
    }

    /// <summary>Runs the fat file and both thin ones; all must print and return the same, which is returned.</summary>
    public string RunEverywhere(byte[] fat)
    {
        string native = Execute(fat, null);
        Assert.Equal(native, Execute(Thin(fat, X86), null));
        Assert.Equal(native, Execute(Thin(fat, AArch64), "qemu-aarch64"));
        return native;
    }

    public string WriteProgram(byte[] program)
    {
        string path = NewPath(".out");
        File.WriteAllBytes(path, program);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>Runs a tool that must succeed and returns what it printed.</summary>
    public static string Tool(string name, IEnumerable<string> arguments)
    {
        ProcessResult r = Run.Program(name, arguments);
        Assert.True(r.ExitCode == 0, $"{name}: {r.Error}");
        return r.Output + r.Error;
    }

    private string Execute(byte[] program, string? emulator)
    {
        string path = WriteProgram(program);
        ProcessResult r = emulator is null ? Run.Program(path, [], timeoutSeconds: 20) : Run.Program(emulator, [path], timeoutSeconds: 20);
        return $"{r.Output}{r.Error}exit {r.ExitCode}\n";
    }
}
