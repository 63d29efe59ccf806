// The counterpart of ByteReader: a growing little-endian buffer.
using System.Buffers.Binary;

namespace PopcornCC.StackMap;

/// <summary>Appends little-endian numbers to a buffer.</summary>
public sealed class ByteWriter
{
    private byte[] _data = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _data.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    public void U8(byte value) => Extend(1)[0] = value;

    public void U16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Extend(2), value);

    public void U32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Extend(4), value);

    public void U64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Extend(8), value);

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Extend(bytes.Length));

    public void Zero(int count) => Extend(count).Clear();

    public void Align(int alignment) => Zero(-Length & (alignment - 1));

    public void PatchU32(int offset, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(_data.AsSpan(offset, 4), value);

    public void Uleb(ulong value)
    {
        for (; value >= 0x80; value >>= 7) U8((byte)(value | 0x80));
        U8((byte)value);
    }

    public void Sleb(long value)
    {
        while (true)
        {
            byte b = (byte)(value & 0x7f);
            value >>= 7;
            bool last = (value == 0 && (b & 0x40) == 0) || (value == -1 && (b & 0x40) != 0);
            U8(last ? b : (byte)(b | 0x80));
            if (last) return;
        }
    }

    private Span<byte> Extend(int count)
    {
        if (Length + count > _data.Length) Array.Resize(ref _data, Math.Max(_data.Length * 2, Length + count));
        Length += count;
        return _data.AsSpan(Length - count, count);
    }
}
