// Both ISAs' symbols side by side. The contract (docs/fat-file-format.md): what is neutral has one address; what is private to an ISA (its own
// constants, hand-written text, resume copies) may stand anywhere.
using PopcornCC.Linker.Elf;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>What the comparison of a symbol's two halves says.</summary>
public enum Verdict
{
    /// <summary>One address on both ISAs, as it must be.</summary>
    Aligned,

    /// <summary>Belongs to an ISA's private parts, whose addresses are free.</summary>
    Private,

    /// <summary>Neutral, but at two addresses: a defect of the file.</summary>
    Misaligned,

    /// <summary>Neutral, but an ISA lacks it: a defect of the file.</summary>
    Missing,

    /// <summary>A data object with two sizes: a defect of the file.</summary>
    SizeDiffers,
}

/// <summary>One half: address, size and the section it stands in.</summary>
public sealed record SymbolHalf(ulong Address, ulong Size, byte Type, string Section)
{
    /// <summary>Whether the section is one ISA's own.</summary>
    public bool IsPrivate => Section is ".text.private" or ".rodata.private" or ".data.private" or ".got" or ".eh_frame" or ".popcorn.isa_map";
}

/// <summary>A symbol's two halves; those of local symbols of one name are paired in order.</summary>
public sealed record SymbolPair(string Name, SymbolHalf? X86_64, SymbolHalf? AArch64)
{
    public Verdict Verdict
    {
        get
        {
            if (X86_64 is null || AArch64 is null) return (X86_64 ?? AArch64)!.IsPrivate ? Verdict.Private : Verdict.Missing;
            if (X86_64.IsPrivate && AArch64.IsPrivate) return Verdict.Private;
            if (X86_64.Address != AArch64.Address) return Verdict.Misaligned;
            return X86_64.Type is STT_OBJECT or STT_TLS && X86_64.Size != AArch64.Size ? Verdict.SizeDiffers : Verdict.Aligned;
        }
    }

    public bool IsDefect => Verdict is Verdict.Misaligned or Verdict.Missing or Verdict.SizeDiffers;

    /// <summary>Pairs the two symbol tables, by address.</summary>
    public static IReadOnlyList<SymbolPair> Match(IReadOnlyList<(string Name, SymbolHalf Half)> x86, IReadOnlyList<(string Name, SymbolHalf Half)> aarch64)
    {
        Dictionary<string, Queue<SymbolHalf>> others = new(StringComparer.Ordinal);
        foreach ((string name, SymbolHalf half) in aarch64)
        {
            if (!others.TryGetValue(name, out Queue<SymbolHalf>? queue)) others[name] = queue = new();
            queue.Enqueue(half);
        }
        List<SymbolPair> pairs = [];
        foreach ((string name, SymbolHalf half) in x86)
        {
            SymbolHalf? other = others.TryGetValue(name, out Queue<SymbolHalf>? queue) && queue.TryDequeue(out SymbolHalf? found) ? found : null;
            pairs.Add(new SymbolPair(name, half, other));
        }
        foreach ((string name, SymbolHalf _) in aarch64)
        {
            if (others[name].TryDequeue(out SymbolHalf? left)) pairs.Add(new SymbolPair(name, null, left));
        }
        return [.. pairs.OrderBy(p => (p.X86_64 ?? p.AArch64)!.Address).ThenBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <summary>The defined symbols of a table; null, with the reason, when it is damaged.</summary>
    public static List<(string Name, SymbolHalf Half)>? Read(ElfFile elf, string table, out string? error)
    {
        error = $"it has no {table}";
        if (elf.Find(table) is not { } section) return null;
        error = $"{table} is damaged";
        if (section.Header.Link >= elf.Sections.Count || section.Header.Size % SymSize != 0) return null;
        ReadOnlySpan<byte> strings = elf.Content(elf.Sections[(int)section.Header.Link]).Span, entries = elf.Content(section).Span;
        List<(string, SymbolHalf)> symbols = [];
        for (int at = SymSize; at + SymSize <= entries.Length; at += SymSize)
        {
            SymbolEntry s = SymbolEntry.Read(entries[at..]);
            if (ElfFile.StringAt(strings, s.Name) is not { } name) return null;
            if (s.Section == SHN_UNDEF || s.Type is STT_SECTION or STT_FILE) continue;
            string place = s.Section < elf.Sections.Count ? elf.Sections[s.Section].Name : "absolute";
            if (place.StartsWith(FatExecutable.TwinPrefix, StringComparison.Ordinal)) place = place[FatExecutable.TwinPrefix.Length..];
            symbols.Add((name, new SymbolHalf(s.Value, s.Size, s.Type, place)));
        }
        error = null;
        return symbols;
    }
}
