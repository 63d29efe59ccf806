// What can be said about attributes (PCC213n).
namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    /// <summary>Nobody knows it.</summary>
    public void UnknownAttribute(SourceSpan span, string name) => Warning("PCC2130", "unknown-attributes", span, $"unknown attribute '{name}' ignored");

    /// <summary>It is about one instruction set.</summary>
    public void MachineAttribute(SourceSpan span, string name) =>
        Warning("PCC2131", "ignored-attributes", span, $"attribute '{name}' ignored: the program is compiled for a machine without it");

    /// <summary>Ignoring it would change what the program does.</summary>
    public void UnsupportedAttribute(SourceSpan span, string name) => Error("PCC2132", span, $"attribute '{name}' is not supported");

    /// <summary>Wrong arguments.</summary>
    public void AttributeArguments(SourceSpan span, string name, string wanted) => Error("PCC2133", span, $"attribute '{name}' requires {wanted}");
}
