// The inspector on a small fat program with hand-made sites: what it finds in a sound one, and that damage is reported and never a crash.
using System.Diagnostics;
using PopcornCC.Inspect;
using PopcornCC.Linker;
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.Tests;
using Spectre.Console;
using Xunit;

namespace PopcornCC.StackMap.Tests;

public sealed class InspectionTests : IDisposable
{
    // What sites.ll needs of the rest of the program.
    private const string Rest = """
        typedef int v4 __attribute__((vector_size(16)));
        long f(long);
        long mk64(long a, long b) { return a * 64 + b; }
        float mkf(long a, long b) { return a + b; }
        double mkd(long a, long b) { return a - b; }
        v4 mkv(long a, long b) { return (v4){a, b}; }
        long use64(long v) { return v; }
        long use32(int v) { return v; }
        long usep(void *p) { return (long)p; }
        long usef(float v) { return v; }
        long used(double v) { return v; }
        long usev(v4 v) { return v[0]; }
        void leaf(void) {}
        void __popcorn_resume_site(void) {}
        int counter = 5;
        int main(void) { return f(3) == counter; }
        """;

    private static readonly Lazy<byte[]> s_program = new(Build);
    private readonly Toolchain _tools = new();

    public void Dispose() => _tools.Dispose();

    private static byte[] Build()
    {
        using Toolchain tools = new();
        string ir = Path.Combine(Toolchain.Inputs, "sites.ll");
        return Toolchain.Link(new LinkOptions(), tools.Start(), ("rest.o", tools.FatText(Rest)),
            ("sites.o", FatObject.Combine(tools.Ir(ir, Toolchain.X86), tools.Ir(ir, Toolchain.AArch64)))).Executable;
    }

    private static Inspection Read(byte[] program)
    {
        Inspection? inspection = Inspection.Read(program, out string? error);
        Assert.True(inspection is not null, error);
        return inspection;
    }

    private static string Print(Action<Printer> what, byte[] program)
    {
        StringWriter text = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 400;
        what(new Printer(Read(program), console));
        return text.ToString();
    }

    [Fact]
    public void A_sound_program_has_no_disagreements()
    {
        Inspection inspection = Read(s_program.Value);
        Assert.Empty(inspection.Disagreements);
        Assert.Equal(["f", "g", "h"], inspection.Map.Functions.Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Functions_and_objects_are_aligned_and_start_up_code_is_private()
    {
        Inspection inspection = Read(s_program.Value);
        Verdict Of(string name) => inspection.Symbols.Single(s => s.Name == name).Verdict;
        Assert.Equal(Verdict.Aligned, Of("main"));
        Assert.Equal(Verdict.Aligned, Of("counter"));
        Assert.Equal(Verdict.Private, Of("f.resume"));
    }

    [Fact]
    public void A_function_shows_its_sites_with_both_ISAs_side_by_side()
    {
        string text = Print(p => Assert.True(p.PrintFunctions("f")), s_program.Value);
        Assert.Contains("function f at 0x", text);
        Assert.Matches(@"\n\s*0\s+\d+\s+call\s+function\s+return\s+0x[0-9a-f]+\s+0x[0-9a-f]+", text);
        Assert.Matches(@"frame\s+cfa=rsp\+\d+ .*cfa=sp\+\d+ ", text);
        Assert.Matches(@"\n\s*resume\s+-\s+call of the next frame\s+resume copy\s+return", text);
        Assert.Matches(@"vector\s", text);
        Print(p => Assert.False(p.PrintFunctions("no such function")), s_program.Value);
    }

    [Fact]
    public void The_program_as_a_whole_shows_headers_segments_and_symbols()
    {
        string text = Print(p => p.PrintProgram(), s_program.Value);
        Assert.Matches(@"ELF machine\s+62\s+183", text);
        Assert.Matches(@"LOAD\s+R X\s+0x400000", text);
        Assert.Matches(@"aligned\s+main\s", text);
        Assert.Contains("stack map: 3 functions", text);
    }

    [Fact]
    public void A_symbol_at_two_addresses_is_a_disagreement()
    {
        byte[] program = (byte[])s_program.Value.Clone();
        ElfFile elf = ElfFile.Read(program, out _)!;
        // AArch64's symbol table: move `counter` there.
        ElfSection table = elf.Find(".popcorn.aarch64.symtab")!;
        ReadOnlySpan<byte> strings = elf.Content(elf.Sections[(int)table.Header.Link]).Span;
        for (int at = 0; at < (int)table.Header.Size; at += ElfConstants.SymSize)
        {
            Span<byte> entry = program.AsSpan((int)table.Header.Offset + at, ElfConstants.SymSize);
            SymbolEntry s = SymbolEntry.Read(entry);
            if (ElfFile.StringAt(strings, s.Name) == "counter") (s with { Value = s.Value + 16 }).Write(entry);
        }
        string message = Assert.Single(Read(program).Disagreements);
        Assert.Contains("'counter'", message);
    }

    [Fact]
    public void Every_flipped_byte_gives_an_error_or_an_answer_and_never_a_crash()
    {
        byte[] program = (byte[])s_program.Value.Clone();
        Stopwatch clock = Stopwatch.StartNew();
        ElfFile elf = ElfFile.Read(program, out _)!;
        // Every byte of headers, maps, notes and tables; of code and data, which no reader looks into, one in 64.
        bool[] structural = new bool[program.Length];
        structural.AsSpan(0, 0x400).Fill(true);
        structural.AsSpan((int)elf.Header.SectionHeaders).Fill(true);
        foreach (ElfSection s in elf.Sections.Where(s => s.Header.Type != ElfConstants.SHT_NOBITS && s.Name.Contains(".popcorn", StringComparison.Ordinal) && !s.Name.EndsWith("tab", StringComparison.Ordinal) && !s.Name.Contains("text", StringComparison.Ordinal)))
            structural.AsSpan((int)s.Header.Offset, (int)s.Header.Size).Fill(true);
        int tried = 0;
        for (int i = 0; i < program.Length; i++)
        {
            if (!structural[i] && i % 64 != 0) continue;
            program[i] ^= 0xff;
            Inspection.Read(program, out _);
            FatExecutable.Thin(program, Target.All[tried++ % 2], out _);
            program[i] ^= 0xff;
        }
        Assert.True(tried > 1000, $"{tried}");
        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(2), $"{clock.Elapsed}");
        Assert.Empty(Read(program).Disagreements);
    }

    [Fact]
    public void Most_wrong_bytes_of_the_maps_are_noticed()
    {
        byte[] program = (byte[])s_program.Value.Clone();
        ElfFile elf = ElfFile.Read(program, out _)!;
        int tried = 0, noticed = 0;
        foreach (string name in new[] { ".popcorn.isa_map", ".popcorn.aarch64.popcorn.isa_map", ".popcorn.map" })
        {
            ElfSection s = elf.Find(name)!;
            for (int i = 0; i < (int)s.Header.Size; i++)
            {
                program[(int)s.Header.Offset + i] ^= 0x15;
                if (Inspection.Read(program, out _) is not { Disagreements.Count: 0 }) noticed++;
                tried++;
                program[(int)s.Header.Offset + i] ^= 0x15;
            }
        }
        // What no check can know: lines, kinds, names, which of two frame slots a value is in, and padding.
        Assert.True(noticed * 100 > tried * 75, $"{noticed} of {tried}");
    }

    [Fact]
    public void A_program_cut_anywhere_is_refused_or_read()
    {
        byte[] program = s_program.Value;
        for (int length = 0; length < program.Length; length += length < 4096 ? 7 : 997)
        {
            Assert.Null(Inspection.Read(program.AsMemory(0, length), out string? error));
            Assert.NotNull(error);
        }
    }
}
