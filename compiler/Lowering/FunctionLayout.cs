// Where the declarations, labels and jumps of a function stand in its text, found in one walk before code is generated. A position is a counter in source order, so that
// "the label is in the scope of the variable" (C11 6.2.1p4: from its declarator to the end of the block) is a comparison of numbers. It answers:
// - may a jump enter a variable's scope behind its declaration? Such a variable gets no lifetime markers, because its start marker would be passed by;
// - which cleanups does a jump leave? Those whose scope does not hold the label;
// - does a statement that cannot be reached from above hold a label? If not, no code is made for it.
using PopcornCC.Compiler.Semantics;

namespace PopcornCC.Compiler.Lowering;

/// <summary>A range of positions: behind <paramref name="Start"/>, up to and with <paramref name="End"/>.</summary>
public readonly record struct ScopeRange(int Start, int End)
{
    /// <summary>Whether a position lies in the range.</summary>
    public bool Contains(int position) => position > Start && position <= End;
}

/// <summary>Positions in one function.</summary>
public sealed class FunctionLayout : BoundTreeWalker
{
    private readonly Dictionary<VariableSymbol, ScopeRange> _variables = [];
    private readonly Dictionary<LabelSymbol, int> _labels = [];
    private readonly Dictionary<BoundStatement, ScopeRange> _statements = new(ReferenceEqualityComparer.Instance);
    private readonly List<(int Position, LabelSymbol Label)> _gotos = [];
    private readonly List<(int Position, int Case)> _cases = [];
    private readonly List<int> _computedGotos = [];
    private readonly List<int> _labelPositions = [];
    private readonly Stack<List<VariableSymbol>> _open = new();
    private readonly Stack<int> _switches = new();
    private HashSet<VariableSymbol>? _bypassed;
    private int _position;

    /// <summary>Lays out a function.</summary>
    public FunctionLayout(BoundFunction function)
    {
        Visit(function.Body);
    }

    /// <summary>The scope of a local variable.</summary>
    public ScopeRange Scope(VariableSymbol variable) => _variables.TryGetValue(variable, out ScopeRange r) ? r : new ScopeRange(0, int.MaxValue);

    /// <summary>The position of a label.</summary>
    public int Position(LabelSymbol label) => _labels.TryGetValue(label, out int p) ? p : int.MaxValue;

    /// <summary>Whether a label or case label is in the statement, so that it can be entered other than from above.</summary>
    public bool HasLabel(BoundStatement statement)
    {
        if (!_statements.TryGetValue(statement, out ScopeRange range)) return false;
        int index = _labelPositions.BinarySearch(range.Start + 1);
        if (index < 0) index = ~index;
        return index < _labelPositions.Count && _labelPositions[index] <= range.End;
    }

    /// <summary>Whether some jump enters the variable's scope behind its declaration.</summary>
    public bool IsBypassed(VariableSymbol variable)
    {
        if (_bypassed is null)
        {
            _bypassed = [];
            foreach ((VariableSymbol v, ScopeRange scope) in _variables)
            {
                if (_gotos.Any(g => scope.Contains(Position(g.Label)) && !scope.Contains(g.Position))
                    || _cases.Any(c => scope.Contains(c.Case) && !scope.Contains(c.Position))
                    || _computedGotos.Any(g => !scope.Contains(g) && _labels.Any(l => l.Key.AddressNumber != 0 && scope.Contains(l.Value))))
                {
                    _bypassed.Add(v);
                }
            }
        }
        return _bypassed.Contains(variable);
    }

    /// <inheritdoc/>
    public override void Visit(BoundStatement? statement)
    {
        if (statement is null) return;
        int start = _position++;
        switch (statement)
        {
            case BoundLocalDeclaration d:
                base.Visit(d);
                _variables[d.Variable] = new ScopeRange(_position++, int.MaxValue);
                if (_open.TryPeek(out List<VariableSymbol>? open)) open.Add(d.Variable);
                break;
            case BoundLabeled l:
                _labels[l.Label] = _position;
                _labelPositions.Add(_position++);
                base.Visit(l);
                break;
            case BoundCaseStatement c:
                if (_switches.TryPeek(out int origin)) _cases.Add((origin, _position));
                _labelPositions.Add(_position++);
                base.Visit(c);
                break;
            case BoundSwitch s:
                Visit(s.Value);
                _switches.Push(_position++);
                Visit(s.Body);
                _switches.Pop();
                break;
            case BoundGoto g:
                _gotos.Add((_position++, g.Label));
                break;
            case BoundComputedGoto g:
                Visit(g.Target);
                _computedGotos.Add(_position++);
                break;
            case BoundBlock or BoundFor:
                _open.Push([]);
                base.Visit(statement);
                CloseScope();
                break;
            default:
                base.Visit(statement);
                break;
        }
        _statements[statement] = new ScopeRange(start, _position++);
    }

    /// <inheritdoc/>
    public override void Visit(BoundExpression? expression)
    {
        if (expression is BoundStatementExpression)
        {
            _open.Push([]);
            base.Visit(expression);
            CloseScope();
            return;
        }
        base.Visit(expression);
    }

    private void CloseScope()
    {
        int end = _position++;
        foreach (VariableSymbol v in _open.Pop()) _variables[v] = _variables[v] with { End = end };
    }
}
