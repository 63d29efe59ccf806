// Reads an object's `.popcorn.sites` from both halves, checks that they say the same, and ties each entry to its function and resume copy.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Symbols;
using PopcornCC.StackMap;

namespace PopcornCC.Linker.StackMaps;

/// <summary>From `.popcorn.sites` to the object's list of functions with sites.</summary>
internal static class SiteReader
{
    private sealed record Entry(SiteFunction Function, Symbol Owner, Symbol Resume);

    /// <summary>Fills <see cref="InputObject.Sites"/> and makes each resume copy live with its function. A foreign object has no sites.</summary>
    public static void Read(InputObject o, LinkDiagnostics diagnostics)
    {
        if (o.IsForeign) return;
        List<Entry>[] halves = [.. o.Halves.Select(h => ReadHalf(h!, diagnostics))];
        if (diagnostics.HasErrors) return;
        for (int i = 0; i < Math.Max(halves[0].Count, halves[1].Count); i++)
        {
            if (i >= halves[0].Count || i >= halves[1].Count)
            {
                int more = i >= halves[0].Count ? 1 : 0;
                diagnostics.SitesDiffer(o.Name, halves[more][i].Owner.Name, $"only {o.Halves[more]!.Target.Name} lists it in .popcorn.sites");
                return;
            }
            Entry a = halves[0][i], b = halves[1][i];
            if (a.Owner.Name != b.Owner.Name)
            {
                diagnostics.SitesDiffer(o.Name, a.Owner.Name, $"AArch64 lists '{b.Owner.Name}' in its place in .popcorn.sites");
                return;
            }
            if (Difference(a.Function, b.Function) is { } what) diagnostics.SitesDiffer(o.Name, a.Owner.Name, what);
            o.Sites.Add(new SiteOwner(a.Function, a.Owner.Name, [a.Owner, b.Owner], [a.Resume, b.Resume]));
            foreach (Entry e in new[] { a, b }) e.Owner.Section!.Pair!.Followers.Add(e.Resume.Section!.Pair!);
        }
    }

    private static List<Entry> ReadHalf(InputHalf half, LinkDiagnostics diagnostics)
    {
        List<Entry> entries = [];
        foreach (InputSection? s in half.Sections)
        {
            if (s is null || s.Name != ".popcorn.sites") continue;
            if (SiteTable.Read(s.Content.Span, out string? error) is not { } functions)
            {
                diagnostics.BadSites(half.Owner.Name, half.Target.Name, error!);
                continue;
            }
            Dictionary<ulong, RelocationEntry> at = [];
            foreach (RelocationEntry r in s.Relocations) at[r.Offset] = r;
            foreach (SiteFunction f in functions)
            {
                if (Function(half, at, f.Offset) is { } owner && Function(half, at, f.Offset + 8) is { } resume) entries.Add(new Entry(f, owner, resume));
                else diagnostics.BadSites(half.Owner.Name, half.Target.Name, $"the entry at offset {f.Offset} does not refer to a function of this object and its resume copy");
            }
        }
        return entries;
    }

    private static Symbol? Function(InputHalf half, Dictionary<ulong, RelocationEntry> at, int offset)
    {
        if (!at.TryGetValue((ulong)offset, out RelocationEntry r)) return null;
        Symbol s = half.Symbols[r.Symbol];
        if (s.Section is null || s.Section.Half != half || s.Section.Pair is null || !s.Section.IsText) return null;
        if (s.Name.Length > 0) return r.Addend == 0 ? s : null;
        // A reference by way of the section symbol: the function that starts there.
        return half.Symbols.FirstOrDefault(f => f.Name.Length > 0 && f.Name[0] != '$' && f.Section == s.Section && f.Value == (ulong)r.Addend);
    }

    private static string? Difference(SiteFunction a, SiteFunction b)
    {
        if (a.Ordinal != b.Ordinal) return $"ordinal {a.Ordinal} on x86-64, {b.Ordinal} on AArch64";
        if (!a.Units.SequenceEqual(b.Units)) return $"the record's units are {Print(a.Units)} on x86-64, {Print(b.Units)} on AArch64";
        if (a.RecordInMemory != b.RecordInMemory) return "only one of them keeps the record in memory";
        if (a.Sites.Count != b.Sites.Count) return $"{a.Sites.Count} sites on x86-64, {b.Sites.Count} on AArch64";
        for (int i = 0; i < a.Sites.Count; i++)
        {
            if (a.Sites[i].Line != b.Sites[i].Line || a.Sites[i].Kind != b.Sites[i].Kind) return $"site {i} is another call";
            if (!a.Sites[i].Units.SequenceEqual(b.Sites[i].Units))
                return $"site {i} has the live units {string.Join(' ', a.Sites[i].Units)} on x86-64, {string.Join(' ', b.Sites[i].Units)} on AArch64";
        }
        return null;
    }

    private static string Print(IReadOnlyList<UnitType> units) => string.Join(' ', units.Select(u => (byte)u));
}
