// Splitting blocks and edges. The C API can do neither, and cannot change the predecessor a phi names. So a block is split by moving its
// head (phis included) to a new block in front of it: the old block keeps the terminator, and with it the name its successors' phis use.
// An edge is split by making the target's phis anew.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal static class Blocks
{
    /// <summary>Moves all before <paramref name="instruction"/> to a new block, which has no terminator yet; the old block is the tail.</summary>
    public static LLVMBasicBlockRef SplitBefore(LLVMValueRef instruction, LLVMBuilderRef builder, string name)
    {
        var tail = instruction.InstructionParent;
        var head = tail.InsertBasicBlock(name);
        // Terminators that name the block are among its uses; phis are not.
        foreach (var user in tail.AsValue().Users.ToArray())
            for (uint i = 0; i < user.SuccessorsCount; i++)
                if (user.GetSuccessor(i) == tail)
                    user.SetSuccessor(i, head);
        var moving = tail.Instructions.TakeWhile(i => i != instruction).ToArray();
        builder.PositionAtEnd(head);
        builder.CurrentDebugLocation2 = default;
        foreach (var one in moving)
        {
            one.InstructionRemoveFromParent();
            builder.Insert(one);
        }
        return head;
    }

    /// <summary>Redirects the edge to a new block without terminator. Its caller makes it branch to the target, from the blocks named as new
    /// predecessors in place of <paramref name="from"/>.</summary>
    public static void Redirect(LLVMBasicBlockRef from, LLVMBasicBlockRef to, LLVMBasicBlockRef via, ReadOnlySpan<LLVMBasicBlockRef> newPredecessors, LLVMBuilderRef builder)
    {
        var terminator = from.Terminator;
        for (uint i = 0; i < terminator.SuccessorsCount; i++)
            if (terminator.GetSuccessor(i) == to)
                terminator.SetSuccessor(i, via);
        foreach (var phi in Phis(to))
        {
            builder.PositionBefore(phi);
            var copy = builder.BuildPhi(phi.TypeOf);
            var moved = false;
            for (uint i = 0; i < phi.IncomingCount; i++)
            {
                var (value, block) = (phi.GetIncomingValue(i), phi.GetIncomingBlock(i));
                if (block != from)
                    copy.AddIncoming(value, block);
                else if (!moved)
                {
                    // A switch may name the target more than once; the new block does so once.
                    moved = true;
                    foreach (var p in newPredecessors)
                        copy.AddIncoming(value, p);
                }
            }
            var name = phi.Name;
            phi.ReplaceAllUsesWith(copy);
            phi.InstructionEraseFromParent();
            copy.Name = name;
        }
    }

    public static LLVMValueRef[] Phis(LLVMBasicBlockRef block) => [.. block.Instructions.TakeWhile(i => i.InstructionOpcode == LLVMOpcode.LLVMPHI)];

    public static LLVMValueRef FirstNonPhi(LLVMBasicBlockRef block) => block.Instructions.First(i => i.InstructionOpcode != LLVMOpcode.LLVMPHI);
}
