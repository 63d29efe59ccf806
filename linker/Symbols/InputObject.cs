// Inputs as the linker holds them: an object with one or two halves, each half's sections, and the pairs that the halves' sections form.
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Symbols;

/// <summary>One object: a fat one with two halves, or a foreign one with a single half.</summary>
public sealed class InputObject(string name)
{
    /// <summary>The name for messages: `file.o`, or `libc.a(member.o)`.</summary>
    public string Name { get; } = name;

    /// <summary>The halves by ISA index.</summary>
    public InputHalf?[] Halves { get; } = new InputHalf?[Target.All.Count];

    public bool IsForeign => Halves.Any(h => h is null);

    public List<SectionPair> Pairs { get; } = [];

    /// <summary>The functions with sites, in the order of `.popcorn.sites`.</summary>
    public List<SiteOwner> Sites { get; } = [];
}

/// <summary>The relocatable of one ISA.</summary>
public sealed class InputHalf(InputObject owner, Target target, ElfFile elf)
{
    public InputObject Owner { get; } = owner;

    public Target Target { get; } = target;

    public ElfFile Elf { get; } = elf;

    /// <summary>By section index; null for those that are not content (symbol tables, relocations, discarded groups).</summary>
    public InputSection?[] Sections { get; } = new InputSection?[elf.Sections.Count];

    /// <summary>By symbol index.</summary>
    public Symbol[] Symbols { get; set; } = [];
}

/// <summary>A section of one half.</summary>
public sealed class InputSection(InputHalf half, string name, uint type, ulong flags, ulong size, ulong align, ReadOnlyMemory<byte> content)
{
    private RelocationEntry[]? _relocations;

    public InputHalf Half { get; } = half;

    public string Name { get; } = name;

    public uint Type { get; } = type;

    public ulong Flags { get; } = flags;

    public ulong Size { get; } = size;

    public ulong Align { get; } = align;

    /// <summary>The bytes; none for SHT_NOBITS.</summary>
    public ReadOnlyMemory<byte> Content { get; } = content;

    /// <summary>The bytes of the relocation section, checked on loading.</summary>
    public ReadOnlyMemory<byte> RawRelocations { get; set; }

    public SectionPair? Pair { get; set; }

    /// <summary>Where the layout put it.</summary>
    public Layout.OutputSection? Output { get; set; }

    /// <summary>Final address, or offset in the TLS block.</summary>
    public ulong Address { get; set; }

    /// <summary>Entries of the frame table that describe functions in this section.</summary>
    public List<FrameEntry> Frames { get; } = [];

    public bool IsText => (Flags & SHF_EXECINSTR) != 0;

    public bool IsTls => (Flags & SHF_TLS) != 0;

    public bool IsLive => Pair is { IsLive: true };

    public ReadOnlySpan<RelocationEntry> Relocations
    {
        get
        {
            if (_relocations is not null) return _relocations;
            _relocations = new RelocationEntry[RawRelocations.Length / RelaSize];
            for (int i = 0; i < _relocations.Length; i++) _relocations[i] = RelocationEntry.Read(RawRelocations.Span[(i * RelaSize)..]);
            return _relocations;
        }
    }
}

/// <summary>
/// One function's frame description. <paramref name="CieRelocations"/> and <paramref name="FdeRelocations"/> lie inside its two entries.
/// </summary>
public sealed record FrameEntry(InputSection Table, FrameFde Fde, ulong FunctionOffset, IReadOnlyList<RelocationEntry> CieRelocations,
    IReadOnlyList<RelocationEntry> FdeRelocations);

/// <summary>
/// The two halves' sections of one function or object, or a single half's section. A neutral pair gets one address on both ISAs; a private one
/// is laid out for each ISA by itself.
/// </summary>
public sealed class SectionPair(InputObject owner, InputSection? x86, InputSection? aarch64, bool isNeutral)
{
    public InputObject Owner { get; } = owner;

    public InputSection?[] Halves { get; } = [x86, aarch64];

    public bool IsNeutral { get; } = isNeutral;

    public bool IsLive { get; set; }

    /// <summary>Pairs that live when this one does: a function's resume copy.</summary>
    public List<SectionPair> Followers { get; } = [];

    public InputSection Any => Halves[0] ?? Halves[1]!;

    public string Name => Any.Name;

    public ulong Size => Halves.Max(h => h?.Size ?? 0);

    public ulong Align => Halves.Max(h => h?.Align ?? 1);
}

/// <summary>A function with sites: its entry, and what the entry's relocations refer to on each ISA.</summary>
public sealed record SiteOwner(SiteFunction Entry, string Name, Symbol[] Functions, Symbol[] Resumes);
