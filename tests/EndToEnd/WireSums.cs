// The checksums of docs/wire-format.md, written again from the document.
using System.Buffers.Binary;

namespace PopcornCC.EndToEnd.Tests;

internal static class WireSums
{
    private const uint Pages = 6;
    private const int PageSize = 4096;
    private const ulong C = 0x9e3779b97f4a7c15, D = 0xbf58476d1ce4e5b9;

    /// <summary>What the header of a message with this payload must say.</summary>
    public static ulong Of(uint type, ReadOnlySpan<byte> payload)
    {
        if (type != Pages) return Words(payload);
        // A message that no sender makes has the plain sum.
        ulong count = payload.Length < 8 ? ulong.MaxValue : BinaryPrimitives.ReadUInt64LittleEndian(payload);
        if (count > 64 || payload.Length < 8 + 16 * (int)count || (payload.Length - 8 - 16 * (int)count) % PageSize != 0) return Words(payload);
        int runs = (int)count, head = 8 + 16 * runs;
        ulong sum = Words(payload[..head]);
        for (int at = head, place = 0; at < payload.Length; at += PageSize, place++)
        {
            (ulong a, ulong b) = PageHash(payload[at..(at + PageSize)]);
            sum += Share((ulong)place, a, b);
        }
        return sum;
    }

    private static ulong Words(ReadOnlySpan<byte> data)
    {
        ulong sum = 0;
        Span<byte> word = stackalloc byte[8];
        for (int at = 0; at < data.Length; at += 8)
        {
            word.Clear();
            data[at..Math.Min(data.Length, at + 8)].CopyTo(word);
            ulong x = (BinaryPrimitives.ReadUInt64LittleEndian(word) ^ ((ulong)at + 1) * C) * D;
            sum += (x ^ x >> 32) * 0x94d049bb133111eb;
        }
        return sum;
    }

    private static void Multiply(ref ulong a, ref ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        a ^= low;
        b ^= high;
    }

    private static ulong Share(ulong place, ulong first, ulong second)
    {
        ulong a = first ^ (place + 1) * C, b = second ^ D;
        Multiply(ref a, ref b);
        return a + b;
    }

    private static (ulong First, ulong Second) PageHash(ReadOnlySpan<byte> page)
    {
        if (!page.ContainsAnyExcept((byte)0)) return (0, 0);
        ulong[] a = [C, D, 0x94d049bb133111eb, 0xd6e8feb86659fd93];
        ulong[] b = [0xa0761d6478bd642f, 0xe7037ed1a0b428db, 0x8ebc6af09c88c6e3, 0x589965cc75374cc3];
        for (int at = 0; at < PageSize; at += 16)
        {
            int lane = at / 16 % 4;
            a[lane] ^= BinaryPrimitives.ReadUInt64LittleEndian(page[at..]);
            b[lane] ^= BinaryPrimitives.ReadUInt64LittleEndian(page[(at + 8)..]);
            Multiply(ref a[lane], ref b[lane]);
            b[lane] += C;
        }
        for (int lane = 1; lane < 4; lane++)
        {
            a[0] = ulong.RotateLeft(a[0], 23) ^ a[lane];
            b[0] = ulong.RotateLeft(b[0], 29) ^ b[lane];
            Multiply(ref a[0], ref b[0]);
        }
        Multiply(ref a[0], ref b[0]);
        return (a[0] == 0 && b[0] == 0 ? 1 : a[0], b[0]);
    }
}
