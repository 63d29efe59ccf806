// Fat objects (docs/fat-file-format.md): an x86-64 relocatable that carries its AArch64 twin as a section, so that ar, nm and make see an
// ordinary object. Combining appends: the x86-64 object's bytes stay where they are, only the section header table is written anew.
using System.Buffers.Binary;
using PopcornCC.StackMap;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Elf;

/// <summary>Makes and takes apart fat objects.</summary>
public static class FatObject
{
    public const string TwinSection = ".popcorn.aarch64";
    public const string NoteSection = ".note.popcorn";
    public const uint FormatVersion = 1;

    /// <summary>The note that marks fat objects and fat executables: owner `PopcornCC`, type 1, the format's version.</summary>
    public static byte[] Note()
    {
        ByteWriter w = new();
        w.U32(10);
        w.U32(4);
        w.U32(1);
        w.Bytes("PopcornCC\0\0\0"u8);
        w.U32(FormatVersion);
        return w.ToArray();
    }

    /// <summary>Joins the two relocatables of one module. Both were made by our own code generator: damage here is our defect.</summary>
    public static byte[] Combine(byte[] x86, byte[] aarch64)
    {
        ElfFile elf = Expect(x86, EM_X86_64);
        Expect(aarch64, EM_AARCH64);
        StringTable names = new();
        List<SectionHeader> headers = [.. elf.Sections.Select(s => s.Header with { Name = names.Add(s.Name) })];
        // Extended numbering keeps the counts in the null section; it is worked out anew below.
        headers[0] = default;

        ByteWriter w = new();
        // LLVM writes the section header table last; do not keep the old one then.
        bool tableIsLast = elf.Header.SectionHeaders + (ulong)elf.Sections.Count * ShdrSize == (ulong)x86.Length;
        w.Bytes(x86.AsSpan(0, tableIsLast ? (int)elf.Header.SectionHeaders : x86.Length));
        Append(NoteSection, SHT_NOTE, 0, Note(), 4);
        Append(TwinSection, SHT_PROGBITS, SHF_EXCLUDE, aarch64, 8);
        uint nameOfNames = names.Add(".shstrtab");
        int namesIndex = headers.Count;
        headers.Add(new SectionHeader(nameOfNames, SHT_STRTAB, 0, 0, (ulong)w.Length, (ulong)names.Written.Length, 0, 0, 1, 0));
        w.Bytes(names.Written);
        w.Align(8);

        bool extended = headers.Count >= SHN_LORESERVE;
        if (extended) headers[0] = headers[0] with { Size = (ulong)headers.Count, Link = (uint)namesIndex };
        int table = w.Length;
        w.Zero(headers.Count * ShdrSize);
        byte[] result = w.ToArray();
        for (int i = 0; i < headers.Count; i++) headers[i].Write(result.AsSpan(table + i * ShdrSize));
        (elf.Header with
        {
            SectionHeaders = (ulong)table,
            SectionHeaderCount = extended ? (ushort)0 : (ushort)headers.Count,
            SectionNames = extended ? SHN_XINDEX : (ushort)namesIndex,
        }).Write(result);
        // The identification's OS field is not ours to lose.
        result[7] = x86[7];
        return result;

        void Append(string name, uint type, ulong flags, byte[] content, int align)
        {
            w.Align(align);
            headers.Add(new SectionHeader(names.Add(name), type, flags, 0, (ulong)w.Length, (ulong)content.Length, 0, 0, (ulong)align, 0));
            w.Bytes(content);
        }
    }

    /// <summary>The twin of an x86-64 object, or null when it is foreign; on damage the error says what is wrong.</summary>
    public static ElfFile? Twin(ElfFile x86, out string? error)
    {
        error = null;
        if (x86.Find(TwinSection) is not { } section) return null;
        if (x86.Find(NoteSection) is not { } note || !x86.Content(note).Span.StartsWith(Note().AsSpan(0, 24)))
        {
            error = $"it has a section {TwinSection} but no valid {NoteSection}";
            return null;
        }
        ReadOnlySpan<byte> content = x86.Content(note).Span;
        if (content.Length > Note().Length)
        {
            error = "several fat objects joined by 'ld -r', which knows only their x86-64 halves: join them with ar instead";
            return null;
        }
        if (content.Length < 28 || BinaryPrimitives.ReadUInt32LittleEndian(content[24..]) != FormatVersion)
        {
            error = $"its fat object format is not version {FormatVersion}";
            return null;
        }
        ElfFile? twin = ElfFile.Read(x86.Content(section), out error);
        if (twin is null)
        {
            error = $"its AArch64 half: {error}";
            return null;
        }
        if (twin.Header.Machine == EM_AARCH64 && twin.Header.Type == ET_REL) return twin;
        error = "its AArch64 half is no AArch64 relocatable";
        return null;
    }

    private static ElfFile Expect(byte[] bytes, ushort machine) =>
        ElfFile.Read(bytes, out string? error) is { } elf && elf.Header.Machine == machine && elf.Header.Type == ET_REL
            ? elf
            : throw new ArgumentException($"not a relocatable for machine {machine}: {error}");
}
