// The fixed-size records of an ELF64 little-endian file (gABI, chapters 4 and 5), each with a paired Read and Write.
using System.Buffers.Binary;
using static PopcornCC.Linker.Elf.ElfConstants;

namespace PopcornCC.Linker.Elf;

/// <summary>Elf64_Ehdr, without the identification bytes that are the same in every file we accept.</summary>
public readonly record struct ElfHeader(ushort Type, ushort Machine, ulong Entry, ulong ProgramHeaders, ulong SectionHeaders, uint Flags,
    ushort ProgramHeaderCount, ushort SectionHeaderCount, ushort SectionNames)
{
    /// <summary>Whether the bytes begin as an ELF file of any kind does.</summary>
    public static bool IsElf(ReadOnlySpan<byte> b) => b.StartsWith("\u007fELF"u8);

    /// <summary>Whether the identification is that of an ELF64 little-endian file, with entries of the sizes we read.</summary>
    public static bool IsOurs(ReadOnlySpan<byte> b) =>
        b.Length >= EhdrSize && IsElf(b) && b[4] == ELFCLASS64 && b[5] == ELFDATA2LSB && b[6] == EV_CURRENT;

    public static ElfHeader Read(ReadOnlySpan<byte> b) => new(
        BinaryPrimitives.ReadUInt16LittleEndian(b[16..]), BinaryPrimitives.ReadUInt16LittleEndian(b[18..]),
        BinaryPrimitives.ReadUInt64LittleEndian(b[24..]), BinaryPrimitives.ReadUInt64LittleEndian(b[32..]),
        BinaryPrimitives.ReadUInt64LittleEndian(b[40..]), BinaryPrimitives.ReadUInt32LittleEndian(b[48..]),
        BinaryPrimitives.ReadUInt16LittleEndian(b[56..]), BinaryPrimitives.ReadUInt16LittleEndian(b[60..]),
        BinaryPrimitives.ReadUInt16LittleEndian(b[62..]));

    public void Write(Span<byte> b)
    {
        b[..EhdrSize].Clear();
        "\u007fELF"u8.CopyTo(b);
        b[4] = ELFCLASS64;
        b[5] = ELFDATA2LSB;
        b[6] = EV_CURRENT;
        BinaryPrimitives.WriteUInt16LittleEndian(b[16..], Type);
        BinaryPrimitives.WriteUInt16LittleEndian(b[18..], Machine);
        BinaryPrimitives.WriteUInt32LittleEndian(b[20..], EV_CURRENT);
        BinaryPrimitives.WriteUInt64LittleEndian(b[24..], Entry);
        BinaryPrimitives.WriteUInt64LittleEndian(b[32..], ProgramHeaders);
        BinaryPrimitives.WriteUInt64LittleEndian(b[40..], SectionHeaders);
        BinaryPrimitives.WriteUInt32LittleEndian(b[48..], Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(b[52..], EhdrSize);
        BinaryPrimitives.WriteUInt16LittleEndian(b[54..], PhdrSize);
        BinaryPrimitives.WriteUInt16LittleEndian(b[56..], ProgramHeaderCount);
        BinaryPrimitives.WriteUInt16LittleEndian(b[58..], ShdrSize);
        BinaryPrimitives.WriteUInt16LittleEndian(b[60..], SectionHeaderCount);
        BinaryPrimitives.WriteUInt16LittleEndian(b[62..], SectionNames);
    }
}

/// <summary>Elf64_Phdr.</summary>
public readonly record struct ProgramHeader(uint Type, uint Flags, ulong Offset, ulong Address, ulong FileSize, ulong MemorySize, ulong Align)
{
    public static ProgramHeader Read(ReadOnlySpan<byte> b) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(b), BinaryPrimitives.ReadUInt32LittleEndian(b[4..]),
        BinaryPrimitives.ReadUInt64LittleEndian(b[8..]), BinaryPrimitives.ReadUInt64LittleEndian(b[16..]),
        BinaryPrimitives.ReadUInt64LittleEndian(b[32..]), BinaryPrimitives.ReadUInt64LittleEndian(b[40..]),
        BinaryPrimitives.ReadUInt64LittleEndian(b[48..]));

    public void Write(Span<byte> b)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(b, Type);
        BinaryPrimitives.WriteUInt32LittleEndian(b[4..], Flags);
        BinaryPrimitives.WriteUInt64LittleEndian(b[8..], Offset);
        BinaryPrimitives.WriteUInt64LittleEndian(b[16..], Address);
        BinaryPrimitives.WriteUInt64LittleEndian(b[24..], Address);
        BinaryPrimitives.WriteUInt64LittleEndian(b[32..], FileSize);
        BinaryPrimitives.WriteUInt64LittleEndian(b[40..], MemorySize);
        BinaryPrimitives.WriteUInt64LittleEndian(b[48..], Align);
    }
}

/// <summary>Elf64_Shdr.</summary>
public readonly record struct SectionHeader(uint Name, uint Type, ulong Flags, ulong Address, ulong Offset, ulong Size, uint Link, uint Info,
    ulong Align, ulong EntrySize)
{
    public static SectionHeader Read(ReadOnlySpan<byte> b) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(b), BinaryPrimitives.ReadUInt32LittleEndian(b[4..]),
        BinaryPrimitives.ReadUInt64LittleEndian(b[8..]), BinaryPrimitives.ReadUInt64LittleEndian(b[16..]),
        BinaryPrimitives.ReadUInt64LittleEndian(b[24..]), BinaryPrimitives.ReadUInt64LittleEndian(b[32..]),
        BinaryPrimitives.ReadUInt32LittleEndian(b[40..]), BinaryPrimitives.ReadUInt32LittleEndian(b[44..]),
        BinaryPrimitives.ReadUInt64LittleEndian(b[48..]), BinaryPrimitives.ReadUInt64LittleEndian(b[56..]));

    public void Write(Span<byte> b)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(b, Name);
        BinaryPrimitives.WriteUInt32LittleEndian(b[4..], Type);
        BinaryPrimitives.WriteUInt64LittleEndian(b[8..], Flags);
        BinaryPrimitives.WriteUInt64LittleEndian(b[16..], Address);
        BinaryPrimitives.WriteUInt64LittleEndian(b[24..], Offset);
        BinaryPrimitives.WriteUInt64LittleEndian(b[32..], Size);
        BinaryPrimitives.WriteUInt32LittleEndian(b[40..], Link);
        BinaryPrimitives.WriteUInt32LittleEndian(b[44..], Info);
        BinaryPrimitives.WriteUInt64LittleEndian(b[48..], Align);
        BinaryPrimitives.WriteUInt64LittleEndian(b[56..], EntrySize);
    }
}

/// <summary>Elf64_Sym.</summary>
public readonly record struct SymbolEntry(uint Name, byte Info, byte Other, ushort Section, ulong Value, ulong Size)
{
    public byte Binding => (byte)(Info >> 4);

    public byte Type => (byte)(Info & 15);

    public byte Visibility => (byte)(Other & 3);

    public static SymbolEntry Read(ReadOnlySpan<byte> b) => new(
        BinaryPrimitives.ReadUInt32LittleEndian(b), b[4], b[5], BinaryPrimitives.ReadUInt16LittleEndian(b[6..]),
        BinaryPrimitives.ReadUInt64LittleEndian(b[8..]), BinaryPrimitives.ReadUInt64LittleEndian(b[16..]));

    public void Write(Span<byte> b)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(b, Name);
        b[4] = Info;
        b[5] = Other;
        BinaryPrimitives.WriteUInt16LittleEndian(b[6..], Section);
        BinaryPrimitives.WriteUInt64LittleEndian(b[8..], Value);
        BinaryPrimitives.WriteUInt64LittleEndian(b[16..], Size);
    }
}

/// <summary>Elf64_Rela.</summary>
public readonly record struct RelocationEntry(ulong Offset, uint Type, uint Symbol, long Addend)
{
    public static RelocationEntry Read(ReadOnlySpan<byte> b) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(b), BinaryPrimitives.ReadUInt32LittleEndian(b[8..]),
        BinaryPrimitives.ReadUInt32LittleEndian(b[12..]), BinaryPrimitives.ReadInt64LittleEndian(b[16..]));

    public void Write(Span<byte> b)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(b, Offset);
        BinaryPrimitives.WriteUInt32LittleEndian(b[8..], Type);
        BinaryPrimitives.WriteUInt32LittleEndian(b[12..], Symbol);
        BinaryPrimitives.WriteInt64LittleEndian(b[16..], Addend);
    }
}
