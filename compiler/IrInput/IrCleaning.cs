// Drops from another front end's module what names one machine without changing what the program means: CPUs and features to tune for, frame pointers and other
// demands on native frames, models of thread-local storage, groups of sections, permission to contract floating-point operations (docs/neutral-abi.md, "Data").
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.IrInput;

internal static class IrCleaning
{
    private const uint CConvention = 0;
    private const LLVMAttributeIndex OnFunction = LLVMAttributeIndex.LLVMAttributeFunctionIndex;

    /// <summary>What the passes hold true of every function, or would be misled by.</summary>
    private static readonly string[] s_dropped = ["optnone", "ssp", "sspreq", "sspstrong", "nocf_check", "noredzone", "safestack", "shadowcallstack"];

    public static void Run(LLVMModuleRef module)
    {
        foreach (LLVMValueRef global in module.Globals)
        {
            // The program is linked statically.
            if (global.IsThreadLocal) global.ThreadLocalMode = LLVMThreadLocalMode.LLVMLocalExecTLSModel;
            if (global.Alignment == 0 && global.Name is not ("llvm.global_ctors" or "llvm.global_dtors")) global.Alignment = module.TargetData.ABIAlignmentOfType(global.GlobalValueType);
            Ungroup(global);
        }
        foreach (LLVMValueRef function in module.Functions.ToArray())
        {
            Ungroup(function);
            if (function.IntrinsicID != 0) continue;
            function.FunctionCallConv = CConvention;
            foreach (LLVMAttributeRef attribute in function.GetAttributesAtIndex(OnFunction))
            {
                if (attribute.IsStringAttribute && !IsNeutral(attribute.StringKind)) function.RemoveStringAttributeAtIndex(OnFunction, attribute.StringKind);
            }
            foreach (string name in s_dropped) function.RemoveEnumAttributeAtIndex(OnFunction, name);
            foreach (LLVMValueRef instruction in function.BasicBlocks.SelectMany(b => b.Instructions).ToArray()) Clean(instruction);
        }
    }

    private static bool IsNeutral(string attribute) =>
        attribute.StartsWith("no-builtin", StringComparison.Ordinal) || attribute is "popcorn-leaf" or "no-jump-tables" or "no-nans-fp-math" or "no-infs-fp-math" or "no-signed-zeros-fp-math";

    private static void Ungroup(LLVMValueRef global)
    {
        if (LLVM.GetComdat(global) != 0) LLVM.SetComdat(global, 0);
    }

    private static void Clean(LLVMValueRef instruction)
    {
        LLVMOpcode opcode = instruction.InstructionOpcode;
        bool contracts = opcode is LLVMOpcode.LLVMFMul or LLVMOpcode.LLVMFAdd or LLVMOpcode.LLVMFSub && instruction.FastMathFlags.HasFlag(LLVMFastMathFlags.LLVMFastMathAllowContract);
        if (opcode == LLVMOpcode.LLVMCall) instruction.InstructionCallConv = CConvention;
        bool isBoth = opcode == LLVMOpcode.LLVMCall && instruction.CalledValue.Name.StartsWith("llvm.fmuladd.", StringComparison.Ordinal);
        if (!contracts && !isBoth) return;
        // It may be one operation or two; only two are the same everywhere. LLVM's C API adds flags but takes none away, so the operation is made anew.
        using LLVMBuilderRef builder = LLVMBuilderRef.Create(instruction.TypeOf.Context);
        builder.PositionBefore(instruction);
        LLVMValueRef a = instruction.GetOperand(0), b = instruction.GetOperand(1);
        LLVMValueRef result = WithFlags(opcode switch
        {
            LLVMOpcode.LLVMFAdd => builder.BuildFAdd(a, b),
            LLVMOpcode.LLVMFSub => builder.BuildFSub(a, b),
            _ => builder.BuildFMul(a, b),
        });
        if (isBoth) result = WithFlags(builder.BuildFAdd(result, instruction.GetOperand(2)));
        instruction.ReplaceAllUsesWith(result);
        instruction.InstructionEraseFromParent();

        LLVMValueRef WithFlags(LLVMValueRef made)
        {
            if (made.IsAInstruction.Handle != 0) made.FastMathFlags = instruction.FastMathFlags & ~LLVMFastMathFlags.LLVMFastMathAllowContract;
            return made;
        }
    }
}
