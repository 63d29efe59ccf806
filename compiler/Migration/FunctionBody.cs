// A snapshot of a function's control flow in managed arrays: blocks, instructions, edges, dominators and natural loops. Asking LLVM for
// each operand through its C API is slow and the API knows neither dominators nor loops, so each pass takes one snapshot and works on that.
using PopcornCC.Llvm;

namespace PopcornCC.Compiler.Migration;

/// <summary>A natural loop: its header, the blocks that jump back to it, all blocks in it, and the number of loops around it.</summary>
internal sealed record Loop(int Header, IReadOnlyList<int> Latches, IReadOnlySet<int> Blocks);

internal sealed class FunctionBody
{
    public LLVMValueRef Function { get; }
    public LLVMBasicBlockRef[] Blocks { get; }
    public LLVMValueRef[][] Instructions { get; }
    public int[][] Successors { get; }
    public int[][] Predecessors { get; }

    private readonly Dictionary<nint, int> indexOfBlock = [];
    private readonly int[] immediateDominator;
    private readonly int[] order;
    private readonly int[] postorder;

    public FunctionBody(LLVMValueRef function)
    {
        Function = function;
        Blocks = function.BasicBlocks;
        for (var b = 0; b < Blocks.Length; b++)
            indexOfBlock[Blocks[b].Handle] = b;
        Instructions = [.. Blocks.Select(b => b.Instructions.ToArray())];
        Successors = [.. Instructions.Select(SuccessorsOf)];
        var predecessors = Enumerable.Range(0, Blocks.Length).Select(_ => new List<int>()).ToArray();
        for (var b = 0; b < Blocks.Length; b++)
            foreach (var s in Successors[b].Distinct())
                predecessors[s].Add(b);
        Predecessors = [.. predecessors.Select(p => p.ToArray())];
        (order, postorder) = Orders();
        immediateDominator = Dominators();
    }

    public int IndexOf(LLVMBasicBlockRef block) => indexOfBlock[block.Handle];

    public bool IsReachable(int block) => block == 0 || immediateDominator[block] >= 0;

    /// <summary>Blocks in reverse postorder: a block before its successors, back edges aside. Unreachable blocks are left out.</summary>
    public IReadOnlyList<int> ReversePostorder => order;

    public bool Dominates(int a, int b)
    {
        while (postorder[b] < postorder[a])
            b = immediateDominator[b];
        return a == b;
    }

    public int NearestCommonDominator(int a, int b)
    {
        while (a != b)
        {
            while (postorder[a] < postorder[b])
                a = immediateDominator[a];
            while (postorder[b] < postorder[a])
                b = immediateDominator[b];
        }
        return a;
    }

    public int ImmediateDominator(int block) => immediateDominator[block];

    /// <summary>The natural loops, inner before outer; and the targets of retreating edges that make no natural loop (irreducible flow).</summary>
    public (IReadOnlyList<Loop> Loops, IReadOnlyList<int> IrreducibleTargets) Loops()
    {
        var latches = new SortedDictionary<int, List<int>>();
        var irreducible = new SortedSet<int>();
        foreach (var b in order)
            foreach (var s in Successors[b].Distinct())
                if (Dominates(s, b))
                    (latches.TryGetValue(s, out var list) ? list : latches[s] = []).Add(b);
                else if (postorder[s] >= postorder[b])
                    irreducible.Add(s);
        var loops = new List<Loop>();
        foreach (var (header, from) in latches)
        {
            var inside = new HashSet<int> { header };
            var work = new Stack<int>(from);
            while (work.TryPop(out var b))
                if (inside.Add(b))
                    foreach (var p in Predecessors[b].Where(IsReachable))
                        work.Push(p);
            loops.Add(new(header, from, inside));
        }
        return ([.. loops.OrderBy(l => l.Blocks.Count).ThenBy(l => l.Header)], [.. irreducible]);
    }

    private int[] SuccessorsOf(LLVMValueRef[] instructions)
    {
        if (instructions.Length == 0)
            return [];
        var last = instructions[^1];
        var successors = new int[last.SuccessorsCount];
        for (var i = 0; i < successors.Length; i++)
            successors[i] = indexOfBlock[last.GetSuccessor((uint)i).Handle];
        return successors;
    }

    private (int[] Order, int[] Postorder) Orders()
    {
        var number = new int[Blocks.Length];
        Array.Fill(number, -1);
        var seen = new bool[Blocks.Length];
        var sequence = new List<int>();
        var stack = new Stack<(int Block, int Next)>();
        stack.Push((0, 0));
        seen[0] = true;
        while (stack.TryPop(out var top))
        {
            if (top.Next < Successors[top.Block].Length)
            {
                stack.Push((top.Block, top.Next + 1));
                var s = Successors[top.Block][top.Next];
                if (!seen[s])
                {
                    seen[s] = true;
                    stack.Push((s, 0));
                }
            }
            else
            {
                number[top.Block] = sequence.Count;
                sequence.Add(top.Block);
            }
        }
        sequence.Reverse();
        return ([.. sequence], number);
    }

    // Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm".
    private int[] Dominators()
    {
        var idom = new int[Blocks.Length];
        Array.Fill(idom, -1);
        idom[0] = 0;
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var b in order.Skip(1))
            {
                var best = -1;
                foreach (var p in Predecessors[b])
                    if (idom[p] >= 0)
                        best = best < 0 ? p : Intersect(idom, best, p);
                if (idom[b] != best)
                {
                    idom[b] = best;
                    changed = true;
                }
            }
        }
        return idom;
    }

    private int Intersect(int[] idom, int a, int b)
    {
        while (a != b)
        {
            while (postorder[a] < postorder[b])
                a = idom[a];
            while (postorder[b] < postorder[a])
                b = idom[b];
        }
        return a;
    }
}
