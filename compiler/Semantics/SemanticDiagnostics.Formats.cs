// What can be said about format strings (PCC214n).
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    /// <summary>The argument does not fit its conversion.</summary>
    public void FormatType(SourceSpan span, string expected, QualType actual) => Warning("PCC2140", "format", span, $"format specifies type '{expected}' but the argument has type '{actual}'");

    /// <summary>Fewer arguments than conversions.</summary>
    public void FormatTooFewArguments(SourceSpan span) => Warning("PCC2141", "format-insufficient-args", span, "more '%' conversions than data arguments");

    /// <summary>More arguments than conversions.</summary>
    public void FormatExtraArgument(SourceSpan span) => Warning("PCC2142", "format-extra-args", span, "data argument not used by format string");

    /// <summary>The string ends within a conversion.</summary>
    public void FormatIncomplete(SourceSpan span) => Warning("PCC2143", "format", span, "incomplete format specifier");

    /// <summary>No such conversion.</summary>
    public void FormatInvalidConversion(SourceSpan span, string text) => Warning("PCC2144", "format-invalid-specifier", span, $"invalid conversion specifier in '{text}'");

    /// <summary>A star's argument.</summary>
    public void FormatWidth(SourceSpan span, bool isWidth, QualType actual) =>
        Warning("PCC2145", "format", span, $"field {(isWidth ? "width" : "precision")} should have type 'int', but argument has type '{actual}'");

    /// <summary>Nothing to print.</summary>
    public void FormatEmpty(SourceSpan span) => Warning("PCC2146", "format-zero-length", span, "format string is empty");

    /// <summary>A format from a variable without arguments.</summary>
    public void FormatNotLiteral(SourceSpan span) => Warning("PCC2147", "format-security", span, "format string is not a string literal (potentially insecure)");
}
