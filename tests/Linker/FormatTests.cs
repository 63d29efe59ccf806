// Every binary format of linker/Elf is read back as it was written, and other tools accept what we write.
using System.Text;
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Layout;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Linker.Tests;

public sealed class FormatTests : IDisposable
{
    private readonly Toolchain _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public void Elf_records_read_back_as_written()
    {
        byte[] b = new byte[64];
        ElfHeader e = new(1, 62, 3, 4, 5, 6, 7, 8, 9);
        e.Write(b);
        Assert.Equal(e, ElfHeader.Read(b));
        ProgramHeader p = new(1, 2, 3, 4, 5, 6, 7);
        p.Write(b);
        Assert.Equal(p, ProgramHeader.Read(b));
        SectionHeader s = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        s.Write(b);
        Assert.Equal(s, SectionHeader.Read(b));
        SymbolEntry y = new(1, 0x12, 3, 4, 5, 6);
        y.Write(b);
        Assert.Equal(y, SymbolEntry.Read(b));
        RelocationEntry r = new(1, 2, 3, -4);
        r.Write(b);
        Assert.Equal(r, RelocationEntry.Read(b));
        ImageRecord image = new(new byte[20], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        Assert.Equal(image with { BuildId = [] }, ImageRecord.Read(image.Write())!.Value with { BuildId = [] });
        Assert.Equal(ImageRecord.Size, image.Write().Length);
    }

    [Fact]
    public void A_fat_object_gives_back_its_twin_and_is_an_ordinary_object_to_other_tools()
    {
        byte[] aarch64 = _tools.HalfText("int f(int x) { return x; } int g = 3;", Toolchain.AArch64, ".c");
        byte[] x86 = _tools.HalfText("int f(int x) { return x; } int g = 3;", Toolchain.X86, ".c");
        byte[] fat = FatObject.Combine(x86, aarch64);
        ElfFile twin = FatObject.Twin(ElfFile.Read(fat, out _)!, out string? error)!;
        Assert.Null(error);
        Assert.Equal(aarch64, twin.Bytes.ToArray());
        Assert.Equal(fat, FatObject.Combine(x86, aarch64));

        string o = _tools.NewPath(".o"), archive = _tools.NewPath(".a"), stripped = _tools.NewPath(".o");
        File.WriteAllBytes(o, fat);
        Assert.Contains("T f", Toolchain.Tool("nm", [o]), StringComparison.Ordinal);
        Assert.DoesNotContain("arning", Toolchain.Tool("readelf", ["-aW", o]), StringComparison.Ordinal);
        Assert.DoesNotContain("arning", Toolchain.Tool("llvm-readobj-19", ["--all", o]), StringComparison.Ordinal);
        Toolchain.Tool("ar", ["rcs", archive, o]);
        Assert.Contains(Archive.Read(File.ReadAllBytes(archive), out _)!.Index!, i => i.Symbol == "f");
        Toolchain.Tool("strip", ["-g", "-o", stripped, o]);
        Assert.Equal(aarch64, FatObject.Twin(ElfFile.Read(File.ReadAllBytes(stripped), out _)!, out _)!.Bytes.ToArray());
    }

    [Fact]
    public void Archives_read_back_as_written_and_as_ar_writes_them()
    {
        (string, byte[])[] members = [("short.o", [1, 2, 3]), ("a-name-that-is-longer-than-sixteen.o", [4, 5, 6, 7]), ("empty.o", [])];
        Archive ours = Archive.Read(Archive.Write(members), out string? error)!;
        Assert.Null(error);
        Assert.Equal(members.Select(m => (m.Item1, Convert.ToHexString(m.Item2))), ours.Members.Select(m => (m.Name, Convert.ToHexString(m.Content.Span))));

        string directory = Directory.CreateDirectory(_tools.NewPath(".dir")).FullName, archive = _tools.NewPath(".a");
        foreach ((string name, byte[] content) in members) File.WriteAllBytes(Path.Combine(directory, name), content);
        Toolchain.Tool("ar", ["rcS", archive, .. members.Select(m => Path.Combine(directory, m.Item1))]);
        Archive theirs = Archive.Read(File.ReadAllBytes(archive), out _)!;
        Assert.Equal(ours.Members.Select(m => m.Name), theirs.Members.Select(m => m.Name));
        File.WriteAllBytes(archive, Archive.Write(members));
        Assert.Equal(members.Select(m => m.Item1), Toolchain.Tool("ar", ["t", archive]).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Thin_archives_are_refused_with_advice()
    {
        Assert.Equal("libx.a: error: damaged archive: a thin archive, which names its members' files instead of holding them; make it without 'T' (--thin) [PCC3003]\n",
            Toolchain.LinkErrors(("libx.a", Encoding.ASCII.GetBytes("!<thin>\n"))));
    }

    [Fact]
    public void Fat_and_thin_executables_are_valid_to_other_tools()
    {
        byte[] program = Toolchain.Link(new LinkOptions(), _tools.Start(), ("basics.o", _tools.Fat(Path.Combine(Repository.Root, "tests/Linker/Cases/basics.c"), "-g")),
            RunTests.Archive("x86-64"), RunTests.Archive("aarch64")).Executable;
        foreach (byte[] file in (byte[][])[program, Toolchain.Thin(program, Toolchain.X86), Toolchain.Thin(program, Toolchain.AArch64)])
        {
            string path = _tools.WriteProgram(file);
            Assert.DoesNotContain("arning", Toolchain.Tool("readelf", ["-aW", path]), StringComparison.Ordinal);
            Assert.DoesNotContain("arning", Toolchain.Tool("llvm-readobj-19", ["--all", path]), StringComparison.Ordinal);
            Assert.Contains("<main>:", Toolchain.Tool("llvm-objdump-19", ["-d", path]), StringComparison.Ordinal);
            Assert.Contains("basics.c", Toolchain.Tool("llvm-dwarfdump-19", ["--debug-info", "--name=main", "--show-parents", path]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Debug_sections_compressed_with_zlib_are_expanded()
    {
        string source = Path.Combine(Repository.Root, "tests/Linker/Cases/basics.c");
        byte[] Link(params string[] options) => Toolchain.Link(new LinkOptions(), _tools.Start(), ("basics.o", _tools.Fat(source, ["-g", .. options])),
            RunTests.Archive("x86-64"), RunTests.Archive("aarch64")).Executable;
        Assert.Equal(Link("-gz=none"), Link("-gz=zlib"));
    }

    [Fact]
    public void Debug_sections_compressed_with_zstd_are_refused_with_advice()
    {
        string errors = Toolchain.LinkErrors(("basics.o", _tools.Fat(Path.Combine(Repository.Root, "tests/Linker/Cases/basics.c"), "-g", "-gz=zstd")));
        Assert.Contains("is compressed with zstd, which is not supported: compile with -gz=zlib or -gz=none", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_common_symbol_has_one_address_on_both_ISAs()
    {
        byte[] program = Toolchain.Link(new LinkOptions(), _tools.Start(), ("basics.o", _tools.Fat(Path.Combine(Repository.Root, "tests/Linker/Cases/basics.c"))),
            RunTests.Archive("x86-64"), RunTests.Archive("aarch64")).Executable;
        var x86 = Symbols(Toolchain.Thin(program, Toolchain.X86));
        var aarch64 = Symbols(Toolchain.Thin(program, Toolchain.AArch64));
        // libgcc's functions are foreign: they have an address an ISA.
        string[] common = [.. x86.Keys.Intersect(aarch64.Keys).Where(n => n is not ("__divti3" or "__popcorn_isa_map"))];
        Assert.True(common.Length > 30);
        Assert.All(common, n => Assert.Equal(x86[n], aarch64[n]));
    }

    [Fact]
    public void Linking_twice_gives_the_same_bytes()
    {
        byte[] basics = _tools.Fat(Path.Combine(Repository.Root, "tests/Linker/Cases/basics.c"));
        byte[] Once() => Toolchain.Link(new LinkOptions { WantMap = true }, _tools.Start(), ("basics.o", basics), RunTests.Archive("x86-64"), RunTests.Archive("aarch64")).Executable;
        Assert.Equal(Once(), Once());
    }

    private static Dictionary<string, ulong> Symbols(byte[] program)
    {
        ElfFile elf = ElfFile.Read(program, out _)!;
        ReadOnlySpan<byte> table = elf.Content(elf.Find(".symtab")!).Span, names = elf.Content(elf.Find(".strtab")!).Span;
        Dictionary<string, ulong> symbols = [];
        for (int i = ElfConstants.SymSize; i < table.Length; i += ElfConstants.SymSize)
        {
            SymbolEntry s = SymbolEntry.Read(table[i..]);
            symbols[ElfFile.StringAt(names, s.Name)!] = s.Value;
        }
        return symbols;
    }
}
