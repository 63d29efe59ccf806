// -Wunsequenced (C11 6.5p2): an object changed twice, or changed and read, by parts of an expression whose order nothing fixes. The method is clang's SequenceChecker: parts of the expression are regions in a tree; what
// happened in a region that has ended before another began (comma, &&, ||, ?:, arguments before the call) is sequenced, all else is not. In C every change is a side effect that the end of its full expression completes.
using PopcornCC.Compiler.Lowering;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics.Analysis;

/// <summary>Looks at every full expression of a function.</summary>
internal sealed class Sequencing(DiagnosticBag diagnostics) : BoundTreeWalker
{
    /// <summary>Checks a function's body.</summary>
    public static void Check(BoundFunction function, DiagnosticBag diagnostics) => new Sequencing(diagnostics).Visit(function.Body);

    public override void Visit(BoundExpression? expression)
    {
        if (expression is null) return;
        ChangeCounter counter = new();
        counter.Visit(expression);

        // One change conflicts with nothing unless something around it goes on.
        if (counter.Changes > 1 || (counter.Changes == 1 && expression is not (BoundAssignment or BoundCompoundAssignment))) new Checker(diagnostics).Visit(expression);
        foreach (BoundStatementExpression inner in counter.Statements)
        {
            foreach (BoundStatement s in inner.Statements) Visit(s);
        }
    }

    private sealed class ChangeCounter : BoundTreeWalker
    {
        public int Changes { get; private set; }

        public List<BoundStatementExpression> Statements { get; } = [];

        public override void Visit(BoundExpression? expression)
        {
            if (expression is BoundStatementExpression s)
            {
                Statements.Add(s);
                return;
            }
            if (expression is BoundAssignment or BoundCompoundAssignment) Changes++;
            base.Visit(expression);
        }
    }

    private enum Kind : byte
    {
        Use,
        Value,
        SideEffect,
    }

    private readonly record struct Usage(SourceSpan Span, int Region);

    private sealed class Usages
    {
        public Usage?[] Of { get; } = new Usage?[3];

        public bool Reported { get; set; }
    }

    /// <summary>Follows one full expression in clang's order.</summary>
    private sealed class Checker(DiagnosticBag diagnostics) : BoundTreeWalker
    {
        private readonly Dictionary<VariableSymbol, Usages> _usages = new(ReferenceEqualityComparer.Instance);

        // The tree of regions: a region's parent, and whether it has become part of it.
        private readonly List<(int Parent, bool Merged)> _regions = [(0, false)];
        private int _region;
        private List<(VariableSymbol Variable, Usage? Before)>? _sideEffects;

        public override void Visit(BoundExpression? expression)
        {
            switch (expression)
            {
                case BoundStatementExpression:
                    return;
                case BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundVariable v } c:
                    Conflicts(v.Symbol, c.Span, Kind.Value, false);
                    AddUse(v.Symbol, c.Span);
                    return;
                case BoundAssignment { Target: BoundVariable v } a:
                    BeforeChange(v.Symbol, a.Span);
                    Visit(a.Value);
                    AfterChange(v.Symbol, a.Span);
                    return;
                case BoundCompoundAssignment { Target: BoundVariable v } a:
                    BeforeChange(v.Symbol, a.Span);
                    if (!IsIncrement(a))
                    {
                        Conflicts(v.Symbol, a.Span, Kind.Value, false);
                        AddUse(v.Symbol, a.Span);
                    }
                    Visit(a.NewValue);
                    AfterChange(v.Symbol, a.Span);
                    return;
                case BoundComma c:
                    InOrder(c.Left, () => Visit(c.Right));
                    return;
                case BoundBinary { Operator: BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr } b:
                    bool? known = ConstantEvaluator.EvaluateCondition(b.Left);
                    InOrder(b.Left, () =>
                    {
                        if (known is null || known == (b.Operator == BinaryOperator.LogicalAnd)) Visit(b.Right);
                    });
                    return;
                case BoundConditional c:
                    InOrder(c.Condition, () => Branches(c));
                    return;
                case BoundCall c:
                    Sequenced(() => base.Visit(c));
                    return;
                default:
                    base.Visit(expression);
                    return;
            }
        }

        // x++ is a compound assignment whose operand is the constant 1 and whose message names only the change.
        private static bool IsIncrement(BoundCompoundAssignment a) => a.Span.Length - 2 <= a.Target.Span.Length + 2 && a.NewValue is var v && Operand(v) is BoundBinary { Right: BoundIntConstant { Value: var one } } && one == 1
            || a.IsPostfix;

        private static BoundExpression Operand(BoundExpression e) => e is BoundCast c ? Operand(c.Operand) : e;

        private void Branches(BoundConditional c)
        {
            int outer = _region, first = Allocate(outer), second = Allocate(outer);
            _region = first;
            Visit(c.WhenTrue);
            Visit(c.OmittedConversion);
            _region = second;
            Visit(c.WhenFalse);
            _region = outer;
            Merge(first);
            Merge(second);
        }

        private void InOrder(BoundExpression first, Action then)
        {
            int outer = _region, before = Allocate(outer), after = Allocate(outer);
            _region = before;
            Sequenced(() => Visit(first));
            _region = after;
            then();
            _region = outer;
            Merge(before);
            Merge(after);
        }

        // Its side effects are complete when it is.
        private void Sequenced(Action visit)
        {
            List<(VariableSymbol Variable, Usage? Before)>? outer = _sideEffects;
            _sideEffects = [];
            visit();
            List<(VariableSymbol Variable, Usage? Before)> inner = _sideEffects;
            _sideEffects = outer;
            for (int i = inner.Count - 1; i >= 0; i--)
            {
                Usages usages = _usages[inner[i].Variable];
                if (usages.Of[(int)Kind.SideEffect] is { } effect) Add(inner[i].Variable, usages, effect.Span, Kind.Value);
                usages.Of[(int)Kind.SideEffect] = inner[i].Before;
            }
        }

        private void BeforeChange(VariableSymbol variable, SourceSpan span)
        {
            Conflicts(variable, span, Kind.Value, true);
            Conflicts(variable, span, Kind.Use, false);
        }

        private void AfterChange(VariableSymbol variable, SourceSpan span)
        {
            Conflicts(variable, span, Kind.SideEffect, true);
            Add(variable, Find(variable), span, Kind.SideEffect);
        }

        private void AddUse(VariableSymbol variable, SourceSpan span)
        {
            Conflicts(variable, span, Kind.SideEffect, false);
            Add(variable, Find(variable), span, Kind.Use);
        }

        private void Add(VariableSymbol variable, Usages usages, SourceSpan span, Kind kind)
        {
            if (usages.Of[(int)kind] is { } before && IsUnsequenced(before.Region)) return;
            if (kind == Kind.SideEffect) _sideEffects?.Add((variable, usages.Of[(int)kind]));
            usages.Of[(int)kind] = new Usage(span, _region);
        }

        private void Conflicts(VariableSymbol variable, SourceSpan span, Kind with, bool bothChange)
        {
            Usages usages = Find(variable);
            if (usages.Reported || usages.Of[(int)with] is not { } other || !IsUnsequenced(other.Region)) return;
            usages.Reported = true;
            (SourceSpan change, SourceSpan second) = with == Kind.Use ? (span, other.Span) : (other.Span, span);
            diagnostics.Unsequenced(change, second, variable.Name.Split('.') is { Length: > 1 } parts ? parts[1] : variable.Name, bothChange);
        }

        private Usages Find(VariableSymbol variable) => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_usages, variable, out _) ??= new Usages();

        private int Allocate(int parent)
        {
            _regions.Add((parent, false));
            return _regions.Count - 1;
        }

        private void Merge(int region) => _regions[region] = (_regions[region].Parent, true);

        private int Representative(int region)
        {
            while (_regions[region].Merged) region = _regions[region].Parent;
            return region;
        }

        private bool IsUnsequenced(int old)
        {
            int target = Representative(old);
            for (int current = Representative(_region); current >= target; current = _regions[current].Parent)
            {
                if (current == target) return true;
                if (current == 0) return false;
            }
            return false;
        }
    }
}
