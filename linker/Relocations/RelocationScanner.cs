// Goes once over the relocations of all live sections before anything has an address: gives out GOT slots and finds what can never be applied
// (undefined symbols, unknown types, references to foreign objects that are no calls).
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Symbols;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Relocations;

/// <summary>The scan.</summary>
internal sealed class RelocationScanner(GlobalOffsetTable[] gots, LinkDiagnostics diagnostics)
{
    private readonly SortedDictionary<string, (HashSet<int> Isas, List<string> Askers)> _undefined = new(StringComparer.Ordinal);

    /// <summary>Scans everything live.</summary>
    public static void Run(SymbolTable table, GlobalOffsetTable[] gots, LinkDiagnostics diagnostics)
    {
        RelocationScanner scanner = new(gots, diagnostics);
        foreach (SectionPair pair in table.Objects.SelectMany(o => o.Pairs).Where(p => p.IsLive))
        {
            foreach (InputSection? s in pair.Halves)
            {
                if (s is not null) scanner.Scan(s);
            }
        }
        foreach ((string name, (HashSet<int> isas, List<string> askers)) in scanner._undefined)
            diagnostics.Undefined(name, isas.Count == Target.All.Count ? null : Target.All[isas.First()].Name, askers);
    }

    /// <summary>What relocation messages call a place: the function or object, and the offset in it.</summary>
    public static string Place(InputSection s, ulong offset) => $"{s.Name}+0x{offset:x}";

    private void Scan(InputSection s)
    {
        Target target = s.Half.Target;
        InputObject o = s.Half.Owner;
        ReadOnlySpan<RelocationEntry> all = s.Relocations;
        for (int i = 0; i < all.Length; i++)
        {
            RelocationEntry r = all[i];
            Symbol symbol = s.Half.Symbols[r.Symbol];
            RelocationUse use = target.Use(r.Type, s.Content.Span, r.Offset, symbol.IsDefined);
            if (use == RelocationUse.None) continue;
            if (use == RelocationUse.Unsupported)
            {
                diagnostics.UnsupportedRelocation(o.Name, Place(s, r.Offset), target.Name, r.Type);
                continue;
            }
            // Symbol 0 is no symbol: the addend alone.
            if (!symbol.IsDefined && !symbol.IsWeak && r.Symbol != 0) Undefined(symbol, target, o);
            if (symbol.IsDefined && use is RelocationUse.Thread or RelocationUse.GotThread && !symbol.IsThreadLocal && symbol.Section is not { IsTls: true })
                diagnostics.RelocationFailed(o.Name, Place(s, r.Offset), symbol.Name, "the symbol is not thread-local");
            if (use is RelocationUse.Got or RelocationUse.GotThread) gots[target.Index].Need(symbol, use == RelocationUse.GotThread);
            bool foreign = !o.IsForeign && symbol.Section is { } d && d.Half.Owner.IsForeign && use is not (RelocationUse.Call or RelocationUse.Size);
            if (foreign) diagnostics.ForeignReference(o.Name, Place(s, r.Offset), symbol.Name, symbol.Half!.Owner.Name);
            i += target.Swallows(r.Type);
        }
    }

    private void Undefined(Symbol s, Target target, InputObject asker)
    {
        if (!_undefined.TryGetValue(s.Name, out (HashSet<int> Isas, List<string> Askers) known)) _undefined[s.Name] = known = ([], []);
        known.Isas.Add(target.Index);
        if (!known.Askers.Contains(asker.Name)) known.Askers.Add(asker.Name);
    }
}
