// A cursor over untrusted bytes. Reading past the end yields zero and sets Failed instead of throwing, so a parser of a damaged file stays
// straight-line code and looks at Failed once a loop. DWARF's LEB128 is as in DWARF 5, section 7.6.
using System.Buffers.Binary;

namespace PopcornCC.StackMap;

/// <summary>A bounds-checked little-endian reader whose failure is sticky.</summary>
public ref struct ByteReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;

    /// <summary>Offset of the next byte.</summary>
    public int Position { get; private set; }

    /// <summary>Whether anything was read beyond the end, or a number was malformed.</summary>
    public bool Failed { get; private set; }

    /// <summary>Bytes not yet read.</summary>
    public readonly int Remaining => _data.Length - Position;

    public readonly bool AtEnd => Remaining == 0;

    public byte U8() => Take(1, out ReadOnlySpan<byte> b) ? b[0] : (byte)0;

    public ushort U16() => Take(2, out ReadOnlySpan<byte> b) ? BinaryPrimitives.ReadUInt16LittleEndian(b) : (ushort)0;

    public uint U32() => Take(4, out ReadOnlySpan<byte> b) ? BinaryPrimitives.ReadUInt32LittleEndian(b) : 0;

    public int I32() => (int)U32();

    public ulong U64() => Take(8, out ReadOnlySpan<byte> b) ? BinaryPrimitives.ReadUInt64LittleEndian(b) : 0;

    public ReadOnlySpan<byte> Bytes(int count) => Take(count, out ReadOnlySpan<byte> b) ? b : default;

    public void Skip(int count) => Take(count, out _);

    /// <summary>Moves to an absolute offset.</summary>
    public void Seek(long position)
    {
        if (position < 0 || position > _data.Length) Fail();
        else Position = (int)position;
    }

    /// <summary>Skips padding up to a multiple of <paramref name="alignment"/> (a power of two); the end of the data ends it too.</summary>
    public void Align(int alignment) => Position = Math.Min((Position + alignment - 1) & -alignment, _data.Length);

    public void Fail()
    {
        Failed = true;
        Position = _data.Length;
    }

    public ulong Uleb()
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte b = U8();
            if (Failed || shift > 63)
            {
                Fail();
                return 0;
            }
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80) return value;
        }
    }

    public long Sleb()
    {
        long value = 0;
        for (int shift = 0; ;)
        {
            byte b = U8();
            if (Failed || shift > 63)
            {
                Fail();
                return 0;
            }
            value |= (long)(b & 0x7f) << shift;
            shift += 7;
            if (b >= 0x80) continue;
            if (shift < 64 && (b & 0x40) != 0) value |= -1L << shift;
            return value;
        }
    }

    /// <summary>A zero-terminated string (ASCII or UTF-8).</summary>
    public string CString()
    {
        int end = _data[Position..].IndexOf((byte)0);
        if (end < 0)
        {
            Fail();
            return "";
        }
        string s = System.Text.Encoding.UTF8.GetString(_data.Slice(Position, end));
        Position += end + 1;
        return s;
    }

    private bool Take(int count, out ReadOnlySpan<byte> bytes)
    {
        if (count < 0 || count > Remaining)
        {
            Fail();
            bytes = default;
            return false;
        }
        bytes = _data.Slice(Position, count);
        Position += count;
        return true;
    }
}
