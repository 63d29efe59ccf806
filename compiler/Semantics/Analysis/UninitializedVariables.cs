// -Wuninitialized, -Wsometimes-uninitialized, -Wconditional-uninitialized: reads of scalars that have no value on every way there, on every way from some branch, or on some way. The method is clang's
// (lib/Analysis/UninitializedValues.cpp tells it): a forward analysis with two bits a variable, may have a value and may have none; then, for a read that may have none, a walk backwards to the branches that always lead to it
// with none. Each variable is reported once.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics.Analysis;

internal sealed class UninitializedVariables
{
    /// <summary>How sure it is; the surest is reported.</summary>
    private enum Certainty : byte
    {
        Maybe, Sometimes, WheneverDeclared, WheneverCalled, Always,
    }

    private sealed record Use(int Variable, SourceSpan Span, Certainty Certainty, IReadOnlyList<(FlowBlock Block, int Edge)> Branches);

    private readonly FlowGraph _graph;
    private readonly DiagnosticBag _diagnostics;
    private readonly int _words;

    // What holds at the end of each block: bit sets of the variables that may have a value, and that may have none.
    private readonly ulong[]?[] _set, _unset;

    private UninitializedVariables(FlowGraph graph, DiagnosticBag diagnostics)
    {
        _graph = graph;
        _diagnostics = diagnostics;
        _words = (graph.Variables.Count + 63) / 64;
        _set = new ulong[]?[graph.Blocks.Count];
        _unset = new ulong[]?[graph.Blocks.Count];
    }

    /// <summary>Reports what there is in one function.</summary>
    public static void Check(FlowGraph graph, DiagnosticBag diagnostics)
    {
        // Most functions declare every variable with its value and jump over no declaration.
        if (graph.Variables.Count == 0 || !graph.Blocks.Any(b => b.Label != BlockLabel.None || b.Events.Any(e => e.Kind is FlowEventKind.Declare or FlowEventKind.DeclareWithItself))) return;
        UninitializedVariables analysis = new(graph, diagnostics);
        analysis.Solve();
        analysis.Report();
    }

    private void Solve()
    {
        _set[0] = new ulong[_words];
        _unset[0] = new ulong[_words];
        Array.Fill(_unset[0]!, ulong.MaxValue);
        RunEvents(_graph.Entry, _set[0]!, _unset[0]!, null);
        Queue<FlowBlock> work = new();
        bool[] queued = new bool[_graph.Blocks.Count];
        Push(_graph.Entry);
        while (work.TryDequeue(out FlowBlock? block))
        {
            queued[block.Index] = false;
            if (block != _graph.Entry && !Update(block)) continue;
            Push(block);
        }

        void Push(FlowBlock from)
        {
            foreach (FlowBlock? next in from.Successors)
            {
                if (next is null || queued[next.Index] || next == _graph.Entry) continue;
                queued[next.Index] = true;
                work.Enqueue(next);
            }
        }
    }

    private (ulong[] Set, ulong[] Unset) AtEntry(FlowBlock block)
    {
        ulong[] set = new ulong[_words], unset = new ulong[_words];
        if (block == _graph.Entry) Array.Fill(unset, ulong.MaxValue);
        foreach (FlowBlock from in block.Predecessors)
        {
            if (_set[from.Index] is not { } s) continue;
            for (int i = 0; i < _words; i++)
            {
                set[i] |= s[i];
                unset[i] |= _unset[from.Index]![i];
            }
        }
        return (set, unset);
    }

    /// <summary>Runs a block; whether what holds at its end has changed.</summary>
    private bool Update(FlowBlock block)
    {
        (ulong[] set, ulong[] unset) = AtEntry(block);
        RunEvents(block, set, unset, null);
        bool changed = _set[block.Index] is null || !set.AsSpan().SequenceEqual(_set[block.Index]) || !unset.AsSpan().SequenceEqual(_unset[block.Index]);
        _set[block.Index] = set;
        _unset[block.Index] = unset;
        return changed;
    }

    private static void RunEvents(FlowBlock block, ulong[] set, ulong[] unset, Action<FlowEvent>? read)
    {
        foreach (FlowEvent e in block.Events)
        {
            if (e.Variable < 0) continue;
            int word = e.Variable >> 6;
            ulong bit = 1UL << (e.Variable & 63);
            switch (e.Kind)
            {
                case FlowEventKind.Declare or FlowEventKind.DeclareWithItself:
                    set[word] &= ~bit;
                    unset[word] |= bit;
                    break;
                case FlowEventKind.Assign:
                    set[word] |= bit;
                    unset[word] &= ~bit;
                    break;
                case FlowEventKind.Read when read is not null && (unset[word] & bit) != 0:
                    read(e);
                    break;
            }
        }
    }

    private bool MayBeSet(FlowBlock at, int variable) => _set[at.Index] is { } s && (s[variable >> 6] >> (variable & 63) & 1) != 0;

    private bool MayBeUnset(FlowBlock at, int variable) => _unset[at.Index] is { } s && (s[variable >> 6] >> (variable & 63) & 1) != 0;

    private void Report()
    {
        List<Use>?[] uses = new List<Use>?[_graph.Variables.Count];
        SourceSpan?[] own = new SourceSpan?[_graph.Variables.Count];
        foreach (FlowBlock block in _graph.Blocks)
        {
            if (_set[block.Index] is null) continue;
            foreach (FlowEvent e in block.Events)
            {
                if (e.Kind == FlowEventKind.DeclareWithItself) own[e.Variable] = e.Span;
            }
            (ulong[] set, ulong[] unset) = AtEntry(block);
            RunEvents(block, set, unset, e => (uses[e.Variable] ??= []).Add(Classify(block, e, (set[e.Variable >> 6] >> (e.Variable & 63) & 1) != 0)));
        }
        for (int v = 0; v < uses.Length; v++)
        {
            if (uses[v] is not { } list) continue;
            VariableSymbol variable = _graph.Variables[v];
            if (own[v] is { } itself)
            {
                // "int x = x;" is how people ask for silence, unless the value is read all the same.
                if (list.Exists(u => u.Certainty == Certainty.Always)) _diagnostics.UninitializedInItself(itself, variable);
                continue;
            }
            Report(variable, list.OrderByDescending(u => u.Certainty).ThenBy(u => u.Span.Start).First());
        }
    }

    private void Report(VariableSymbol variable, Use use)
    {
        switch (use.Certainty)
        {
            case Certainty.Always:
                _diagnostics.Uninitialized(use.Span, variable);
                break;
            case Certainty.WheneverDeclared or Certainty.WheneverCalled:
                _diagnostics.UninitializedWhenever(variable.Span, variable, use.Certainty == Certainty.WheneverCalled ? "function is called" : "its declaration is reached", use.Span);
                break;
            case Certainty.Maybe:
                _diagnostics.MaybeUninitialized(use.Span, variable);
                break;
            default:
                foreach ((FlowBlock block, int edge) in use.Branches) Report(variable, use, block, edge == 0);
                break;
        }
    }

    private void Report(VariableSymbol variable, Use use, FlowBlock block, bool isTrue)
    {
        string truth = isTrue ? "true" : "false";
        (string when, SourceSpan span) = block.Branch switch
        {
            BranchKind.If => ($"'if' condition is {truth}", block.BranchSpan),
            BranchKind.Conditional => ($"'?:' condition is {truth}", block.BranchSpan),
            BranchKind.And => ($"'&&' condition is {truth}", block.BranchSpan),
            BranchKind.Or => ($"'||' condition is {truth}", block.BranchSpan),
            BranchKind.While => (isTrue ? "'while' loop is entered" : "'while' loop exits because its condition is false", block.BranchSpan),
            BranchKind.For => (isTrue ? "'for' loop is entered" : "'for' loop exits because its condition is false", block.BranchSpan),
            BranchKind.Do => ($"'do' loop condition is {truth}", block.BranchSpan),
            _ => ("switch case is taken", block.BranchSpan),
        };
        _diagnostics.UninitializedWhenever(span, variable, when, use.Span);
    }

    // Which branches always lead to the read, with no value for the variable on the way.
    private Use Classify(FlowBlock block, FlowEvent e, bool mayBeSet)
    {
        if (!mayBeSet) return new Use(e.Variable, e.Span, Certainty.Always, []);
        int v = e.Variable;
        bool whenCalled = false, whenDeclared = false;
        int[] visited = new int[_graph.Blocks.Count];
        visited[block.Index] = Math.Max(1, block.Successors.Count);
        Stack<FlowBlock> work = new([block]);
        while (work.TryPop(out FlowBlock? b))
        {
            whenCalled |= b == _graph.Entry;
            foreach (FlowBlock from in b.Predecessors)
            {
                if (_set[from.Index] is not null && !MayBeUnset(from, v)) continue;
                if (MayBeSet(from, v) && MayBeUnset(from, v) && !MayBeSet(b, v) && MayBeUnset(b, v))
                {
                    whenDeclared = true;
                    continue;
                }
                if (visited[from.Index] == 0) visited[from.Index] = from.Successors.Count(s => s is null);
                if (++visited[from.Index] == from.Successors.Count) work.Push(from);
            }
        }
        List<(FlowBlock, int)> branches = [];
        foreach (FlowBlock b in _graph.Blocks)
        {
            if (visited[b.Index] == 0 || visited[b.Index] >= b.Successors.Count || b.Branch == BranchKind.None) continue;
            for (int i = 0; i < b.Successors.Count; i++)
            {
                if (b.Successors[i] is not { } next || visited[next.Index] < next.Successors.Count || MayBeSet(b, v) || !MayBeUnset(b, v)) continue;
                if (b.Branch == BranchKind.Switch && next.Label == BlockLabel.None) continue;
                branches.Add((b, i));
            }
        }
        Certainty certainty = whenCalled ? Certainty.WheneverCalled : whenDeclared ? Certainty.WheneverDeclared : branches.Count > 0 ? Certainty.Sometimes : Certainty.Maybe;
        return new Use(v, e.Span, certainty, branches);
    }
}
