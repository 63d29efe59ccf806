// Where in the source a byte of a string literal is written: messages about formats point into the literal. Pieces side by side and escapes are followed; when a macro made part of the literal, its beginning has to do.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

/// <summary>Finds places in literals.</summary>
internal static class LiteralPlaces
{
    /// <summary>The place of the byte at <paramref name="index"/>: <paramref name="literal"/> with the caret on it.</summary>
    public static SourceSpan Of(SourceSpan literal, int index, SourceManager? sources)
    {
        if (sources?[literal.File]?.Text is not { } text) return literal;
        int end = Math.Min(text.Length, literal.Start + literal.Length), p = literal.Start;
        while (p < end)
        {
            // To the opening quote of the next piece, over its prefix.
            while (p < end && (char.IsWhiteSpace(text[p]) || text[p] is 'L' or 'u' or 'U' or '8' or '\\')) p++;
            if (p >= end || text[p] != '"') return literal;
            for (p++; p < end && text[p] != '"';)
            {
                int next = p;
                int bytes = Character(text, ref next, end);
                if (index < bytes || (index == 0 && bytes > 0)) return literal with { Caret = p - literal.Start };
                index -= bytes;
                p = next;
            }
            if (index == 0 && p == end - 1) return literal with { Caret = p - literal.Start };
            p++;
        }
        return literal;
    }

    // How many bytes the character or escape at a place makes; moves behind it.
    private static int Character(string text, ref int p, int end)
    {
        char c = text[p++];
        if (c != '\\')
        {
            if (!char.IsHighSurrogate(c) || p >= end) return c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            p++;
            return 4;
        }
        if (p >= end) return 0;
        c = text[p++];
        switch (c)
        {
            case '\n':
                return 0;
            case 'x':
                while (p < end && char.IsAsciiHexDigit(text[p])) p++;
                return 1;
            case 'u' or 'U':
                int first = p, most = c == 'u' ? 4 : 8;
                while (p < end && p - first < most && char.IsAsciiHexDigit(text[p])) p++;
                return int.TryParse(text.AsSpan(first, p - first), System.Globalization.NumberStyles.HexNumber, null, out int code) ? code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4 : 1;
            case >= '0' and <= '7':
                for (int digits = 1; digits < 3 && p < end && text[p] is >= '0' and <= '7'; digits++) p++;
                return 1;
            default:
                return 1;
        }
    }
}
