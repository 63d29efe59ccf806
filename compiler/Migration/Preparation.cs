// Tidies an optimised module for the migration passes: drops hints that only the optimiser read, and what it fixed for one target.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class Preparation
{
    private const uint CCallingConvention = 0;

    private static readonly string[] hints = ["llvm.assume", "llvm.experimental.noalias.scope.decl", "llvm.sideeffect", "llvm.donothing"];
    private static readonly string[] targetAttributes = ["target-cpu", "target-features", "tune-cpu"];

    public static void Run(LLVMModuleRef module)
    {
        var ids = hints.Select(LLVMModuleRef.LookupIntrinsicID).ToHashSet();
        foreach (var function in module.Functions.ToArray())
        {
            foreach (var attribute in targetAttributes)
                function.RemoveStringAttributeAtIndex(LLVMAttributeIndex.LLVMAttributeFunctionIndex, attribute);
            // The optimiser gives internal functions a convention of their own; a resume call knows but one.
            function.FunctionCallConv = CCallingConvention;
            foreach (var instruction in function.BasicBlocks.SelectMany(b => b.Instructions).ToArray())
            {
                if (instruction.InstructionOpcode != LLVMOpcode.LLVMCall)
                    continue;
                instruction.InstructionCallConv = CCallingConvention;
                // An assumption keeps what it assumes alive.
                if (instruction.CalledValue.IsAFunction.Handle != 0 && instruction.CalledValue.IntrinsicID is not 0 and var id && ids.Contains(id))
                    instruction.InstructionEraseFromParent();
            }
        }
    }
}
