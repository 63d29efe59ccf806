// A read ELF file whose headers were checked: after Read, every section with bytes lies inside the file and every name is a string, so that
// nothing later needs to look at the file's size again. The cases of gABI's extended numbering (SHN_XINDEX, e_shnum 0) are read too: one
// section a function makes large objects exceed 65,280 sections.
using System.Text;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Elf;

/// <summary>A section with its name resolved.</summary>
public sealed record ElfSection(int Index, string Name, SectionHeader Header);

/// <summary>A checked ELF64 little-endian file.</summary>
public sealed class ElfFile
{
    private ElfFile(ReadOnlyMemory<byte> bytes, ElfHeader header, IReadOnlyList<ElfSection> sections)
    {
        Bytes = bytes;
        Header = header;
        Sections = sections;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public ElfHeader Header { get; }

    /// <summary>The sections by index; the first is the null section. Empty when the file has no section headers.</summary>
    public IReadOnlyList<ElfSection> Sections { get; }

    /// <summary>Reads a file; on damage returns null and says what is wrong.</summary>
    public static ElfFile? Read(ReadOnlyMemory<byte> bytes, out string? error)
    {
        ReadOnlySpan<byte> b = bytes.Span;
        if (!ElfHeader.IsElf(b))
        {
            error = "not an ELF file";
            return null;
        }
        if (!ElfHeader.IsOurs(b))
        {
            error = "not an ELF64 little-endian file, or cut short";
            return null;
        }
        ElfHeader header = ElfHeader.Read(b);
        if (header.ProgramHeaderCount > 0 && !Inside(header.ProgramHeaders, (ulong)header.ProgramHeaderCount * PhdrSize, b.Length))
        {
            error = "the program headers lie outside the file";
            return null;
        }
        if (ReadSections(b, header, out error) is not { } sections) return null;
        return new ElfFile(bytes, header, sections);
    }

    /// <summary>The first section of this name, or null.</summary>
    public ElfSection? Find(string name) => Sections.FirstOrDefault(s => s.Name == name);

    /// <summary>A section's bytes; none for SHT_NOBITS.</summary>
    public ReadOnlyMemory<byte> Content(ElfSection s) =>
        s.Header.Type is SHT_NOBITS or SHT_NULL ? default : Bytes.Slice((int)s.Header.Offset, (int)s.Header.Size);

    /// <summary>The program headers.</summary>
    public ProgramHeader[] ProgramHeaders() => ReadProgramHeaders(Bytes.Span, Header);

    /// <summary>Program headers at a place already checked.</summary>
    internal static ProgramHeader[] ReadProgramHeaders(ReadOnlySpan<byte> bytes, ElfHeader header)
    {
        ProgramHeader[] all = new ProgramHeader[header.ProgramHeaderCount];
        for (int i = 0; i < all.Length; i++) all[i] = ProgramHeader.Read(bytes[((int)header.ProgramHeaders + i * PhdrSize)..]);
        return all;
    }

    /// <summary>The zero-terminated string at an offset, or null when there is none.</summary>
    public static string? StringAt(ReadOnlySpan<byte> table, uint offset)
    {
        if (offset >= table.Length) return null;
        ReadOnlySpan<byte> rest = table[(int)offset..];
        int end = rest.IndexOf((byte)0);
        return end < 0 ? null : Encoding.UTF8.GetString(rest[..end]);
    }

    /// <summary>Whether [offset, offset + size) lies inside a file of <paramref name="length"/> bytes.</summary>
    internal static bool Inside(ulong offset, ulong size, long length) => size <= (ulong)length && offset <= (ulong)length - size;

    private static List<ElfSection>? ReadSections(ReadOnlySpan<byte> b, ElfHeader header, out string? error)
    {
        error = null;
        if (header.SectionHeaders == 0) return [];
        error = "the section headers lie outside the file";
        if (!Inside(header.SectionHeaders, ShdrSize, b.Length)) return null;
        SectionHeader first = SectionHeader.Read(b[(int)header.SectionHeaders..]);
        ulong count = header.SectionHeaderCount == 0 ? first.Size : header.SectionHeaderCount;
        uint names = header.SectionNames == SHN_XINDEX ? first.Link : header.SectionNames;
        if (count > int.MaxValue / ShdrSize || !Inside(header.SectionHeaders, count * ShdrSize, b.Length)) return null;
        SectionHeader[] headers = new SectionHeader[count];
        for (int i = 0; i < headers.Length; i++)
        {
            headers[i] = SectionHeader.Read(b[((int)header.SectionHeaders + i * ShdrSize)..]);
            if (i > 0 && headers[i].Type is not (SHT_NOBITS or SHT_NULL) && !Inside(headers[i].Offset, headers[i].Size, b.Length))
            {
                error = $"section {i} lies outside the file";
                return null;
            }
        }
        if (names >= count || headers[names].Type != SHT_STRTAB)
        {
            error = "there is no table of section names";
            return null;
        }
        ReadOnlySpan<byte> table = b.Slice((int)headers[names].Offset, (int)headers[names].Size);
        List<ElfSection> sections = new(headers.Length);
        for (int i = 0; i < headers.Length; i++)
        {
            if (StringAt(table, headers[i].Name) is not { } name)
            {
                error = $"section {i} has no name";
                return null;
            }
            sections.Add(new ElfSection(i, name, headers[i]));
        }
        error = null;
        return sections;
    }
}
