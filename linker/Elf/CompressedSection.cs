// Compressed debug sections (gABI, "Section Compression"): a header with the algorithm, size and alignment, and the compressed bytes. zlib's are expanded; .NET has no zstd. The input is
// untrusted: no more than the size it claims is expanded, and that is bounded by what its bytes can hold.
using System.Buffers.Binary;
using System.IO.Compression;

namespace PopcornCC.Linker.Elf;

/// <summary>Expands sections marked <c>SHF_COMPRESSED</c>.</summary>
internal static class CompressedSection
{
    private const uint ELFCOMPRESS_ZLIB = 1, ELFCOMPRESS_ZSTD = 2;
    private const int ChdrSize = 24;

    // Deflate makes at most 1032 bytes of one.
    private const ulong MostOfAByte = 1032;

    /// <summary>The section's content and alignment, or null with the reason.</summary>
    public static (byte[] Content, ulong Align)? Expand(ReadOnlyMemory<byte> section, out string? error)
    {
        error = "is compressed but has no header";
        if (section.Length < ChdrSize) return null;
        uint type = BinaryPrimitives.ReadUInt32LittleEndian(section.Span);
        ulong size = BinaryPrimitives.ReadUInt64LittleEndian(section.Span[8..]), align = Math.Max(1, BinaryPrimitives.ReadUInt64LittleEndian(section.Span[16..]));
        error = type == ELFCOMPRESS_ZSTD ? "is compressed with zstd, which is not supported: compile with -gz=zlib or -gz=none" : $"is compressed in an unknown way ({type})";
        if (type != ELFCOMPRESS_ZLIB) return null;
        error = "claims a size or alignment that cannot be";
        if (size > (ulong)section.Length * MostOfAByte || size > int.MaxValue || (align & (align - 1)) != 0 || align > 4096) return null;
        error = "is compressed, and damaged";
        byte[] content = new byte[size];
        try
        {
            using ZLibStream stream = new(new MemoryStream(section[ChdrSize..].ToArray()), CompressionMode.Decompress);
            if (stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false) != content.Length || stream.ReadByte() >= 0) return null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
        error = null;
        return (content, align);
    }
}
