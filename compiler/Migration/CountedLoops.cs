// Polls of loops for nothing a round. Where a loop without calls counts to a bound (and may end for one more reason, and have loops inside), the bound is cut into stretches, and the
// poll stands between two stretches. C before: `do { body; i += step; } while (i != n);`   after:
//
//     lim = i + min(n - i, stretch);
//     again: do { body; i += step; } while (i != lim);
//     if (lim != n) { poll; lim = i + min(n - i, stretch); goto again; }
//
// The loop's own test stays one comparison. All arithmetic is modulo the counter's width, as the loop's is: if n is not met exactly, the
// loop runs round as it did before. Pointers that walk to an end are counters too.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class CountedLoops(LLVMContextRef context, LLVMBuilderRef builder)
{
    /// <summary>Instructions in a stretch, about: a few microseconds.</summary>
    private const int Stretch = 16384;

    private sealed record Counter(LLVMValueRef Test, LLVMValueRef Next, LLVMValueRef Start, LLVMValueRef Bound, long Step, int Outside);

    private const int MinRounds = 16;

    /// <summary>Rewrites a loop if it has the form, with the poll that <paramref name="poll"/> builds from one block to another. One round costs about
    /// <paramref name="round"/> instructions, with those of loops inside that have no polls of their own.</summary>
    public bool TryStretch(FunctionBody body, Loop loop, long round, Action<LLVMBasicBlockRef, LLVMBasicBlockRef> poll)
    {
        // Not body.Instructions: a loop rewritten before this one has replaced phis that the two share.
        foreach (var block in loop.Blocks)
            for (var instruction = body.Blocks[block].FirstInstruction; instruction.Handle != 0; instruction = instruction.NextInstruction)
                if (instruction.InstructionOpcode == LLVMOpcode.LLVMCall && !IsShort(instruction))
                    return false;
        if (Find(body, loop) is not { } counter)
            return false;

        var rounds = (int)Math.Max(MinRounds, Stretch / Math.Max(1, round));
        var (latch, header) = (body.Blocks[loop.Latches[0]], body.Blocks[loop.Header]);
        if (latch.Terminator.Condition != counter.Test)
            latch = TestCounterLast(latch, header, counter);
        var terminator = latch.Terminator;
        var staysWhenTrue = terminator.GetSuccessor(0) == header;
        var exit = terminator.GetSuccessor(staysWhenTrue ? 1u : 0u);

        builder.PositionBefore(body.Blocks[counter.Outside].Terminator);
        var first = Limit(counter, counter.Start, rounds);
        builder.PositionBefore(header.FirstInstruction);
        var limit = builder.BuildPhi(first.TypeOf, "stretch");
        builder.PositionBefore(counter.Test);
        var test = builder.BuildICmp(counter.Test.ICmpPredicate, counter.Next, limit);
        terminator.Condition = test;

        // latch ── limit reached ──▶ ended ──▶ exit, or poll ──▶ more ──▶ header
        var ended = context.AppendBasicBlock(header.Parent, "stretch.end");
        var between = context.AppendBasicBlock(header.Parent, "poll");
        var more = context.AppendBasicBlock(header.Parent, "stretch.more");
        builder.PositionAtEnd(ended);
        builder.BuildCondBr(builder.BuildICmp(LLVMIntPredicate.LLVMIntEQ, limit, counter.Bound), exit, between);
        poll(between, more);
        builder.PositionAtEnd(more);
        var next = Limit(counter, Opaque(counter.Next), rounds);
        builder.BuildBr(header);
        foreach (var phi in Blocks.Phis(header).Where(p => p != limit))
            phi.AddIncoming(IncomingFrom(phi, latch), more);
        limit.AddIncoming(first, body.Blocks[counter.Outside]);
        limit.AddIncoming(limit, latch);
        limit.AddIncoming(next, more);
        // Last, for it replaces the phis of the exit, of which the bound may be one.
        Blocks.Redirect(latch, exit, ended, [ended], builder);
        if (!counter.Test.HasUses)
            counter.Test.InstructionEraseFromParent();
        return true;
    }

    // The latch leaves by the counter or by something else: `br (a || counter), exit, header` becomes a branch by the one, then a branch by the other, in
    // a block of its own, which is the new latch.
    private LLVMBasicBlockRef TestCounterLast(LLVMBasicBlockRef latch, LLVMBasicBlockRef header, Counter counter)
    {
        var terminator = latch.Terminator;
        var staysWhenTrue = terminator.GetSuccessor(0) == header;
        var exit = terminator.GetSuccessor(staysWhenTrue ? 1u : 0u);
        var both = terminator.Condition;
        var (first, second) = Conditions.Split(both, conjunction: staysWhenTrue)!.Value;
        terminator.Condition = first == counter.Test ? second : first;
        var last = header.InsertBasicBlock("latch");
        Blocks.Redirect(latch, header, last, [last], builder);
        builder.PositionAtEnd(last);
        if (staysWhenTrue)
            builder.BuildCondBr(counter.Test, header, exit);
        else
            builder.BuildCondBr(counter.Test, exit, header);
        foreach (var phi in Blocks.Phis(exit))
            phi.AddIncoming(IncomingFrom(phi, latch), last);
        if (!both.HasUses)
            both.InstructionEraseFromParent();
        return last;
    }

    // from + min(bound - from, rounds * step), downwards if step is negative.
    private LLVMValueRef Limit(Counter counter, LLVMValueRef from, int rounds)
    {
        var isPointer = from.TypeOf.Kind == LLVMTypeKind.LLVMPointerTypeKind;
        var type = isPointer ? context.Int64Type : from.TypeOf;
        var (a, b) = isPointer
            ? (builder.BuildPtrToInt(from, type), builder.BuildPtrToInt(counter.Bound, type)) : (from, counter.Bound);
        var down = counter.Step < 0;
        var left = down ? builder.BuildSub(a, b) : builder.BuildSub(b, a);
        var most = LLVMValueRef.CreateConstInt(type, (ulong)(Math.Abs(counter.Step) * rounds));
        var step = builder.BuildSelect(builder.BuildICmp(LLVMIntPredicate.LLVMIntULT, left, most), left, most);
        if (isPointer)
            return builder.BuildGEP2(context.Int8Type, from, [down ? builder.BuildNeg(step) : step]);
        return down ? builder.BuildSub(a, step) : builder.BuildAdd(a, step);
    }

    // An empty piece of assembly: or the code generator's loop optimiser would carry `n - i` along in the loop for the sake of this one use.
    private LLVMValueRef Opaque(LLVMValueRef value)
    {
        var type = LLVMTypeRef.CreateFunction(value.TypeOf, [value.TypeOf]);
        return builder.BuildCall2(type, LLVMValueRef.CreateConstInlineAsm(type, "", "=r,0", hasSideEffects: false), [value]);
    }

    private static Counter? Find(FunctionBody body, Loop loop)
    {
        if (loop.Latches.Count != 1)
            return null;
        var latch = loop.Latches[0];
        var terminator = body.Blocks[latch].Terminator;
        if (terminator.InstructionOpcode != LLVMOpcode.LLVMBr || !terminator.IsConditional || body.Successors[latch].Count(loop.Blocks.Contains) != 1)
            return null;
        // Leaves when equal, or for one more reason.
        var leavesWhenTrue = !loop.Blocks.Contains(body.Successors[latch][0]);
        var test = terminator.Condition;
        if (Conditions.Split(test, conjunction: !leavesWhenTrue) is not { } two)
            return Find(body, loop, test, leavesWhenTrue);
        // The first part of a select must stay the first to be branched on.
        return Find(body, loop, two.Second, leavesWhenTrue)
            ?? (test.InstructionOpcode == LLVMOpcode.LLVMSelect ? null : Find(body, loop, two.First, leavesWhenTrue));
    }

    private static Counter? Find(FunctionBody body, Loop loop, LLVMValueRef test, bool leavesWhenTrue)
    {
        var latch = loop.Latches[0];
        if (test.IsAICmpInst.Handle == 0 || test.InstructionParent != body.Blocks[latch]
            || test.ICmpPredicate != (leavesWhenTrue ? LLVMIntPredicate.LLVMIntEQ : LLVMIntPredicate.LLVMIntNE))
            return null;
        var outside = body.Predecessors[loop.Header].Where(p => !loop.Blocks.Contains(p)).ToArray();
        if (outside.Length != 1)
            return null;
        for (uint i = 0; i < 2; i++)
        {
            var (next, bound) = (test.GetOperand(i), test.GetOperand(1 - i));
            if (!IsInvariant(body, loop, bound) || Step(next) is not { } step || step.Step == 0 || Math.Abs(step.Step) > 1 << 16)
                continue;
            var phi = step.Phi;
            if (phi.InstructionParent != body.Blocks[loop.Header] || IncomingFrom(phi, body.Blocks[latch]) != next)
                continue;
            // The edge from outside may have got a block in between, when the loop before this one was rewritten.
            var start = IncomingFrom(phi, body.Blocks[outside[0]]);
            return start.Handle == 0 ? null : new(test, next, start, bound, step.Step, outside[0]);
        }
        return null;
    }

    // `next = phi + constant`, of an integer of 32 or 64 bits or of a pointer.
    private static (LLVMValueRef Phi, long Step)? Step(LLVMValueRef next)
    {
        if (next.IsAInstruction.Handle == 0 || next.OperandCount != 2 || next.GetOperand(0).IsAPHINode.Handle == 0 || next.GetOperand(1).IsAConstantInt.Handle == 0)
            return null;
        var amount = next.GetOperand(1).ConstIntSExt;
        if (next.InstructionOpcode == LLVMOpcode.LLVMAdd)
            return next.TypeOf.Kind == LLVMTypeKind.LLVMIntegerTypeKind && next.TypeOf.IntWidth is 32 or 64 ? (next.GetOperand(0), amount) : null;
        if (next.InstructionOpcode != LLVMOpcode.LLVMGetElementPtr || next.TypeOf.Kind != LLVMTypeKind.LLVMPointerTypeKind || Math.Abs(amount) > 1 << 16)
            return null;
        var module = next.InstructionParent.Parent.GlobalParent;
        return (next.GetOperand(0), amount * (long)module.TargetData.ABISizeOfType(next.GEPSourceElementType));
    }

    private static bool IsInvariant(FunctionBody body, Loop loop, LLVMValueRef value) =>
        value.IsConstant || value.IsAArgument.Handle != 0
        || (value.IsAInstruction.Handle != 0 && !loop.Blocks.Any(b => body.Blocks[b] == value.InstructionParent));

    private static LLVMValueRef IncomingFrom(LLVMValueRef phi, LLVMBasicBlockRef block)
    {
        for (uint i = 0; i < phi.IncomingCount; i++)
            if (phi.GetIncomingBlock(i) == block)
                return phi.GetIncomingValue(i);
        return default;
    }

    // Intrinsics are instructions in disguise, those that copy memory aside.
    private static bool IsShort(LLVMValueRef call) =>
        call.CalledValue.IsAFunction.Handle != 0 && call.CalledValue.IntrinsicID != 0
        && !call.CalledValue.Name.StartsWith("llvm.mem", StringComparison.Ordinal);
}
