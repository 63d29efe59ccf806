// `symbols`: every defined symbol of both ISAs, side by side, with the room that the other ISA's larger half costs it.
using System.Text.RegularExpressions;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>A symbol on one ISA; padding: bytes between its end and the next symbol of its section.</summary>
public sealed record SymbolOnIsa(Address Address, ulong Size, ulong Padding);

/// <summary>A symbol. Verdict: "aligned", "private", or a defect: "misaligned", "missing", "size differs"; null in objects and thin files, which have one half.</summary>
public sealed record SymbolRow(string Name, string Kind, string Binding, string Section, string? Verdict, IReadOnlyDictionary<string, SymbolOnIsa> Isas)
{
    internal ulong First => Isas.Values.Min(i => i.Address.Value);

    internal ulong Largest => Isas.Values.Max(i => i.Size);

    internal ulong Padding => Isas.Values.Aggregate(0ul, (n, i) => n + i.Padding);
}

/// <summary>The answer of `symbols`.</summary>
public sealed record SymbolsReport(IReadOnlyList<SymbolRow> Symbols) : FileReport
{
    /// <summary>The keys that <c>--sort</c> takes.</summary>
    public static IReadOnlyList<string> SortKeys { get; } = ["address", "name", "size", "padding"];

    /// <summary>Reads them; null with the reason when a table is damaged or missing.</summary>
    public static SymbolsReport? Read(InspectedFile file, Regex? filter, string sort, out string? error)
    {
        error = null;
        List<Dictionary<(string Name, int Number), (HalfSymbol Symbol, string Section, ulong Padding)>> halves = [];
        List<(string Name, int Number)> order = [];
        HashSet<(string, int)> seen = [];
        foreach (Half half in file.Halves)
        {
            error = half.Symbols.Error is { } why ? file.Halves.Count > 1 ? $"{half.Target.Name}: {why}" : why : null;
            if (error is not null) return null;
            Dictionary<(string, int), (HalfSymbol, string, ulong)> own = [];
            Dictionary<string, int> counts = new(StringComparer.Ordinal);
            ulong[] padding = Paddings(half, file.IsExecutable);
            for (int i = 0; i < half.Symbols.All.Count; i++)
            {
                HalfSymbol s = half.Symbols.All[i];
                string name = half.Symbols.Name(s);
                // A pattern may take arbitrarily long for a crafted name: the filter has a time limit, and what exceeds it is left out.
                if (filter is not null && !Matches(filter, name)) continue;
                int number = counts[name] = counts.GetValueOrDefault(name) + 1;
                own[(name, number)] = (s, SectionName(half, s.Section), padding[i]);
                if (seen.Add((name, number))) order.Add((name, number));
            }
            halves.Add(own);
        }
        List<SymbolRow> rows = [];
        foreach ((string Name, int Number) key in order)
        {
            var found = file.Halves.Select((h, i) => (Half: h, Symbol: halves[i].TryGetValue(key, out var s) ? s : default((HalfSymbol Symbol, string Section, ulong Padding)?))).ToArray();
            var (symbol, section, _) = found.First(f => f.Symbol is not null).Symbol!.Value;
            rows.Add(new SymbolRow(key.Name, KindOf(symbol.Type), symbol.Binding switch { STB_LOCAL => "local", STB_GLOBAL => "global", STB_WEAK => "weak", _ => $"{symbol.Binding}" }, section,
                file.Kind == FileKind.FatExecutable ? VerdictOf([.. found.Select(f => f.Symbol)]) : null,
                PerIsa.Of(found.Select(f => (f.Half, f.Symbol is { } s ? new SymbolOnIsa(new Address(s.Symbol.Address), s.Symbol.Size, s.Padding) : null)))));
        }
        return new SymbolsReport(sort switch
        {
            "name" => [.. rows.OrderBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.First)],
            "size" => [.. rows.OrderByDescending(r => r.Largest).ThenBy(r => r.Name, StringComparer.Ordinal)],
            "padding" => [.. rows.OrderByDescending(r => r.Padding).ThenBy(r => r.Name, StringComparer.Ordinal)],
            _ => file.IsExecutable ? [.. rows.OrderBy(r => r.First).ThenBy(r => r.Name, StringComparer.Ordinal)] : rows,
        });
    }

    private static bool Matches(Regex filter, string name)
    {
        try
        {
            return filter.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string KindOf(byte type) => type switch
    {
        STT_FUNC => "function",
        STT_OBJECT or STT_COMMON => "object",
        STT_TLS => "thread-local",
        STT_NOTYPE => "label",
        _ => $"type {type}",
    };

    private static string? VerdictOf((HalfSymbol Symbol, string Section, ulong Padding)?[] halves)
    {
        SymbolHalf?[] both = [.. halves.Select(h => h is { } s ? new SymbolHalf(s.Symbol.Address, s.Symbol.Size, s.Symbol.Type, s.Section) : null)];
        return new SymbolPair("", both[0], both[1]).Verdict switch
        {
            Verdict.Aligned => "aligned",
            Verdict.Private => "private",
            Verdict.Misaligned => "misaligned",
            Verdict.Missing => "missing",
            Verdict.SizeDiffers => "size differs",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    internal static string SectionName(Half half, ushort index)
    {
        if (index == SHN_COMMON) return "common";
        if (index >= half.Elf.Sections.Count) return "absolute";
        string name = half.Elf.Sections[index].Name;
        return name.StartsWith(Linker.Elf.FatExecutable.TwinPrefix, StringComparison.Ordinal) && name != Linker.Elf.FatObject.TwinSection ? name[Linker.Elf.FatExecutable.TwinPrefix.Length..] : name;
    }

    /// <summary>Parallel to the half's symbols: the gap behind each.</summary>
    private static ulong[] Paddings(Half half, bool isExecutable)
    {
        IReadOnlyList<HalfSymbol> all = half.Symbols.All;
        ulong[] result = new ulong[all.Count];
        // From the back: the next start in each section.
        Dictionary<ushort, ulong> next = [];
        for (int i = all.Count - 1; i >= 0; i--)
        {
            HalfSymbol s = all[i];
            if (s.Section >= half.Elf.Sections.Count) continue;
            var header = half.Elf.Sections[s.Section].Header;
            ulong end = s.Address + s.Size;
            ulong limit = next.TryGetValue(s.Section, out ulong found) ? found : (isExecutable && s.Type != STT_TLS ? header.Address : 0) + header.Size;
            if (s.Size > 0)
            {
                if (limit > end && limit - end <= header.Size) result[i] = limit - end;
                next[s.Section] = s.Address;
            }
        }
        return result;
    }
}
