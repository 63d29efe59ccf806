// Fat executables from outside (docs/fat-file-format.md): taking one ISA's ordinary static ELF out of them, and finding the maps. The input is
// untrusted: everything is checked before it is used.
using System.Buffers.Binary;
using PopcornCC.Linker.Relocations;
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Elf;

/// <summary>Reads fat executables.</summary>
public static class FatExecutable
{
    /// <summary>What the names of AArch64's own sections begin with.</summary>
    public const string TwinPrefix = ".popcorn.aarch64";

    public const string TwinHeaders = TwinPrefix + ".headers";

    /// <summary>The compact maps of a fat or thin executable, or null with the reason.</summary>
    public static (NeutralMap Neutral, IReadOnlyList<IsaMap> Isas)? ReadMaps(ReadOnlyMemory<byte> file, out string? error)
    {
        if (ReadProgram(file, out error) is not { } elf) return null;
        error = "it has no .popcorn.map";
        if (elf.Find(".popcorn.map") is not { } section) return null;
        if (NeutralMap.Read(elf.Content(section).Span, out error) is not { } neutral) return null;
        List<IsaMap> isas = [];
        foreach (string name in (string[])[".popcorn.isa_map", TwinPrefix + ".popcorn.isa_map"])
        {
            if (elf.Find(name) is not { } own) continue;
            if (IsaMap.Read(elf.Content(own).Span, neutral, out error) is not { } isa) return null;
            isas.Add(isa);
        }
        return (neutral, isas);
    }

    /// <summary>The program headers of one ISA, with offsets in this file; null when it has none for that ISA.</summary>
    public static (ElfHeader Header, IReadOnlyList<ProgramHeader> Segments)? Headers(ElfFile elf, Target target)
    {
        if (elf.Header.Machine == target.Machine) return (elf.Header, elf.ProgramHeaders());
        if (elf.Find(TwinHeaders) is not { Header.Type: SHT_PROGBITS } section) return null;
        ReadOnlySpan<byte> bytes = elf.Content(section).Span;
        if (!ElfHeader.IsOurs(bytes) || ElfHeader.Read(bytes) is not { Type: ET_EXEC } header || header.Machine != target.Machine) return null;
        ReadOnlySpan<byte> all = elf.Bytes.Span;
        if (!ElfFile.Inside(header.ProgramHeaders, (ulong)header.ProgramHeaderCount * PhdrSize, all.Length)) return null;
        return (header, ElfFile.ReadProgramHeaders(all, header));
    }

    /// <summary>What is wrong between the maps and the code of one ISA (<see cref="StackMaps.MapVerifier"/>); empty for a sound program.</summary>
    public static IReadOnlyList<string> Verify(ElfFile elf, Target target, NeutralMap neutral, IsaMap map)
    {
        if (Headers(elf, target) is not { } own) return [$"it has no {target.Name} part"];
        List<ProgramHeader> text = [.. own.Segments.Where(p => p.Type == PT_LOAD && (p.Flags & PF_X) != 0 && ElfFile.Inside(p.Offset, p.FileSize, elf.Bytes.Length))];
        return new StackMaps.MapVerifier(neutral, map, target, address =>
        {
            foreach (ProgramHeader p in text)
            {
                if (address >= p.Address && address - p.Address < p.FileSize) return elf.Bytes.Span.Slice((int)(p.Offset + (address - p.Address)), (int)(p.FileSize - (address - p.Address)));
            }
            return default;
        }).Run();
    }

    /// <summary>One ISA's ordinary static ELF, with the same addresses; null, with the reason, when the file has no such part or is damaged.</summary>
    public static byte[]? Thin(ReadOnlyMemory<byte> file, Target target, out string? error)
    {
        if (ReadProgram(file, out error) is not { } elf) return null;
        if (Headers(elf, target) is not { } own)
        {
            error = $"it has no {target.Name} part";
            return null;
        }
        foreach (ProgramHeader p in own.Segments)
        {
            bool good = ElfFile.Inside(p.Offset, p.FileSize, file.Length) && p.FileSize <= p.MemorySize && p.Align <= 0x10000 && (p.Align & (p.Align - 1)) == 0;
            error = good ? null : "a segment lies outside the file";
            if (!good) return null;
        }
        error = own.Segments.Count(p => p.Type == PT_LOAD) > 16 ? "it has too many segments" : null;
        return error is null ? new Thinner(elf, target, own.Header, own.Segments).Run(out error) : null;
    }

    internal static ElfFile? ReadProgram(ReadOnlyMemory<byte> file, out string? error)
    {
        if (ElfFile.Read(file, out error) is not { } elf) return null;
        error = elf.Header.Type != ET_EXEC || elf.Find(FatObject.NoteSection) is null ? "it was not linked by popcorn-cc" : null;
        return error is null ? elf : null;
    }

    /// <summary>Writes the sections' names, as the last section of <paramref name="headers"/>, and room for the table of headers; gives the table's offset in the file.</summary>
    internal static int AppendNames(ByteWriter file, StringTable names, List<SectionHeader> headers)
    {
        uint own = names.Add(".shstrtab");
        headers.Add(new SectionHeader(own, SHT_STRTAB, 0, 0, (ulong)file.Length, (ulong)names.Written.Length, 0, 0, 1, 0));
        file.Bytes(names.Written);
        file.Align(8);
        int table = file.Length;
        file.Zero(headers.Count * ShdrSize);
        return table;
    }

    /// <summary>One thinning.</summary>
    private sealed class Thinner(ElfFile elf, Target target, ElfHeader header, IReadOnlyList<ProgramHeader> segments)
    {
        private readonly ByteWriter _out = new();
        private readonly List<(ProgramHeader Old, ulong NewOffset)> _loads = [];
        private readonly List<SectionHeader> _headers = [default];
        private readonly Dictionary<int, int> _indices = [];
        private readonly StringTable _names = new();

        public byte[]? Run(out string? error)
        {
            error = null;
            foreach (ProgramHeader p in segments.Where(p => p.Type == PT_LOAD)) CopySegment(p);
            if (_loads.Count == 0 || _loads[0].Old.FileSize < EhdrSize + (ulong)segments.Count * PhdrSize)
            {
                error = "its first segment does not hold the headers";
                return null;
            }
            foreach (ElfSection s in elf.Sections) CopySection(s);
            FixLinks();

            int table = AppendNames(_out, _names, _headers);
            byte[] result = _out.ToArray();
            FixSymbols(result);
            for (int i = 0; i < _headers.Count; i++) _headers[i].Write(result.AsSpan(table + i * ShdrSize));
            for (int i = 0; i < segments.Count; i++)
            {
                ProgramHeader p = segments[i];
                (p with { Offset = Translate(p.Offset) ?? 0 }).Write(result.AsSpan(EhdrSize + i * PhdrSize));
            }
            (header with { ProgramHeaders = EhdrSize, SectionHeaders = (ulong)table, SectionHeaderCount = (ushort)_headers.Count, SectionNames = (ushort)(_headers.Count - 1) }).Write(result);
            return result;
        }

        /// <summary>The next place in the file that is congruent to the segment's address.</summary>
        private void CopySegment(ProgramHeader p)
        {
            ulong align = Math.Max(p.Align, 1);
            _out.Zero((int)((p.Offset - (ulong)_out.Length) & (align - 1)));
            _loads.Add((p, (ulong)_out.Length));
            _out.Bytes(elf.Bytes.Span.Slice((int)p.Offset, (int)p.FileSize));
        }

        private ulong? Translate(ulong offset)
        {
            foreach ((ProgramHeader old, ulong moved) in _loads)
            {
                if (offset >= old.Offset && offset <= old.Offset + old.FileSize) return moved + (offset - old.Offset);
            }
            return null;
        }

        private ProgramHeader? Load(SectionHeader h)
        {
            foreach ((ProgramHeader p, _) in _loads)
            {
                if (h.Address < p.Address || h.Address - p.Address > p.MemorySize) continue;
                if (h.Type == SHT_NOBITS || (h.Offset >= p.Offset && h.Offset - p.Offset == h.Address - p.Address && h.Offset - p.Offset + h.Size <= p.FileSize)) return p;
            }
            return null;
        }

        private void CopySection(ElfSection s)
        {
            bool twin = s.Name.StartsWith(TwinPrefix, StringComparison.Ordinal);
            bool first = target.Index == 0;
            if (s.Index == 0 || s.Name is TwinHeaders or ".shstrtab" || (twin && first)) return;
            SectionHeader h = s.Header;
            ProgramHeader? load = h.Address != 0 ? Load(h) : null;
            // AArch64 shares what its segments hold, and has the rest under names of its own.
            if (!first && !twin && load is null && s.Name != ".strtab") return;
            string name = twin ? s.Name[TwinPrefix.Length..] : s.Name;
            if (twin && load is { } p) h = h with { Flags = SHF_ALLOC | ((p.Flags & PF_X) != 0 ? SHF_EXECINSTR : 0) | ((p.Flags & PF_W) != 0 ? SHF_WRITE : 0) };
            if (name == ".symtab" && h.Type == SHT_PROGBITS) h = h with { Type = SHT_SYMTAB };
            if (load is not null)
            {
                h = h with { Offset = Translate(h.Offset) ?? 0 };
            }
            else if (h.Type != SHT_NOBITS)
            {
                _out.Align(8);
                ReadOnlySpan<byte> content = elf.Content(s).Span;
                h = h with { Offset = (ulong)_out.Length, Size = (ulong)content.Length };
                _out.Bytes(content);
            }
            _indices[s.Index] = _headers.Count;
            _headers.Add(h with { Name = _names.Add(name) });
        }

        private void FixLinks()
        {
            for (int i = 1; i < _headers.Count; i++)
            {
                if (_headers[i].Link != 0) _headers[i] = _headers[i] with { Link = (uint)_indices.GetValueOrDefault((int)Math.Min(_headers[i].Link, int.MaxValue)) };
            }
        }

        private void FixSymbols(byte[] result)
        {
            for (int i = 0; i < _headers.Count; i++)
            {
                if (_headers[i].Type != SHT_SYMTAB) continue;
                SectionHeader h = _headers[i];
                uint locals = 0;
                for (ulong at = 0; at + SymSize <= h.Size; at += SymSize)
                {
                    Span<byte> entry = result.AsSpan((int)(h.Offset + at), SymSize);
                    if (SymbolEntry.Read(entry).Binding == STB_LOCAL) locals++;
                    Span<byte> section = entry.Slice(6, 2);
                    ushort index = BinaryPrimitives.ReadUInt16LittleEndian(section);
                    if (index is SHN_UNDEF or >= SHN_LORESERVE) continue;
                    BinaryPrimitives.WriteUInt16LittleEndian(section, _indices.TryGetValue(index, out int moved) ? (ushort)moved : SHN_ABS);
                }
                _headers[i] = h with { Info = locals };
            }
        }
    }
}
