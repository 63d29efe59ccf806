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
            var useless = new List<LLVMValueRef>();
            foreach (var instruction in function.BasicBlocks.SelectMany(b => b.Instructions))
            {
                if (instruction.InstructionOpcode != LLVMOpcode.LLVMCall)
                    continue;
                instruction.InstructionCallConv = CCallingConvention;
                // An assumption keeps what it assumes alive.
                if (instruction.CalledValue.IsAFunction.Handle != 0 && instruction.CalledValue.IntrinsicID is not 0 and var id && ids.Contains(id))
                    useless.Add(instruction);
            }
            var erased = new HashSet<nint>();
            foreach (var instruction in useless)
                Erase(instruction, erased);
        }
    }

    // With what was computed for it alone.
    private static void Erase(LLVMValueRef instruction, HashSet<nint> erased)
    {
        var operands = Enumerable.Range(0, instruction.OperandCount).Select(i => instruction.GetOperand((uint)i)).ToArray();
        erased.Add(instruction.Handle);
        instruction.InstructionEraseFromParent();
        foreach (var operand in operands)
            if (!erased.Contains(operand.Handle) && Recomputation.IsCheap(operand) && !operand.HasUses)
                Erase(operand, erased);
    }
}
