// One ISA's part of a file. In a fat executable the two share a file, a string table and the neutral sections, and AArch64's own sections have
// names of their own (docs/fat-file-format.md); here both halves answer to the plain names.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Inspect;

/// <summary>A section of a half: its plain name, and whether both ISAs use these very bytes.</summary>
public sealed record HalfSection(string Name, ElfSection Section, bool IsShared)
{
    public SectionHeader Header => Section.Header;
}

/// <summary>One ISA of a file.</summary>
public sealed class Half
{
    private readonly bool _isTwin;
    private readonly Lazy<HalfSymbols> _symbols;
    private readonly Lazy<IReadOnlyList<HalfSection>> _sections;

    internal Half(Target target, ElfFile elf, ElfHeader header, IReadOnlyList<ProgramHeader> segments, bool isTwin)
    {
        Target = target;
        Elf = elf;
        Header = header;
        Segments = segments;
        _isTwin = isTwin;
        _sections = new(ReadSections);
        _symbols = new(() => HalfSymbols.Read(this));
    }

    public Target Target { get; }

    /// <summary>The file, or for an object's AArch64 twin the twin.</summary>
    public ElfFile Elf { get; }

    public ElfHeader Header { get; }

    public IReadOnlyList<ProgramHeader> Segments { get; }

    /// <summary>The defined symbols.</summary>
    public HalfSymbols Symbols => _symbols.Value;

    /// <summary>The sections that this ISA uses, in the order of the file's table.</summary>
    public IReadOnlyList<HalfSection> Sections => _sections.Value;

    /// <summary>A section by its plain name, or null.</summary>
    public HalfSection? Find(string name) => Sections.FirstOrDefault(s => s.Name == name);

    /// <summary>A section's bytes; none when there is no such section.</summary>
    public ReadOnlyMemory<byte> Content(string name) => Find(name) is { } s ? Elf.Content(s.Section) : default;

    /// <summary>The bytes that this ISA loads at an address, up to the end of the segment; none where it has none. Objects have no addresses.</summary>
    public ReadOnlySpan<byte> At(ulong address, uint flags = 0)
    {
        foreach (ProgramHeader p in Segments)
        {
            if (p.Type != PT_LOAD || (p.Flags & flags) != flags || address < p.Address || address - p.Address >= p.FileSize) continue;
            ulong from = p.Offset + (address - p.Address), length = p.FileSize - (address - p.Address);
            if (length <= (ulong)Elf.Bytes.Length && from <= (ulong)Elf.Bytes.Length - length) return Elf.Bytes.Span.Slice((int)from, (int)length);
        }
        return default;
    }

    /// <summary>Code at an address.</summary>
    public ReadOnlySpan<byte> Code(ulong address) => At(address, PF_X);

    /// <summary>The loaded section that an address is in, or null.</summary>
    public HalfSection? SectionAt(ulong address) =>
        Sections.FirstOrDefault(s => IsLoaded(s) && (s.Header.Flags & SHF_TLS) == 0 && address >= s.Header.Address && address - s.Header.Address < s.Header.Size);

    /// <summary>Whether a section is part of the running program.</summary>
    public bool IsLoaded(HalfSection s) => Segments.Count == 0 ? (s.Header.Flags & SHF_ALLOC) != 0 : s.Header.Address != 0;

    /// <summary>Whether the name is of a section which belongs to one ISA also when it stands in the common table.</summary>
    public static bool IsPrivate(string name) =>
        name is ".text" or ".text.private" or ".rodata.private" or ".data.private" or ".got" or ".eh_frame" or ".popcorn.isa_map" or ".symtab" || name.StartsWith(".debug_", StringComparison.Ordinal);

    private List<HalfSection> ReadSections()
    {
        bool fat = _isTwin || Elf.Find(FatExecutable.TwinHeaders) is not null;
        List<HalfSection> all = [];
        foreach (ElfSection s in Elf.Sections)
        {
            if (s.Index == 0 || s.Header.Type == SHT_NULL || s.Name is FatExecutable.TwinHeaders or FatObject.TwinSection) continue;
            bool twin = s.Name.StartsWith(FatExecutable.TwinPrefix, StringComparison.Ordinal);
            string name = twin ? s.Name[FatExecutable.TwinPrefix.Length..] : s.Name;
            bool own = fat && (twin || IsPrivate(name));
            if (own && twin != _isTwin) continue;
            all.Add(new HalfSection(name, s, fat && !own));
        }
        return all;
    }
}
