// DWARF: sections of the same name one after another, for each ISA, not loaded. References between them are section offsets, so a section's
// "address" while relocating is its offset.
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.Symbols;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Layout;

/// <summary>Collects and relocates `.debug_*`.</summary>
internal static class DebugSections
{
    public static List<OutputSection> Collect(SymbolTable table, Relocator relocator)
    {
        List<OutputSection> all = [];
        foreach (Target target in Target.All)
        {
            SortedDictionary<string, List<InputSection>> byName = new(StringComparer.Ordinal);
            foreach (InputSection s in table.Objects.Select(o => o.Halves[target.Index]).OfType<InputHalf>().SelectMany(h => h.Sections).OfType<InputSection>())
            {
                if ((s.Flags & SHF_ALLOC) != 0) continue;
                if (!byName.TryGetValue(s.Name, out List<InputSection>? list)) byName[s.Name] = list = [];
                list.Add(s);
            }
            List<(OutputSection Output, List<InputSection> Members)> sections = [];
            foreach ((string name, List<InputSection> members) in byName)
            {
                ulong size = 0;
                foreach (InputSection s in members)
                {
                    s.Address = (size + s.Align - 1) & ~(s.Align - 1);
                    size = s.Address + s.Size;
                }
                ulong flags = members[0].Flags & (SHF_MERGE | SHF_STRINGS);
                sections.Add((new OutputSection(name, SHT_PROGBITS, flags, target) { Generated = new byte[size], EntrySize = flags != 0 ? 1u : 0u, Align = members.Max(m => m.Align) }, members));
            }
            // All offsets are known before the first relocation is applied.
            foreach ((OutputSection output, List<InputSection> members) in sections)
            {
                foreach (InputSection s in members)
                {
                    Span<byte> place = output.Generated.AsSpan((int)s.Address, (int)s.Size);
                    s.Content.Span.CopyTo(place);
                    relocator.Apply(s, place, s.Address);
                }
                all.Add(output);
            }
        }
        return all;
    }
}
