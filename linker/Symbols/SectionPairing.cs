// Pairs the sections of a fat object's halves. A section that defines a named symbol is matched by that symbol (both halves come from one
// LLVM module, in which names are unique), one without by its name and order. What only the backend knows of (jump tables, constant pools, the
// frame table) and the resume copies are private: docs/neutral-abi.md, "Sections".
using PopcornCC.Linker.Elf;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Symbols;

/// <summary>Makes an object's pairs.</summary>
internal static class SectionPairing
{
    /// <summary>Fills <see cref="InputObject.Pairs"/>.</summary>
    public static void Pair(InputObject o, LinkDiagnostics diagnostics)
    {
        InputHalf? x86 = o.Halves[0], aarch64 = o.Halves[1];
        if (x86 is not null && aarch64 is not null)
        {
            var symbols = NamedSymbols(aarch64);
            var byName = Content(aarch64).GroupBy(s => s.Name).ToDictionary(g => g.Key, g => new Queue<InputSection>(g), StringComparer.Ordinal);
            var first = NamedSymbols(x86).Values.Where(s => s.Section is not null).GroupBy(s => s.Section!).ToDictionary(g => g.Key, g => g.ToList());
            foreach (InputSection s in Content(x86))
            {
                InputSection? twin = null;
                bool named = first.TryGetValue(s, out List<Symbol>? defined);
                if (named) twin = defined!.Select(d => symbols.GetValueOrDefault(d.Name)?.Section).FirstOrDefault(t => t is not null && t.Half == aarch64);
                else if (!IsBackendPrivate(s) && byName.TryGetValue(s.Name, out Queue<InputSection>? queue)) queue.TryDequeue(out twin);
                if (twin?.Pair is not null || (twin is not null && Kind(twin) != Kind(s))) twin = null;
                bool neutral = twin is not null && !IsResume(s) && OffsetsAgree(o, defined ?? [], symbols, s, twin, diagnostics);
                Add(o, s, twin, neutral);
            }
        }
        foreach (InputHalf? half in o.Halves)
        {
            if (half is null) continue;
            foreach (InputSection s in Content(half))
            {
                if (s.Pair is null) Add(o, half == x86 ? s : null, half == x86 ? null : s, neutral: false);
            }
        }
    }

    /// <summary>
    /// Whether the backend, not the program, made a section that defines no symbol: every function and object of the program has one, so only
    /// the arrays of initialisers are anonymous and yet the program's.
    /// </summary>
    private static bool IsBackendPrivate(InputSection s) => (s.Flags & SHF_WRITE) == 0 && s.Type is not (SHT_INIT_ARRAY or SHT_FINI_ARRAY or SHT_PREINIT_ARRAY);

    private static bool IsResume(InputSection s) => s.Name.StartsWith(".text.resume.", StringComparison.Ordinal);

    /// <summary>What must be alike for two sections to be one: text, thread-local, writable.</summary>
    private static ulong Kind(InputSection s) => s.Flags & (SHF_EXECINSTR | SHF_TLS | SHF_WRITE | SHF_ALLOC);

    /// <summary>The loaded sections, without the tables that the linker digests.</summary>
    private static IEnumerable<InputSection> Content(InputHalf half) =>
        half.Sections.OfType<InputSection>().Where(s => (s.Flags & SHF_ALLOC) != 0 && s.Name is not (".eh_frame" or ".llvm_stackmaps" or ".popcorn.sites"));

    private static Dictionary<string, Symbol> NamedSymbols(InputHalf half)
    {
        Dictionary<string, Symbol> named = new(StringComparer.Ordinal);
        foreach (Symbol s in half.Symbols)
        {
            // `$x` and `$d` only tell code from data inside a section (AAELF64, section 5.5.2).
            if (s.Name.Length == 0 || s.Name[0] == '$' || s.Type is STT_SECTION or STT_FILE || s.Section is null || s.Section.Half != half) continue;
            named.TryAdd(s.Name, s);
        }
        return named;
    }

    private static bool OffsetsAgree(InputObject o, List<Symbol> defined, Dictionary<string, Symbol> twins, InputSection s, InputSection twin, LinkDiagnostics diagnostics)
    {
        foreach (Symbol d in defined)
        {
            if (!twins.TryGetValue(d.Name, out Symbol? t) || t.Section != twin || t.Value == d.Value) continue;
            // Hand-written text of several functions in one section: each ISA by itself. Data has no such excuse.
            if (!s.IsText) diagnostics.SymbolOffsetDiffers(o.Name, d.Name, d.Value, t.Value);
            return false;
        }
        return true;
    }

    private static void Add(InputObject o, InputSection? x86, InputSection? aarch64, bool neutral)
    {
        SectionPair pair = new(o, x86, aarch64, neutral);
        foreach (InputSection? s in pair.Halves)
        {
            if (s is not null) s.Pair = pair;
        }
        o.Pairs.Add(pair);
    }
}
