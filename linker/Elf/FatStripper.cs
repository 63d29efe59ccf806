// What `strip` does, for fat executables: ordinary strip moves segments about and knows nothing of the AArch64 headers and segments in the file. Here the segments of both ISAs stay where
// they are; of what stands behind them (docs/fat-file-format.md) the debugging sections go, and without debugOnly the symbol tables too, and the section headers are written anew.
using System.Buffers.Binary;
using PopcornCC.Linker.Relocations;
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Elf;

/// <summary>Strips fat executables.</summary>
public static class FatStripper
{
    /// <summary>The stripped file; null, with the reason, when it is no fat executable or is damaged.</summary>
    public static byte[]? Strip(ReadOnlyMemory<byte> file, bool debugOnly, out string? error)
    {
        if (FatExecutable.ReadProgram(file, out error) is not { } elf) return null;
        ulong end = (ulong)EhdrSize;
        foreach (Target t in Target.All)
        {
            if (FatExecutable.Headers(elf, t) is not { } headers) continue;
            foreach (ProgramHeader p in headers.Segments)
            {
                error = ElfFile.Inside(p.Offset, p.FileSize, file.Length) ? null : "a segment lies outside the file";
                if (error is not null) return null;
                end = Math.Max(end, p.Offset + p.FileSize);
            }
        }

        ByteWriter w = new();
        w.Bytes(file.Span[..(int)end]);
        StringTable names = new();
        List<SectionHeader> kept = [default];
        Dictionary<int, int> indices = [];
        foreach (ElfSection s in elf.Sections.Skip(1))
        {
            if (s.Name == ".shstrtab" || Goes(s.Name, debugOnly)) continue;
            SectionHeader h = s.Header with { Name = names.Add(s.Name) };
            if (h.Type != SHT_NOBITS && h.Offset + h.Size > end)
            {
                w.Align(8);
                h = h with { Offset = (ulong)w.Length };
                w.Bytes(elf.Content(s).Span);
            }
            indices[s.Index] = kept.Count;
            kept.Add(h);
        }
        int table = FatExecutable.AppendNames(w, names, kept);
        byte[] result = w.ToArray();
        for (int i = 0; i < kept.Count; i++)
        {
            SectionHeader h = kept[i];
            if (h.Type == SHT_SYMTAB || IsTwinSymbols(elf, indices, i)) Renumber(result.AsSpan((int)h.Offset, (int)h.Size), indices);
            (h with { Link = (uint)indices.GetValueOrDefault((int)Math.Min(h.Link, int.MaxValue)) }).Write(result.AsSpan(table + i * ShdrSize));
        }
        (elf.Header with { SectionHeaders = (ulong)table, SectionHeaderCount = (ushort)kept.Count, SectionNames = (ushort)(kept.Count - 1) }).Write(result);
        return result;
    }

    private static bool Goes(string name, bool debugOnly)
    {
        string own = name.StartsWith(FatExecutable.TwinPrefix, StringComparison.Ordinal) ? name[FatExecutable.TwinPrefix.Length..] : name;
        return own.StartsWith(".debug_", StringComparison.Ordinal) || (!debugOnly && (own is ".symtab" or ".strtab"));
    }

    private static bool IsTwinSymbols(ElfFile elf, Dictionary<int, int> indices, int index) =>
        elf.Find(FatExecutable.TwinPrefix + ".symtab") is { } s && indices.GetValueOrDefault(s.Index, -1) == index;

    /// <summary>Symbols name their sections by number.</summary>
    private static void Renumber(Span<byte> symbols, Dictionary<int, int> indices)
    {
        for (int at = 0; at + SymSize <= symbols.Length; at += SymSize)
        {
            Span<byte> section = symbols.Slice(at + 6, 2);
            ushort index = BinaryPrimitives.ReadUInt16LittleEndian(section);
            if (index is SHN_UNDEF or >= SHN_LORESERVE) continue;
            BinaryPrimitives.WriteUInt16LittleEndian(section, indices.TryGetValue(index, out int moved) ? (ushort)moved : SHN_ABS);
        }
    }
}
