// Conditions that the optimiser has put together: `a && b` as `and i1 a, b` or `select i1 a, b, false`, `a || b` as `or i1 a, b` or `select i1 a, true, b`.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class Conditions
{
    /// <summary>The two parts of a conjunction (or else disjunction), or none. In the forms with select the second is not to be looked at before the first.</summary>
    public static (LLVMValueRef First, LLVMValueRef Second)? Split(LLVMValueRef condition, bool conjunction)
    {
        if (condition.IsAInstruction.Handle == 0 || condition.TypeOf.Kind != LLVMTypeKind.LLVMIntegerTypeKind)
            return null;
        if (condition.InstructionOpcode == (conjunction ? LLVMOpcode.LLVMAnd : LLVMOpcode.LLVMOr))
            return (condition.GetOperand(0), condition.GetOperand(1));
        if (condition.InstructionOpcode != LLVMOpcode.LLVMSelect)
            return null;
        var (test, whenTrue, whenFalse) = (condition.GetOperand(0), condition.GetOperand(1), condition.GetOperand(2));
        if (conjunction)
            return IsConstant(whenFalse, 0) ? (test, whenTrue) : null;
        return IsConstant(whenTrue, 1) ? (test, whenFalse) : null;
    }

    /// <summary>All parts of a condition that is a conjunction (or else disjunction) of others; else itself.</summary>
    public static IEnumerable<LLVMValueRef> Parts(LLVMValueRef condition, bool conjunction) =>
        Split(condition, conjunction) is { } two ? Parts(two.First, conjunction).Concat(Parts(two.Second, conjunction)) : [condition];

    private static bool IsConstant(LLVMValueRef value, ulong constant) => value.IsAConstantInt.Handle != 0 && value.ConstIntZExt == constant;
}
