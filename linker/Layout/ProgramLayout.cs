// Gives everything an address and a place in the file; docs/fat-file-format.md has the picture. The aligner proper is small: a neutral pair
// takes the larger of its two sizes at one address on both ISAs. What is private to an ISA is packed, and may use addresses the other ISA uses too.
//
// In the file, the private read-only parts stand on either side of the shared one, AArch64's before and x86-64's behind, with addresses in the
// same order: so each ISA maps its private part and the shared part with one segment, and nothing need be padded between them.
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.Symbols;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Layout;

/// <summary>A place in memory and the matching place in the file; the two are always congruent modulo the segment alignment.</summary>
internal record struct Cursor(ulong Address, ulong Offset)
{
    public void Align(ulong align) => Advance((0ul - Address) & (align - 1));

    public void Advance(ulong size)
    {
        Address += size;
        Offset += size;
    }

    /// <summary>Starts a segment: a page of its own in memory, but the next free place in the file.</summary>
    public void NextSegment()
    {
        Offset = (Offset + 63) & ~63ul;
        Address = ((Address + ProgramLayout.SegmentAlign - 1) & ~(ProgramLayout.SegmentAlign - 1)) + (Offset & (ProgramLayout.SegmentAlign - 1));
    }
}

/// <summary>The layout of a program.</summary>
internal sealed partial class ProgramLayout
{
    public const ulong TextBase = 0x400000;

    /// <summary>AArch64 kernels may have pages of 64 KiB.</summary>
    public const ulong SegmentAlign = 0x10000;

    /// <summary>Room at the start of text for the ELF header and the program headers.</summary>
    public const ulong HeaderReserve = 0x400;

    private const ulong PageSize = 0x1000;

    /// <summary>Small code model: every address is below 2 GiB.</summary>
    private const ulong AddressLimit = 1ul << 31;

    /// <summary>No program has this much in its file; a damaged object may say it has.</summary>
    private const ulong FileLimit = 1ul << 29;

    private readonly Isa[] _isas = [.. Target.All.Select(t => new Isa(t))];
    private readonly List<OutputSection> _readOnly = [];
    private readonly List<OutputSection> _data = [];
    private readonly OutputSection _bss = new(".bss", SHT_NOBITS, SHF_ALLOC | SHF_WRITE, null);
    private readonly OutputSection _private = new(".popcorn.private", SHT_PROGBITS, SHF_ALLOC | SHF_WRITE, null);
    private readonly OutputSection _privateBss = new(".popcorn.private.bss", SHT_NOBITS, SHF_ALLOC | SHF_WRITE, null);
    private readonly Dictionary<string, OutputSection> _named = new(StringComparer.Ordinal);

    /// <summary>What one ISA has for itself.</summary>
    private sealed class Isa(Target target)
    {
        public Target Target { get; } = target;

        public OutputSection Text { get; } = new(".text", SHT_PROGBITS, SHF_ALLOC | SHF_EXECINSTR, target);

        /// <summary>Resume copies, hand-written text and foreign code.</summary>
        public OutputSection PrivateText { get; } = new(".text.private", SHT_PROGBITS, SHF_ALLOC | SHF_EXECINSTR, target);

        public OutputSection PrivateConstants { get; } = new(".rodata.private", SHT_PROGBITS, SHF_ALLOC, target);

        /// <summary>Foreign data, file-backed even where it is zero: there is next to none.</summary>
        public OutputSection PrivateData { get; } = new(".data.private", SHT_PROGBITS, SHF_ALLOC | SHF_WRITE, target);

        /// <summary>All private read-only sections, tables the linker made included.</summary>
        public List<OutputSection> ReadOnly { get; } = [];

        /// <summary>Offset in the file of the page that the headers and text start with.</summary>
        public ulong FileBase { get; set; }

        public ulong TextEnd { get; set; }
    }

    /// <summary>The initialised part of the thread-local block.</summary>
    public OutputSection TlsData { get; } = new(".tdata", SHT_PROGBITS, SHF_ALLOC | SHF_WRITE | SHF_TLS, null);

    public OutputSection TlsBss { get; } = new(".tbss", SHT_NOBITS, SHF_ALLOC | SHF_WRITE | SHF_TLS, null);

    public ulong TlsAlign { get; private set; } = 16;

    /// <summary>Size of the block in memory, a multiple of its alignment.</summary>
    public ulong TlsSize { get; private set; }

    /// <summary>Every section of the program, in the order of the section header table.</summary>
    public IReadOnlyList<OutputSection> Sections { get; private set; } = [];

    /// <summary>The end of everything loaded, in the file.</summary>
    public ulong FileEnd { get; private set; }

    public OutputSection Bss => _bss;

    public ulong TextEnd => _isas.Max(i => i.TextEnd);

    public ulong TextStart => TextBase + HeaderReserve;

    public ulong DataStart { get; private set; }

    public ulong InitialisedDataEnd { get; private set; }

    public ulong DataEnd => _bss.End;

    public ulong PrivateStart { get; private set; }

    public ulong PrivateEnd => _privateBss.End;

    public ulong FileBase(Target t) => _isas[t.Index].FileBase;

    /// <summary>The output section of this name that an ISA sees, or null.</summary>
    public OutputSection? Find(string name, Target? isa = null) => _named.GetValueOrDefault(name) ?? Sections.FirstOrDefault(s => s.Name == name && (s.Isa is null || s.Isa == isa));

    /// <summary>Sorts the live pairs into output sections.</summary>
    public void Classify(SymbolTable table, LinkDiagnostics diagnostics)
    {
        foreach (SectionPair pair in table.Objects.SelectMany(o => o.Pairs).Where(p => p.IsLive))
        {
            InputSection any = pair.Any;
            if (any.IsTls) Add(any.Type == SHT_NOBITS ? TlsBss : TlsData, pair);
            else if (any.IsText && pair.IsNeutral) Each(pair, i => i.Text);
            else if (any.IsText) Each(pair, i => i.PrivateText);
            else if (pair.IsNeutral) Add(SharedSection(any), pair);
            else if (any.Type is SHT_INIT_ARRAY or SHT_FINI_ARRAY or SHT_PREINIT_ARRAY) diagnostics.ForeignInitialiser(pair.Owner.Name, any.Name);
            else if ((any.Flags & SHF_WRITE) != 0) Each(pair, i => i.PrivateData);
            else Each(pair, i => i.PrivateConstants);
        }
        foreach (OutputSection s in _readOnly.Where(s => s.Type is SHT_INIT_ARRAY or SHT_FINI_ARRAY)) SortByPriority(s.Pairs);
        _readOnly.Add(TlsData);
        _readOnly.Add(TlsBss);
    }

    private static void Add(OutputSection section, SectionPair pair)
    {
        section.Pairs.Add(pair);
        section.Align = Math.Max(section.Align, pair.Align);
        foreach (InputSection? s in pair.Halves)
        {
            if (s is not null) s.Output = section;
        }
    }

    private void Each(SectionPair pair, Func<Isa, OutputSection> choose)
    {
        foreach (Isa isa in _isas)
        {
            if (pair.Halves[isa.Target.Index] is not { } half) continue;
            OutputSection section = choose(isa);
            section.Pairs.Add(pair);
            section.Align = Math.Max(section.Align, half.Align);
            half.Output = section;
        }
    }

    private OutputSection SharedSection(InputSection s)
    {
        string name = s.Name;
        if (s.Type == SHT_INIT_ARRAY) return Named(".init_array", SHT_INIT_ARRAY, SHF_ALLOC, _readOnly);
        if (s.Type == SHT_FINI_ARRAY) return Named(".fini_array", SHT_FINI_ARRAY, SHF_ALLOC, _readOnly);
        if (s.Type == SHT_PREINIT_ARRAY) return Named(".preinit_array", SHT_PREINIT_ARRAY, SHF_ALLOC, _readOnly);
        if (name == ".popcorn.private" || name.StartsWith(".popcorn.private.", StringComparison.Ordinal)) return s.Type == SHT_NOBITS ? _privateBss : _private;
        bool writable = (s.Flags & SHF_WRITE) != 0 && !name.StartsWith(".data.rel.ro", StringComparison.Ordinal);
        if (GarbageCollector.IsIdentifier(name)) return Named(name, SHT_PROGBITS, SHF_ALLOC | (writable ? SHF_WRITE : 0), writable ? _data : _readOnly);
        if (!writable) return Named(".rodata", SHT_PROGBITS, SHF_ALLOC, _readOnly);
        return s.Type == SHT_NOBITS ? _bss : Named(".data", SHT_PROGBITS, SHF_ALLOC | SHF_WRITE, _data);
    }

    private OutputSection Named(string name, uint type, ulong flags, List<OutputSection> list)
    {
        if (_named.TryGetValue(name, out OutputSection? s)) return s;
        s = new OutputSection(name, type, flags, null) { EntrySize = type is SHT_INIT_ARRAY or SHT_FINI_ARRAY or SHT_PREINIT_ARRAY ? 8u : 0u };
        _named[name] = s;
        list.Add(s);
        return s;
    }

    /// <summary>`.init_array.N` in order of N, those without a number last; equal ones keep their order.</summary>
    private static void SortByPriority(List<SectionPair> pairs)
    {
        SectionPair[] sorted = [.. pairs.OrderBy(p => Priority(p.Name))];
        pairs.Clear();
        pairs.AddRange(sorted);
    }

    private static int Priority(string name) =>
        int.TryParse(name.AsSpan(name.LastIndexOf('.') + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int n) ? n : 65536;

    /// <summary>Adds a table that the linker made to the shared read-only part, or to an ISA's own.</summary>
    public OutputSection AddTable(string name, uint type, byte[] content, ulong align, Target? isa)
    {
        OutputSection s = new(name, type, SHF_ALLOC, isa) { Generated = content, Align = align, Size = (ulong)content.Length };
        // Notes first: they form a segment of their own.
        if (isa is not null) _isas[isa.Index].ReadOnly.Add(s);
        else _readOnly.Insert(type == SHT_NOTE ? 0 : _readOnly.Count, s);
        return s;
    }

    /// <summary>Gives text its addresses: neutral functions first, the same on all ISAs, then each ISA's private text.</summary>
    public void PlaceText()
    {
        ulong address = TextStart;
        foreach (SectionPair pair in _isas[0].Text.Pairs)
        {
            address = (address + pair.Align - 1) & ~(pair.Align - 1);
            foreach (InputSection? s in pair.Halves) s!.Address = address;
            address += pair.Size;
        }
        ulong file = 0;
        foreach (Isa isa in _isas)
        {
            isa.FileBase = file = (file + SegmentAlign - 1) & ~(SegmentAlign - 1);
            isa.Text.Address = TextStart;
            isa.Text.Size = address - TextStart;
            isa.PrivateText.Address = (address + 63) & ~63ul;
            isa.TextEnd = isa.PrivateText.Address;
            foreach (InputSection s in isa.PrivateText.Members(isa.Target))
            {
                s.Address = (isa.TextEnd + s.Align - 1) & ~(s.Align - 1);
                isa.TextEnd = s.Address + s.Size;
            }
            isa.PrivateText.Size = isa.TextEnd - isa.PrivateText.Address;
            isa.Text.Offset = file + isa.Text.Address - TextBase;
            isa.PrivateText.Offset = file + isa.PrivateText.Address - TextBase;
            file += isa.TextEnd - TextBase;
        }
        FileEnd = file;
    }

    /// <summary>Gives everything else its addresses; the tables must have been added.</summary>
    public void PlaceRest(LinkDiagnostics diagnostics)
    {
        PlaceThreadLocals();
        Cursor c = new(TextEnd, FileEnd);
        c.NextSegment();
        // AArch64's private part, the shared part, x86-64's private part.
        foreach (Isa isa in _isas) isa.ReadOnly.Insert(0, isa.PrivateConstants);
        foreach (OutputSection s in _isas[1].ReadOnly) Place(s, ref c);
        c.Align(64);
        foreach (OutputSection s in _readOnly)
        {
            if (s == TlsData) c.Align(TlsAlign);
            Place(s, ref c);
        }
        foreach (OutputSection s in _isas[0].ReadOnly) Place(s, ref c);

        c.Offset = (c.Offset + SegmentAlign - 1) & ~(SegmentAlign - 1);
        c.NextSegment();
        DataStart = c.Address;
        foreach (OutputSection s in _data) Place(s, ref c);
        InitialisedDataEnd = c.Address;
        Place(_bss, ref c);

        c.Offset = (c.Offset + PageSize - 1) & ~(PageSize - 1);
        c.NextSegment();
        PrivateStart = c.Address;
        Place(_private, ref c);
        Place(_privateBss, ref c);
        foreach (Isa isa in _isas)
        {
            c.NextSegment();
            Place(isa.PrivateData, ref c);
        }
        FileEnd = c.Offset;
        if (c.Address >= AddressLimit || FileEnd >= FileLimit) diagnostics.TooLarge("the program");

        List<OutputSection> shared = [.. _readOnly, .. _data, _bss, _private, _privateBss];
        List<OutputSection> all = [_isas[0].Text, _isas[0].PrivateText, .. shared, .. _isas[0].ReadOnly, _isas[0].PrivateData];
        all.AddRange([_isas[1].Text, _isas[1].PrivateText, .. _isas[1].ReadOnly, _isas[1].PrivateData]);
        Sections = [.. all.Where(s => !s.IsEmpty)];
    }

    /// <summary>Lays out the thread-local block; a section's address is its offset in the block (docs/fat-file-format.md, TLS).</summary>
    private void PlaceThreadLocals()
    {
        ulong offset = 0;
        foreach (OutputSection section in (OutputSection[])[TlsData, TlsBss])
        {
            foreach (SectionPair pair in section.Pairs)
            {
                offset = (offset + pair.Align - 1) & ~(pair.Align - 1);
                foreach (InputSection? s in pair.Halves)
                {
                    if (s is not null) s.Address = offset;
                }
                offset += pair.Size;
            }
            TlsAlign = Math.Max(TlsAlign, section.Align);
            if (section == TlsData) TlsData.Size = offset;
        }
        TlsSize = (offset + TlsAlign - 1) & ~(TlsAlign - 1);
        TlsBss.Size = TlsSize - TlsData.Size;
    }

    private static void Place(OutputSection section, ref Cursor c)
    {
        bool isTls = (section.Flags & SHF_TLS) != 0;
        if (!section.IsEmpty) c.Align(section.Align);
        section.Address = c.Address;
        section.Offset = c.Offset;
        ulong offset = c.Offset;
        if (section.Generated is not null)
        {
            c.Advance(section.Size);
            return;
        }
        if (isTls)
        {
            if (!section.IsBss) c.Advance(section.Size);
            return;
        }
        foreach (SectionPair pair in section.Pairs)
        {
            // In an ISA's own section only that ISA's half takes room.
            ulong align = section.Isa is { } isa ? pair.Halves[isa.Index]!.Align : pair.Align;
            c.Align(align);
            foreach (InputSection? s in pair.Halves)
            {
                if (s is not null && s.Output == section) s.Address = c.Address;
            }
            c.Advance(section.Isa is { } own ? pair.Halves[own.Index]!.Size : pair.Size);
        }
        section.Size = c.Address - section.Address;
        if (section.IsBss) c.Offset = offset;
    }
}
