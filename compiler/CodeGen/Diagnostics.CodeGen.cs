// Messages of code generation (PCC2500 to PCC2549): what only shows once everything about a unit is known.
namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    /// <summary>6.7.9p4: an initialiser of static storage that is not constant.</summary>
    public void InitialValueNotConstant(SourceSpan span, string name) => Error("PCC2501", span, $"the initial value of '{name}' is not a constant");

    /// <summary>GNU <c>alias</c>.</summary>
    public void AliasTargetNotDefined(SourceSpan span, string name, string target) =>
        Error("PCC2502", span, $"'{name}' is an alias of '{target}', which is not defined in this file");

    /// <summary>An operand of an empty <c>asm</c> of a kind that no register holds.</summary>
    public void AsmOperandNotSupported(SourceSpan span) => Error("PCC2503", span, "an operand of this type is not supported in an empty asm");

    /// <summary>Atomic access to an object of a size that no instruction handles.</summary>
    public void AtomicSizeNotSupported(SourceSpan span, string type) => Error("PCC2504", span, $"an atomic operation on '{type}' is not supported");
}
