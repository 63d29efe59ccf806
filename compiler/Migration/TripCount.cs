// The number of times a loop runs, when it is a small constant that can be read off: one latch, and an exit that compares a counter, which
// starts at a constant and grows by a constant, with a constant; or grows without wrapping from anywhere. LLVM's own analysis is not in the C API; the optimiser has already
// unrolled or simplified the rest, so that this form is what is left.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class TripCount
{
    /// <summary>An upper bound of how often the loop's back edge is taken, or null. Only counts up to <paramref name="limit"/> are found.</summary>
    public static int? Of(FunctionBody body, Loop loop, int limit)
    {
        int? best = null;
        foreach (var b in loop.Blocks.Order())
        {
            // Any one exit that is reached in every round bounds the loop.
            if (loop.Latches.Any(l => !body.Dominates(b, l)))
                continue;
            var terminator = body.Instructions[b][^1];
            if (terminator.InstructionOpcode != LLVMOpcode.LLVMBr || !terminator.IsConditional || body.Successors[b].All(loop.Blocks.Contains))
                continue;
            var staysWhenTrue = loop.Blocks.Contains(body.Successors[b][0]);
            // `a && b` stays only while both hold, `a || b` leaves when either does.
            foreach (var condition in Conditions.Parts(terminator.Condition, conjunction: staysWhenTrue))
                if (Simulate(body, loop, condition, staysWhenTrue, limit) is { } count)
                    best = Math.Min(best ?? count, count);
        }
        return best;
    }

    private static int? Simulate(FunctionBody body, Loop loop, LLVMValueRef condition, bool staysWhenTrue, int limit)
    {
        if (condition.IsAICmpInst.Handle == 0 || condition.GetOperand(1).IsAConstantInt.Handle == 0)
            return null;
        var (left, bound) = (condition.GetOperand(0), condition.GetOperand(1));
        if (left.TypeOf.Kind != LLVMTypeKind.LLVMIntegerTypeKind || left.TypeOf.IntWidth > 64)
            return null;
        // The comparison is of the counter, or of the counter's next value.
        var phi = left.IsAPHINode;
        var comparesNext = false;
        if (phi.Handle == 0 && left.IsAInstruction.Handle != 0 && left.InstructionOpcode == LLVMOpcode.LLVMAdd)
            (phi, comparesNext) = (left.GetOperand(0).IsAPHINode, true);
        if (phi.Handle == 0 || phi.InstructionParent != body.Blocks[loop.Header] || phi.IncomingCount != 2)
            return null;
        LLVMValueRef start = default, next = default;
        for (uint i = 0; i < 2; i++)
            if (loop.Blocks.Contains(body.IndexOf(phi.GetIncomingBlock(i))))
                next = phi.GetIncomingValue(i);
            else
                start = phi.GetIncomingValue(i);
        if (start.Handle == 0 || next.Handle == 0 || next.IsAInstruction.Handle == 0
            || next.InstructionOpcode != LLVMOpcode.LLVMAdd || next.GetOperand(0) != phi || next.GetOperand(1).IsAConstantInt.Handle == 0
            || (comparesNext && left != next))
            return null;
        if (start.IsAConstantInt.Handle == 0)
            return Climb(condition.ICmpPredicate, staysWhenTrue, next, bound, limit);
        var shift = 64 - (int)phi.TypeOf.IntWidth;
        var (value, step, end) = (start.ConstIntSExt, next.GetOperand(1).ConstIntSExt, bound.ConstIntSExt);
        for (var round = 0; round < limit; round++)
        {
            var after = (value + step) << shift >> shift;
            if (Holds(condition.ICmpPredicate, comparesNext ? after : value, end, shift) != staysWhenTrue)
                return round;
            value = after;
        }
        return null;
    }

    // A counter that starts anywhere but never wraps (nuw) reaches a constant from below in no more rounds than from zero.
    private static int? Climb(LLVMIntPredicate predicate, bool staysWhenTrue, LLVMValueRef next, LLVMValueRef bound, int limit)
    {
        var upwards = predicate == (staysWhenTrue ? LLVMIntPredicate.LLVMIntNE : LLVMIntPredicate.LLVMIntEQ)
            || (staysWhenTrue && predicate == LLVMIntPredicate.LLVMIntULT);
        var step = next.GetOperand(1).ConstIntZExt;
        if (!upwards || !next.NUW || step == 0 || step > (ulong)limit || bound.ConstIntZExt > (ulong)limit)
            return null;
        return (int)(bound.ConstIntZExt / step) + 1;
    }

    private static bool Holds(LLVMIntPredicate predicate, long a, long b, int shift)
    {
        var (ua, ub) = ((ulong)a << shift, (ulong)b << shift);
        return predicate switch
        {
            LLVMIntPredicate.LLVMIntEQ => a == b,
            LLVMIntPredicate.LLVMIntNE => a != b,
            LLVMIntPredicate.LLVMIntSLT => a < b,
            LLVMIntPredicate.LLVMIntSLE => a <= b,
            LLVMIntPredicate.LLVMIntSGT => a > b,
            LLVMIntPredicate.LLVMIntSGE => a >= b,
            LLVMIntPredicate.LLVMIntULT => ua < ub,
            LLVMIntPredicate.LLVMIntULE => ua <= ub,
            LLVMIntPredicate.LLVMIntUGT => ua > ub,
            LLVMIntPredicate.LLVMIntUGE => ua >= ub,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
