// Integer constants (C11 6.4.4.1: decimal, octal, hexadecimal, C23 binary; suffixes; the first type that holds the value) and floating constants (6.4.4.2). Decimal ones are rounded by the
// library, which is exact for any number of digits; hexadecimal ones here, to nearest even, subnormals included.
using System.Globalization;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public static partial class Literals
{
    /// <summary>The value of a number; problems are reported.</summary>
    public static NumberValue ParseNumber(NumberSyntax number, LanguageOptions language, DiagnosticBag diagnostics)
    {
        string text = number.Token.Text;

        // The commonest first: a short decimal integer.
        if (text.Length < 10 && text[0] != '0')
        {
            int value = 0;
            foreach (char c in text)
            {
                if (!char.IsAsciiDigit(c))
                {
                    value = -1;
                    break;
                }
                value = value * 10 + (c - '0');
            }
            if (value >= 0) return new NumberValue(BasicType.Int, false, (UInt128)value, 0);
        }
        if (text.Contains('\'', StringComparison.Ordinal)) text = text.Replace("'", "", StringComparison.Ordinal);
        bool hex = text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'X';
        bool binary = text.Length > 1 && text[0] == '0' && text[1] is 'b' or 'B';
        bool isFloat = text.AsSpan().ContainsAny(hex ? ".pP" : binary ? "." : ".eE");
        return isFloat ? ParseFloat(text, hex, number.Span, diagnostics) : ParseInteger(text, hex, binary, number.Span, language, diagnostics);
    }

    private static readonly NumberValue Bad = new(BasicType.Int, false, 0, 0);

    private static NumberValue ParseInteger(string text, bool hex, bool binary, SourceSpan span, LanguageOptions language, DiagnosticBag diagnostics)
    {
        int start = hex || binary ? 2 : 0;
        int radix = hex ? 16 : binary ? 2 : text[0] == '0' ? 8 : 10;
        int end = start;
        UInt128 value = 0;
        bool overflow = false;
        char wrong = '\0';
        for (; end < text.Length; end++)
        {
            int digit = DigitValue(text[end]);
            if (digit >= (hex ? 16 : 10)) break;
            if (digit >= radix && wrong == '\0') wrong = text[end];
            overflow |= value >> 120 != 0;
            value = value * (UInt128)radix + (UInt128)digit;
        }
        string suffix = text[end..];
        if (end == start || !IsIntegerSuffix(suffix, out bool unsigned, out int longs, out bool imaginary, out bool bitPrecise))
        {
            if (end > start && suffix.Length > 0 && char.IsAsciiHexDigitLower(char.ToLowerInvariant(suffix[0])) && !hex && suffix[0] is not ('u' or 'U' or 'l' or 'L')) diagnostics.InvalidDigit(Digit(span, end), suffix[0], radix == 8 ? "octal" : radix == 2 ? "binary" : "decimal");
            else diagnostics.InvalidNumberSuffix(Digit(span, end == start ? 1 : end), end == start ? text[1..] : suffix, false);
            return Bad;
        }
        if (bitPrecise)
        {
            diagnostics.UnsupportedNumber(span, suffix);
            return Bad;
        }
        if (wrong != '\0')
        {
            diagnostics.InvalidDigit(Digit(span, text.IndexOf(wrong, start)), wrong, radix == 8 ? "octal" : "binary");
            return Bad;
        }
        if (overflow || value > ulong.MaxValue)
        {
            diagnostics.IntegerTooLarge(span);
            return Bad;
        }
        if (binary && language.Standard < LanguageStandard.C23) diagnostics.BinaryLiteral(span);
        if (imaginary) diagnostics.ImaginaryConstant(span);
        bool mayBeUnsigned = unsigned || radix != 10;
        BasicType type;
        if (longs == 0 && !unsigned && value <= int.MaxValue) type = BasicType.Int;
        else if (longs == 0 && mayBeUnsigned && value <= uint.MaxValue) type = BasicType.UInt;
        else if (longs < 2 && !unsigned && value <= long.MaxValue) type = BasicType.Long;
        else if (longs < 2 && mayBeUnsigned) type = BasicType.ULong;
        else if (!unsigned && value <= long.MaxValue) type = BasicType.LongLong;
        else type = BasicType.ULongLong;
        if (!mayBeUnsigned && value > long.MaxValue)
        {
            diagnostics.IntegerInterpretedAsUnsigned(span);
            type = longs < 2 && language.Standard == LanguageStandard.C89 ? BasicType.ULong : BasicType.ULongLong;
        }
        return new NumberValue(type, imaginary, value, 0);
    }

    // One character of a number, unless digit separators or splices are between.
    private static SourceSpan Digit(SourceSpan span, int index) => index >= 0 && index < span.Length ? span with { Caret = index } : span;

    private static bool IsIntegerSuffix(string suffix, out bool unsigned, out int longs, out bool imaginary, out bool bitPrecise)
    {
        unsigned = imaginary = bitPrecise = false;
        longs = 0;
        for (int i = 0; i < suffix.Length; i++)
        {
            switch (suffix[i])
            {
                case 'u' or 'U' when !unsigned:
                    unsigned = true;
                    break;
                case 'l' or 'L' when longs == 0:
                    longs = i + 1 < suffix.Length && suffix[i + 1] == suffix[i] ? 2 : 1;
                    i += longs - 1;
                    break;
                case 'i' or 'I' or 'j' or 'J' when !imaginary:
                    imaginary = true;
                    break;
                case 'w' or 'W' when longs == 0 && i + 1 < suffix.Length && suffix[i + 1] == (suffix[i] == 'w' ? 'b' : 'B'):
                    bitPrecise = true;
                    i++;
                    break;
                default:
                    return false;
            }
        }
        return true;
    }

    private static NumberValue ParseFloat(string text, bool hex, SourceSpan span, DiagnosticBag diagnostics)
    {
        int i = hex ? 2 : 0;
        int firstDigit = i;
        bool dot = false;
        while (i < text.Length && ((text[i] == '.' && !dot) || DigitValue(text[i]) < (hex ? 16 : 10)))
        {
            dot |= text[i] == '.';
            i++;
        }
        bool anyDigit = i - firstDigit > (dot ? 1 : 0);
        int mantissaEnd = i;
        bool hasExponent = i < text.Length && (hex ? text[i] is 'p' or 'P' : text[i] is 'e' or 'E');
        if (hasExponent)
        {
            i++;
            if (i < text.Length && text[i] is '+' or '-') i++;
            int digits = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            if (i == digits)
            {
                diagnostics.ExponentWithoutDigits(Digit(span, mantissaEnd));
                return Bad;
            }
        }
        else if (hex)
        {
            diagnostics.HexFloatWithoutExponent(Digit(span, i));
            return Bad;
        }
        string suffix = text[i..];
        bool imaginary = suffix.AsSpan().ContainsAny("iIjJ");
        BasicType? type = suffix.Trim('i', 'I', 'j', 'J') switch
        {
            "" => BasicType.Double,
            "f" or "F" => BasicType.Float,
            "l" or "L" => BasicType.LongDouble,
            _ => null,
        };
        if (type is null || !anyDigit || suffix.Length > 2)
        {
            string core = suffix.Trim('i', 'I', 'j', 'J');
            if (core.ToUpperInvariant() is "F16" or "F32" or "F64" or "F128" or "BF16" or "Q" or "W" or "DF" or "DD" or "DL") diagnostics.UnsupportedNumber(span, suffix);
            else diagnostics.InvalidNumberSuffix(Digit(span, i), suffix, true);
            return Bad;
        }
        bool single = type == BasicType.Float;
        double value = hex ? ParseHexFloat(text.AsSpan(2, mantissaEnd - 2), text.AsSpan(mantissaEnd + 1, i - mantissaEnd - 1), single)
            : single ? float.Parse(text.AsSpan(0, i), NumberStyles.Float, CultureInfo.InvariantCulture)
            : double.Parse(text.AsSpan(0, i), NumberStyles.Float, CultureInfo.InvariantCulture);
        bool tooSmall = value == 0 && text.AsSpan(firstDigit, mantissaEnd - firstDigit).IndexOfAnyExcept('0', '.') >= 0;
        if (double.IsInfinity(value) || tooSmall) diagnostics.FloatOutOfRange(span, !tooSmall, single ? "float" : type == BasicType.Double ? "double" : "long double");
        return new NumberValue(type.Value, imaginary, 0, value);
    }

    /// <summary>Rounds mantissa · 2^exponent to nearest even. The first 64 significant bits are kept, and one bit says whether anything not zero followed.</summary>
    private static double ParseHexFloat(ReadOnlySpan<char> mantissa, ReadOnlySpan<char> exponentText, bool single)
    {
        ulong bits = 0;
        bool sticky = false;
        long exponent = 0;
        bool afterDot = false;
        foreach (char c in mantissa)
        {
            if (c == '.')
            {
                afterDot = true;
                continue;
            }
            int digit = DigitValue(c);
            if (bits >> 60 == 0)
            {
                bits = (bits << 4) | (uint)digit;
                if (afterDot) exponent -= 4;
            }
            else
            {
                sticky |= digit != 0;
                if (!afterDot) exponent += 4;
            }
        }
        if (bits == 0) return 0;
        exponent += ParseClamped(exponentText);
        int shift = System.Numerics.BitOperations.LeadingZeroCount(bits);
        bits <<= shift;
        exponent += 63 - shift; // value = 1.xxx · 2^exponent with the binary point behind bit 63
        int precision = single ? 24 : 53, minimum = single ? -126 : -1022, maximum = single ? 127 : 1023;
        if (exponent > maximum) return double.PositiveInfinity;
        int keep = exponent >= minimum ? precision : precision - (int)Math.Min(minimum - exponent, 100);
        if (keep < 0) return 0;
        ulong kept = keep == 0 ? 0 : bits >> (64 - keep);
        ulong rest = keep == 0 ? bits : bits << keep;
        const ulong half = 1UL << 63;
        if (rest > half || (rest == half && (sticky || (kept & 1) != 0))) kept++;
        double result = Math.ScaleB(kept, (int)(exponent - keep + 1));
        return single && result > float.MaxValue ? double.PositiveInfinity : result;
    }

    private static long ParseClamped(ReadOnlySpan<char> text)
    {
        bool negative = text[0] == '-';
        long value = 0;
        foreach (char c in text.TrimStart("+-"))
        {
            if (value < 100_000_000) value = value * 10 + (c - '0');
        }
        return negative ? -value : value;
    }

    private static int DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => 99,
    };
}
