// Runs LLVM's code generators. The module goes to each as bitcode, in a context of its own, so that the two may run at the same time.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

/// <summary>What one code generator made of a module. <paramref name="OutOfRegisters"/>: some function has more values at a site than can be kept.</summary>
internal sealed record Emission(byte[] Output, bool OutOfRegisters, IReadOnlyList<LlvmDiagnostic> Diagnostics)
{
    public bool Failed => Output.Length == 0;
}

internal static class CodeGenerator
{
    private const string OutOfRegisters = "ran out of registers";

    // LLVM takes these only on its command line, once a process:
    // deopt values stay in registers instead of being spilled before every site; no pushes of arguments between frame set-up and call;
    // no merging of globals into one symbol on AArch64.
    private static readonly Lazy<bool> settings = new(() =>
    {
        LLVMTargetRef.InitializeAll();
        LLVMCommandLine.Parse("-use-registers-for-deopt-values", "-no-x86-call-frame-opt", "-aarch64-enable-global-merge=false");
        return true;
    });

    /// <summary>Generates code for one target. With <paramref name="only"/>, just for the functions with those names.</summary>
    public static Emission Emit(byte[] bitcode, Target target, CodeGenOptions options, IReadOnlySet<string>? only = null)
    {
        _ = settings.Value;
        using var context = LLVMContextRef.Create();
        using var buffer = LLVMMemoryBufferRef.Create(bitcode, "module");
        if (!context.TryParseBitcode(buffer, out var module))
            throw new InvalidOperationException("LLVM does not read its own bitcode");
        using (module)
        {
            using var machine = target.CreateMachine(Level(options.Level));
            target.Apply(module, machine);
            if (only != null)
                RemoveBodies(module, only);
            var kind = options.Output == OutputKind.Assembly ? LLVMCodeGenFileType.LLVMAssemblyFile : LLVMCodeGenFileType.LLVMObjectFile;
            if (!machine.TryEmitToMemoryBuffer(module, kind, out var emitted, out var message))
                return new([], false, [.. context.TakeDiagnostics(), new(LLVMDiagnosticSeverity.LLVMDSError, message)]);
            using (emitted)
            {
                var diagnostics = context.TakeDiagnostics();
                var errors = diagnostics.Where(d => d.Severity == LLVMDiagnosticSeverity.LLVMDSError).ToArray();
                var ranOut = errors.Any(d => d.Message.Contains(OutOfRegisters, StringComparison.Ordinal));
                return new(errors.Length > 0 ? [] : emitted.ToArray(), ranOut, diagnostics);
            }
        }
    }

    // At -O0 too the greedy register allocator runs: the fast one does not keep a site's values in place.
    private static LLVMCodeGenOptLevel Level(OptimizationLevel level) => level switch
    {
        OptimizationLevel.O0 or OptimizationLevel.O1 => LLVMCodeGenOptLevel.LLVMCodeGenLevelLess,
        OptimizationLevel.O2 or OptimizationLevel.Os => LLVMCodeGenOptLevel.LLVMCodeGenLevelDefault,
        OptimizationLevel.O3 => LLVMCodeGenOptLevel.LLVMCodeGenLevelAggressive,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // The C API cannot delete a body, but an emptied function is a declaration.
    private static void RemoveBodies(LLVMModuleRef module, IReadOnlySet<string> keep)
    {
        foreach (var function in module.Functions.Where(f => !f.IsDeclaration && !keep.Contains(f.Name)).ToArray())
        {
            foreach (var instruction in function.BasicBlocks.SelectMany(b => b.Instructions).ToArray())
                if (instruction.TypeOf.Kind is not LLVMTypeKind.LLVMVoidTypeKind and not LLVMTypeKind.LLVMTokenTypeKind && instruction.HasUses)
                    instruction.ReplaceAllUsesWith(instruction.TypeOf.Poison);
            foreach (var block in function.BasicBlocks)
                foreach (var instruction in block.Instructions.Reverse().ToArray())
                    instruction.InstructionEraseFromParent();
            foreach (var block in function.BasicBlocks)
                block.Delete();
            function.Linkage = LLVMLinkage.LLVMExternalLinkage;
        }
    }
}
