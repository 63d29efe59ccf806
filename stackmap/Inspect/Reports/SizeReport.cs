// `size`: what being able to move costs each function: its own text, its resume copy's, and its share of the maps. What functions share in the maps
// (lists that are equal are stored once) is in the totals only.
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>Bytes of one function; maps: its entries in the neutral and the ISAs' maps, without shared lists.</summary>
public sealed record SizeRow(string Name, string Section, uint Sites, IReadOnlyDictionary<string, ulong> Text, IReadOnlyDictionary<string, ulong> Resume, ulong Maps, ulong Total);

/// <summary>Sums: text with and without resume copies, maps as they are in the file, padding between the functions, read-only and writable data, and the file.</summary>
public sealed record SizeTotals(IReadOnlyDictionary<string, ulong> Text, IReadOnlyDictionary<string, ulong> Resume, IReadOnlyDictionary<string, ulong> Padding, ulong Maps, ulong MapsOfFunctions, ulong Data, ulong File);

/// <summary>The answer of `size`.</summary>
public sealed record SizeReport(IReadOnlyList<SizeRow> Functions, SizeTotals Totals) : FileReport
{
    public const string ResumeSuffix = ".resume";

    public static SizeReport? Read(InspectedFile file, out string? error)
    {
        ProgramMaps? maps = null;
        error = null;
        if (file.IsExecutable && (maps = ProgramMaps.Open(file, out error)) is null) return null;
        foreach (Half half in file.Halves)
        {
            error = half.Symbols.Error;
            if (error is not null) return null;
        }
        Dictionary<ulong, int> byAddress = [];
        uint[] returns = maps?.CountReturns() ?? [];
        for (int f = 0; f < (maps?.FunctionCount ?? 0); f++) byAddress[maps!.Address(f)] = f;

        SymbolsReport symbols = SymbolsReport.Read(file, null, "address", out _)!;
        Dictionary<string, Queue<SymbolRow>> resumes = new(StringComparer.Ordinal);
        foreach (SymbolRow s in symbols.Symbols.Where(s => s.Kind == "function" && s.Name.EndsWith(ResumeSuffix, StringComparison.Ordinal)))
        {
            if (!resumes.TryGetValue(s.Name, out Queue<SymbolRow>? queue)) resumes[s.Name] = queue = new();
            queue.Enqueue(s);
        }
        List<SizeRow> rows = [];
        HashSet<(string, ulong)> seen = [];
        ulong ofFunctions = 0;
        foreach (SymbolRow s in symbols.Symbols.Where(s => s.Kind == "function" && !s.Name.EndsWith(ResumeSuffix, StringComparison.Ordinal)))
        {
            // Aliases have one body.
            if (file.IsExecutable && !seen.Add((s.Section, s.First))) continue;
            int index = -1;
            bool hasSites = maps is not null ? byAddress.TryGetValue(s.First, out index) : resumes.ContainsKey(s.Name + ResumeSuffix);
            SymbolRow? resume = hasSites && resumes.TryGetValue(s.Name + ResumeSuffix, out Queue<SymbolRow>? queue) && queue.TryDequeue(out SymbolRow? found) ? found : null;
            uint sites = hasSites && maps is not null ? maps.Sites(index) : 0;
            // An entry and its sites in the neutral map; on each ISA a resume entry, and an address with its entry for every return.
            ulong cost = hasSites && maps is not null ? 24 + sites * 12ul + 4ul * (ulong)maps.Isas.Count() + returns[index] * 16ul : 0;
            ofFunctions += cost;
            IReadOnlyDictionary<string, ulong> text = s.Isas.ToDictionaryOf(i => i.Size), copies = resume?.Isas.ToDictionaryOf(i => i.Size) ?? new SortedDictionary<string, ulong>(StringComparer.Ordinal);
            rows.Add(new SizeRow(s.Name, s.Section, sites, text, copies, cost, Sum(text) + Sum(copies) + cost));
        }
        IReadOnlyDictionary<string, ulong> Totals(Func<SizeRow, IReadOnlyDictionary<string, ulong>> what) =>
            PerIsa.Of(file.Halves.Select(h => (h, (ulong?)rows.Aggregate(0ul, (n, r) => n + what(r).GetValueOrDefault(h.Target.Key))))).ToDictionaryOf(n => n!.Value);
        ulong mapBytes = file.Halves.Select((h, i) => (ulong)h.Content(".popcorn.isa_map").Length + (i == 0 ? (ulong)h.Content(".popcorn.map").Length : 0)).Aggregate(0ul, (a, b) => a + b);
        ulong data = file.Halves.SelectMany((h, i) => h.Sections.Where(s => (i == 0 || !s.IsShared) && s.Header.Type != SHT_NOBITS && s.Name is ".data" or ".rodata" or ".rodata.private" or ".data.private" or ".tdata" or ".popcorn.private"))
            .Aggregate(0ul, (n, s) => n + s.Header.Size);
        error = null;
        return new SizeReport([.. rows.OrderByDescending(r => r.Total).ThenBy(r => r.Name, StringComparer.Ordinal)],
            new SizeTotals(Totals(r => r.Text), Totals(r => r.Resume), LayoutReport.Read(file).Padding, mapBytes, ofFunctions, data, (ulong)file.Bytes.Length));
    }

    private static ulong Sum(IReadOnlyDictionary<string, ulong> sizes) => sizes.Values.Aggregate(0ul, (a, b) => a + b);
}
