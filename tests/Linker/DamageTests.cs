// Bad input: every byte of small inputs is flipped in turn, and every prefix tried. The linker must give a program or diagnostics; an exception
// fails the test, and so does taking long (a hang, or an allocation of what a damaged size field says).
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using Xunit;

namespace PopcornCC.Linker.Tests;

public sealed class DamageTests : IDisposable
{
    private readonly Toolchain _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public void A_damaged_fat_object_is_an_error_or_links()
    {
        byte[] start = _tools.FatText("void _start(void) { extern int f(int); f(1); }");
        byte[] fat = Small();
        ForEachDamage(fat, damaged => Link(("start.o", start), ("small.o", damaged)));
    }

    [Fact]
    public void A_damaged_object_with_sites_is_an_error_or_links()
    {
        byte[] fat = FatObject.Combine(_tools.Ir(Path.Combine(Toolchain.Inputs, "small-sites.ll"), Toolchain.X86), _tools.Ir(Path.Combine(Toolchain.Inputs, "small-sites.ll"), Toolchain.AArch64));
        ForEachDamage(fat, damaged => Link(("sites.o", damaged)));
    }

    [Fact]
    public void A_damaged_archive_is_an_error_or_links()
    {
        byte[] start = _tools.FatText("void _start(void) { extern int f(int); f(1); }");
        string o = _tools.NewPath("-a-long-member-name.o"), a = _tools.NewPath(".a");
        File.WriteAllBytes(o, Small());
        Toolchain.Tool("ar", ["rcs", a, o]);
        byte[] archive = File.ReadAllBytes(a);
        ForEachDamage(archive, damaged => Link(("start.o", start), ("lib.a", damaged)));
    }

    [Fact]
    public void A_damaged_executable_is_thinned_or_refused()
    {
        byte[] program = Toolchain.Link(new LinkOptions(), ("start.o", _tools.FatText("_Thread_local int t = 1; int d = 2, b; void _start(void) { d = t + b; }"))).Executable;
        ForEachDamage(program, Read, only: Interesting(program));
        for (int length = 0; length < program.Length; length += 97) Read(program[..length]);

        static void Read(byte[] damaged)
        {
            foreach (Target t in Target.All) FatExecutable.Thin(damaged, t, out _);
            FatExecutable.ReadMaps(damaged, out _);
        }
    }

    [Fact]
    public void Files_that_are_no_objects_are_named()
    {
        Assert.Equal("text.o: error: neither an object nor an archive; linker scripts are not supported [PCC3004]\n", Toolchain.LinkErrors(("text.o", "hello"u8.ToArray())));
        Assert.Equal("empty.o: error: neither an object nor an archive; linker scripts are not supported [PCC3004]\n", Toolchain.LinkErrors(("empty.o", [])));
        Assert.Contains("cut short", Toolchain.LinkErrors(("short.o", "\u007fELF"u8.ToArray())), StringComparison.Ordinal);
        LinkDiagnostics diagnostics = new();
        Assert.Null(StaticLinker.Link(new LinkOptions(), [new LinkInput.FromFile("/nowhere/a.o"), new LinkInput.Library("nothing")], diagnostics));
        Assert.Equal(["/nowhere/a.o: error: cannot read: no such file [PCC3001]", "error: cannot find -lnothing (libnothing.a) in no directory: no -L was given [PCC3007]"],
            diagnostics.All.Take(2).Select(d => d.ToString()));
    }

    /// <summary>Non-zero bytes: padding is not worth a link each.</summary>
    private static IEnumerable<int> Interesting(byte[] file) => Enumerable.Range(0, file.Length).Where(i => file[i] != 0 || (i > 0 && file[i - 1] != 0));

    private byte[] Small() => FatObject.Combine(_tools.HalfText(SmallSource, Toolchain.X86, ".c"), _tools.HalfText(SmallSource, Toolchain.AArch64, ".c"));

    private const string SmallSource = "int d = 3; int b; extern int w __attribute__((weak)); int f(int x) { switch (x) { case 1: return d; case 2: return b; case 3: return 7; case 4: return &w != 0; } return x; }";

    private static void Link(params (string Name, byte[] Bytes)[] inputs)
    {
        LinkDiagnostics diagnostics = new();
        LinkResult? result = StaticLinker.Link(new LinkOptions { Undefined = ["f"], Entry = inputs.Length > 1 ? "_start" : "f" }, [.. inputs.Select(i => new LinkInput.FromFile(i.Name, i.Bytes))], diagnostics);
        Assert.True(result is not null || diagnostics.HasErrors);
    }

    private static void ForEachDamage(byte[] good, Action<byte[]> use, IEnumerable<int>? only = null)
    {
        // One flip a byte, of a bit that goes round; and every so often the sign bit, which makes sizes huge.
        int[] places = [.. only ?? Enumerable.Range(0, good.Length)];
        Parallel.ForEach(places, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            byte[] damaged = [.. good];
            damaged[i] ^= (byte)(i % 3 == 0 ? 0x80 : 1 << (i % 7));
            Try(damaged, use, $"byte {i}");
        });
        for (int length = 0; length < good.Length; length += Math.Max(1, good.Length / 150)) Try(good[..length], use, $"cut at {length}");
    }

    private static void Try(byte[] damaged, Action<byte[]> use, string what)
    {
        try
        {
            use(damaged);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException(what, e);
        }
    }
}
