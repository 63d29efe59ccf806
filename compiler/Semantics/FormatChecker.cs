// -Wformat: the arguments of printf-like and scanf-like calls against their format string, for functions with the format attribute and the library's own, which musl's headers declare without it.
// Types are compared after the default promotions and without signs, as clang and gcc do by default; long and long long differ although they have one size, since they differ elsewhere.
using System.Collections.Immutable;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

/// <summary>Checks calls with format strings.</summary>
internal static class FormatChecker
{
    private static readonly Dictionary<string, FormatAttribute> s_library = new(StringComparer.Ordinal)
    {
        ["printf"] = new(FormatKind.Printf, 1, 2),
        ["fprintf"] = new(FormatKind.Printf, 2, 3),
        ["dprintf"] = new(FormatKind.Printf, 2, 3),
        ["sprintf"] = new(FormatKind.Printf, 2, 3),
        ["snprintf"] = new(FormatKind.Printf, 3, 4),
        ["asprintf"] = new(FormatKind.Printf, 2, 3),
        ["vprintf"] = new(FormatKind.Printf, 1, 0),
        ["vfprintf"] = new(FormatKind.Printf, 2, 0),
        ["vdprintf"] = new(FormatKind.Printf, 2, 0),
        ["vsprintf"] = new(FormatKind.Printf, 2, 0),
        ["vsnprintf"] = new(FormatKind.Printf, 3, 0),
        ["vasprintf"] = new(FormatKind.Printf, 2, 0),
        ["syslog"] = new(FormatKind.Printf, 2, 3),
        ["err"] = new(FormatKind.Printf, 2, 3),
        ["errx"] = new(FormatKind.Printf, 2, 3),
        ["warn"] = new(FormatKind.Printf, 1, 2),
        ["warnx"] = new(FormatKind.Printf, 1, 2),
        ["scanf"] = new(FormatKind.Scanf, 1, 2),
        ["fscanf"] = new(FormatKind.Scanf, 2, 3),
        ["sscanf"] = new(FormatKind.Scanf, 2, 3),
        ["vscanf"] = new(FormatKind.Scanf, 1, 0),
        ["vfscanf"] = new(FormatKind.Scanf, 2, 0),
        ["vsscanf"] = new(FormatKind.Scanf, 2, 0),
        ["strftime"] = new(FormatKind.Strftime, 3, 0),
    };

    /// <summary>Checks a call; <paramref name="arguments"/> are values before their conversion to parameter types. <paramref name="caller"/> is the function around.</summary>
    public static void Check(FunctionSymbol function, ImmutableArray<BoundExpression> arguments, FunctionSymbol? caller, bool knowsLibrary, SourceManager? sources, DiagnosticBag diagnostics)
    {
        if ((knowsLibrary ? Find(function) : function.Attributes.Format) is not { } attribute || attribute.FormatParameter > arguments.Length || attribute.Kind is FormatKind.Strfmon) return;
        BoundExpression format = arguments[attribute.FormatParameter - 1];
        ImmutableArray<BoundExpression> data = attribute.FirstArgument > 0 && attribute.FirstArgument <= arguments.Length ? arguments[(attribute.FirstArgument - 1)..] : [];
        CheckFormat(attribute, format, data, caller, sources, diagnostics);
    }

    private static FormatAttribute? Find(FunctionSymbol function)
    {
        if (function.Attributes.Format is { } attribute) return attribute;
        if (function.Linkage != Linkage.External || !s_library.TryGetValue(function.Name, out FormatAttribute? known)) return null;
        int index = known.FormatParameter - 1;
        bool fits = index < function.Type.Parameters.Length && function.Type.Parameters[index].Type is PointerType { Pointee.Type: BuiltinType { Kind: BuiltinKind.Char } };
        return fits && (known.FirstArgument == 0 || function.Type.IsVariadic) ? known : null;
    }

    private static void CheckFormat(FormatAttribute attribute, BoundExpression format, ImmutableArray<BoundExpression> data, FunctionSymbol? caller, SourceManager? sources, DiagnosticBag diagnostics)
    {
        SourceSpan place = format.Span;
        while (format is BoundCast { Kind: CastKind.ArrayToPointer or CastKind.PointerCast or CastKind.NoOp } cast) format = cast.Operand;
        switch (format)
        {
            case BoundConditional { WhenTrue: { } whenTrue } choice:
                CheckFormat(attribute, whenTrue, data, caller, sources, diagnostics);
                CheckFormat(attribute, choice.WhenFalse, data, caller, sources, diagnostics);
                return;

            // A constant address (a null pointer) is not our matter.
            case BoundIntConstant:
                return;
        }
        if (Literal(format, out int skipped) is { } literal)
        {
            if (attribute.Kind == FormatKind.Strftime) return;
            ReadOnlySpan<byte> whole = literal.Bytes.AsSpan()[skipped..];
            int end = whole.IndexOf((byte)0);
            if (end >= 0 && end < whole.Length - 1) diagnostics.FormatContainsNul(ByteAt(end));
            else if (end == 0 && attribute.Kind == FormatKind.Printf && !data.IsEmpty) diagnostics.FormatEmpty(place);
            else CheckConversions(attribute, end < 0 ? whole : whole[..end], ByteAt, data, diagnostics);
            return;

            SourceSpan ByteAt(int index) => literal.Span == place ? LiteralPlaces.Of(place, index + skipped, sources) : place;
        }
        bool handedOn = caller?.Attributes.Format is not null;
        if (attribute.Kind == FormatKind.Strftime) diagnostics.FormatNonLiteral(place);
        else if (attribute.FirstArgument > 0 && data.IsEmpty && !handedOn && attribute.Kind == FormatKind.Printf) diagnostics.FormatNotLiteral(place);
        else if (!handedOn) diagnostics.FormatNonLiteral(place);
    }

    /// <summary>The literal behind a format: also that of a constant array or pointer, and one of which the beginning is skipped.</summary>
    private static BoundStringLiteral? Literal(BoundExpression format, out int skipped)
    {
        skipped = 0;
        if (format is BoundBinary { Operator: BinaryOperator.PointerAdd, Left: var left, Right: BoundIntConstant { Value: var offset } } && offset >= 0 && offset <= int.MaxValue)
        {
            skipped = (int)offset;
            format = left;
            while (format is BoundCast { Kind: CastKind.ArrayToPointer or CastKind.NoOp } cast) format = cast.Operand;
        }
        BoundStringLiteral? literal = format switch
        {
            BoundStringLiteral s => s,
            BoundVariable { Symbol: { Text: { } own } } => own,
            BoundVariable { Symbol: { Type: { Type: ArrayType { Element.IsConst: true } }, Initializer: BoundExpressionInitializer { Value: BoundStringLiteral s } } } => s,
            BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundVariable { Symbol: { Type.IsConst: true, Initializer: BoundExpressionInitializer { Value: var value } } } } => LiteralOf(value),
            _ => null,
        };
        return literal is null || skipped >= literal.Bytes.Length ? null : literal;
    }

    private static BoundStringLiteral? LiteralOf(BoundExpression value) => value switch
    {
        BoundStringLiteral s => s,
        BoundAddressOf a => LiteralOf(a.Operand),
        BoundCast { Kind: CastKind.ArrayToPointer or CastKind.PointerCast or CastKind.NoOp } c => LiteralOf(c.Operand),
        _ => null,
    };

    private static void CheckConversions(FormatAttribute attribute, ReadOnlySpan<byte> text, Func<int, SourceSpan> at, ImmutableArray<BoundExpression> data, DiagnosticBag diagnostics)
    {
        bool scanf = attribute.Kind == FormatKind.Scanf;
        FormatReader reader = new(text, scanf);
        bool[] used = new bool[data.Length];
        int next = 0;
        while (reader.Next() is { } conversion)
        {
            if (conversion.Conversion == '\0')
            {
                diagnostics.FormatIncomplete(at(conversion.Start));
                return;
            }
            bool known = IsKnown(conversion.Conversion, scanf);
            if (!known) diagnostics.FormatInvalidConversion(at(conversion.Letter), conversion.Conversion);
            else if (scanf) CheckScanf(conversion, at, diagnostics);
            else CheckPrintf(conversion, at, diagnostics);
            if (conversion.HasOpenSet) return;
            if (attribute.FirstArgument == 0) continue;
            int stars = (conversion.Width ? 1 : 0) + (conversion.Precision ? 1 : 0);
            for (int i = 0; i < stars && conversion.Argument == 0; i++, next++)
            {
                if (next >= data.Length)
                {
                    diagnostics.FormatTooFewStars(at(i == 0 && conversion.Width ? conversion.WidthEnd : conversion.PrecisionStart), i == 0 && conversion.Width);
                    return;
                }
                used[next] = true;
                if (Promoted(data[next].Type.Type.Underlying()) is not (BuiltinKind.Int or BuiltinKind.UInt)) diagnostics.FormatWidth(at(i == 0 && conversion.Width ? conversion.WidthEnd : conversion.PrecisionStart), i == 0 && conversion.Width, data[next].Type);
            }
            if (conversion.Suppressed || (!scanf && conversion.Conversion == 'm')) continue;
            int index = conversion.Argument > 0 ? conversion.Argument - 1 : next++;
            if (index >= data.Length)
            {
                if (conversion.Argument > 0) diagnostics.FormatPosition(at(conversion.Letter), conversion.Argument, data.Length);
                else diagnostics.FormatTooFewArguments(at(conversion.Letter));
                if (conversion.Argument == 0) return;
                continue;
            }
            used[index] = true;
            if (!known) continue;
            BoundExpression argument = data[index];
            string? expected = scanf ? ExpectedByScanf(conversion, argument.Type.Type) : ExpectedByPrintf(conversion, argument.Type.Type);
            if (expected is not null) diagnostics.FormatType(argument.Span, expected, argument.Type);
        }
        if (attribute.FirstArgument > 0 && Array.IndexOf(used, false) is >= 0 and var unused) diagnostics.FormatExtraArgument(data[unused].Span);
    }

    // Which flags and lengths go with which conversions (7.21.6.1p6, p7).
    private static void CheckPrintf(in FormatConversion c, Func<int, SourceSpan> at, DiagnosticBag diagnostics)
    {
        bool isInteger = c.Conversion is 'd' or 'i' or 'o' or 'u' or 'x' or 'X' or 'b' or 'B', isFloat = c.Conversion is 'a' or 'A' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G';
        foreach (char flag in c.Flags)
        {
            bool valid = flag switch
            {
                '0' => isInteger || isFloat,
                '+' or ' ' => c.Conversion is 'd' or 'i' || isFloat,
                '#' => c.Conversion is 'o' or 'x' or 'X' or 'b' or 'B' || isFloat,
                '-' => c.Conversion != 'n',
                _ => true,
            };
            if (!valid) diagnostics.FormatFlag(at(c.FlagsStart + c.Flags.IndexOf(flag, StringComparison.Ordinal)), flag, c.Conversion);
        }
        if (c.Flags.Contains('0', StringComparison.Ordinal) && c.Flags.Contains('-', StringComparison.Ordinal)) diagnostics.FormatFlagIgnored(at(c.FlagsStart + c.Flags.IndexOf('0', StringComparison.Ordinal)), '0', '-');
        if (c.Flags.Contains(' ', StringComparison.Ordinal) && c.Flags.Contains('+', StringComparison.Ordinal)) diagnostics.FormatFlagIgnored(at(c.FlagsStart + c.Flags.IndexOf(' ', StringComparison.Ordinal)), ' ', '+');
        if (c.HasPrecision && c.Conversion is 'c' or 'p' or 'n') diagnostics.FormatPrecision(at(c.PrecisionStart - 1), c.Conversion);
        bool validLength = c.Length switch
        {
            FormatLength.None => true,
            FormatLength.Long => isInteger || isFloat || c.Conversion is 'n' or 'c' or 's',
            FormatLength.LongDouble => isFloat || isInteger,
            _ => isInteger || c.Conversion == 'n',
        };
        if (!validLength) diagnostics.FormatLengthModifier(at(c.LengthStart), c.LengthText, c.Conversion);
    }

    private static void CheckScanf(in FormatConversion c, Func<int, SourceSpan> at, DiagnosticBag diagnostics)
    {
        if (c.HasOpenSet) diagnostics.FormatOpenSet(at(c.LengthStart));
        if (c.HasZeroWidth) diagnostics.FormatZeroWidth(at(c.WidthEnd));
    }

    private static bool IsKnown(char conversion, bool scanf) =>
        conversion is 'd' or 'i' or 'o' or 'u' or 'x' or 'X' or 'c' or 's' or 'p' or 'n' or 'f' or 'F' or 'e' or 'E' or 'g' or 'G' or 'a' or 'A' or 'C' or 'S' or 'b' or 'B' || (scanf ? conversion == '[' : conversion == 'm');

    /// <summary>The kind a value has after the default promotions; null for what is no arithmetic type.</summary>
    private static BuiltinKind? Promoted(CType type) => type.Underlying() is BuiltinType b
        ? b.Kind switch
        {
            >= BuiltinKind.Bool and <= BuiltinKind.UShort => BuiltinKind.Int,
            BuiltinKind.Float => BuiltinKind.Double,
            BuiltinKind k => k,
        }
        : null;

    /// <summary>The signed kind of an integer kind's rank.</summary>
    private static BuiltinKind? Signed(BuiltinKind? kind) => kind switch
    {
        BuiltinKind.Char or BuiltinKind.UChar => BuiltinKind.SChar,
        BuiltinKind.UShort => BuiltinKind.Short,
        BuiltinKind.UInt => BuiltinKind.Int,
        BuiltinKind.ULong => BuiltinKind.Long,
        BuiltinKind.ULongLong => BuiltinKind.LongLong,
        BuiltinKind.UInt128 => BuiltinKind.Int128,
        _ => kind,
    };

    private static BuiltinKind IntegerKind(FormatLength length) => length switch
    {
        FormatLength.Char => BuiltinKind.SChar,
        FormatLength.Short => BuiltinKind.Short,
        FormatLength.None => BuiltinKind.Int,
        FormatLength.LongLong or FormatLength.LongDouble => BuiltinKind.LongLong,
        _ => BuiltinKind.Long,
    };

    private static string IntegerName(BuiltinKind kind, char conversion)
    {
        bool signed = conversion is 'd' or 'i' or 'n';
        return kind switch
        {
            BuiltinKind.SChar => signed ? "signed char" : "unsigned char",
            BuiltinKind.Short => signed ? "short" : "unsigned short",
            BuiltinKind.Int => signed ? "int" : "unsigned int",
            BuiltinKind.Long => signed ? "long" : "unsigned long",
            _ => signed ? "long long" : "unsigned long long",
        };
    }

    /// <summary>The type a conversion wants when the argument's is another; null when it fits.</summary>
    private static string? ExpectedByPrintf(in FormatConversion conversion, CType type)
    {
        if (type.IsError()) return null;
        bool wide = conversion.Length == FormatLength.Long;
        switch (conversion.Conversion)
        {
            case 'd' or 'i' or 'o' or 'u' or 'x' or 'X' or 'b' or 'B':
                BuiltinKind kind = IntegerKind(conversion.Length);
                BuiltinKind passed = kind is BuiltinKind.SChar or BuiltinKind.Short ? BuiltinKind.Int : kind;
                return Signed(Promoted(type)) == passed ? null : IntegerName(kind, conversion.Conversion);
            case 'c' when !wide:
                return Signed(Promoted(type)) == BuiltinKind.Int ? null : "int";
            case 'c' or 'C':
                return Signed(Promoted(type)) == BuiltinKind.Int ? null : "wint_t";
            case 's' when !wide:
                return type is PointerType { Pointee.Type: var p } && p.IsCharacter() ? null : "char *";
            case 's' or 'S':
                return type is PointerType { Pointee.Type: BuiltinType { Kind: BuiltinKind.Int or BuiltinKind.UInt } } ? null : "wchar_t *";
            case 'p':
                return type is PointerType or BuiltinType { Kind: BuiltinKind.NullPointer } ? null : "void *";
            case 'n':
                BuiltinKind counted = IntegerKind(conversion.Length);
                return type is PointerType { Pointee.Type: var target } && Signed((target.Underlying() as BuiltinType)?.Kind) == counted ? null : IntegerName(counted, 'n') + " *";
            default:
                bool isLong = conversion.Length == FormatLength.LongDouble;
                return Promoted(type) == (isLong ? BuiltinKind.LongDouble : BuiltinKind.Double) ? null : isLong ? "long double" : "double";
        }
    }

    private static string? ExpectedByScanf(in FormatConversion conversion, CType type)
    {
        if (type.IsError()) return null;
        CType? pointee = (type as PointerType)?.Pointee.Type;
        BuiltinKind? kind = (pointee?.Underlying() as BuiltinType)?.Kind;
        switch (conversion.Conversion)
        {
            case 'd' or 'i' or 'o' or 'u' or 'x' or 'X' or 'n' or 'b' or 'B':
                BuiltinKind wanted = IntegerKind(conversion.Length);
                return Signed(kind) == wanted ? null : IntegerName(wanted, conversion.Conversion) + " *";
            case 'c' or 's' or '[' or 'C' or 'S':
                bool wide = conversion.Length == FormatLength.Long || conversion.Conversion is 'C' or 'S';
                if (conversion.Allocates) pointee = (pointee as PointerType)?.Pointee.Type;
                bool fits = pointee is not null && (wide ? pointee is BuiltinType { Kind: BuiltinKind.Int or BuiltinKind.UInt } : pointee.IsCharacter());
                return fits ? null : (wide ? "wchar_t *" : "char *") + (conversion.Allocates ? "*" : "");
            case 'p':
                return pointee is PointerType ? null : "void **";
            default:
                BuiltinKind real = conversion.Length switch
                {
                    FormatLength.Long => BuiltinKind.Double,
                    FormatLength.LongDouble => BuiltinKind.LongDouble,
                    _ => BuiltinKind.Float,
                };
                return kind == real ? null : real switch
                {
                    BuiltinKind.Double => "double *",
                    BuiltinKind.LongDouble => "long double *",
                    _ => "float *",
                };
        }
    }
}
