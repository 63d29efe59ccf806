// What can be said about format strings (PCC214n).
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    /// <summary>The argument does not fit its conversion.</summary>
    public void FormatType(SourceSpan span, string expected, QualType actual) => Warning("PCC2140", "format", span, $"format specifies type '{expected}' but the argument has type {Q(actual)}");

    /// <summary>Fewer arguments than conversions.</summary>
    public void FormatTooFewArguments(SourceSpan span) => Warning("PCC2141", "format-insufficient-args", span, "more '%' conversions than data arguments");

    /// <summary>More arguments than conversions.</summary>
    public void FormatExtraArgument(SourceSpan span) => Warning("PCC2142", "format-extra-args", span, "data argument not used by format string");

    /// <summary>The string ends within a conversion.</summary>
    public void FormatIncomplete(SourceSpan span) => Warning("PCC2143", "format", span, "incomplete format specifier");

    /// <summary>No such conversion.</summary>
    public void FormatInvalidConversion(SourceSpan span, char conversion) =>
        Warning("PCC2144", "format-invalid-specifier", span, $"invalid conversion specifier '{(char.IsControl(conversion) ? $"\\x{(int)conversion:x2}" : conversion)}'");

    internal void FormatContainsNul(SourceSpan span) => Warning("PCC2150", "format", span, "format string contains '\\0' within the string body");

    internal void FormatNonLiteral(SourceSpan span) => Warning("PCC2151", "format-nonliteral", span, "format string is not a string literal");

    internal void FormatPosition(SourceSpan span, int position, int count) => Warning("PCC2152", "format", span, $"data argument position '{position}' exceeds the number of data arguments ({count})");

    internal void FormatTooFewStars(SourceSpan span, bool isWidth) => Warning("PCC2153", "format", span, $"'{(isWidth ? "*" : ".*")}' specified field {(isWidth ? "width" : "precision")} is missing a matching 'int' argument");

    internal void FormatFlag(SourceSpan span, char flag, char conversion) => Warning("PCC2154", "format", span, $"flag '{flag}' results in undefined behavior with '{conversion}' conversion specifier");

    internal void FormatFlagIgnored(SourceSpan span, char flag, char by) => Warning("PCC2155", "format", span, $"flag '{flag}' is ignored when flag '{by}' is present");

    internal void FormatPrecision(SourceSpan span, char conversion) => Warning("PCC2156", "format", span, $"precision used with '{conversion}' conversion specifier, resulting in undefined behavior");

    internal void FormatLengthModifier(SourceSpan span, string length, char conversion) =>
        Warning("PCC2157", "format", span, $"length modifier '{length}' results in undefined behavior or no effect with '{conversion}' conversion specifier");

    internal void FormatOpenSet(SourceSpan span) => Warning("PCC2158", "format", span, "no closing ']' for '%[' in scanf format string");

    internal void FormatZeroWidth(SourceSpan span) => Warning("PCC2159", "format", span, "zero field width in scanf format string is unused");

    /// <summary>A star's argument.</summary>
    public void FormatWidth(SourceSpan span, bool isWidth, QualType actual) =>
        Warning("PCC2145", "format", span, $"field {(isWidth ? "width" : "precision")} should have type 'int', but argument has type {Q(actual)}");

    /// <summary>Nothing to print.</summary>
    public void FormatEmpty(SourceSpan span) => Warning("PCC2146", "format-zero-length", span, "format string is empty");

    /// <summary>A format from a variable without arguments.</summary>
    public void FormatNotLiteral(SourceSpan span) => Warning("PCC2147", "format-security", span, "format string is not a string literal (potentially insecure)");
}
