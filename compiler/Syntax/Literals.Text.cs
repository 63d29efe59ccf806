// Character constants (C11 6.4.4.4) and string literals (6.4.5): escapes, universal character names, encodings. Bytes of the source that are not UTF-8 reach the program unchanged
// in literals without prefix.
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public static partial class Literals
{
    /// <summary>The value of a character constant.</summary>
    public static CharacterValue ParseCharacter(CharacterSyntax character, DiagnosticBag diagnostics)
    {
        LiteralEncoding encoding = Prefix(character.Token.Text, out int start);
        List<byte> bytes = [];
        int size = ElementSize(encoding);
        Decode(character.Token, start, encoding, bytes, character.Span, diagnostics);
        int count = bytes.Count / size;
        if (count == 0)
        {
            diagnostics.EmptyCharacterConstant(character.Span);
            return new CharacterValue(encoding, 0);
        }
        ReadOnlySpan<byte> span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes);
        if (encoding == LiteralEncoding.None)
        {
            // Implementation-defined (p10), as gcc does it: one character is a char; several are the bytes of an int, the first highest.
            if (count == 1) return new CharacterValue(encoding, (sbyte)bytes[0]);
            if (count > 4) diagnostics.CharacterConstantTooLong(character.Span);
            else diagnostics.MultiCharacterConstant(character.Span);
            int value = 0;
            foreach (byte b in span) value = (value << 8) | b;
            return new CharacterValue(encoding, value);
        }
        if (count > 1) diagnostics.CharacterTooLarge(character.Span);
        long unit = encoding switch
        {
            LiteralEncoding.Utf8 => bytes[0],
            LiteralEncoding.Utf16 => BinaryPrimitives.ReadUInt16LittleEndian(span),
            LiteralEncoding.Utf32 => BinaryPrimitives.ReadUInt32LittleEndian(span),
            _ => BinaryPrimitives.ReadInt32LittleEndian(span),
        };
        return new CharacterValue(encoding, unit);
    }

    /// <summary>The bytes of adjacent string literals; a prefix on one goes for all (6.4.5p5).</summary>
    public static StringValue ParseString(StringSyntax literal, DiagnosticBag diagnostics)
    {
        LiteralEncoding encoding = LiteralEncoding.None;
        foreach (Token piece in literal.Pieces)
        {
            LiteralEncoding own = Prefix(piece.Text, out _);
            if (own == LiteralEncoding.None || own == encoding) continue;
            if (encoding != LiteralEncoding.None)
            {
                diagnostics.UnlikeStringPrefixes(piece.Span);
                break;
            }
            encoding = own;
        }
        List<byte> bytes = [];
        foreach (Token piece in literal.Pieces)
        {
            Prefix(piece.Text, out int start);
            Decode(piece, start, encoding, bytes, piece.Span, diagnostics);
        }
        int size = ElementSize(encoding);
        for (int i = 0; i < size; i++) bytes.Add(0);
        return new StringValue(encoding, size, [.. bytes]);
    }

    /// <summary>The text of a string that the compiler itself reads (attribute arguments, asm labels, messages): its decoded bytes as UTF-8.</summary>
    public static string ParseText(StringSyntax literal, DiagnosticBag diagnostics)
    {
        StringValue value = ParseString(literal, diagnostics);
        ReadOnlySpan<byte> bytes = value.Bytes.AsSpan()[..^value.ElementSize];
        return value.ElementSize switch
        {
            1 => Encoding.UTF8.GetString(bytes),
            2 => Encoding.Unicode.GetString(bytes),
            _ => Encoding.UTF32.GetString(bytes),
        };
    }

    private static int ElementSize(LiteralEncoding encoding) => encoding switch
    {
        LiteralEncoding.None or LiteralEncoding.Utf8 => 1,
        LiteralEncoding.Utf16 => 2,
        _ => 4,
    };

    /// <summary>The prefix, and where the content starts.</summary>
    private static LiteralEncoding Prefix(string text, out int start)
    {
        start = text.AsSpan().IndexOfAny('"', '\'') + 1;
        return start switch
        {
            1 => LiteralEncoding.None,
            3 => LiteralEncoding.Utf8,
            _ => text[0] switch
            {
                'u' => LiteralEncoding.Utf16,
                'U' => LiteralEncoding.Utf32,
                _ => LiteralEncoding.Wide,
            },
        };
    }

    /// <summary>Appends the content from <paramref name="i"/> to the closing quote.</summary>
    private static void Decode(in Token token, int i, LiteralEncoding encoding, List<byte> bytes, SourceSpan span, DiagnosticBag diagnostics)
    {
        string text = token.Text;
        int end = text.Length - 1;
        while (i < end)
        {
            int run = text.AsSpan(i, end - i).IndexOf('\\');
            if (run < 0) run = end - i;
            if (run > 0)
            {
                AppendText(text.AsSpan(i, run), encoding, bytes);
                i += run;
                continue;
            }

            // A token's text has its line splices removed, so that offsets in it are those of the source unless it was spliced.
            SourceSpan at = span.Length == text.Length ? span with { Start = span.Start + i, Length = 2 } : span;
            i = DecodeEscape(text, i + 1, end, encoding, bytes, at, diagnostics);
        }
    }

    private static void AppendText(ReadOnlySpan<char> text, LiteralEncoding encoding, List<byte> bytes)
    {
        switch (encoding)
        {
            case LiteralEncoding.None or LiteralEncoding.Utf8:
                AppendUtf8(text, bytes);
                break;
            case LiteralEncoding.Utf16:
                foreach (char c in text) AppendUnit(c, 2, bytes);
                break;
            default:
                while (!text.IsEmpty)
                {
                    bool valid = Rune.DecodeFromUtf16(text, out Rune rune, out int used) == System.Buffers.OperationStatus.Done;
                    AppendUnit(valid ? (uint)rune.Value : text[0], 4, bytes);
                    text = text[used..];
                }
                break;
        }
    }

    /// <summary>UTF-8; a byte that was not UTF-8 in the source is a lone surrogate with the same low byte in our text.</summary>
    private static void AppendUtf8(ReadOnlySpan<char> text, List<byte> bytes)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (text[0] < 0x80)
            {
                bytes.Add((byte)text[0]);
                text = text[1..];
                continue;
            }
            if (Rune.DecodeFromUtf16(text, out Rune rune, out int used) == System.Buffers.OperationStatus.Done) bytes.AddRange(utf8[..rune.EncodeToUtf8(utf8)]);
            else bytes.Add((byte)text[0]);
            text = text[used..];
        }
    }

    private static void AppendUnit(uint value, int size, List<byte> bytes)
    {
        for (int i = 0; i < size; i++) bytes.Add((byte)(value >> (8 * i)));
    }

    /// <summary>Appends what the escape behind a backslash means and gives the position behind it.</summary>
    private static int DecodeEscape(string text, int i, int end, LiteralEncoding encoding, List<byte> bytes, SourceSpan span, DiagnosticBag diagnostics)
    {
        int size = ElementSize(encoding);
        uint limit = size == 4 ? uint.MaxValue : (1u << (8 * size)) - 1;
        char c = text[i];
        switch (c)
        {
            case >= '0' and <= '7':
                {
                    uint value = 0;
                    int stop = Math.Min(i + 3, end);
                    while (i < stop && text[i] is >= '0' and <= '7') value = value * 8 + (uint)(text[i++] - '0');
                    if (value > limit) diagnostics.EscapeOutOfRange(span, "octal");
                    AppendUnit(value, size, bytes);
                    return i;
                }
            case 'x':
                {
                    ulong value = 0;
                    int first = ++i;
                    bool overflow = false;
                    while (i < end && char.IsAsciiHexDigit(text[i]))
                    {
                        overflow |= value > limit >> 4;
                        value = (value << 4) | (uint)DigitValue(text[i++]);
                    }
                    if (i == first) diagnostics.EscapeWithoutDigits(span, "x");
                    if (overflow) diagnostics.EscapeOutOfRange(span, "hex");
                    AppendUnit((uint)value, size, bytes);
                    return i;
                }
            case 'u' or 'U':
                return DecodeUniversalName(text, i, end, encoding, bytes, span, diagnostics);
        }
        int simple = c switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'a' => 7,
            'b' => '\b',
            'f' => '\f',
            'v' => 11,
            'e' or 'E' => 27,
            '\\' or '\'' or '"' or '?' => c,
            _ => -1,
        };
        if (simple >= 0)
        {
            AppendUnit((uint)simple, size, bytes);
            return i + 1;
        }

        // gcc and clang: the character itself, which may be more than one unit of text.
        int length = char.IsHighSurrogate(c) && i + 1 < end ? 2 : 1;
        diagnostics.UnknownEscape(span, text.Substring(i, length));
        AppendText(text.AsSpan(i, length), encoding, bytes);
        return i + length;
    }

    /// <summary>6.4.3: \uXXXX or \UXXXXXXXX.</summary>
    private static int DecodeUniversalName(string text, int i, int end, LiteralEncoding encoding, List<byte> bytes, SourceSpan span, DiagnosticBag diagnostics)
    {
        int start = i;
        int digits = text[i++] == 'u' ? 4 : 8;
        uint value = 0;
        int count = 0;
        while (count < digits && i < end && char.IsAsciiHexDigit(text[i]))
        {
            value = (value << 4) | (uint)DigitValue(text[i++]);
            count++;
        }
        if (count < digits)
        {
            diagnostics.EscapeWithoutDigits(span, text[start..(start + 1)]);
            return i;
        }
        if (!Rune.IsValid(value))
        {
            diagnostics.InvalidUniversalName(span, "\\" + text[start..i]);
            return i;
        }
        AppendText(new Rune(value).ToString(), encoding, bytes);
        return i;
    }
}
