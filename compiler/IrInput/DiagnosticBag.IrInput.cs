// Messages about LLVM IR as input (PCC2560 to PCC2569). Those of LLVM's parser have a place in the text; the others name the function and the instruction.
namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    /// <summary>The text or bitcode cannot be read, in LLVM's words.</summary>
    internal void IrNotRead(SourceSpan span, string message) => Error("PCC2560", span, message);

    /// <summary>It can be read, but breaks LLVM's rules.</summary>
    internal void IrIllFormed(string path, string message) => Error("PCC2561", default, $"{path}: not valid LLVM IR: {message}");

    /// <summary>Something that is not the same on every instruction set, or that has no neutral form.</summary>
    internal void IrNotNeutral(string path, string where, string what) => Error("PCC2562", default, $"{path}: {where}: {what}");

    /// <summary>The end of a long list.</summary>
    internal void IrMoreNotNeutral(string path, int more) => Error("PCC2563", default, $"{path}: {more} more like these");
}
