// A call in tail position has no frame to save: it is a true tail call (`musttail`, which the code generators must honour), or a site, never
// in between (design, section 3), because a code generator that may or may not leave a frame would leave sites without one. It is a true
// one when caller and callee have the same type, the optimiser has seen that no stack object of the caller is still in use (`tail`), and
// the function does not return twice. The resume copy has another type, so there the call is a site, which the function's own code lacks.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class TailCalls
{
    /// <summary>Marks a function's true tail calls and returns them.</summary>
    public static IReadOnlyList<LLVMValueRef> Make(LLVMValueRef function, CallGraph graph)
    {
        var made = new List<LLVMValueRef>();
        var instructions = function.BasicBlocks.Select(b => b.Terminator).Where(t => t.InstructionOpcode == LLVMOpcode.LLVMRet).ToArray();
        if (instructions.Length == 0 || CallsSetjmp(function))
            return made;
        foreach (var ret in instructions)
        {
            var call = ret.PreviousInstruction;
            if (call.Handle == 0 || call.InstructionOpcode != LLVMOpcode.LLVMCall || !graph.IsSite(call) || !call.IsTailCall
                || call.CalledFunctionType != function.GlobalValueType)
                continue;
            var returned = ret.OperandCount == 0 ? default : ret.GetOperand(0);
            if (returned.Handle != 0 ? returned != call : call.TypeOf.Kind != LLVMTypeKind.LLVMVoidTypeKind)
                continue;
            call.TailCallKind = LLVMTailCallKind.LLVMTailCallKindMustTail;
            made.Add(call);
        }
        return made;
    }

    private static bool CallsSetjmp(LLVMValueRef function) =>
        function.BasicBlocks.SelectMany(b => b.Instructions).Any(i => i.InstructionOpcode == LLVMOpcode.LLVMCall
            && (i.HasCallSiteEnumAttribute("returns_twice")
                || (i.CalledValue.IsAFunction.Handle != 0 && i.CalledValue.HasEnumAttribute("returns_twice"))));
}
