// The sites of an object: what the compiler says in `.popcorn.sites` (docs/stackmap-format.md, section 1). Return addresses and places are given by the linker.
using System.Buffers.Binary;
using PopcornCC.Linker.Elf;
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>Reads objects' sites.</summary>
internal static class ObjectSites
{
    public static SitesReport? Read(InspectedFile file, string? name, out string? error)
    {
        List<FunctionSites> functions = [];
        List<FunctionSummary> list = [];
        if (Entries(file.Halves[0], out error) is not { } entries) return null;
        foreach ((string function, SiteFunction f) in entries)
        {
            MapFunction map = new(0, function, f.RecordInMemory, f.Units, [.. f.Sites.Select(s => new MapSite(s.Units, (ushort)Math.Min(s.Line, ushort.MaxValue), s.Kind))]);
            if (name is null)
            {
                list.Add(SitesReport.Summarise(map, null));
                continue;
            }
            if (function != name) continue;
            SiteRow[] sites = [.. f.Sites.Select((s, n) => new SiteRow(n, (int)Math.Min(s.Line, int.MaxValue), SitesReport.NameOf(s.Kind), null,
                [.. s.Units.Select(u => new LiveValue(u, SitesReport.NameOf(f.Units[u]), null, null))], []))];
            UnitRow[] units = [.. Enumerable.Range(0, f.Units.Count).Select(u => new UnitRow(u, SitesReport.NameOf(f.Units[u]), null, null,
                [.. Enumerable.Range(0, f.Sites.Count).Where(s => f.Sites[s].Units.Contains((ushort)u))]))];
            functions.Add(new FunctionSites(function, "", null, new Dictionary<string, Address>(), f.RecordInMemory, units, sites, []));
        }
        error = name is not null && functions.Count == 0 ? SitesReport.NoSuchFunction(name) : null;
        return error is null ? new SitesReport(list, functions) : null;
    }

    /// <summary>The functions with sites of one half, by the symbols that their entries are relocated with; null with the reason when the section is damaged.</summary>
    public static IReadOnlyList<(string Name, SiteFunction Function)>? Entries(Half half, out string? error)
    {
        List<(string, SiteFunction)> found = [];
        error = null;
        foreach (ElfSection section in half.Elf.Sections.Where(s => s.Name == ".popcorn.sites"))
        {
            if (SiteTable.Read(half.Elf.Content(section).Span, out string? why) is not { } functions)
            {
                error = $"{half.Target.Name}: .popcorn.sites: {why}";
                return null;
            }
            Dictionary<ulong, string> owners = Owners(half.Elf, section);
            foreach (SiteFunction f in functions) found.Add((owners.GetValueOrDefault((ulong)f.Offset, "?"), f));
        }
        return found;
    }

    private static Dictionary<ulong, string> Owners(ElfFile elf, ElfSection section)
    {
        Dictionary<ulong, string> owners = [];
        foreach (ElfSection relocations in elf.Sections.Where(s => s.Header.Type == SHT_RELA && s.Header.Info == (uint)section.Index))
        {
            if (relocations.Header.Link >= elf.Sections.Count || elf.Sections[(int)relocations.Header.Link] is not { Header.Type: SHT_SYMTAB } table || table.Header.Link >= elf.Sections.Count) continue;
            ReadOnlySpan<byte> entries = elf.Content(relocations).Span, symbols = elf.Content(table).Span, strings = elf.Content(elf.Sections[(int)table.Header.Link]).Span;
            for (int at = 0; at + RelaSize <= entries.Length; at += RelaSize)
            {
                RelocationEntry r = RelocationEntry.Read(entries[at..]);
                if ((ulong)r.Symbol * SymSize + SymSize > (ulong)symbols.Length) continue;
                SymbolEntry s = SymbolEntry.Read(symbols[(int)(r.Symbol * SymSize)..]);
                owners[r.Offset] = s.Type == STT_SECTION ? AtStartOf(symbols, strings, s.Section, (ulong)r.Addend) : ElfFile.StringAt(strings, s.Name) ?? "?";
            }
        }
        return owners;
    }

    /// <summary>The function at a place of a section: local functions are named by way of their section's symbol.</summary>
    private static string AtStartOf(ReadOnlySpan<byte> symbols, ReadOnlySpan<byte> strings, ushort section, ulong offset)
    {
        for (int at = 0; at + SymSize <= symbols.Length; at += SymSize)
        {
            // Cheap tests first: an object may have tens of thousands of symbols.
            if (BinaryPrimitives.ReadUInt16LittleEndian(symbols[(at + 6)..]) != section) continue;
            SymbolEntry s = SymbolEntry.Read(symbols[at..]);
            if (s.Value == offset && s.Type == STT_FUNC && ElfFile.StringAt(strings, s.Name) is { Length: > 0 } name) return name;
        }
        return "?";
    }
}
