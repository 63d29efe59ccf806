// The analyses that need a function's control flow, run after it was bound without errors: does it end without its value, does a noreturn function return, does one case run on into the next, does it call itself on every
// way, is there code nothing leads to, are variables read that have no value. What is known wrong elsewhere in the unit makes guesses of all these, so, as in clang, they are left out after an error.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics.Analysis;

internal static class FunctionAnalysis
{
    /// <summary>Warns about one function. <paramref name="end"/> is its closing brace.</summary>
    public static void Run(BoundFunction function, SourceSpan end, DiagnosticBag diagnostics)
    {
        FlowGraph graph = FlowGraph.Build(function);
        bool[] reachable = graph.Reachable();
        CheckEnd(function, graph, reachable, end, diagnostics);
        if (diagnostics.MayShow("uninitialized") || diagnostics.MayShow("sometimes-uninitialized") || diagnostics.MayShow("conditional-uninitialized")) UninitializedVariables.Check(graph, diagnostics);
        if (diagnostics.MayShow("unsequenced")) Sequencing.Check(function, diagnostics);
        if (diagnostics.MayShow("implicit-fallthrough")) CheckFallthrough(graph, reachable, diagnostics);
        if (diagnostics.MayShow("infinite-recursion")) CheckRecursion(function, graph, reachable, diagnostics);
        if (diagnostics.MayShow("unreachable-code") || diagnostics.MayShow("unreachable-code-break") || diagnostics.MayShow("unreachable-code-return")) CheckUnreachable(graph, reachable, diagnostics);
    }

    private static void CheckEnd(BoundFunction function, FlowGraph graph, bool[] reachable, SourceSpan end, DiagnosticBag diagnostics)
    {
        FunctionSymbol symbol = function.Symbol;
        QualType result = symbol.Type.ReturnType;
        bool endsWithoutReturn = reachable[graph.End.Index];
        bool returns = graph.Blocks.Exists(b => b.Returns && reachable[b.Index]);
        if (symbol.Attributes.NoReturn)
        {
            if (endsWithoutReturn) diagnostics.NoReturnReturns(end, symbol.Name);
        }
        else if (endsWithoutReturn && !result.Type.IsVoid() && !result.Type.IsError() && !(symbol.Name == "main" && result.Type is BuiltinType { Kind: BuiltinKind.Int }))
        {
            diagnostics.NoReturnValue(end, inAll: returns);
        }
        else if (!endsWithoutReturn && !returns && symbol.Name != "main" && !reachable[graph.Exit.Index] && diagnostics.MayShow("missing-noreturn"))
        {
            diagnostics.CouldBeNoReturn(function.Body.Span with { Length = 1 }, symbol.Name);
        }
    }

    private static void CheckFallthrough(FlowGraph graph, bool[] reachable, DiagnosticBag diagnostics)
    {
        foreach (FlowBlock block in graph.Blocks)
        {
            if (block.Label == BlockLabel.None || !reachable[block.Index]) continue;
            foreach (FlowBlock from in block.Predecessors)
            {
                // From the switch itself, from a label in front of this one, on purpose.
                if (!reachable[from.Index] || from.Branch == BranchKind.Switch || from.FallsThroughOnPurpose || (from.Label != BlockLabel.None && from.Events.Count == 0)) continue;
                diagnostics.ImplicitFallthrough(block.LabelSpan);
                break;
            }
        }
    }

    private static void CheckRecursion(BoundFunction function, FlowGraph graph, bool[] reachable, DiagnosticBag diagnostics)
    {
        if (!reachable[graph.Exit.Index]) return;
        bool[] seen = new bool[graph.Blocks.Count];
        bool found = false;
        Stack<FlowBlock> work = new([graph.Entry]);
        seen[0] = true;
        while (work.TryPop(out FlowBlock? block))
        {
            if (block == graph.Exit) return;
            if (block.Events.Exists(e => e.Kind == FlowEventKind.SelfCall))
            {
                found = true;
                continue;
            }
            foreach (FlowBlock? next in block.Successors)
            {
                if (next is null || seen[next.Index]) continue;
                seen[next.Index] = true;
                work.Push(next);
            }
        }
        if (found) diagnostics.InfiniteRecursion(function.Body.Span with { Length = 1 });
    }

    // The beginnings of code nothing leads to: blocks that no other such block leads to either, or, in a dead loop, the first of it.
    private static void CheckUnreachable(FlowGraph graph, bool[] reachable, DiagnosticBag diagnostics)
    {
        bool[] covered = [.. reachable];
        Cover(graph.Exit);
        IEnumerable<FlowBlock> roots = graph.Blocks.Where(b => b.Predecessors.TrueForAll(p => p == b)), rest = graph.Blocks;
        foreach (FlowBlock block in roots.Concat(rest))
        {
            if (covered[block.Index]) continue;
            FlowBlock? first = FirstWithCode(block);
            if (first is null) continue;
            if (first.Events.FindIndex(e => e.Kind == FlowEventKind.Point) is >= 0 and var at) diagnostics.UnreachableCode(first.Events[at].Span);
            else if (first.JumpIsReturn) diagnostics.UnreachableReturn(first.Jump);
            else diagnostics.UnreachableBreak(first.Jump);
            Cover(block);
        }

        FlowBlock? FirstWithCode(FlowBlock from)
        {
            HashSet<FlowBlock> seen = [];
            for (FlowBlock? b = from; b is not null && !covered[b.Index] && seen.Add(b); b = b.Successors.FirstOrDefault())
            {
                if (b.Events.Exists(e => e.Kind == FlowEventKind.Point) || b.Jump != default) return b;
            }
            return null;
        }

        void Cover(FlowBlock from)
        {
            Stack<FlowBlock> work = new([from]);
            covered[from.Index] = true;
            while (work.TryPop(out FlowBlock? b))
            {
                foreach (FlowBlock? next in b.Successors)
                {
                    if (next is null || covered[next.Index]) continue;
                    covered[next.Index] = true;
                    work.Push(next);
                }
            }
        }
    }
}
