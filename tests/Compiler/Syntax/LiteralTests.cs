// Values of constants and strings.
using System.Text;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;
using Xunit;

namespace PopcornCC.Compiler.Tests.Syntax;

public sealed class LiteralTests
{
    private static NumberValue Number(string text, DiagnosticBag? diagnostics = null) =>
        Literals.ParseNumber(new NumberSyntax(new Token(TokenKind.Number, text, default), default), LanguageOptions.Default, diagnostics ?? new DiagnosticBag());

    private static CharacterValue Character(string text, DiagnosticBag? diagnostics = null) =>
        Literals.ParseCharacter(new CharacterSyntax(new Token(TokenKind.CharConstant, text, default), default), diagnostics ?? new DiagnosticBag());

    private static StringValue String(params string[] pieces) =>
        Literals.ParseString(new StringSyntax([.. pieces.Select(p => new Token(TokenKind.StringLiteral, p, default))], default), new DiagnosticBag());

    [Theory]
    [InlineData("0", BasicType.Int, 0UL)]
    [InlineData("2147483647", BasicType.Int, 2147483647UL)]
    [InlineData("2147483648", BasicType.Long, 2147483648UL)]
    [InlineData("0x7fffffff", BasicType.Int, 0x7fffffffUL)]
    [InlineData("0xffffffff", BasicType.UInt, 0xffffffffUL)]
    [InlineData("0x100000000", BasicType.Long, 0x100000000UL)]
    [InlineData("0xffffffffffffffff", BasicType.ULong, ulong.MaxValue)]
    [InlineData("037777777777", BasicType.UInt, 0xffffffffUL)]
    [InlineData("4294967296u", BasicType.ULong, 4294967296UL)]
    [InlineData("1u", BasicType.UInt, 1UL)]
    [InlineData("1l", BasicType.Long, 1UL)]
    [InlineData("1LL", BasicType.LongLong, 1UL)]
    [InlineData("1uLL", BasicType.ULongLong, 1UL)]
    [InlineData("1llU", BasicType.ULongLong, 1UL)]
    [InlineData("0b101", BasicType.Int, 5UL)]
    [InlineData("0X1F", BasicType.Int, 31UL)]
    [InlineData("1'000'000", BasicType.Int, 1000000UL)]
    [InlineData("9223372036854775808", BasicType.ULongLong, 9223372036854775808UL)]
    public void Integers_take_the_first_type_that_holds_them(string text, BasicType type, ulong value) =>
        Assert.Equal((type, (UInt128)value), (Number(text).Type, Number(text).IntegerValue));

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData(".5e1", 5.0)]
    [InlineData("1e-5", 1e-5)]
    [InlineData("0x1p3", 8.0)]
    [InlineData("0x1.8p1", 3.0)]
    [InlineData("0x.8p0", 0.5)]
    [InlineData("0x1.fffffffffffffp1023", double.MaxValue)]
    [InlineData("0x1p-1074", 4.9406564584124654e-324)]
    [InlineData("0x1.8p-1075", 4.9406564584124654e-324)]
    [InlineData("0x1p-1075", 0.0)]
    [InlineData("0x1.0000000000000000000001p-1075", 4.9406564584124654e-324)]
    [InlineData("0x1.00000000000008p0", 1.0)]
    [InlineData("0x1.000000000000080000000000001p0", 1.0000000000000002)]
    [InlineData("0x1.00000000000018p0", 1.0000000000000004)]
    [InlineData("0x0.0000000000000000000001p0", 3.2311742677852644E-27)]
    [InlineData("9007199254740993.0", 9007199254740992.0)]
    [InlineData("9007199254740993.00000000000000000000000000000001", 9007199254740994.0)]
    public void Doubles_are_rounded_to_nearest_even(string text, double value) => Assert.Equal(value, Number(text).FloatValue);

    [Theory]
    [InlineData("0.1f", 0.1f)]
    [InlineData("16777217.0f", 16777216.0f)]
    [InlineData("0x1.000001p0f", 1.0f)]
    [InlineData("0x1.0000011p0f", 1.0000001192092896f)]
    [InlineData("0x1p-149f", 1.4e-45f)]
    [InlineData("0x1.fffffep127F", float.MaxValue)]
    [InlineData("1.00000017881393432617187499f", 1.0000001f)]
    public void Floats_are_rounded_once(string text, float value) => Assert.Equal((BasicType.Float, (double)value), (Number(text).Type, Number(text).FloatValue));

    [Theory]
    [InlineData("18446744073709551616", "PCC2110")]
    [InlineData("1x", "PCC2112")]
    [InlineData("1uu", "PCC2112")]
    [InlineData("1lul", "PCC2112")]
    [InlineData("0x", "PCC2112")]
    [InlineData("08", "PCC2113")]
    [InlineData("0b12", "PCC2113")]
    [InlineData("1e", "PCC2114")]
    [InlineData("0x1.5", "PCC2115")]
    [InlineData("1e400", "PCC2116")]
    [InlineData("1e-400", "PCC2116")]
    [InlineData("1e39f", "PCC2116")]
    [InlineData("0x1p1024", "PCC2116")]
    [InlineData("1.0q", "PCC2126")]
    [InlineData("1.0fx", "PCC2112")]
    public void Bad_numbers_are_reported(string text, string id)
    {
        DiagnosticBag diagnostics = new();
        Number(text, diagnostics);
        Assert.Equal([id], diagnostics.Items.Select(d => d.Id));
    }

    [Theory]
    [InlineData("'a'", 97)]
    [InlineData("'\\n'", 10)]
    [InlineData("'\\0'", 0)]
    [InlineData("'\\377'", -1)]
    [InlineData("'\\xff'", -1)]
    [InlineData("'\\''", 39)]
    [InlineData("'\"'", 34)]
    [InlineData("'ab'", 24930)]
    [InlineData("'\\377a'", 65377)]
    [InlineData("L'\\xffffffff'", -1)]
    [InlineData("L'é'", 233)]
    [InlineData("u'é'", 233)]
    [InlineData("u8'a'", 97)]
    [InlineData("U'\\U0001F600'", 0x1F600)]
    [InlineData("L'\\u20ac'", 0x20AC)]
    public void Characters_have_their_values(string text, long value) => Assert.Equal(value, Character(text).Value);

    [Theory]
    [InlineData("''", "PCC2117")]
    [InlineData("'abcde'", "PCC2118")]
    [InlineData("'ab'", "PCC2119")]
    [InlineData("u'\\U0001F600'", "PCC2120")]
    [InlineData("'\\q'", "PCC2121")]
    [InlineData("'\\x'", "PCC2122")]
    [InlineData("'\\x100'", "PCC2123")]
    [InlineData("'\\400'", "PCC2123")]
    [InlineData("L'\\ud800'", "PCC2124")]
    public void Bad_characters_are_reported(string text, string id)
    {
        DiagnosticBag diagnostics = new();
        Character(text, diagnostics);
        Assert.Equal(id, diagnostics.Items[0].Id);
    }

    [Fact]
    public void Strings_are_joined_before_they_are_terminated() => Assert.Equal("ab\n\0"u8.ToArray(), String("\"a\"", "\"b\\n\"").Bytes);

    [Fact]
    public void An_escape_ends_with_its_piece() => Assert.Equal(new byte[] { 0x12, (byte)'3', 0 }, String("\"\\x12\"", "\"3\"").Bytes);

    [Fact]
    public void A_prefix_goes_for_all_pieces()
    {
        StringValue value = String("\"a\"", "L\"b\"");
        Assert.Equal((LiteralEncoding.Wide, 4, 3), (value.Encoding, value.ElementSize, value.Length));
        Assert.Equal(Encoding.UTF32.GetBytes("ab\0"), value.Bytes);
    }

    [Fact]
    public void Encodings_are_those_of_the_prefix()
    {
        Assert.Equal("é😀\0"u8.ToArray(), String("\"é😀\"").Bytes);
        Assert.Equal("é😀\0"u8.ToArray(), String("u8\"\\u00e9\\U0001F600\"").Bytes);
        Assert.Equal(Encoding.Unicode.GetBytes("é😀\0"), String("u\"é😀\"").Bytes);
        Assert.Equal(Encoding.UTF32.GetBytes("é😀\0"), String("U\"é\\U0001F600\"").Bytes);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_pass_unchanged() => Assert.Equal(new byte[] { 0xE9, 0 }, String("\"\uDCE9\"").Bytes);
}
