// The values of literals as far as the preprocessor needs them: numbers and characters in #if (6.10.1p4), file names in #line, destringizing for _Pragma (6.10.9).
using System.Text;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>What <see cref="IntegerText.Parse"/> found.</summary>
internal enum IntegerTextResult
{
    Good, TooLarge, Floating, BadSuffix,
}

/// <summary>Integer constants (6.4.4.1).</summary>
internal static class IntegerText
{
    /// <summary>Reads a preprocessing number as an integer of 64 bits.</summary>
    public static IntegerTextResult Parse(string text, out ulong value, out bool isUnsigned)
    {
        value = 0;
        isUnsigned = false;
        int i = 0;
        uint radix = 10;
        if (text[0] == '0' && text.Length > 1)
        {
            if (text[1] is 'x' or 'X' && text.Length > 2 && char.IsAsciiHexDigit(text[2])) (radix, i) = (16, 2);
            else if (text[1] is 'b' or 'B' && text.Length > 2 && text[2] is '0' or '1') (radix, i) = (2, 2);
            else (radix, i) = (8, 1);
        }
        bool tooLarge = false;
        for (; i < text.Length; i++)
        {
            if (text[i] == '\'') continue;
            int digit = CharacterClasses.HexValue(text[i]);
            if (digit < 0 || (radix <= 10 && digit >= 10)) break;
            if (digit >= radix) return IntegerTextResult.BadSuffix;
            UInt128 wide = (UInt128)value * radix + (uint)digit;
            tooLarge |= wide > ulong.MaxValue;
            value = (ulong)wide;
        }
        string suffix = text[i..].ToLowerInvariant();
        if (suffix.Contains('.') || (radix == 16 ? suffix.StartsWith('p') : radix != 2 && suffix.StartsWith('e'))) return IntegerTextResult.Floating;
        if (suffix is "f" or "df" or "dd" or "dl") return IntegerTextResult.Floating;
        isUnsigned = suffix is "u" or "ul" or "lu" or "ull" or "llu" or "uz" or "zu";
        if (!isUnsigned && suffix is not ("" or "l" or "ll" or "z")) return IntegerTextResult.BadSuffix;
        return tooLarge ? IntegerTextResult.TooLarge : IntegerTextResult.Good;
    }
}

/// <summary>Character constants and strings.</summary>
internal static class StringText
{
    /// <summary>What a string literal without prefix contains, escapes of simple kinds undone.</summary>
    public static string Unescape(string literal)
    {
        StringBuilder result = new();
        for (int i = 1; i < literal.Length - 1; i++)
        {
            char c = literal[i];
            if (c == '\\' && i + 1 < literal.Length - 1)
            {
                int start = ++i;
                int value = 0;
                while (i < start + 3 && literal[i] is >= '0' and <= '7') value = value * 8 + (literal[i++] - '0');
                if (i > start)
                {
                    result.Append((char)value);
                    i--;
                    continue;
                }
                c = literal[i];
            }
            result.Append(c);
        }
        return result.ToString();
    }

    /// <summary>6.10.9: prefix and quotes removed, <c>\"</c> and <c>\\</c> replaced.</summary>
    public static string Destringize(string literal)
    {
        string body = literal[(literal.IndexOf('"') + 1)..^1];
        return body.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
    }

    /// <summary>6.10.3.2: quotes added, and backslashes before quotes and backslashes of literals.</summary>
    public static void AppendStringized(StringBuilder result, Token token)
    {
        if (token.Kind is not (TokenKind.StringLiteral or TokenKind.CharConstant) && !(token.Kind == TokenKind.Other && token.Text[0] is '"' or '\''))
        {
            result.Append(token.Text);
            return;
        }
        foreach (char c in token.Text)
        {
            if (c is '"' or '\\') result.Append('\\');
            result.Append(c);
        }
    }

    /// <summary>The value of a character constant in #if: as in the program (int; several characters are packed as gcc does).</summary>
    public static long CharacterValue(string text, out bool isUnsigned)
    {
        int quote = text.IndexOf('\'');
        string prefix = text[..quote];
        isUnsigned = prefix is "u" or "U" or "u8";
        long value = 0;
        int count = 0;
        string body = text[(quote + 1)..^1];
        int i = 0;
        while (i < body.Length)
        {
            if (body[i] == '\\' && i + 1 < body.Length)
            {
                i++;
                Accumulate(Escape(body, ref i), prefix, ref value, ref count);
                continue;
            }
            int codePoint = CharacterClasses.CodePointAt(body, i, out int length);
            if (prefix.Length > 0 && prefix != "u8") Accumulate(codePoint, prefix, ref value, ref count);
            else foreach (byte b in SourceEncoding.Encode(body.AsSpan(i, length))) Accumulate(b, prefix, ref value, ref count);
            i += length;
        }
        return prefix switch
        {
            "" => count == 1 ? (sbyte)value : (int)value,
            "L" => (int)value,
            "u" => (ushort)value,
            "u8" => (byte)value,
            _ => (uint)value,
        };
    }

    private static void Accumulate(long unit, string prefix, ref long value, ref int count)
    {
        value = prefix.Length == 0 ? (value << 8) | (byte)unit : unit;
        count++;
    }

    private static long Escape(string s, ref int i)
    {
        char c = s[i++];
        long value = 0;
        switch (c)
        {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'a': return 7;
            case 'b': return 8;
            case 'f': return 12;
            case 'v': return 11;
            case 'e' or 'E': return 27;
            case 'x' or 'u' or 'U':
                int limit = c == 'x' ? int.MaxValue : c == 'u' ? i + 4 : i + 8;
                while (i < s.Length && i < limit && char.IsAsciiHexDigit(s[i])) value = unchecked(value * 16 + CharacterClasses.HexValue(s[i++]));
                return value;
            case >= '0' and <= '7':
                value = c - '0';
                for (int n = 0; n < 2 && i < s.Length && s[i] is >= '0' and <= '7'; n++) value = value * 8 + (s[i++] - '0');
                return value;
            default: return c;
        }
    }
}

/// <summary>Trigraphs (5.2.1.1): replaced in the whole text before lexing, when asked for.</summary>
internal static class Trigraphs
{
    public static string Replace(string text)
    {
        if (!text.Contains("??", StringComparison.Ordinal)) return text;
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            int which = i + 2 < text.Length && text[i] == '?' && text[i + 1] == '?' ? "=/'()!<>-".IndexOf(text[i + 2]) : -1;
            if (which >= 0)
            {
                result.Append("#\\^[]|{}~"[which]);
                i += 2;
            }
            else
            {
                result.Append(text[i]);
            }
        }
        return result.ToString();
    }
}
