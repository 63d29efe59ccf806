// Everything `popcorn inspect` knows of a fat executable, read and checked; printing is Printer's. A file that cannot be read at all gives no
// inspection; one that can be read but whose halves disagree gives one with Disagreements.
using System.Buffers.Binary;
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Layout;
using PopcornCC.Linker.Relocations;
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>One ISA's headers.</summary>
public sealed record IsaView(Target Target, ElfHeader Header, IReadOnlyList<ProgramHeader> Segments);

/// <summary>Bytes by use: the figures that show what migration costs in size. Each counts all ISAs.</summary>
public sealed record Sizes(ulong Text, ulong Resume, ulong Maps, ulong Data, ulong File);

/// <summary>A fat executable, read and checked.</summary>
public sealed class Inspection
{
    private readonly List<string> _disagreements = [];

    private Inspection(ElfFile elf, IReadOnlyList<IsaView> isas, NeutralMap map, IReadOnlyList<IsaMap> isaMaps, IReadOnlyList<SymbolPair> symbols, ImageRecord? image)
    {
        Elf = elf;
        Isas = isas;
        Map = map;
        IsaMaps = isaMaps;
        Symbols = symbols;
        Image = image;
    }

    public ElfFile Elf { get; }

    /// <summary>x86-64, AArch64.</summary>
    public IReadOnlyList<IsaView> Isas { get; }

    public NeutralMap Map { get; }

    /// <summary>Parallel to <see cref="Isas"/>.</summary>
    public IReadOnlyList<IsaMap> IsaMaps { get; }

    public IReadOnlyList<SymbolPair> Symbols { get; }

    public ImageRecord? Image { get; }

    /// <summary>What the two halves, or the parts of one, contradict each other in; empty for a sound program.</summary>
    public IReadOnlyList<string> Disagreements => _disagreements;

    /// <summary>Reads a fat executable; null, with the reason, when it is none or is damaged beyond reading.</summary>
    public static Inspection? Read(ReadOnlyMemory<byte> file, out string? error)
    {
        if (ElfFile.Read(file, out error) is not { } elf) return null;
        if (FatExecutable.ReadMaps(file, out error) is not { } maps) return null;
        List<IsaView> isas = [];
        foreach (Target target in Target.All)
        {
            error = $"it has no {target.Name} part";
            if (FatExecutable.Headers(elf, target) is not { } headers) return null;
            isas.Add(new IsaView(target, headers.Header, headers.Segments));
        }
        error = "a stack map of an ISA is missing";
        if (maps.Isas.Count != isas.Count) return null;
        if (SymbolPair.Read(elf, ".symtab", out error) is not { } x86 || SymbolPair.Read(elf, FatExecutable.TwinPrefix + ".symtab", out error) is not { } aarch64) return null;
        ImageRecord? image = elf.Find(".popcorn.image") is { } section ? ImageRecord.Read(elf.Content(section).Span) : null;
        Inspection inspection = new(elf, isas, maps.Neutral, maps.Isas, SymbolPair.Match(x86, aarch64), image);
        inspection.CheckImage();
        inspection.CheckSegments();
        inspection.CheckSymbols();
        inspection.CheckMaps();
        return inspection;
    }

    /// <summary>The build id note's bytes, or none.</summary>
    public ReadOnlySpan<byte> BuildId()
    {
        if (Elf.Find(".note.gnu.build-id") is not { } section) return default;
        ReadOnlySpan<byte> note = Elf.Content(section).Span;
        return note.Length < 36 ? default : note.Slice(16, 20);
    }

    /// <summary>Where the bytes go.</summary>
    public Sizes Measure()
    {
        ulong Sum(Func<string, bool> wanted) => Elf.Sections.Where(s => wanted(Plain(s.Name)) && s.Header.Type != SHT_NOBITS).Aggregate(0ul, (n, s) => n + s.Header.Size);
        ulong resume = 0;
        foreach (SymbolPair p in Symbols.Where(p => p.Name.EndsWith(".resume", StringComparison.Ordinal))) resume += (p.X86_64?.Size ?? 0) + (p.AArch64?.Size ?? 0);
        return new Sizes(Sum(n => n is ".text" or ".text.private") - resume, resume, Sum(n => n is ".popcorn.map" or ".popcorn.isa_map"),
            Sum(n => n is ".data" or ".rodata" or ".rodata.private" or ".data.private" or ".tdata" or ".popcorn.private"), (ulong)Elf.Bytes.Length);
    }

    private static string Plain(string name) =>
        name.StartsWith(FatExecutable.TwinPrefix, StringComparison.Ordinal) ? name[FatExecutable.TwinPrefix.Length..] : name;

    private void CheckImage()
    {
        if (Image is not { } image)
        {
            _disagreements.Add("the image record (.popcorn.image) is missing or damaged");
            return;
        }
        if (!BuildId().SequenceEqual(image.BuildId)) _disagreements.Add("the image record has another build id than the note");
        if (Elf.Find(".popcorn.map") is { } map && map.Header.Address != image.Map) _disagreements.Add("the image record points to another stack map");
        if (image.DataStart > image.DataEnd || image.PrivateStart > image.PrivateEnd || image.TextStart > image.TextEnd)
            _disagreements.Add("the image record has a range that ends before it begins");
    }

    private void CheckSegments()
    {
        foreach (IsaView isa in Isas)
        {
            ulong end = 0;
            foreach (ProgramHeader p in isa.Segments.Where(p => p.Type == PT_LOAD))
            {
                string where = $"{isa.Target.Name}: the segment at 0x{p.Address:x}";
                if (p.Offset > (ulong)Elf.Bytes.Length || p.FileSize > (ulong)Elf.Bytes.Length - p.Offset) _disagreements.Add($"{where} lies outside the file");
                if (p.FileSize > p.MemorySize) _disagreements.Add($"{where} is larger in the file than in memory");
                if (p.Align == 0 || (p.Address - p.Offset) % p.Align != 0) _disagreements.Add($"{where} is not congruent to its place in the file");
                if (p.Address < end) _disagreements.Add($"{where} overlaps the one before");
                end = p.Address + p.MemorySize;
            }
        }
        // What travels: the writable segments must be the very same bytes at the same addresses.
        (ulong, ulong, ulong, ulong)[] first = Travelling(Isas[0]), second = Travelling(Isas[1]);
        if (!first.SequenceEqual(second)) _disagreements.Add("the writable segments of the two ISAs differ");
    }

    private (ulong, ulong, ulong, ulong)[] Travelling(IsaView isa) =>
        [.. isa.Segments.Where(p => p.Type == PT_LOAD && (p.Flags & PF_W) != 0 && Image is { } i && p.Address >= i.DataStart && p.Address < i.DataEnd)
            .Select(p => (p.Address, p.Offset, p.FileSize, p.MemorySize))];

    private void CheckSymbols()
    {
        foreach (SymbolPair p in Symbols.Where(p => p.IsDefect))
        {
            _disagreements.Add(p.Verdict switch
            {
                Verdict.Missing => $"symbol '{p.Name}' exists on {(p.X86_64 is null ? "AArch64" : "x86-64")} only",
                Verdict.Misaligned => $"symbol '{p.Name}' is at 0x{p.X86_64!.Address:x} on x86-64 and at 0x{p.AArch64!.Address:x} on AArch64",
                _ => $"object '{p.Name}' has {p.X86_64!.Size} bytes on x86-64 and {p.AArch64!.Size} on AArch64",
            });
        }
    }

    /// <summary>The unwind rules of the map against the frame table that debuggers use, if the file still has it.</summary>
    private void CheckFrames(Target target, IsaMap map)
    {
        if (Elf.Find(target.Index == 0 ? ".eh_frame" : FatExecutable.TwinPrefix + ".eh_frame") is not { Header.Type: not SHT_NOBITS } section) return;
        if (EhFrame.Read(Elf.Content(section), out string? error) is not { } frames)
        {
            _disagreements.Add($"{target.Name}: .eh_frame: {error}");
            return;
        }
        List<(ulong Address, FrameFde Fde)> functions = [];
        ReadOnlySpan<byte> bytes = Elf.Content(section).Span;
        foreach (FrameFde f in frames.Fdes)
        {
            // The linker writes addresses relative to their place, in 4 or 8 bytes (DW_EH_PE_pcrel | sdata4 or sdata8).
            ulong place = section.Header.Address + (ulong)f.PcOffset;
            if ((f.Cie.PointerEncoding & 0x70) != 0x10) continue;
            long to = (f.Cie.PointerEncoding & 0x0f) is 0x0b or 0x03 ? BinaryPrimitives.ReadInt32LittleEndian(bytes[f.PcOffset..]) : BinaryPrimitives.ReadInt64LittleEndian(bytes[f.PcOffset..]);
            functions.Add((place + (ulong)to, f));
        }
        functions.Sort((a, b) => a.Address.CompareTo(b.Address));
        ulong[] starts = [.. functions.Select(f => f.Address)];
        foreach (ReturnAddress r in map.Returns)
        {
            int at = Array.BinarySearch(starts, r.Address - 1ul);
            at = at < 0 ? ~at - 1 : at;
            if (at < 0 || r.Address - starts[at] > functions[at].Fde.Range) _disagreements.Add($"{target.Name}: .eh_frame does not cover the return address 0x{r.Address:x}");
            else if (FrameProgram.RuleAt(functions[at].Fde, r.Address - 1ul - starts[at], out _) is not { } rule || !rule.Equals(map.Rules[r.Rule]))
                _disagreements.Add($"{target.Name}: .eh_frame unwinds otherwise than the stack map at the return address 0x{r.Address:x}");
        }
    }

    private void CheckMaps()
    {
        for (int i = 0; i < IsaMaps.Count; i++)
        {
            IsaView isa = Isas[i];
            if (IsaMaps[i].Machine != isa.Target.Machine) _disagreements.Add($"the stack map of {isa.Target.Name} is for machine {IsaMaps[i].Machine}");
            bool InText(ulong a) => isa.Segments.Any(p => p.Type == PT_LOAD && (p.Flags & PF_X) != 0 && a >= p.Address && a - p.Address < p.FileSize);
            for (int f = 0; f < IsaMaps[i].ResumeEntries.Count; f++)
            {
                if (!InText(IsaMaps[i].ResumeEntries[f])) _disagreements.Add($"{isa.Target.Name}: the resume entry of '{Map.Functions[f].Name}' is not in its text");
            }
            foreach (ReturnAddress r in IsaMaps[i].Returns)
            {
                // A return address stands behind a call, which may be the last instruction of the text.
                if (!InText(r.Address - 1)) _disagreements.Add($"{isa.Target.Name}: the return address 0x{r.Address:x} is not in its text");
            }
        }
        for (int i = 0; i < IsaMaps.Count; i++)
        {
            _disagreements.AddRange(FatExecutable.Verify(Elf, Isas[i].Target, Map, IsaMaps[i]));
            CheckFrames(Isas[i].Target, IsaMaps[i]);
        }
        HashSet<ulong> addresses = [.. Symbols.Where(p => p.X86_64?.Type == STT_FUNC).Select(p => p.X86_64!.Address)];
        foreach (MapFunction f in Map.Functions.Where(f => !addresses.Contains(f.Address)))
            _disagreements.Add($"the stack map has '{f.Name}' at 0x{f.Address:x}, where no function is");
    }
}
