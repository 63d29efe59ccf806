// Runs LLVM's own passes over a module.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class Passes
{
    /// <summary>Optimises a module of the neutral machine as clang would at this level.</summary>
    public static void Optimize(LLVMModuleRef module, OptimizationLevel level)
    {
        using var machine = Target.Neutral.CreateMachine(LLVMCodeGenOptLevel.LLVMCodeGenLevelDefault);
        Target.Neutral.Apply(module, machine);
        using var options = LLVMPassBuilderOptionsRef.Create();
        var vectorize = level is OptimizationLevel.O2 or OptimizationLevel.O3 or OptimizationLevel.Os;
        options.SetLoopVectorization(vectorize);
        options.SetSLPVectorization(vectorize);
        options.SetLoopInterleaving(vectorize);
        options.SetLoopUnrolling(level != OptimizationLevel.O0);
        Run(module, Pipeline(level), machine, options);
    }

    public static void Run(LLVMModuleRef module, string pipeline)
    {
        using var options = LLVMPassBuilderOptionsRef.Create();
        Run(module, pipeline, default, options);
    }

    private static void Run(LLVMModuleRef module, string pipeline, LLVMTargetMachineRef machine, LLVMPassBuilderOptionsRef options)
    {
        if (!module.TryRunPasses(pipeline, machine, options, out var message))
            throw new InvalidOperationException($"LLVM does not take the pipeline {pipeline}: {message}");
    }

    private static string Pipeline(OptimizationLevel level) => level switch
    {
        OptimizationLevel.O0 => "default<O0>",
        OptimizationLevel.O1 => "default<O1>",
        OptimizationLevel.O2 => "default<O2>",
        OptimizationLevel.O3 => "default<O3>",
        OptimizationLevel.Os => "default<Os>",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
