// Format strings of the printf and scanf families (C11 7.21.6.1, 7.21.6.2; POSIX's numbered arguments), taken apart. What is checked about them is in FormatChecker.cs.
namespace PopcornCC.Compiler.Semantics;

/// <summary>How long a conversion's argument is.</summary>
internal enum FormatLength : byte
{
    None, Char, Short, Long, LongLong, Max, Size, Difference, LongDouble,
}

/// <summary>One conversion. <paramref name="Width"/> and <paramref name="Precision"/> say whether a star takes an argument; <paramref name="Argument"/> is the number of <c>n$</c>, 0 without.
/// <paramref name="Suppressed"/>: scanf's star; <paramref name="Allocates"/>: POSIX's m.</summary>
internal readonly record struct FormatConversion(char Conversion, FormatLength Length, bool Width, bool Precision, int Argument, bool Suppressed, bool Allocates, string Text)
{
    /// <summary>Where it is in the format: its percent sign, its letter, what stands behind the stars of the width and of the precision, its flags, its length.</summary>
    public int Start { get; init; }
    public int Letter { get; init; }
    public int WidthEnd { get; init; }
    public int PrecisionStart { get; init; }
    public int FlagsStart { get; init; }
    public int LengthStart { get; init; }

    /// <summary>printf's flags, as written.</summary>
    public string Flags { get; init; } = "";

    /// <summary>The length as written.</summary>
    public string LengthText { get; init; } = "";

    /// <summary>A precision stands there.</summary>
    public bool HasPrecision { get; init; }

    /// <summary>scanf: the width is written as 0; the set after [ has no end.</summary>
    public bool HasZeroWidth { get; init; }
    public bool HasOpenSet { get; init; }
}

/// <summary>Reads conversions.</summary>
internal ref struct FormatReader(ReadOnlySpan<byte> format, bool scanf)
{
    private readonly ReadOnlySpan<byte> _format = format;
    private int _position;

    /// <summary>The next conversion, <c>%%</c> left out; null at the end. One that the string's end cuts off has the conversion NUL.</summary>
    public FormatConversion? Next()
    {
        while (true)
        {
            int percent = _format[_position..].IndexOf((byte)'%');
            if (percent < 0) return null;
            int start = _position + percent;
            _position = start + 1;
            if (Peek == '%')
            {
                _position++;
                continue;
            }
            return scanf ? ReadScanf(start) : ReadPrintf(start);
        }
    }

    private readonly char Peek => _position < _format.Length ? (char)_format[_position] : '\0';

    private FormatConversion ReadPrintf(int start)
    {
        int argument = Number(dollar: true);
        int flags = _position;
        while (Peek is '-' or '+' or ' ' or '#' or '0' or '\'' or 'I') _position++;
        string written = System.Text.Encoding.ASCII.GetString(_format[flags.._position]);
        bool width = Star();
        int widthEnd = _position, precisionStart = 0;
        if (!width) Number(dollar: false);
        bool precision = false, hasPrecision = Peek == '.';
        if (hasPrecision)
        {
            _position++;
            precisionStart = _position;
            precision = Star();
            if (!precision) Number(dollar: false);
        }
        int lengthStart = _position;
        FormatLength length = Length();
        string lengthText = System.Text.Encoding.ASCII.GetString(_format[lengthStart.._position]);
        return Finish(start, length, width, precision, argument, false, false) with
        {
            Flags = written,
            LengthText = lengthText,
            HasPrecision = hasPrecision,
            FlagsStart = flags,
            LengthStart = lengthStart,
            WidthEnd = widthEnd,
            PrecisionStart = precisionStart,
        };
    }

    private FormatConversion ReadScanf(int start)
    {
        int argument = Number(dollar: true);
        bool suppressed = false, allocates = false;
        while (Peek is '*' or '\'' or 'I')
        {
            suppressed |= Peek == '*';
            _position++;
        }
        int widthStart = _position;
        bool hasWidth = Peek is >= '0' and <= '9';
        bool zeroWidth = Number(dollar: false) == 0 && hasWidth;
        if (Peek == 'm')
        {
            allocates = true;
            _position++;
        }
        FormatLength length = Length();
        FormatConversion conversion = Finish(start, length, false, false, argument, suppressed, allocates) with { WidthEnd = widthStart };
        bool open = conversion.Conversion == '[' && !SkipSet();
        return conversion with { HasZeroWidth = zeroWidth, HasOpenSet = open, LengthStart = _position - 1 };
    }

    /// <summary>Digits; with <paramref name="dollar"/> only if a dollar follows.</summary>
    private int Number(bool dollar)
    {
        int p = _position, value = 0;
        while (p < _format.Length && _format[p] is >= (byte)'0' and <= (byte)'9' && value < 10_000) value = value * 10 + (_format[p++] - '0');
        if (!dollar)
        {
            _position = p;
            return value;
        }
        if (p == _position || p >= _format.Length || _format[p] != '$') return 0;
        _position = p + 1;
        return value;
    }

    private bool Star()
    {
        if (Peek != '*') return false;
        _position++;
        Number(dollar: true);
        return true;
    }

    private FormatLength Length()
    {
        char c = Peek;
        FormatLength length = c switch
        {
            'h' => FormatLength.Short,
            'l' => FormatLength.Long,
            'q' => FormatLength.LongLong,
            'j' => FormatLength.Max,
            'z' or 'Z' => FormatLength.Size,
            't' => FormatLength.Difference,
            'L' => FormatLength.LongDouble,
            _ => FormatLength.None,
        };
        if (length == FormatLength.None) return length;
        _position++;
        if (c is not ('h' or 'l') || Peek != c) return length;
        _position++;
        return c == 'h' ? FormatLength.Char : FormatLength.LongLong;
    }

    private FormatConversion Finish(int start, FormatLength length, bool width, bool precision, int argument, bool suppressed, bool allocates)
    {
        char conversion = Peek;
        int letter = Math.Min(_position, _format.Length - 1);
        if (_position < _format.Length) _position++;
        string text = System.Text.Encoding.UTF8.GetString(_format[start.._position]);
        return new FormatConversion(conversion, length, width, precision, argument, suppressed, allocates, text) { Start = start, Letter = letter };
    }

    // Whether it has an end.
    private bool SkipSet()
    {
        if (Peek == '^') _position++;
        if (Peek == ']') _position++;
        while (_position < _format.Length && Peek != ']') _position++;
        if (_position >= _format.Length) return false;
        _position++;
        return true;
    }
}
