// Replaces a value, where it is used after a site, by something made anew before each use: a narrow value from its wide copy, a demoted
// one from its stack slot. Uses between the definition and the first site after it in the same block keep the value itself.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class Uses
{
    private readonly Dictionary<nint, (nint Block, int Index)> positions = [];
    private readonly Dictionary<nint, int[]> sitesOfBlock = [];
    private readonly LLVMBuilderRef builder;

    public Uses(FunctionBody body, Func<LLVMValueRef, bool> isSite, LLVMBuilderRef builder)
    {
        this.builder = builder;
        for (var b = 0; b < body.Blocks.Length; b++)
        {
            var instructions = body.Instructions[b];
            for (var i = 0; i < instructions.Length; i++)
                positions[instructions[i].Handle] = (body.Blocks[b].Handle, i);
            sitesOfBlock[body.Blocks[b].Handle] = [.. Enumerable.Range(0, instructions.Length).Where(i => isSite(instructions[i]))];
        }
    }

    /// <summary>The place right after a value's definition, where its copy or its store belongs.</summary>
    public static LLVMValueRef AfterDefinition(LLVMValueRef value, LLVMValueRef function)
    {
        if (value.IsAInstruction.Handle == 0)
            return function.EntryBasicBlock.Instructions.First(i => i.InstructionOpcode != LLVMOpcode.LLVMAlloca);
        return value.InstructionOpcode == LLVMOpcode.LLVMPHI ? Blocks.FirstNonPhi(value.InstructionParent) : value.NextInstruction;
    }

    /// <summary>Rewrites the uses of <paramref name="value"/> that a site may come before, but for those by <paramref name="except"/>.</summary>
    public void Replace(LLVMValueRef value, LLVMValueRef[] except, Func<LLVMValueRef> make)
    {
        var remade = new Dictionary<(nint Phi, nint From), LLVMValueRef>();
        foreach (var user in value.Users.Distinct().ToArray())
        {
            if (except.Contains(user) || user.IsAInstruction.Handle == 0)
                continue;
            for (uint i = 0; i < (uint)user.OperandCount; i++)
            {
                if (user.GetOperand(i) != value)
                    continue;
                if (user.InstructionOpcode != LLVMOpcode.LLVMPHI)
                {
                    if (SameStretch(value, user))
                        continue;
                    builder.PositionBefore(user);
                    user.SetOperand(i, make());
                    continue;
                }
                var from = user.GetIncomingBlock(i);
                if (SameStretch(value, from.Terminator))
                    continue;
                if (!remade.TryGetValue((user.Handle, from.Handle), out var made))
                {
                    builder.PositionBefore(from.Terminator);
                    remade[(user.Handle, from.Handle)] = made = make();
                }
                user.SetOperand(i, made);
            }
        }
    }

    // Whether control reaches the user from the definition within one block and past no site. Instructions added since the snapshot
    // (conversions next to other uses) come out as "no", which is safe.
    private bool SameStretch(LLVMValueRef value, LLVMValueRef user)
    {
        if (value.IsAInstruction.Handle == 0 || !positions.TryGetValue(value.Handle, out var from) || !positions.TryGetValue(user.Handle, out var to))
            return false;
        // A call's own result is born after the call.
        return from.Block == to.Block && from.Index < to.Index && !sitesOfBlock[from.Block].Any(s => s > from.Index && s < to.Index);
    }
}
