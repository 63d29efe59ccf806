// Live values: for each site, the values that code after the call may still use (design, section 4). The usual backward data-flow analysis
// over SSA values. The site's own result is not live at it: it comes from the call. Order is that of the function's text, arguments first,
// so that the two instruction sets and two runs of the compiler agree.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

internal sealed class Liveness
{
    private readonly Dictionary<nint, int> indexOfValue = [];
    private readonly List<LLVMValueRef> values = [];
    private readonly Dictionary<nint, int[]> liveAtSite = [];
    private int[][][] operands;
    private readonly ulong[][] liveIn;

    /// <summary>The function's arguments and results of instructions, in order.</summary>
    public IReadOnlyList<LLVMValueRef> Values => values;

    public Liveness(FunctionBody body, Func<LLVMValueRef, bool> isSite)
    {
        foreach (var p in body.Function.Params)
            Add(p);
        var voidType = LLVMTypeKind.LLVMVoidTypeKind;
        foreach (var block in body.Instructions)
            foreach (var instruction in block)
                if (instruction.TypeOf.Kind != voidType)
                    Add(instruction);
        operands = [.. body.Instructions.Select(b => b.Select(OperandsOf).ToArray())];
        var words = (values.Count + 63) / 64;
        liveIn = body.Blocks.Select(_ => new ulong[words]).ToArray();
        var liveOut = body.Blocks.Select(_ => new ulong[words]).ToArray();
        var phiUses = PhiUses(body);

        // Blocks last to first until nothing changes.
        for (var changed = true; changed;)
        {
            changed = false;
            for (var o = body.ReversePostorder.Count - 1; o >= 0; o--)
            {
                var b = body.ReversePostorder[o];
                var set = Out(body, b, liveIn, phiUses);
                set.CopyTo(liveOut[b], 0);
                Transfer(body.Instructions[b], operands[b], set, null);
                if (!set.AsSpan().SequenceEqual(liveIn[b]))
                {
                    liveIn[b] = set;
                    changed = true;
                }
            }
        }
        foreach (var b in body.ReversePostorder)
            if (body.Instructions[b].Any(isSite))
                Transfer(body.Instructions[b], operands[b], liveOut[b], (site, set) =>
                {
                    if (isSite(site))
                        liveAtSite[site.Handle] = [.. Members(set)];
                });
    }

    /// <summary>Whether a value is live where a block begins.</summary>
    public bool IsLiveInto(int block, int index) => (liveIn[block][index >> 6] >> index & 1) != 0;

    public int IndexOf(LLVMValueRef value) => indexOfValue.TryGetValue(value.Handle, out var i) ? i : -1;

    /// <summary>Indices of the values live after a site, ascending; none for a site that is never reached.</summary>
    public int[] At(LLVMValueRef site) => liveAtSite.TryGetValue(site.Handle, out var live) ? live : [];

    /// <summary>Indices of the values that an instruction uses, given by its place in the body; a phi's are used in the blocks they come from.</summary>
    public int[] Operands(int block, int instruction) => operands[block][instruction];

    /// <summary>Gives up the memory that only the analysis of one function at a time needs: all but what is known about sites.</summary>
    public void Release() => operands = [];

    private void Add(LLVMValueRef value)
    {
        indexOfValue[value.Handle] = values.Count;
        values.Add(value);
    }

    private int[] OperandsOf(LLVMValueRef instruction)
    {
        if (instruction.InstructionOpcode == LLVMOpcode.LLVMPHI)
            return [];
        var found = new List<int>();
        for (uint i = 0, n = (uint)instruction.OperandCount; i < n; i++)
            if (IndexOf(instruction.GetOperand(i)) is >= 0 and var index)
                found.Add(index);
        return [.. found];
    }

    // For each edge (from, to) what the target's phis take from it.
    private Dictionary<(int From, int To), List<int>> PhiUses(FunctionBody body)
    {
        var uses = new Dictionary<(int, int), List<int>>();
        for (var b = 0; b < body.Blocks.Length; b++)
            foreach (var phi in body.Instructions[b].TakeWhile(i => i.InstructionOpcode == LLVMOpcode.LLVMPHI))
                for (uint i = 0; i < phi.IncomingCount; i++)
                    if (IndexOf(phi.GetIncomingValue(i)) is >= 0 and var index)
                    {
                        var edge = (body.IndexOf(phi.GetIncomingBlock(i)), b);
                        (uses.TryGetValue(edge, out var list) ? list : uses[edge] = []).Add(index);
                    }
        return uses;
    }

    private static ulong[] Out(FunctionBody body, int block, ulong[][] liveIn, Dictionary<(int, int), List<int>> phiUses)
    {
        var set = new ulong[liveIn[block].Length];
        foreach (var s in body.Successors[block])
        {
            for (var w = 0; w < set.Length; w++)
                set[w] |= liveIn[s][w];
            if (phiUses.TryGetValue((block, s), out var uses))
                foreach (var index in uses)
                    set[index >> 6] |= 1ul << index;
        }
        return set;
    }

    // A phi's result is born at the head of its block, so it is not live into it.
    private void Transfer(LLVMValueRef[] instructions, int[][] operands, ulong[] set, Action<LLVMValueRef, ulong[]>? before)
    {
        for (var i = instructions.Length - 1; i >= 0; i--)
        {
            if (IndexOf(instructions[i]) is >= 0 and var result)
                set[result >> 6] &= ~(1ul << result);
            before?.Invoke(instructions[i], set);
            foreach (var index in operands[i])
                set[index >> 6] |= 1ul << index;
        }
    }

    private static IEnumerable<int> Members(ulong[] set)
    {
        for (var w = 0; w < set.Length; w++)
            for (var bits = set[w]; bits != 0; bits &= bits - 1)
                yield return (w << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits);
    }
}
