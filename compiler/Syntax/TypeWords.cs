// Puts the words of a basic type together (C11 6.7.2p2): any order, and mixed with other specifiers, as in "long const unsigned int". Wrong combinations are reported at the word that does not fit.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

/// <summary>Counts type words and says what they make.</summary>
internal struct TypeWords
{
    private Keyword _base;
    private int _long;
    private bool _short, _complex;
    private Keyword _sign;
    private string _text;

    /// <summary>Whether a word was seen.</summary>
    public readonly bool Any => _text is not null;

    /// <summary>The words so far, as written.</summary>
    public readonly string Text => _text ?? "";

    /// <summary>Whether the keyword is such a word.</summary>
    public static bool IsWord(Keyword keyword) => keyword is Keyword.Bool or Keyword.Char or Keyword.Complex or Keyword.Double or Keyword.Float or Keyword.Int or Keyword.Long or Keyword.Short
        or Keyword.Signed or Keyword.Unsigned or Keyword.Void or Keyword.Int128 or Keyword.Float16 or Keyword.Float128 or Keyword.Decimal32 or Keyword.Decimal64 or Keyword.Decimal128;

    /// <summary>Adds a word; false when it does not go with those before.</summary>
    public bool Add(Keyword word, string spelling)
    {
        TypeWords before = this;
        _text = _text is null ? spelling : _text + " " + spelling;
        bool fits = true;
        switch (word)
        {
            case Keyword.Long:
                fits = ++_long <= 2;
                break;
            case Keyword.Short:
                fits = !_short;
                _short = true;
                break;
            case Keyword.Complex:
                fits = !_complex;
                _complex = true;
                break;
            case Keyword.Signed or Keyword.Unsigned:
                fits = _sign == Keyword.None;
                _sign = word;
                break;
            default:
                fits = _base == Keyword.None;
                _base = word;
                break;
        }
        if (fits && IsValid()) return true;
        this = before;
        return false;
    }

    private readonly bool IsValid()
    {
        if (_long > 0 && _short) return false;
        if (_long > 0 && _base is not (Keyword.None or Keyword.Int or Keyword.Double)) return false;
        if (_long > 1 && _base == Keyword.Double) return false;
        if (_short && _base is not (Keyword.None or Keyword.Int)) return false;
        if (_sign != Keyword.None && _base is not (Keyword.None or Keyword.Int or Keyword.Char or Keyword.Int128)) return false;
        return !_complex || _base is not (Keyword.Void or Keyword.Bool or Keyword.Decimal32 or Keyword.Decimal64 or Keyword.Decimal128);
    }

    /// <summary>The type the words make.</summary>
    public readonly BasicTypeSyntax ToSyntax(SourceSpan span)
    {
        bool unsigned = _sign == Keyword.Unsigned;
        BasicType type = _base switch
        {
            Keyword.Void => BasicType.Void,
            Keyword.Bool => BasicType.Bool,
            Keyword.Char => unsigned ? BasicType.UChar : _sign == Keyword.Signed ? BasicType.SChar : BasicType.Char,
            Keyword.Int128 => unsigned ? BasicType.UInt128 : BasicType.Int128,
            Keyword.Float => BasicType.Float,
            Keyword.Double => _long > 0 ? BasicType.LongDouble : BasicType.Double,
            Keyword.Float16 => BasicType.Float16,
            Keyword.Float128 => BasicType.Float128,
            Keyword.Decimal32 => BasicType.Decimal32,
            Keyword.Decimal64 => BasicType.Decimal64,
            Keyword.Decimal128 => BasicType.Decimal128,
            _ when _short => unsigned ? BasicType.UShort : BasicType.Short,
            _ when _long == 1 && !(_complex && _sign == Keyword.None && _base == Keyword.None) => unsigned ? BasicType.ULong : BasicType.Long,
            _ when _long == 2 => unsigned ? BasicType.ULongLong : BasicType.LongLong,
            _ when _complex && _sign == Keyword.None && _base == Keyword.None => _long > 0 ? BasicType.LongDouble : BasicType.Double,
            _ => unsigned ? BasicType.UInt : BasicType.Int,
        };
        return new BasicTypeSyntax(type, _complex, span);
    }
}
