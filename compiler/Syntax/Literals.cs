// The values of constants and string literals (C11 6.4.4, 6.4.5; translation phases 5 and 6): what the binder asks about NumberSyntax, CharacterSyntax and StringSyntax.
// Numbers are in Literals.Numbers.cs, characters and strings in Literals.Text.cs.
using System.Collections.Immutable;

namespace PopcornCC.Compiler.Syntax;

/// <summary>An encoding prefix (6.4.5p3).</summary>
public enum LiteralEncoding : byte
{
    /// <summary>No prefix: bytes of char, encoded in UTF-8.</summary>
    None,

    /// <summary><c>u8</c></summary>
    Utf8,

    /// <summary><c>u</c>: char16_t</summary>
    Utf16,

    /// <summary><c>U</c>: char32_t</summary>
    Utf32,

    /// <summary><c>L</c>: wchar_t, 32 bits here</summary>
    Wide,
}

/// <summary>A decoded number. A floating constant has its value in <paramref name="FloatValue"/>, rounded once to its type (Float, Double, LongDouble; the last is binary64 too).
/// For an integer, Type is the first type of 6.4.4.1p5 that holds it. After an error the value is 0 of type int.</summary>
public readonly record struct NumberValue(BasicType Type, bool IsImaginary, UInt128 IntegerValue, double FloatValue)
{
    /// <summary>Whether it is a floating constant.</summary>
    public bool IsFloat => Type is BasicType.Float or BasicType.Double or BasicType.LongDouble;
}

/// <summary>A decoded character constant: the value as int has it (no prefix), or as the prefix's type has it.</summary>
public readonly record struct CharacterValue(LiteralEncoding Encoding, long Value);

/// <summary>A decoded string: the array's bytes in little-endian elements of <paramref name="ElementSize"/>, terminator included.</summary>
public sealed record StringValue(LiteralEncoding Encoding, int ElementSize, ImmutableArray<byte> Bytes)
{
    /// <summary>Number of elements, terminator included.</summary>
    public int Length => Bytes.Length / ElementSize;
}

/// <summary>Decodes literals.</summary>
public static partial class Literals
{
}
