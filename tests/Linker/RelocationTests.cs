// Relocated bytes are compared with lld's: a linker script puts every section where our layout put it, so each byte must be the same.
using System.Globalization;
using System.Text;
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Linker.Tests;

public sealed class RelocationTests : IDisposable
{
    private readonly Toolchain _tools = new();

    public static TheoryData<string> Isas => [.. Target.All.Select(t => t.Key)];

    public void Dispose() => _tools.Dispose();

    [Theory]
    [MemberData(nameof(Isas))]
    public void Every_relocation_gives_the_bytes_that_lld_gives(string isa)
    {
        Target target = Target.All.First(t => t.Key == isa);
        byte[][] halves = [.. Target.All.Select(t => _tools.Half(Path.Combine(Toolchain.Inputs, $"relocations.{t.Key}.s"), t))];
        LinkOptions options = new() { Entry = "relocs", WantMap = true, Undefined = ["tls0"] };
        LinkResult ours = Toolchain.Link(options, ("relocations.o", FatObject.Combine(halves[0], halves[1])));
        CompareWithLld(ours, halves[target.Index], target, "relocs");
    }

    [Theory]
    [MemberData(nameof(Isas))]
    public void Compiled_code_gets_the_bytes_that_lld_gives(string isa)
    {
        Target target = Target.All.First(t => t.Key == isa);
        string source = Path.Combine(Toolchain.Inputs, "compiled.c");
        byte[][] halves = [.. Target.All.Select(t => _tools.Half(source, t))];
        LinkResult ours = Toolchain.Link(new LinkOptions { Entry = "main", WantMap = true }, ("compiled.o", FatObject.Combine(halves[0], halves[1])));
        CompareWithLld(ours, halves[target.Index], target, "main");
    }

    [Theory]
    [InlineData("x86-64", ElfConstants.R_X86_64_PC32, 0x80000000, "a signed 32-bit field")]
    [InlineData("x86-64", ElfConstants.R_X86_64_PLT32, -0x80000001, "a signed 32-bit field")]
    [InlineData("x86-64", ElfConstants.R_X86_64_32, -1, "an unsigned 32-bit field")]
    [InlineData("x86-64", ElfConstants.R_X86_64_32S, 0x80000000, "a signed 32-bit field")]
    [InlineData("x86-64", ElfConstants.R_X86_64_8, 0x100, "an 8-bit field")]
    [InlineData("aarch64", ElfConstants.R_AARCH64_CALL26, 0x8000000, "a 26-bit branch")]
    [InlineData("aarch64", ElfConstants.R_AARCH64_JUMP26, -0x8000004, "a 26-bit branch")]
    [InlineData("aarch64", ElfConstants.R_AARCH64_CONDBR19, 0x100000, "a 19-bit branch")]
    [InlineData("aarch64", ElfConstants.R_AARCH64_TSTBR14, 0x8000, "a 14-bit branch")]
    [InlineData("aarch64", ElfConstants.R_AARCH64_ADR_PREL_LO21, 0x100000, "adr's 21 bits")]
    [InlineData("aarch64", ElfConstants.R_AARCH64_ADR_PREL_PG_HI21, 0x100000000, "adr's 21 bits")]
    [InlineData("aarch64", ElfConstants.R_AARCH64_MOVW_UABS_G1, 0x100000000, "32 bits")]
    [InlineData("aarch64", ElfConstants.R_AARCH64_ABS32, 0x100000000, "a 32-bit field")]
    public void A_value_out_of_range_is_refused_and_the_last_one_in_range_is_not(string isa, uint type, long value, string field)
    {
        Target target = Target.All.First(t => t.Key == isa);
        string? outside = target.Apply(new byte[8], new ResolvedRelocation(type, 0, (ulong)value, 0, 0, 0, 0, 0, false));
        Assert.Contains(field, outside, StringComparison.Ordinal);
        long inside = value < 0 ? value + 4 : value - 4;
        Assert.Null(target.Apply(new byte[8], new ResolvedRelocation(type, 0, (ulong)inside, 0, 0, 0, 0, 0, false)));
    }

    [Fact]
    public void Everything_in_both_libgcc_archives_can_be_relocated()
    {
        List<LinkInput> inputs = [new LinkInput.FromFile("start.o", _tools.Start().Item2), new LinkInput.FromFile("main.o", _tools.FatText("int main(void) { return 0; }"))];
        List<string> wanted = [];
        foreach ((string name, byte[] bytes) in (ReadOnlySpan<(string, byte[])>)[RunTests.Archive("x86-64"), RunTests.Archive("aarch64")])
        {
            inputs.Add(new LinkInput.FromFile(name, bytes));
            wanted.AddRange(Archive.Read(bytes, out _)!.Index!.Select(i => i.Symbol));
        }
        LinkDiagnostics diagnostics = new();
        // What the archives want from libc, or have for one ISA only, is undefined; x86-64's processor detection is an initialiser.
        StaticLinker.Link(new LinkOptions { Undefined = [.. wanted.Distinct()] }, inputs, diagnostics);
        Assert.NotEmpty(diagnostics.All);
        Assert.All(diagnostics.All, d => Assert.True(d.Id is "PCC3010" or "PCC3023", d.ToString()));
    }

    [Fact]
    public void Misaligned_AArch64_targets_are_refused()
    {
        Assert.NotNull(Toolchain.AArch64.Apply(new byte[4], new ResolvedRelocation(ElfConstants.R_AARCH64_CALL26, 0, 2, 0, 0, 0, 0, 0, false)));
        Assert.NotNull(Toolchain.AArch64.Apply(new byte[4], new ResolvedRelocation(ElfConstants.R_AARCH64_LDST64_ABS_LO12_NC, 0, 4, 0, 0, 0, 0, 0, false)));
    }

    [Fact]
    public void Relocations_that_a_static_program_cannot_have_are_refused()
    {
        byte[] x86 = _tools.HalfText(".globl f\n.section .text.f,\"ax\"\nf: .quad g@PLTOFF\n ret\n.globl g\n.section .text.g,\"ax\"\ng: ret\n", Toolchain.X86, ".s");
        byte[] arm = _tools.HalfText(".globl f\n.section .text.f,\"ax\"\nf: nop\n ret\n.globl g\n.section .text.g,\"ax\"\ng: ret\n", Toolchain.AArch64, ".s");
        Assert.Equal("f.o: error: .text.f+0x0: relocation type 31 of x86-64 is not supported in a static program [PCC3020]\n",
            Toolchain.LinkErrors(new LinkOptions { Entry = "f" }, ("f.o", FatObject.Combine(x86, arm))));
    }

    private void CompareWithLld(LinkResult ours, byte[] half, Target target, string entry)
    {
        List<(string Name, ulong Address, ulong Size)> sections = PlacedSections(ours.Map!, target);
        string script = _tools.NewPath(".ld"), o = _tools.NewPath(".o"), output = _tools.NewPath(".out");
        StringBuilder text = new("SECTIONS {\n");
        foreach ((string name, ulong address, ulong size) in sections.OrderBy(s => s.Address))
            text.Append(CultureInfo.InvariantCulture, $"  out{name} 0x{address:x} : {{ *({name}) }}\n");
        File.WriteAllText(script, text + "}\n");
        File.WriteAllBytes(o, half);
        // AArch64's GOT loads are relaxed by lld, not by us.
        IEnumerable<string> relax = target.Index == 0 ? [] : ["--no-relax"];
        Toolchain.Tool("ld.lld-19", [.. relax, "-O0", "-static", "-e", entry, "--image-base=0x10000", "-T", script, "-o", output, o]);
        ElfFile theirs = ElfFile.Read(File.ReadAllBytes(output), out _)!;
        ElfFile thin = ElfFile.Read(Toolchain.Thin(ours.Executable, target), out _)!;
        int compared = 0;
        foreach ((string name, ulong address, ulong size) in sections)
        {
            if (theirs.Find("out" + name) is not { Header.Type: not ElfConstants.SHT_NOBITS } section || name == ".got") continue;
            Assert.Equal(address, section.Header.Address);
            byte[] expected = theirs.Content(section)[..(int)size].ToArray();
            byte[] actual = AtAddress(thin, address, (int)size);
            int same = expected.AsSpan().CommonPrefixLength(actual);
            Assert.True(same == (int)size, $"{name}+0x{same:x}: lld {Convert.ToHexString(expected.AsSpan(same & ~3, Math.Min(8, expected.Length - (same & ~3))))}, ours {Convert.ToHexString(actual.AsSpan(same & ~3, Math.Min(8, actual.Length - (same & ~3))))}");
            compared++;
        }
        Assert.True(compared >= 4, "nothing was compared");
    }

    private static byte[] AtAddress(ElfFile elf, ulong address, int size)
    {
        ProgramHeader p = elf.ProgramHeaders().First(p => p.Type == ElfConstants.PT_LOAD && address >= p.Address && address + (ulong)size <= p.Address + p.FileSize);
        return elf.Bytes.Slice((int)(p.Offset + (address - p.Address)), size).ToArray();
    }

    /// <summary>Where the map says this ISA's input sections, and its GOT, are.</summary>
    private static List<(string, ulong, ulong)> PlacedSections(string map, Target target)
    {
        List<(string, ulong, ulong)> sections = [];
        bool relevant = false;
        foreach (string line in map.Split('\n').Skip(1).Where(l => l.Length > 0))
        {
            string name = line[37..];
            ulong address = Number(line[2..10]), size = Number(line[11..19].Trim());
            if (name.StartsWith("  ", StringComparison.Ordinal))
            {
                if (relevant && size > 0) sections.Add((name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..], address, size));
                continue;
            }
            relevant = !name.Contains('(', StringComparison.Ordinal) || name.EndsWith($"({target.Name})", StringComparison.Ordinal);
            if (relevant && name.Trim().StartsWith(".got", StringComparison.Ordinal)) sections.Add((".got", address, size));
        }
        return sections;
    }

    private static ulong Number(string hex) => ulong.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
