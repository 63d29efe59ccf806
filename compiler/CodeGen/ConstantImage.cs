// The bytes of a static object while its initialiser is gathered: plain bytes, and addresses the linker fills in. Initialisers are flattened lists of stores (C11 6.7.9), which may
// lie over one another in unions and bit-fields, so gathering bytes first makes every case alike; ConstantEmitter then cuts the image into LLVM constants along the object's type.
using System.Buffers.Binary;
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.CodeGen;

/// <summary>An address in an image: a constant of LLVM pointer type, stored as a pointer or as an integer of 8 bytes.</summary>
internal readonly record struct ImageAddress(LLVMValueRef Pointer);

/// <summary>A growing image; everything beyond what was written is zero.</summary>
internal sealed class ConstantImage
{
    private byte[] _bytes = [];
    private readonly SortedList<long, ImageAddress> _addresses = [];

    /// <summary>How far anything was written.</summary>
    public long End { get; private set; }

    public void WriteBytes(long offset, ReadOnlySpan<byte> bytes)
    {
        Reserve(offset, bytes.Length);
        bytes.CopyTo(_bytes.AsSpan((int)offset));
    }

    public void WriteInteger(long offset, long size, Int128 value)
    {
        Span<byte> buffer = stackalloc byte[16];
        BinaryPrimitives.WriteInt128LittleEndian(buffer, value);
        WriteBytes(offset, buffer[..(int)size]);
    }

    public void WriteFloat(long offset, long size, double value)
    {
        if (size == 4) WriteInteger(offset, 4, BitConverter.SingleToInt32Bits((float)value));
        else WriteInteger(offset, 8, BitConverter.DoubleToInt64Bits(value));
    }

    /// <summary>Writes <paramref name="width"/> bits from bit <paramref name="bit"/> of the byte at <paramref name="offset"/> on, leaving their neighbours.</summary>
    public void WriteBits(long offset, int bit, int width, Int128 value)
    {
        for (int i = 0; i < width; i++)
        {
            long at = offset + ((bit + i) / 8);
            int mask = 1 << ((bit + i) % 8);
            Reserve(at, 1);
            if (((value >> i) & 1) != 0) _bytes[at] |= (byte)mask;
            else _bytes[at] &= (byte)~mask;
        }
    }

    public void WriteAddress(long offset, LLVMValueRef pointer)
    {
        WriteInteger(offset, 8, 0);
        _addresses[offset] = new ImageAddress(pointer);
    }

    /// <summary>The address that starts exactly at an offset.</summary>
    public ImageAddress? AddressAt(long offset) => _addresses.TryGetValue(offset, out ImageAddress a) ? a : null;

    /// <summary>The offsets of addresses that overlap a range, in order.</summary>
    public IEnumerable<long> AddressesIn(long from, long to)
    {
        IList<long> keys = _addresses.Keys;
        int low = 0, high = keys.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (keys[middle] + 8 > from) high = middle;
            else low = middle + 1;
        }
        for (; low < keys.Count && keys[low] < to; low++) yield return keys[low];
    }

    /// <summary>Whether there are addresses in a range.</summary>
    public bool HasAddress(long from, long to) => _addresses.Count != 0 && AddressesIn(from, to).Any();

    /// <summary>Whether a range is all zero.</summary>
    public bool IsZero(long from, long to)
    {
        if (HasAddress(from, to)) return false;
        if (from >= End) return true;
        return _bytes.AsSpan((int)from, (int)(Math.Min(to, End) - from)).IndexOfAnyExcept((byte)0) < 0;
    }

    /// <summary>The bytes of a range.</summary>
    public byte[] Read(long offset, long size)
    {
        byte[] result = new byte[size];
        if (offset < End) _bytes.AsSpan((int)offset, (int)Math.Min(size, End - offset)).CopyTo(result);
        return result;
    }

    /// <summary>The integer of up to 16 bytes at an offset.</summary>
    public Int128 ReadInteger(long offset, long size)
    {
        Span<byte> buffer = stackalloc byte[16];
        Read(offset, size).CopyTo(buffer);
        return BinaryPrimitives.ReadInt128LittleEndian(buffer);
    }

    private void Reserve(long offset, long size)
    {
        if (_addresses.Count != 0)
        {
            foreach (long over in AddressesIn(offset, offset + size).ToArray()) _addresses.Remove(over);
        }
        long end = offset + size;
        if (end > _bytes.Length) Array.Resize(ref _bytes, (int)Math.Max(end, Math.Min(_bytes.Length * 2L, Array.MaxLength)));
        End = Math.Max(End, end);
    }
}
