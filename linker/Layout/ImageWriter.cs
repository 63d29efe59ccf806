// Writes the fat executable: copies and relocates every section, checks that what is stored once is the same on both ISAs, and adds headers,
// symbol tables and debugging sections.
using System.Security.Cryptography;
using PopcornCC.Linker.Elf;
using PopcornCC.Linker.Relocations;
using PopcornCC.Linker.StackMaps;
using PopcornCC.Linker.Symbols;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Layout;

/// <summary>One link's output being written.</summary>
internal sealed class ImageWriter(ProgramLayout layout, SymbolTable table, Relocator relocator, LinkOptions options, LinkDiagnostics diagnostics)
{
    private const string TwinPrefix = FatExecutable.TwinPrefix;

    private readonly List<OutputSection> _sections = [.. layout.Sections];
    private byte[] _file = new byte[layout.FileEnd];

    /// <summary>Writes everything; null when a relocation or a comparison failed (reported).</summary>
    public byte[]? Write(FrameTable[] frames, GlobalOffsetTable[] gots)
    {
        foreach (OutputSection s in layout.Sections)
        {
            if (s.IsBss) continue;
            Span<byte> bytes = _file.AsSpan((int)s.Offset, (int)s.Size);
            if (s.Isa is { } isa && s.Name == ".got") s.Generated = gots[isa.Index].Write(layout.TlsSize);
            if (s.Isa is { } own && s.Name == ".eh_frame") s.Generated = frames[own.Index].Write(s.Address, relocator);
            if (s.Generated is not null) s.Generated.CopyTo(bytes);
            else if (s.Isa is { } target) WriteOwn(s, target, bytes);
            else WriteShared(s, bytes);
        }
        foreach (Target t in Target.All) WriteHeaders(t);
        WriteImage();
        WriteBuildId();
        WriteUnloaded();
        return diagnostics.HasErrors ? null : _file;
    }

    private void WriteOwn(OutputSection s, Target target, Span<byte> bytes)
    {
        if ((s.Flags & SHF_EXECINSTR) != 0)
        {
            ReadOnlySpan<byte> filler = target.Filler;
            for (int i = 0; i < bytes.Length; i++) bytes[i] = filler[i % filler.Length];
        }
        foreach (InputSection m in s.Members(target))
        {
            Span<byte> place = bytes.Slice((int)(m.Address - s.Address), (int)m.Size);
            if (m.Type == SHT_NOBITS) place.Clear();
            else m.Content.Span.CopyTo(place);
            relocator.Apply(m, place, m.Address);
        }
    }

    /// <summary>Relocates both halves of every pair and keeps one copy, after they proved the same.</summary>
    private void WriteShared(OutputSection s, Span<byte> bytes)
    {
        bool tls = (s.Flags & SHF_TLS) != 0;
        foreach (SectionPair pair in s.Pairs)
        {
            byte[]? kept = null;
            foreach (InputSection? m in pair.Halves)
            {
                if (m is null) continue;
                byte[] copy = new byte[m.Size];
                m.Content.Span.CopyTo(copy);
                relocator.Apply(m, copy, tls ? s.Address + m.Address : m.Address);
                if (kept is not null) Compare(pair, kept, copy);
                kept ??= copy;
            }
            ulong offset = tls ? pair.Any.Address : pair.Any.Address - s.Address;
            kept.CopyTo(bytes[(int)offset..]);
        }
    }

    private void Compare(SectionPair pair, byte[] x86, byte[] aarch64)
    {
        int same = x86.AsSpan().CommonPrefixLength(aarch64);
        if (same == x86.Length && same == aarch64.Length) return;
        if (same == Math.Min(x86.Length, aarch64.Length))
        {
            diagnostics.DataDiffers(pair.Owner.Name, pair.Name, (ulong)same, $"{x86.Length} bytes on x86-64, {aarch64.Length} on AArch64");
            return;
        }
        int word = same & ~7;
        string at = string.Concat(pair.Halves.Where((_, i) => i == 0).SelectMany(h => RelocationsAt(h!, word)).Distinct().Select(n => $" (it refers to '{n}')"));
        diagnostics.DataDiffers(pair.Owner.Name, pair.Name, (ulong)same, $"0x{x86[same]:x2} on x86-64, 0x{aarch64[same]:x2} on AArch64{at}");
    }

    private static List<string> RelocationsAt(InputSection s, int offset)
    {
        List<string> names = [];
        foreach (RelocationEntry r in s.Relocations)
        {
            if (r.Offset < (ulong)offset || r.Offset >= (ulong)offset + 8) continue;
            Symbol symbol = s.Half.Symbols[r.Symbol];
            names.Add(symbol.Name.Length > 0 ? symbol.Name : symbol.Section?.Name ?? "");
        }
        return names;
    }

    private void WriteHeaders(Target target)
    {
        Span<byte> place = _file.AsSpan((int)layout.FileBase(target));
        IReadOnlyList<ProgramHeader> headers = layout.ProgramHeaders(target);
        ulong entry = table.Find(target.Index, options.Entry)!.Address;
        new ElfHeader(ET_EXEC, target.Machine, entry, layout.FileBase(target) + EhdrSize, 0, 0, (ushort)headers.Count, 0, 0).Write(place);
        for (int i = 0; i < headers.Count; i++) headers[i].Write(place[(EhdrSize + i * PhdrSize)..]);
    }

    private void WriteImage()
    {
        OutputSection image = layout.Find(".popcorn.image")!;
        ulong dataEnd = (layout.DataEnd + 0xfff) & ~0xffful;
        new ImageRecord(new byte[ImageRecord.BuildIdSize], layout.DataStart, dataEnd, layout.PrivateStart, layout.PrivateEnd, layout.TlsData.Address, layout.TlsData.Size,
            layout.TlsSize, layout.TlsAlign, layout.TextStart, layout.TextEnd, layout.Find(".popcorn.map")!.Address).Write().CopyTo(_file.AsSpan((int)image.Offset));
    }

    /// <summary>The build id is the hash of all that is loaded on any ISA, with zeros where the id itself goes.</summary>
    private void WriteBuildId()
    {
        ReadOnlySpan<byte> id = SHA256.HashData(_file).AsSpan(0, ImageRecord.BuildIdSize);
        id.CopyTo(_file.AsSpan((int)layout.Find(".popcorn.image")!.Offset + ImageRecord.BuildIdOffset));
        id.CopyTo(_file.AsSpan((int)layout.Find(BuildId.Section)!.Offset + BuildId.HeaderSize));
    }

    /// <summary>Debugging sections, symbol tables, and the section headers at the very end.</summary>
    private void WriteUnloaded()
    {
        if (!options.Strip)
        {
            foreach (OutputSection s in DebugSections.Collect(table, relocator)) Append(s);
        }
        StringTable names = new(), strings = new();
        Target twin = Target.All[1];
        OutputSection headers = new(TwinPrefix + ".headers", SHT_PROGBITS, 0, twin) { Offset = layout.FileBase(twin), Size = EhdrSize + (ulong)layout.ProgramHeaders(twin).Count * PhdrSize };
        _sections.Insert(_sections.FindIndex(s => s.Isa == twin), headers);
        for (int i = 0; i < _sections.Count; i++) _sections[i].Index = i + 1;

        int[] locals = new int[Target.All.Count];
        if (!options.Strip)
        {
            foreach (Target t in Target.All)
            {
                byte[] symbols = SymbolTableWriter.Write(table, t, layout, strings, out locals[t.Index]);
                Append(new OutputSection(".symtab", t.Index == 0 ? SHT_SYMTAB : SHT_PROGBITS, 0, t) { Generated = symbols, Align = 8, EntrySize = SymSize });
            }
            Append(new OutputSection(".strtab", SHT_STRTAB, 0, null) { Generated = strings.Written.ToArray() });
        }
        foreach (OutputSection s in _sections) names.Add(HeaderName(s));
        names.Add(".shstrtab");
        Append(new OutputSection(".shstrtab", SHT_STRTAB, 0, null) { Generated = names.Written.ToArray() });
        for (int i = 0; i < _sections.Count; i++) _sections[i].Index = i + 1;

        int at = (_file.Length + 7) & ~7;
        Array.Resize(ref _file, at + (_sections.Count + 1) * ShdrSize);
        int stringIndex = _sections.Count - 1;
        foreach (OutputSection s in _sections)
        {
            bool isSymbols = s.Name == ".symtab";
            // Another ISA's sections are no part of the x86-64 program: their headers must not say that they are loaded.
            bool own = s.Isa is null || s.Isa.Index == 0;
            ulong flags = own ? s.Flags : 0;
            new SectionHeader(names.Add(HeaderName(s)), s.Type, flags, s.Address, s.Offset, s.Size, isSymbols ? (uint)stringIndex : 0,
                isSymbols && own ? (uint)locals[0] : 0, Math.Max(s.Align, 1), s.EntrySize).Write(_file.AsSpan(at + s.Index * ShdrSize));
        }
        ElfHeader header = ElfHeader.Read(_file);
        (header with { SectionHeaders = (ulong)at, SectionHeaderCount = (ushort)(_sections.Count + 1), SectionNames = (ushort)_sections.Count }).Write(_file);
    }

    /// <summary>The name in the section header table: what belongs to AArch64 alone says so.</summary>
    private static string HeaderName(OutputSection s) =>
        s.Isa is null or { Index: 0 } || s.Name.StartsWith(TwinPrefix, StringComparison.Ordinal) ? s.Name : TwinPrefix + s.Name;

    private void Append(OutputSection s)
    {
        ulong offset = ((ulong)_file.Length + s.Align - 1) & ~(s.Align - 1);
        s.Offset = offset;
        s.Size = (ulong)s.Generated!.Length;
        Array.Resize(ref _file, (int)(offset + s.Size));
        s.Generated.CopyTo(_file.AsSpan((int)offset));
        _sections.Add(s);
    }
}

/// <summary>The note `.note.gnu.build-id`.</summary>
internal static class BuildId
{
    public const string Section = ".note.gnu.build-id";
    public const int HeaderSize = 16;

    /// <summary>The note with a zero id.</summary>
    public static byte[] Empty()
    {
        StackMap.ByteWriter w = new();
        w.U32(4);
        w.U32(ImageRecord.BuildIdSize);
        w.U32(NT_GNU_BUILD_ID);
        w.Bytes("GNU\0"u8);
        w.Zero(ImageRecord.BuildIdSize);
        return w.ToArray();
    }
}
