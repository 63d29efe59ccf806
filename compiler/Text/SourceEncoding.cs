// Source files are UTF-8 (5.1.1.2 phase 1). C programs in the wild also hold Latin-1 in comments and strings, and what stands in a string must reach the program unchanged. So a byte
// that is not part of valid UTF-8 becomes the lone surrogate U+DC80..U+DCFF with the same low byte, and Encode gives that byte back.
using System.Text;

namespace PopcornCC.Compiler.Text;

/// <summary>Between the bytes of a source file and text.</summary>
public static class SourceEncoding
{
    /// <summary>Decodes a file; never fails. A byte-order mark at the start is dropped.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        if (Ascii.IsValid(bytes)) return Encoding.ASCII.GetString(bytes);
        StringBuilder text = new(bytes.Length);
        while (!bytes.IsEmpty)
        {
            int ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) ascii = bytes.Length;
            text.Append(Encoding.ASCII.GetString(bytes[..ascii]));
            bytes = bytes[ascii..];
            if (bytes.IsEmpty) break;
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int used) == System.Buffers.OperationStatus.Done)
            {
                text.Append(rune.ToString());
                bytes = bytes[used..];
            }
            else
            {
                text.Append((char)(0xDC00 + bytes[0]));
                bytes = bytes[1..];
            }
        }
        return text.ToString();
    }

    /// <summary>The bytes of decoded text: UTF-8, and the original byte where there was one that is not.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            byte[] ascii = new byte[text.Length];
            Encoding.ASCII.GetBytes(text, ascii);
            return ascii;
        }
        List<byte> bytes = new(text.Length + 16);
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out Rune rune, out int used) == System.Buffers.OperationStatus.Done)
            {
                bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
            }
            else
            {
                bytes.Add((byte)text[0]);
            }
            text = text[used..];
        }
        return [.. bytes];
    }
}
