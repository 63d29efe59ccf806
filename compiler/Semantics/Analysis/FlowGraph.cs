// The control flow of a function, for analyses that warn: basic blocks with what happens in them as far as those ask (variables getting, having and lacking values; calls of the function itself; places). It is shaped as
// clang's graph is, so that the same questions give the same answers: && || ?: and ! in conditions branch, what a constant condition excludes is an edge that is not there but counts, a call that does not return ends its block.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics.Analysis;

/// <summary>What happens to a variable, or else.</summary>
internal enum FlowEventKind : byte
{
    /// <summary>Declared without a value.</summary>
    Declare,

    /// <summary>Declared with nothing but itself as its value: <c>int x = x;</c></summary>
    DeclareWithItself,

    /// <summary>Given a value, or its address given away, which may give it one.</summary>
    Assign,

    /// <summary>Read.</summary>
    Read,

    /// <summary>The function calls itself.</summary>
    SelfCall,

    /// <summary>Something that would be executed.</summary>
    Point,
}

/// <summary>One event; a point has no variable.</summary>
internal readonly record struct FlowEvent(FlowEventKind Kind, int Variable, SourceSpan Span);

/// <summary>What made a block branch.</summary>
internal enum BranchKind : byte
{
    None, If, While, For, Do, And, Or, Conditional, Switch, Other,
}

/// <summary>How a block begins, for the question whether one case runs on into the next.</summary>
internal enum BlockLabel : byte
{
    None, Case, Default,
}

/// <summary>A basic block.</summary>
internal sealed class FlowBlock(int index)
{
    public int Index { get; } = index;
    public List<FlowEvent> Events { get; } = [];

    /// <summary>Where it goes; null for an edge that a constant excludes. Of a condition the first is for true.</summary>
    public List<FlowBlock?> Successors { get; } = [];
    public List<FlowBlock> Predecessors { get; } = [];

    /// <summary>What makes it branch, and where to point for it.</summary>
    public BranchKind Branch { get; set; }
    public SourceSpan BranchSpan { get; set; }

    /// <summary>The case or default label it begins with.</summary>
    public BlockLabel Label { get; set; }
    public SourceSpan LabelSpan { get; set; }

    /// <summary>Ends in return.</summary>
    public bool Returns { get; set; }

    /// <summary>Ends in the fallthrough attribute.</summary>
    public bool FallsThroughOnPurpose { get; set; }

    /// <summary>The span of the break or return that alone makes it up.</summary>
    public SourceSpan Jump { get; set; }
    public bool JumpIsReturn { get; set; }
}

/// <summary>The graph. The first block is the entry, the second the exit.</summary>
internal sealed class FlowGraph
{
    public List<FlowBlock> Blocks { get; } = [];

    /// <summary>The variables whose values are followed.</summary>
    public List<VariableSymbol> Variables { get; } = [];

    public FlowBlock Entry => Blocks[0];
    public FlowBlock Exit => Blocks[1];

    /// <summary>Where the body's end goes to the exit without return.</summary>
    public FlowBlock End { get; set; } = null!;

    /// <summary>Which blocks can be reached from the entry.</summary>
    public bool[] Reachable()
    {
        bool[] reached = new bool[Blocks.Count];
        Stack<FlowBlock> work = new([Entry]);
        reached[0] = true;
        while (work.TryPop(out FlowBlock? block))
        {
            foreach (FlowBlock? next in block.Successors)
            {
                if (next is null || reached[next.Index]) continue;
                reached[next.Index] = true;
                work.Push(next);
            }
        }
        return reached;
    }

    /// <summary>The graph of a function's body.</summary>
    public static FlowGraph Build(BoundFunction function) => new FlowGraphBuilder(function).Build();
}
