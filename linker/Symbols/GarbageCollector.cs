// Which sections stay: those reachable from the entry point, from -u names and from the arrays of initialisers. A pair is followed on both
// ISAs, so what one ISA needs stays on both; the tables about functions (stack maps, sites, frames) follow their function and keep nothing.
using PopcornCC.Linker.Elf;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Symbols;

/// <summary>Marks the live pairs.</summary>
internal sealed class GarbageCollector(SymbolTable table, LinkOptions options)
{
    private readonly Stack<SectionPair> _todo = new();
    private readonly ILookup<string, SectionPair> _identifierSections =
        table.Objects.SelectMany(o => o.Pairs).Where(p => IsIdentifier(p.Name)).ToLookup(p => p.Name, StringComparer.Ordinal);

    public static void Run(SymbolTable table, LinkOptions options) => new GarbageCollector(table, options).Mark();

    /// <summary>Whether a section's name is a C identifier, for which `__start_` and `__stop_` symbols exist.</summary>
    public static bool IsIdentifier(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    /// <summary>Sections that run or are asked for without anything referring to them.</summary>
    private static bool IsRoot(InputSection s) =>
        s.Type is SHT_INIT_ARRAY or SHT_FINI_ARRAY or SHT_PREINIT_ARRAY || (s.Flags & SHF_GNU_RETAIN) != 0 || s.Name is ".init" or ".fini";

    private void Mark()
    {
        foreach (SectionPair p in table.Objects.SelectMany(o => o.Pairs))
        {
            if (!options.CollectGarbage || IsRoot(p.Any)) Mark(p);
        }
        for (int isa = 0; isa < Relocations.Target.All.Count; isa++)
        {
            foreach (string name in options.Undefined.Prepend(options.Entry))
            {
                if (table.Find(isa, name) is { } s) Mark(s);
            }
        }
        while (_todo.TryPop(out SectionPair? pair))
        {
            foreach (InputSection? s in pair.Halves)
            {
                if (s is not null) Follow(s);
            }
            foreach (SectionPair follower in pair.Followers) Mark(follower);
        }
    }

    private void Follow(InputSection s)
    {
        foreach (RelocationEntry r in s.Relocations) Mark(s.Half.Symbols[r.Symbol]);
        // A function's frame may name data for its unwinding (C++ and `cleanup` in foreign objects).
        foreach (FrameEntry f in s.Frames)
        {
            foreach (RelocationEntry r in f.CieRelocations) Mark(s.Half.Symbols[r.Symbol]);
            foreach (RelocationEntry r in f.FdeRelocations)
            {
                if (r.Offset != (ulong)f.Fde.PcOffset) Mark(s.Half.Symbols[r.Symbol]);
            }
        }
    }

    private void Mark(Symbol s)
    {
        if (s.Section?.Pair is { } pair) Mark(pair);
        if (s.KeepsSections is null) return;
        foreach (SectionPair p in _identifierSections[s.KeepsSections]) Mark(p);
    }

    private void Mark(SectionPair pair)
    {
        if (pair.IsLive) return;
        pair.IsLive = true;
        _todo.Push(pair);
    }
}
