// From an ELF relocatable to an InputHalf: sections, symbols, relocations and COMDAT groups (gABI chapter 4), all checked here, so that the
// passes behind may index without looking. Global symbols are entered by SymbolTable; this file knows only the object.
using System.Buffers.Binary;
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Symbols;

/// <summary>Reads one half of an object.</summary>
internal sealed class ObjectReader(InputObject owner, Target target, ElfFile elf, SymbolTable table, LinkDiagnostics diagnostics)
{
    // Anything aligned beyond a huge page is damage, not a program.
    private const ulong InstructionAlign = 4;
    private const ulong MaxAlign = 1 << 21;

    private readonly InputHalf _half = new(owner, target, elf);

    /// <summary>Reads the half, enters its global symbols, and returns it; null when it is damaged (reported).</summary>
    public InputHalf? Read()
    {
        string? error = ReadSections() ?? ReadGroups() ?? ReadSymbols() ?? ReadRelocations();
        error = error is null ? null : $"{error} ({target.Name} half)";
        if (error is not null)
        {
            diagnostics.DamagedObject(owner.Name, error);
            return null;
        }
        ReadFrames();
        return _half;
    }

    private string? ReadSections()
    {
        foreach (ElfSection s in elf.Sections)
        {
            SectionHeader h = s.Header;
            bool wanted = h.Type is SHT_PROGBITS or SHT_NOBITS or SHT_INIT_ARRAY or SHT_FINI_ARRAY or SHT_PREINIT_ARRAY or SHT_X86_64_UNWIND;
            if (!wanted || (h.Flags & SHF_EXCLUDE) != 0) continue;
            if ((h.Flags & SHF_ALLOC) == 0 && !s.Name.StartsWith(".debug_", StringComparison.Ordinal)) continue;
            if (h.Align > MaxAlign || (h.Align & (h.Align - 1)) != 0) return $"section {s.Name} has alignment {h.Align}";
            if (h.Size > int.MaxValue) return $"section {s.Name} has size {h.Size}";
            ReadOnlyMemory<byte> content = elf.Content(s);
            // Assemblers leave the alignment of instructions to the author, who may think of one ISA's half alone.
            ulong align = Math.Max(h.Align, (h.Flags & SHF_EXECINSTR) != 0 ? InstructionAlign : 1);
            if ((h.Flags & SHF_COMPRESSED) != 0)
            {
                if (CompressedSection.Expand(content, out string? error) is not { } expanded) return $"section {s.Name} {error}";
                (content, align) = (expanded.Content, expanded.Align);
            }
            _half.Sections[s.Index] = new InputSection(_half, s.Name, h.Type, h.Flags & ~(ulong)SHF_COMPRESSED, h.Type == SHT_NOBITS ? h.Size : (ulong)content.Length, align, content);
        }
        return null;
    }

    /// <summary>Of each COMDAT group, the first object's sections stay (gABI, "Section Groups").</summary>
    private string? ReadGroups()
    {
        foreach (ElfSection s in elf.Sections)
        {
            if (s.Header.Type != SHT_GROUP) continue;
            ReadOnlySpan<byte> words = elf.Content(s).Span;
            if (words.Length < 4 || SymbolTableOf(s.Header.Link) is not { } symbols || s.Header.Info >= symbols.Count) return $"section group {s.Index} is malformed";
            if ((BinaryPrimitives.ReadUInt32LittleEndian(words) & GRP_COMDAT) == 0) continue;
            if (Name(symbols, symbols[(int)s.Header.Info]) is not { } signature) return $"section group {s.Index} has no name";
            if (table.IsFirstGroup(target, signature)) continue;
            for (int i = 4; i + 4 <= words.Length; i += 4)
            {
                uint member = BinaryPrimitives.ReadUInt32LittleEndian(words[i..]);
                if (member < _half.Sections.Length) _half.Sections[member] = null;
            }
        }
        return null;
    }

    private string? ReadSymbols()
    {
        if (elf.Sections.FirstOrDefault(s => s.Header.Type == SHT_SYMTAB) is not { } section) return null;
        if (SymbolTableOf((uint)section.Index) is not { } entries) return "the symbol table is malformed";
        ReadOnlySpan<byte> wide = elf.Sections.FirstOrDefault(s => s.Header.Type == SHT_SYMTAB_SHNDX) is { } w ? elf.Content(w).Span : default;
        Symbol[] symbols = new Symbol[entries.Count];
        for (int i = 0; i < symbols.Length; i++)
        {
            SymbolEntry e = entries[i];
            uint index = e.Section;
            if (index == SHN_XINDEX)
            {
                if (wide.Length < (i + 1) * 4) return $"symbol {i} has no section index";
                index = BinaryPrimitives.ReadUInt32LittleEndian(wide[(i * 4)..]);
            }
            bool special = e.Section is SHN_UNDEF or (>= SHN_LORESERVE and < SHN_XINDEX);
            if (special && e.Section is not (SHN_UNDEF or SHN_ABS or SHN_COMMON)) return $"symbol {i} is in the unknown section 0x{e.Section:x}";
            if (!special && index >= elf.Sections.Count) return $"symbol {i} is in section {index}, which does not exist";
            if (Name(entries, e) is not { } name) return $"symbol {i} has no name";
            InputSection? defined = special ? null : _half.Sections[index];
            if (e.Section == SHN_COMMON && (e.Value > MaxAlign || (e.Value & (e.Value - 1)) != 0 || e.Size > int.MaxValue)) return $"common symbol {name} has alignment {e.Value}, size {e.Size}";
            if (defined is not null && e.Value > defined.Size) return $"symbol {name} lies outside its section";
            if (e.Type == STT_GNU_IFUNC)
            {
                diagnostics.IndirectFunction(owner.Name, name);
                return null;
            }
            symbols[i] = e.Binding == STB_LOCAL
                ? new Symbol(e.Type == STT_SECTION ? "" : name)
                {
                    IsLocal = true,
                    IsWeak = false,
                    Half = _half,
                    Section = defined,
                    Value = e.Value,
                    Size = e.Size,
                    Type = e.Type,
                    State = e.Section == SHN_ABS ? SymbolState.Absolute : defined is null ? SymbolState.Undefined : SymbolState.Defined,
                }
                : table.Enter(_half, name, e, defined);
        }
        _half.Symbols = symbols;
        return null;
    }

    private string? ReadRelocations()
    {
        foreach (ElfSection s in elf.Sections)
        {
            if (s.Header.Type is not (SHT_RELA or SHT_REL)) continue;
            if (s.Header.Info >= _half.Sections.Length) return $"relocation section {s.Name} applies to no section";
            if (_half.Sections[s.Header.Info] is not { } target) continue;
            if (s.Header.Type == SHT_REL) return $"relocation section {s.Name} has no addends";
            ReadOnlyMemory<byte> raw = elf.Content(s);
            if (raw.Length % RelaSize != 0) return $"relocation section {s.Name} has a size that is no multiple of {RelaSize}";
            for (int i = 0; i < raw.Length; i += RelaSize)
            {
                RelocationEntry r = RelocationEntry.Read(raw.Span[i..]);
                if (r.Symbol >= _half.Symbols.Length) return $"a relocation of {target.Name} refers to symbol {r.Symbol}, which does not exist";
                if (r.Offset >= (ulong)target.Content.Length) return $"a relocation of {target.Name} lies outside it";
            }
            target.RawRelocations = raw;
        }
        return null;
    }

    private void ReadFrames()
    {
        foreach (InputSection? s in _half.Sections)
        {
            if (s is null || s.Name != ".eh_frame") continue;
            if (EhFrame.Read(s.Content, out string? error) is not { } frame)
            {
                diagnostics.BadUnwind(owner.Name, target.Name, error!);
                continue;
            }
            RelocationEntry[] sorted = [.. s.Relocations];
            Array.Sort(sorted, (x, y) => x.Offset.CompareTo(y.Offset));
            Dictionary<FrameCie, IReadOnlyList<RelocationEntry>> cies = new(ReferenceEqualityComparer.Instance);
            foreach (FrameCie cie in frame.Cies) cies[cie] = Within(sorted, cie.Offset, cie.Length);
            foreach (FrameFde fde in frame.Fdes)
            {
                IReadOnlyList<RelocationEntry> inside = Within(sorted, fde.Offset, fde.Length);
                RelocationEntry pc = inside.FirstOrDefault(r => r.Offset == (ulong)fde.PcOffset);
                // No relocation, or into a discarded group: the function is not there either.
                if (_half.Symbols.Length == 0 || _half.Symbols[pc.Symbol] is not { Section: { } function } symbol || function.Half != _half) continue;
                function.Frames.Add(new FrameEntry(s, fde, symbol.Value + (ulong)pc.Addend, cies[fde.Cie], inside));
            }
        }
    }

    private static IReadOnlyList<RelocationEntry> Within(RelocationEntry[] sorted, int offset, int length)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle].Offset < (ulong)offset) low = middle + 1;
            else high = middle;
        }
        int end = low;
        while (end < sorted.Length && sorted[end].Offset < (ulong)(offset + length)) end++;
        return new ArraySegment<RelocationEntry>(sorted, low, end - low);
    }

    private sealed record Entries(IReadOnlyList<SymbolEntry> List, ReadOnlyMemory<byte> Names)
    {
        public int Count => List.Count;

        public SymbolEntry this[int i] => List[i];
    }

    private readonly Dictionary<uint, Entries?> _tables = [];

    private Entries? SymbolTableOf(uint index)
    {
        if (_tables.TryGetValue(index, out Entries? known)) return known;
        Entries? entries = null;
        if (index < elf.Sections.Count && elf.Sections[(int)index] is { Header.Type: SHT_SYMTAB } s
            && s.Header.Link < elf.Sections.Count && elf.Sections[(int)s.Header.Link] is { Header.Type: SHT_STRTAB } names)
        {
            ReadOnlySpan<byte> bytes = elf.Content(s).Span;
            SymbolEntry[] list = new SymbolEntry[bytes.Length / SymSize];
            for (int i = 0; i < list.Length; i++) list[i] = SymbolEntry.Read(bytes[(i * SymSize)..]);
            entries = new Entries(list, elf.Content(names));
        }
        _tables[index] = entries;
        return entries;
    }

    private string? Name(Entries entries, SymbolEntry e)
    {
        if (e.Type == STT_SECTION && e.Name == 0 && e.Section < elf.Sections.Count) return elf.Sections[e.Section].Name;
        return ElfFile.StringAt(entries.Names.Span, e.Name);
    }
}
