// `layout`: segments and sections of both ISAs at their addresses, and what giving everything one address costs in padding. What the padding is
// follows from the symbols: a function's room is that of the larger half, and starts at the next multiple of its alignment.
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>A segment on one ISA.</summary>
public sealed record SegmentHalf(ulong Offset, ulong FileSize, ulong MemorySize);

/// <summary>A segment. Sharing: "shared" (both map the same bytes), "each" (a copy each) or "private" (only one ISA has it).</summary>
public sealed record SegmentRow(string Type, string Flags, Address Address, ulong Align, string Sharing, IReadOnlyDictionary<string, SegmentHalf> Isas);

/// <summary>A section on one ISA; padding: the bytes in it that no symbol covers, between its symbols, null without symbols.</summary>
public sealed record SectionHalf(Address Address, ulong Offset, ulong Size, ulong? Padding);

/// <summary>A section.</summary>
public sealed record SectionRow(string Name, string Flags, string Sharing, IReadOnlyDictionary<string, SectionHalf> Isas);

/// <summary>The answer of `layout`.</summary>
public sealed record LayoutReport(IReadOnlyList<SegmentRow> Segments, IReadOnlyList<SectionRow> Sections, IReadOnlyDictionary<string, ulong> Padding) : FileReport
{
    public static LayoutReport Read(InspectedFile file)
    {
        List<SegmentRow> segments = [];
        foreach ((uint type, ulong address) in file.Halves.SelectMany(h => h.Segments).Select(p => (p.Type, p.Address)).Distinct().OrderBy(k => k.Type != PT_LOAD).ThenBy(k => k.Type).ThenBy(k => k.Address))
        {
            var halves = file.Halves.Select(h => (Half: h, Segment: h.Segments.Where(p => (p.Type, p.Address) == (type, address)).Cast<Linker.Elf.ProgramHeader?>().FirstOrDefault())).ToArray();
            var any = halves.First(h => h.Segment is not null).Segment!.Value;
            string sharing = halves.Any(h => h.Segment is null) || halves.Length < 2 ? "private" : halves.Select(h => (h.Segment!.Value.Offset, h.Segment.Value.FileSize)).Distinct().Count() == 1 ? "shared" : "each";
            segments.Add(new SegmentRow(SegmentType(type), Permissions(any.Flags), new Address(address), any.Align, sharing,
                PerIsa.Of(halves.Select(h => (h.Half, h.Segment is { } s ? new SegmentHalf(s.Offset, s.FileSize, s.MemorySize) : null)))));
        }
        List<SectionRow> sections = [];
        SortedDictionary<string, ulong> padding = new(StringComparer.Ordinal);
        ILookup<ushort, HalfSymbol>[] bySection = [.. file.Halves.Select(h => h.Symbols.All.ToLookup(s => s.Section))];
        // Sections of one name go together in the order in which they come: an object has many called .text.
        Dictionary<string, int>[] counts = [.. file.Halves.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        Dictionary<(string Name, int Number), List<(int Half, HalfSection Section)>> rows = [];
        List<(string Name, int Number)> order = [];
        for (int i = 0; i < file.Halves.Count; i++)
        {
            foreach (HalfSection s in file.Halves[i].Sections)
            {
                int number = counts[i][s.Name] = counts[i].GetValueOrDefault(s.Name) + 1;
                if (!rows.TryGetValue((s.Name, number), out var row))
                {
                    rows[(s.Name, number)] = row = [];
                    order.Add((s.Name, number));
                }
                row.Add((i, s));
            }
        }
        foreach ((string Name, int Number) key in order)
        {
            var row = rows[key];
            List<(Half, SectionHalf?)> halves = [];
            foreach ((int i, HalfSection s) in row)
            {
                ulong? gaps = (s.Header.Flags & SHF_ALLOC) != 0 || file.Halves[i].IsLoaded(s) ? Gaps(bySection[i][(ushort)s.Section.Index], s, file.IsExecutable) : null;
                if (gaps is { } g && s.Name is ".text") padding[file.Halves[i].Target.Key] = padding.GetValueOrDefault(file.Halves[i].Target.Key) + g;
                halves.Add((file.Halves[i], new SectionHalf(new Address(s.Header.Address), s.Header.Offset, s.Header.Size, gaps)));
            }
            string sharing = row.All(r => r.Section.IsShared) && row.Count > 1 ? "shared" : row.Count > 1 ? "each" : "private";
            sections.Add(new SectionRow(key.Name, SectionFlags(file.Halves[row[0].Half], row[0].Section), sharing, PerIsa.Of(halves)));
        }
        if (file.IsExecutable) sections = [.. sections.OrderBy(s => s.Isas.Values.First().Address.Value == 0).ThenBy(s => s.Isas.Values.First().Address.Value)];
        return new LayoutReport(segments, sections, padding);
    }

    internal static string SegmentType(uint type) => type switch
    {
        PT_LOAD => "LOAD",
        PT_NOTE => "NOTE",
        PT_PHDR => "PHDR",
        PT_TLS => "TLS",
        PT_GNU_STACK => "GNU_STACK",
        _ => $"0x{type:x}",
    };

    internal static string Permissions(uint flags) => $"{((flags & PF_R) != 0 ? 'R' : '-')}{((flags & PF_W) != 0 ? 'W' : '-')}{((flags & PF_X) != 0 ? 'X' : '-')}";

    private static string SectionFlags(Half half, HalfSection s)
    {
        ulong f = s.Header.Flags;
        bool loaded = (f & SHF_ALLOC) != 0 || half.IsLoaded(s), code = (f & SHF_EXECINSTR) != 0 || s.Name.StartsWith(".text", StringComparison.Ordinal);
        return !loaded ? "" : $"A{((f & SHF_WRITE) != 0 ? "W" : "")}{(code ? "X" : "")}{((f & SHF_TLS) != 0 ? "T" : "")}";
    }

    /// <summary>The bytes of a section that no symbol with a size covers.</summary>
    private static ulong? Gaps(IEnumerable<HalfSymbol> symbols, HalfSection s, bool isExecutable)
    {
        ulong start = isExecutable && (s.Header.Flags & SHF_TLS) == 0 ? s.Header.Address : 0, at = start, gaps = 0;
        bool any = false;
        foreach (HalfSymbol symbol in symbols.Where(y => y.Size > 0 && y.Type != STT_TLS))
        {
            if (symbol.Address < start || symbol.Address - start > s.Header.Size || symbol.Size > s.Header.Size) continue;
            any = true;
            if (symbol.Address > at) gaps += symbol.Address - at;
            at = Math.Max(at, symbol.Address + symbol.Size);
        }
        return any && at - start <= s.Header.Size ? gaps + (s.Header.Size - (at - start)) : null;
    }
}
