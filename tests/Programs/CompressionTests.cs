// zlib, bzip2 and xz: their own tests pass, and what they compress is byte for byte what gcc's builds of them compress, whichever ISA runs them and however often they move.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Programs.Tests;

/// <summary>Files to compress: text, numbers that hardly compress, one byte repeated, nothing at all.</summary>
public static class Samples
{
    public static IReadOnlyList<string> Names { get; } = ["text", "noise", "zeros", "empty"];

    private static readonly Lazy<string> Folder = new(() =>
    {
        string folder = Path.Combine(Toolchain.Scratch, "samples");
        Directory.CreateDirectory(folder);
        string text = string.Concat(Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        File.WriteAllText(Path.Combine(folder, "text"), text[..Math.Min(text.Length, 24000)]);
        uint state = 12345;
        File.WriteAllBytes(Path.Combine(folder, "noise"), [.. Enumerable.Range(0, 9000).Select(_ => (byte)((state = (state * 1103515245) + 12345) >> 16))]);
        File.WriteAllBytes(Path.Combine(folder, "zeros"), new byte[40000]);
        File.WriteAllBytes(Path.Combine(folder, "empty"), []);
        return folder;
    });

    public static string File_(string name) => Path.Combine(Folder.Value, name);

    /// <summary>Compresses with gcc's build and with ours, compares, and has ours take it apart again. The programs work on a file in place, with <paramref name="ending"/> added and taken away.</summary>
    public static void RoundTrip(string name, string way, string reference, string ours, string ending, string[] compress, string[] expand)
    {
        string folder = Path.Combine(Toolchain.Scratch, $"{Path.GetFileName(ours)}-{name}-{way.Replace(' ', '-')}");
        Directory.CreateDirectory(folder);
        string a = Path.Combine(folder, "reference"), b = Path.Combine(folder, "ours");
        File.Copy(File_(name), a, overwrite: true);
        File.Copy(File_(name), b, overwrite: true);
        Assert.Equal(new ProcessResult(0, "", ""), Run.Program(reference, [.. compress, a], directory: folder));
        Assert.Equal(new ProcessResult(0, "", ""), Ways.Run(way, ours, [.. compress, b], directory: folder));
        Assert.Equal(File.ReadAllBytes(a + ending), File.ReadAllBytes(b + ending));
        Assert.Equal(new ProcessResult(0, "", ""), Ways.Run(way, ours, [.. expand, b + ending], directory: folder));
        Assert.Equal(File.ReadAllBytes(File_(name)), File.ReadAllBytes(b));
    }
}

public sealed class ZlibTests
{
    private static readonly Package Zlib = new("zlib", "./configure --static && make -j2 && make test && grep -q 'zlib test OK' build.log && grep -q 'zlib 64-bit test OK' build.log");

    public static TheoryData<string, string> All => Ways.Of(Samples.Names, Ways.Large);

    [Theory, MemberData(nameof(All))]
    public void What_minigzip_compresses_is_what_it_is_with_gcc(string sample, string way) =>
        Samples.RoundTrip(sample, way, Zlib.Reference + "/minigzip", Zlib.Ours + "/minigzip", ".gz", [], ["-d"]);

    [Theory, InlineData(Ways.X86_64), InlineData(Ways.AArch64), InlineData("moving 1009")]
    public void Its_example_passes_its_own_checks(string way) =>
        Ways.Same(Run.Program(Zlib.Reference + "/example", ["example.gz"], directory: Toolchain.Scratch), Ways.Run(way, Zlib.Ours + "/example", ["example.gz"], directory: Toolchain.Scratch));

    [Fact]
    public void A_few_bytes_compress_while_moving_at_every_migration_point()
    {
        string program = Zlib.Ours + "/minigzip";
        string file = Path.Combine(Toolchain.Scratch, "few");
        File.WriteAllText(file, "to move or not to move, to move or not");
        Assert.Equal(new ProcessResult(0, "", ""), Ways.Run(Ways.Moving(1), program, [file]));
        Assert.Equal(new ProcessResult(0, "", ""), Run.Program(Zlib.Reference + "/minigzip", ["-d", file + ".gz"]));
        Assert.Equal("to move or not to move, to move or not", File.ReadAllText(file));
    }
}

public sealed class Bzip2Tests
{
    // Its test target compares with the samples that come with it, and says so at the end.
    private static readonly Package Bzip2 = new("bzip2", "make -j2 CC=\"$CC\" libbz2.a bzip2 bzip2recover && make CC=\"$CC\" test");

    public static TheoryData<string, string> All => Ways.Of(Samples.Names, Ways.Large);

    [Theory, MemberData(nameof(All))]
    public void What_it_compresses_is_what_it_is_with_gcc(string sample, string way) =>
        Samples.RoundTrip(sample, way, Bzip2.Reference + "/bzip2", Bzip2.Ours + "/bzip2", ".bz2", ["-1"], ["-d"]);

    [Theory, InlineData(1), InlineData(101)]
    public void A_few_bytes_go_there_and_back_while_moving_often(int every)
    {
        string file = Path.Combine(Toolchain.Scratch, "few-" + every);
        File.WriteAllText(file, "to move or not to move, to move or not");
        Assert.Equal(new ProcessResult(0, "", ""), Ways.Run(Ways.Moving(every), Bzip2.Ours + "/bzip2", [file]));
        Assert.Equal(new ProcessResult(0, "to move or not to move, to move or not", ""), Run.Program(Bzip2.Reference + "/bzip2", ["-dc", file + ".bz2"]));
        Assert.Equal(new ProcessResult(0, "to move or not to move, to move or not", ""), Ways.Run(Ways.Moving(every), Bzip2.Ours + "/bzip2", ["-dc", file + ".bz2"]));
    }

    [Fact]
    public void Damage_is_found_with_the_same_words()
    {
        string file = Path.Combine(Toolchain.Scratch, "damaged.bz2");
        byte[] content = File.ReadAllBytes(Bzip2.Reference + "/sample1.bz2");
        content[content.Length / 2] ^= 0x40;
        File.WriteAllBytes(file, content);
        ProcessResult expected = Run.Program(Bzip2.Reference + "/bzip2", ["-t", file]);
        Assert.NotEqual(0, expected.ExitCode);
        foreach (string way in Ways.Large)
        {
            ProcessResult actual = Ways.Run(way, Bzip2.Ours + "/bzip2", ["-t", file]);
            Assert.Equal((expected.ExitCode, expected.Output), (actual.ExitCode, actual.Output));
            Assert.Contains("data integrity (CRC) error", actual.Error);
        }
    }
}
