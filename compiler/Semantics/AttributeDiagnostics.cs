// What can be said about attributes (PCC213n). Wording is clang's.
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    /// <summary>Nobody knows it.</summary>
    public void UnknownAttribute(SourceSpan span, string name, string? suggestion = null) =>
        Warning("PCC2130", "unknown-attributes", span, $"unknown attribute '{name}' ignored" + (suggestion is null ? "" : $"; did you mean '{suggestion}'?"));

    /// <summary>It is about one instruction set.</summary>
    public void MachineAttribute(SourceSpan span, string name) =>
        Warning("PCC2131", "ignored-attributes", span, $"attribute '{name}' ignored: the program is compiled for a machine without it");

    /// <summary>Ignoring it would change what the program does.</summary>
    public void UnsupportedAttribute(SourceSpan span, string name) => Error("PCC2132", span, $"attribute '{name}' is not supported");

    /// <summary>A wrong argument.</summary>
    public void AttributeArguments(SourceSpan span, string name, string wanted) => Error("PCC2133", span, $"'{name}' attribute requires {wanted}");

    /// <summary>Too few or too many arguments.</summary>
    public void AttributeArgumentCount(SourceSpan span, string name, int least, int most, bool tooFew) => Error("PCC2133", span, (least, most) switch
    {
        (_, 0) => $"'{name}' attribute takes no arguments",
        (1, 1) => $"'{name}' attribute takes one argument",
        _ when least == most => $"'{name}' attribute requires exactly {least} arguments",
        _ => tooFew ? $"'{name}' attribute takes at least {least} argument{(least == 1 ? "" : "s")}" : $"'{name}' attribute takes no more than {most} argument{(most == 1 ? "" : "s")}",
    });

    /// <summary>A string is wanted.</summary>
    public void AttributeNeedsString(SourceSpan span, string name) => Error("PCC2133", span, $"expected string literal as argument of '{name}' attribute");

    /// <summary>A word that means nothing there.</summary>
    public void AttributeArgumentUnknown(SourceSpan span, string name, string argument) => Warning("PCC2134", "ignored-attributes", span, $"'{name}' attribute argument not supported: {argument}");

    /// <summary>It cannot be applied to this.</summary>
    public void AttributeSubjects(SourceSpan span, string name, string subjects, bool isError)
    {
        string message = $"'{name}' attribute only applies to {subjects}";
        if (isError) Error("PCC2135", span, message);
        else Warning("PCC2135", "ignored-attributes", span, message);
    }

    /// <summary>It has no effect here, for a reason of its own.</summary>
    public void AttributeIgnored(SourceSpan span, string message) => Warning("PCC2136", "ignored-attributes", span, message);

    /// <summary>A parameter number that does not exist.</summary>
    public void AttributeParameter(SourceSpan span, string name, int argument) => Error("PCC2137", span, $"'{name}' attribute parameter {argument} is out of bounds");

    /// <summary>A format string that is no string.</summary>
    public void FormatNotString(SourceSpan span) => Error("PCC2137", span, "format argument not a string type");

    /// <summary>A function with format and without "...".</summary>
    public void FormatNotVariadic(SourceSpan span) => Warning("PCC2138", "gcc-compat", span, "GCC requires a function with the 'format' attribute to be variadic");

    /// <summary>weak and static.</summary>
    public void WeakInternal(SourceSpan span) => Error("PCC2139", span, "weak declaration cannot have internal linkage");

    internal void AlignasMisplaced(SourceSpan span, string what) => Error("PCC2129", span, $"'_Alignas' attribute cannot be applied to {what}");

    internal void AlignasSubject(SourceSpan span) => Error("PCC2129", span, "'_Alignas' attribute only applies to variables and fields");

    internal void AlignasWeaker(SourceSpan span, int least, QualType type) => Error("PCC2129", span, $"requested alignment is less than minimum alignment of {least} for type {Q(type)}");

    internal void CleanupParameters(SourceSpan span, string function) => Error("PCC2243", span, $"'cleanup' function '{function}' must take 1 parameter");

    internal void CleanupType(SourceSpan span, string function, QualType parameter, QualType wanted) =>
        Error("PCC2243", span, $"'cleanup' function '{function}' parameter has type {Q(parameter)} which is incompatible with type {Q(wanted)}");

    internal void CleanupNotFunction(SourceSpan span, string? name) => Error("PCC2243", span, $"'cleanup' argument{Named(name)} is not a function");
}
