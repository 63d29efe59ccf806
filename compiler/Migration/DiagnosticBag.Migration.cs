// Messages of the migration passes and the code generators (PCC25nn). They concern whole functions, so they carry no place in the source.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Text;

public sealed partial class DiagnosticBag
{
    /// <summary>Whatever LLVM itself reports.</summary>
    internal void Llvm(LlvmDiagnostic diagnostic)
    {
        var message = "LLVM: " + diagnostic.Message;
        switch (diagnostic.Severity)
        {
            case LLVMDiagnosticSeverity.LLVMDSError:
                Error("PCC2550", default, message);
                break;
            case LLVMDiagnosticSeverity.LLVMDSWarning:
                Warning("PCC2551", "llvm", default, message);
                break;
            default:
                break;
        }
    }

    internal void RecordKeptInMemory(string function) =>
        Add(new(Severity.Note, "PCC2552", $"the values of '{function}' do not fit in registers at its migration points: they are kept in memory there", default));
}
