// Drops from a record what can be computed from the rest of it: address arithmetic, casts, comparisons (design, section 4). What is not
// recorded need not exist at the site, so that the code generator stays free to fold it into the code that uses it. Only operands that
// are live at the site anyway, constants, and a few instructions between count: nothing is kept alive for the sake of dropping another.
// In SSA form a value that is live was computed from the operands' present values, loops included, so that computing it again is right.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class Recomputation(Liveness liveness, LLVMValueRef alwaysAvailable)
{
    /// <summary>How many instructions, themselves not live, one dropped value may need.</summary>
    private const int MaxBetween = 3;

    /// <summary>The live values that must be recorded; the others follow from them.</summary>
    public int[] Kept(int[] live)
    {
        var set = live.ToHashSet();
        return [.. live.Where(v => !IsDroppable(liveness.Values[v], set))];
    }

    private bool IsDroppable(LLVMValueRef value, HashSet<int> live)
    {
        var budget = MaxBetween;
        return value == alwaysAvailable || (IsCheap(value) && OperandsAvailable(value, live, ref budget));
    }

    private bool OperandsAvailable(LLVMValueRef value, HashSet<int> live, ref int budget)
    {
        for (uint i = 0, n = (uint)value.OperandCount; i < n; i++)
        {
            var operand = value.GetOperand(i);
            var index = liveness.IndexOf(operand);
            if (index < 0 ? operand.IsConstant : live.Contains(index) || operand == alwaysAvailable)
                continue;
            if (index < 0 || !IsCheap(operand) || --budget < 0 || !OperandsAvailable(operand, live, ref budget))
                return false;
        }
        return true;
    }

    // No memory, no trap, no choice (freeze), and bit for bit the same on every instruction set.
    public static bool IsCheap(LLVMValueRef value) => value.IsAInstruction.Handle != 0 && value.InstructionOpcode is
        LLVMOpcode.LLVMGetElementPtr or LLVMOpcode.LLVMAdd or LLVMOpcode.LLVMSub or LLVMOpcode.LLVMMul or LLVMOpcode.LLVMAnd
        or LLVMOpcode.LLVMOr or LLVMOpcode.LLVMXor or LLVMOpcode.LLVMShl or LLVMOpcode.LLVMLShr or LLVMOpcode.LLVMAShr
        or LLVMOpcode.LLVMICmp or LLVMOpcode.LLVMSelect or LLVMOpcode.LLVMTrunc or LLVMOpcode.LLVMZExt or LLVMOpcode.LLVMSExt
        or LLVMOpcode.LLVMPtrToInt or LLVMOpcode.LLVMIntToPtr or LLVMOpcode.LLVMBitCast or LLVMOpcode.LLVMSIToFP or LLVMOpcode.LLVMUIToFP
        or LLVMOpcode.LLVMFPExt or LLVMOpcode.LLVMInsertElement or LLVMOpcode.LLVMShuffleVector or LLVMOpcode.LLVMExtractElement;
}
