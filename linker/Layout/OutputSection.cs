// What the executable is made of.
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.Symbols;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Layout;

/// <summary>
/// A section of the executable: pairs of input sections, or bytes the linker made. <paramref name="isa"/> null: one copy for all ISAs.
/// </summary>
public sealed class OutputSection(string name, uint type, ulong flags, Target? isa)
{
    public string Name { get; } = name;

    public uint Type { get; } = type;

    public ulong Flags { get; } = flags;

    public Target? Isa { get; } = isa;

    public List<SectionPair> Pairs { get; } = [];

    /// <summary>Bytes the linker made; for those whose content needs addresses, bytes of the right length at first.</summary>
    public byte[]? Generated { get; set; }

    public ulong Align { get; set; } = 1;

    public ulong Address { get; set; }

    public ulong Offset { get; set; }

    public ulong Size { get; set; }

    /// <summary>Entry size for the section header, when the content is a table.</summary>
    public ulong EntrySize { get; init; }

    /// <summary>Its place in the section header table.</summary>
    public int Index { get; set; }

    public bool IsBss => Type == SHT_NOBITS;

    public bool IsLoaded => (Flags & SHF_ALLOC) != 0;

    public ulong End => Address + Size;

    public bool IsEmpty => Pairs.Count == 0 && Generated is null;

    /// <summary>The halves that stand in this section, by pair.</summary>
    public IEnumerable<InputSection> Members(Target target) => Pairs.Select(p => p.Halves[target.Index]).OfType<InputSection>();
}
