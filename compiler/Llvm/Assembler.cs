// Assembles a .s file. The C API has no assembler, but a module whose module-level inline assembly is the file's text is one:
// emitting it as an object gives exactly what the assembler would.
namespace PopcornCC.Llvm;

public static class Assembler
{
    /// <summary>Assembles preprocessed text for one target; on failure the object is empty and the diagnostics say why.</summary>
    public static (byte[] Object, IReadOnlyList<LlvmDiagnostic> Diagnostics) Assemble(string text, string name, string triple, string cpu, string features)
    {
        LLVMTargetRef.InitializeAll();
        using var context = LLVMContextRef.Create();
        using var module = context.CreateModuleWithName(name);
        using var machine = LLVMTargetRef.GetTargetFromTriple(triple).CreateTargetMachine(
            triple, cpu, features, LLVMCodeGenOptLevel.LLVMCodeGenLevelDefault, LLVMRelocMode.LLVMRelocStatic, LLVMCodeModel.LLVMCodeModelSmall);
        using var layout = machine.CreateTargetDataLayout();
        module.Target = triple;
        module.DataLayout = layout.StringRepresentation;
        module.InlineAsm = text;
        if (!machine.TryEmitToMemoryBuffer(module, LLVMCodeGenFileType.LLVMObjectFile, out var buffer, out var message))
            return ([], [.. context.TakeDiagnostics(), new(LLVMDiagnosticSeverity.LLVMDSError, message)]);
        using (buffer)
        {
            var diagnostics = context.TakeDiagnostics();
            return (diagnostics.Any(d => d.Severity == LLVMDiagnosticSeverity.LLVMDSError) ? [] : buffer.ToArray(), diagnostics);
        }
    }
}
