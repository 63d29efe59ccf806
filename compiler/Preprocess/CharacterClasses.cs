// Which characters form identifiers (C11 6.4.2.1 and annex D; `$` as GNU C allows) and white space.
using System.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>Classes of characters.</summary>
internal static class CharacterClasses
{
    private static readonly bool[] s_identifierPart = MakeIdentifierTable();

    // Annex D.1: ranges of characters allowed in identifiers.
    private static readonly (int First, int Last)[] s_allowed =
    [
        (0xA8, 0xA8), (0xAA, 0xAA), (0xAD, 0xAD), (0xAF, 0xAF), (0xB2, 0xB5), (0xB7, 0xBA), (0xBC, 0xBE), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0xFF),
        (0x100, 0x167F), (0x1681, 0x180D), (0x180F, 0x1FFF), (0x200B, 0x200D), (0x202A, 0x202E), (0x203F, 0x2040), (0x2054, 0x2054), (0x2060, 0x206F),
        (0x2070, 0x218F), (0x2460, 0x24FF), (0x2776, 0x2793), (0x2C00, 0x2DFF), (0x2E80, 0x2FFF), (0x3004, 0x3007), (0x3021, 0x302F), (0x3031, 0x303F),
        (0x3040, 0xD7FF), (0xF900, 0xFD3D), (0xFD40, 0xFDCF), (0xFDF0, 0xFE44), (0xFE47, 0xFFFD),
        (0x10000, 0x1FFFD), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD), (0x40000, 0x4FFFD), (0x50000, 0x5FFFD), (0x60000, 0x6FFFD), (0x70000, 0x7FFFD),
        (0x80000, 0x8FFFD), (0x90000, 0x9FFFD), (0xA0000, 0xAFFFD), (0xB0000, 0xBFFFD), (0xC0000, 0xCFFFD), (0xD0000, 0xDFFFD), (0xE0000, 0xEFFFD),
    ];

    // Annex D.2: of these, the ones that may not come first (combining characters).
    private static readonly (int First, int Last)[] s_notFirst = [(0x300, 0x36F), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE20, 0xFE2F)];

    /// <summary>A letter, digit, underscore or dollar sign of ASCII.</summary>
    public static bool IsIdentifierPart(char c) => c < 128 && s_identifierPart[c];

    /// <summary>An ASCII digit.</summary>
    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    /// <summary>White space that does not end a line.</summary>
    public static bool IsHorizontalSpace(char c) => c is ' ' or '\t' or '\f' or '\v' or '\r';

    /// <summary>A character beyond ASCII that may stand in an identifier.</summary>
    public static bool IsExtendedIdentifierPart(int codePoint, bool first) => InRanges(s_allowed, codePoint) && !(first && InRanges(s_notFirst, codePoint));

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    public static int HexValue(char c) => char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : -1;

    /// <summary>The code point at a place in text; lone surrogates (bytes that are not UTF-8) are returned as they are.</summary>
    public static int CodePointAt(string text, int position, out int length)
    {
        if (Rune.TryGetRuneAt(text, position, out Rune rune))
        {
            length = rune.Utf16SequenceLength;
            return rune.Value;
        }
        length = 1;
        return text[position];
    }

    private static bool InRanges((int First, int Last)[] ranges, int codePoint)
    {
        foreach ((int first, int last) in ranges)
        {
            if (codePoint >= first && codePoint <= last) return true;
        }
        return false;
    }

    private static bool[] MakeIdentifierTable()
    {
        bool[] table = new bool[128];
        for (char c = '\0'; c < 128; c++) table[c] = char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
        return table;
    }
}
