// `struct popcorn_image`, what the runtime must know of the program (docs/fat-file-format.md).
using PopcornCC.StackMap;

namespace PopcornCC.Linker.Layout;

/// <summary>The structure's fields after the magic number.</summary>
public readonly record struct ImageRecord(byte[] BuildId, ulong DataStart, ulong DataEnd, ulong PrivateStart, ulong PrivateEnd, ulong TlsImage,
    ulong TlsFileSize, ulong TlsSize, ulong TlsAlign, ulong TextStart, ulong TextEnd, ulong Map)
{
    public const int Size = 128;
    public const int BuildIdOffset = 8;
    public const int BuildIdSize = 20;

    /// <summary>`PCIMG\0` and version 1.</summary>
    private static ReadOnlySpan<byte> Magic => "PCIMG\0\u0001\0"u8;

    public byte[] Write()
    {
        ByteWriter w = new();
        w.Bytes(Magic);
        w.Bytes(BuildId);
        w.Zero(4);
        foreach (ulong field in (ReadOnlySpan<ulong>)[DataStart, DataEnd, PrivateStart, PrivateEnd, TlsImage, TlsFileSize, TlsSize, TlsAlign, TextStart, TextEnd, Map, 0])
            w.U64(field);
        return w.ToArray();
    }

    public static ImageRecord? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < Size || !bytes.StartsWith(Magic)) return null;
        ByteReader r = new(bytes[BuildIdOffset..]);
        byte[] id = r.Bytes(BuildIdSize).ToArray();
        r.Skip(4);
        return new ImageRecord(id, r.U64(), r.U64(), r.U64(), r.U64(), r.U64(), r.U64(), r.U64(), r.U64(), r.U64(), r.U64(), r.U64());
    }
}
