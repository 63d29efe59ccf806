// Builds a function's flow graph: statements and branching. What expressions do is in FlowGraphBuilder.Expressions.cs.
using System.Diagnostics;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics.Analysis;

internal sealed partial class FlowGraphBuilder(BoundFunction function)
{
    private sealed record SwitchTarget(FlowBlock Head, BoundSwitch Syntax, Int128? Known)
    {
        public bool HasKnownCase { get; set; }
    }

    private readonly FlowGraph _graph = new();
    private readonly Dictionary<VariableSymbol, int> _variables = [];
    private readonly Dictionary<LabelSymbol, FlowBlock> _labels = [];
    private readonly List<FlowBlock> _computedGotos = [];
    private readonly Stack<FlowBlock> _breaks = new(), _continues = new();
    private readonly Stack<SwitchTarget> _switches = new();
    private FlowBlock _current = null!;

    public FlowGraph Build()
    {
        _current = NewBlock();
        FlowBlock exit = NewBlock();
        Statement(function.Body);
        _graph.End = _current;
        Edge(_current, exit);
        foreach (FlowBlock from in _computedGotos)
        {
            foreach (LabelSymbol label in function.AddressLabels) Edge(from, LabelBlock(label));
        }
        return _graph;
    }

    private FlowBlock NewBlock()
    {
        FlowBlock block = new(_graph.Blocks.Count);
        _graph.Blocks.Add(block);
        return block;
    }

    private static void Edge(FlowBlock from, FlowBlock? to)
    {
        from.Successors.Add(to);
        to?.Predecessors.Add(from);
    }

    /// <summary>Ends the current block with an edge and goes on in <paramref name="next"/>.</summary>
    private void GoOnIn(FlowBlock next)
    {
        Edge(_current, next);
        _current = next;
    }

    private FlowBlock LabelBlock(LabelSymbol label)
    {
        if (!_labels.TryGetValue(label, out FlowBlock? block)) _labels.Add(label, block = NewBlock());
        return block;
    }

    private void Point(SourceSpan span) => _current.Events.Add(new FlowEvent(FlowEventKind.Point, -1, span));

    private void Statement(BoundStatement statement)
    {
        switch (statement)
        {
            case BoundBlock b:
                foreach (BoundStatement s in b.Statements) Statement(s);
                break;
            case BoundLocalDeclaration d:
                Declaration(d);
                break;
            case BoundExpressionStatement e:
                Expression(e.Expression);
                break;
            case BoundEmptyStatement e:
                if (e.IsFallthrough) _current.FallsThroughOnPurpose = true;
                break;
            case BoundIf i:
                If(i);
                break;
            case BoundSwitch s:
                Switch(s);
                break;
            case BoundCaseStatement c:
                Case(c);
                break;
            case BoundWhile w:
                While(w);
                break;
            case BoundDoWhile d:
                DoWhile(d);
                break;
            case BoundFor f:
                For(f);
                break;
            case BoundBreak:
                Jump(statement.Span, _breaks.TryPeek(out FlowBlock? after) ? after : null, isReturn: false);
                break;
            case BoundContinue:
                Jump(default, _continues.TryPeek(out FlowBlock? again) ? again : null, isReturn: false);
                break;
            case BoundGoto g:
                Point(g.Span);
                Jump(default, LabelBlock(g.Label), isReturn: false);
                break;
            case BoundComputedGoto g:
                Expression(g.Target);
                _computedGotos.Add(_current);
                _current = NewBlock();
                break;
            case BoundLabeled l:
                GoOnIn(LabelBlock(l.Label));
                Statement(l.Statement);
                break;
            case BoundReturn r:
                if (r.Value is not null) Expression(r.Value);
                _current.Returns = true;
                Jump(r.Span, _graph.Exit, isReturn: true);
                break;
            case BoundAsmBarrier a:
                foreach (BoundExpression e in a.Inputs) Expression(e);
                foreach (BoundExpression e in a.Outputs) Escape(e);
                break;
            default:
                throw new UnreachableException(statement.GetType().Name);
        }
    }

    private void Jump(SourceSpan span, FlowBlock? to, bool isReturn)
    {
        _current.Jump = span;
        _current.JumpIsReturn = isReturn;
        if (to is not null) Edge(_current, to);
        _current = NewBlock();
    }

    private void Declaration(BoundLocalDeclaration d)
    {
        BoundExpression? value = (d.Initializer as BoundExpressionInitializer)?.Value;
        bool isTracked = IsTracked(d.Variable);
        if (isTracked && value is not null && IsReadOf(value, d.Variable))
        {
            Event(FlowEventKind.DeclareWithItself, d.Variable, value.Span);
            return;
        }
        if (d.Initializer is not null) Initializer(d.Initializer);
        if (isTracked) Event(d.Initializer is null ? FlowEventKind.Declare : FlowEventKind.Assign, d.Variable, d.Span);
    }

    private void If(BoundIf i)
    {
        FlowBlock then = NewBlock(), after = NewBlock(), otherwise = i.Else is null ? after : NewBlock();
        Condition(i.Condition, then, otherwise, BranchKind.If, i.Condition.Span);
        _current = then;
        Statement(i.Then);
        Edge(_current, after);
        if (i.Else is not null)
        {
            _current = otherwise;
            Statement(i.Else);
            Edge(_current, after);
        }
        _current = after;
    }

    private void Loop(BoundStatement body, FlowBlock after, FlowBlock again)
    {
        _breaks.Push(after);
        _continues.Push(again);
        Statement(body);
        _breaks.Pop();
        _continues.Pop();
    }

    private void While(BoundWhile w)
    {
        FlowBlock head = NewBlock(), body = NewBlock(), after = NewBlock();
        GoOnIn(head);
        Condition(w.Condition, body, after, BranchKind.While, w.Condition.Span);
        _current = body;
        Loop(w.Body, after, head);
        Edge(_current, head);
        _current = after;
    }

    private void DoWhile(BoundDoWhile d)
    {
        FlowBlock body = NewBlock(), condition = NewBlock(), after = NewBlock();
        GoOnIn(body);
        Loop(d.Body, after, condition);
        GoOnIn(condition);
        Condition(d.Condition, body, after, BranchKind.Do, d.Condition.Span);
        _current = after;
    }

    private void For(BoundFor f)
    {
        foreach (BoundStatement s in f.Initial) Statement(s);
        FlowBlock head = NewBlock(), body = NewBlock(), step = NewBlock(), after = NewBlock();
        GoOnIn(head);
        if (f.Condition is not null)
        {
            Condition(f.Condition, body, after, BranchKind.For, f.Condition.Span);
        }
        else
        {
            Edge(_current, body);
            Edge(_current, null);
        }
        _current = body;
        Loop(f.Body, after, step);
        GoOnIn(step);
        if (f.Step is not null) Expression(f.Step);
        Edge(_current, head);
        _current = after;
    }

    private void Switch(BoundSwitch s)
    {
        Expression(s.Value);
        FlowBlock head = _current, after = NewBlock();
        head.Branch = BranchKind.Switch;
        head.BranchSpan = s.Value.Span;
        SwitchTarget target = new(head, s, ConstantEvaluator.EvaluateInteger(s.Value));
        _switches.Push(target);
        _breaks.Push(after);
        _current = NewBlock();
        Statement(s.Body);
        _breaks.Pop();
        _switches.Pop();
        Edge(_current, after);
        if (s.Default is null) Edge(head, s.CoversEnumeration || target.HasKnownCase ? null : after);
        _current = after;
    }

    private void Case(BoundCaseStatement c)
    {
        FlowBlock block = NewBlock();
        block.Label = c.Label.IsDefault ? BlockLabel.Default : BlockLabel.Case;
        block.LabelSpan = c.Span;
        GoOnIn(block);
        if (_switches.TryPeek(out SwitchTarget? target))
        {
            bool matches = !c.Label.IsDefault && target.Known is Int128 v && c.Label.Low <= v && v <= c.Label.High;
            target.HasKnownCase |= matches;
            bool excluded = target.Known is not null && !matches && (!c.Label.IsDefault || target.Syntax.Cases.Any(l => !l.IsDefault && l.Low <= target.Known && target.Known <= l.High));
            Edge(target.Head, excluded ? null : block);
        }
        Statement(c.Statement);
    }

    /// <summary>Branches on a condition; its last block is what <paramref name="kind"/> speaks of. Under a ! the operators && and || are values, as clang has it.</summary>
    private void Condition(BoundExpression e, FlowBlock whenTrue, FlowBlock whenFalse, BranchKind kind, SourceSpan span)
    {
        switch (e)
        {
            case BoundBinary { Operator: BinaryOperator.LogicalAnd } b:
                FlowBlock right = NewBlock();
                Condition(b.Left, right, whenFalse, BranchKind.And, b.Left.Span);
                _current = right;
                Condition(b.Right, whenTrue, whenFalse, kind, span);
                return;
            case BoundBinary { Operator: BinaryOperator.LogicalOr } b:
                FlowBlock other = NewBlock();
                Condition(b.Left, whenTrue, other, BranchKind.Or, b.Left.Span);
                _current = other;
                Condition(b.Right, whenTrue, whenFalse, kind, span);
                return;
            case BoundComma c:
                Expression(c.Left);
                Condition(c.Right, whenTrue, whenFalse, kind, span);
                return;
        }
        Expression(e);
        bool? known = ConstantEvaluator.EvaluateCondition(e);
        _current.Branch = kind;
        _current.BranchSpan = span;
        Edge(_current, known == false ? null : whenTrue);
        Edge(_current, known == true ? null : whenFalse);
    }
}
