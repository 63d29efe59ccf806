// The values of constants and string literals (C11 6.4.4, 6.4.5; translation phases 5 and 6): what the binder asks about NumberSyntax, CharacterSyntax and StringSyntax.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

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

/// <summary>A decoded number. For a floating constant, <paramref name="FloatValue"/> is the nearest double (rounded once, to float, with suffix <c>f</c>).
/// For an integer, Type is the first type of 6.4.4.1p5 that holds it.</summary>
public readonly record struct NumberValue(BasicType Type, bool IsFloat, bool IsImaginary, UInt128 IntegerValue, double FloatValue);

/// <summary>A decoded character constant: the value as int has it (plain), or as the prefix's type has it.</summary>
public readonly record struct CharacterValue(LiteralEncoding Encoding, long Value);

/// <summary>A decoded string: the array's bytes in little-endian elements of <paramref name="ElementSize"/>, terminator included.</summary>
public sealed record StringValue(LiteralEncoding Encoding, int ElementSize, ImmutableArray<byte> Bytes)
{
    /// <summary>Number of elements, terminator included.</summary>
    public int Length => Bytes.Length / ElementSize;
}
