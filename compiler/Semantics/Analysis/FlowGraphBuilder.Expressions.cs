// Builds a function's flow graph: what expressions do, in the order of evaluation. Only plain scalars are followed; naming one otherwise than to read or assign it (taking its address) counts as giving it a value, as in
// clang: whoever has the address may store there.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics.Analysis;

internal sealed partial class FlowGraphBuilder
{
    private static bool IsTracked(VariableSymbol v) =>
        v.Storage == StorageDuration.Automatic && v.Name.Length > 0 && v.Name[0] != '.' && v.Type.Type is var t && (t.IsScalar() || t is VectorType);

    private void Event(FlowEventKind kind, VariableSymbol variable, SourceSpan span)
    {
        if (!_variables.TryGetValue(variable, out int index))
        {
            _variables.Add(variable, index = _graph.Variables.Count);
            _graph.Variables.Add(variable);
        }
        _current.Events.Add(new FlowEvent(kind, index, span));
    }

    private static bool IsReadOf(BoundExpression e, VariableSymbol variable)
    {
        while (e is BoundCast { Kind: not CastKind.LvalueToRvalue } c) e = c.Operand;
        return e is BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundVariable { Symbol: var s } } && ReferenceEquals(s, variable);
    }

    private void Initializer(BoundInitializer initializer)
    {
        if (initializer is BoundExpressionInitializer e) Expression(e.Value);
        else if (initializer is BoundListInitializer list)
        {
            foreach (BoundInitializerElement element in list.Elements) Expression(element.Value);
        }
    }

    /// <summary>An lvalue whose address or whole is used.</summary>
    private void Escape(BoundExpression e)
    {
        if (e is BoundVariable { Symbol: var v })
        {
            if (IsTracked(v)) Event(FlowEventKind.Assign, v, e.Span);
            return;
        }
        Expression(e);
    }

    private void Expression(BoundExpression e)
    {
        switch (e)
        {
            case BoundIntConstant or BoundFloatConstant or BoundStringLiteral or BoundFunctionRef or BoundPlaceholder or BoundLabelAddress or BoundErrorExpression or BoundVariableSize:
                return;
            case BoundVariable:
                Escape(e);
                return;
            case BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundVariable { Symbol: var v } }:
                Point(e.Span);
                if (IsTracked(v)) Event(FlowEventKind.Read, v, e.Span);
                return;
            case BoundCast { Kind: CastKind.ToVoid, Operand: BoundCast { Kind: CastKind.LvalueToRvalue, Operand: BoundVariable } or BoundVariable }:
                Point(e.Span);
                return;
            case BoundCast c:
                Expression(c.Operand);
                return;
            case BoundMember m:
                Expression(m.Base);
                return;
            case BoundDereference d:
                Expression(d.Pointer);
                return;
            case BoundAddressOf a:
                Escape(a.Operand);
                return;
            case BoundVectorElement v:
                Expression(v.Vector);
                Expression(v.Index);
                return;
            case BoundUnary u:
                Point(e.Span);
                Expression(u.Operand);
                return;
            case BoundBinary { Operator: BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr } b:
                Logical(b);
                return;
            case BoundBinary b:
                Binary(b);
                return;
            case BoundConditional c:
                Conditional(c);
                return;
            case BoundAssignment a:
                Point(e.Span);
                if (a.Target is not BoundVariable) Expression(a.Target);
                Expression(a.Value);
                if (a.Target is BoundVariable { Symbol: var assigned } && IsTracked(assigned)) Event(FlowEventKind.Assign, assigned, a.Target.Span);
                return;
            case BoundCompoundAssignment a:
                Point(e.Span);
                if (a.Target is BoundVariable { Symbol: var changed } && IsTracked(changed))
                {
                    Event(FlowEventKind.Read, changed, a.Target.Span);
                    Expression(a.NewValue);
                    Event(FlowEventKind.Assign, changed, a.Target.Span);
                    return;
                }
                Expression(a.Target);
                Expression(a.NewValue);
                return;
            case BoundComma c:
                Expression(c.Left);
                Expression(c.Right);
                return;
            case BoundCall c:
                Call(c);
                return;
            case BoundBuiltinCall b:
                foreach (BoundExpression a in b.Arguments) Expression(a);
                if (b.Function is BuiltinFunction.Unreachable or BuiltinFunction.Trap) _current = NewBlock();
                return;
            case BoundVaArg v:
                Escape(v.List);
                return;
            case BoundCompoundLiteral l:
                if (l.Initializer is not null && l.Object.Storage == StorageDuration.Automatic) Initializer(l.Initializer);
                return;
            case BoundStatementExpression s:
                foreach (BoundStatement x in s.Statements) Statement(x);
                if (s.Result is not null) Expression(s.Result);
                return;
        }
    }

    // "a + b + c …" leans left as deep as the chain is long.
    private void Binary(BoundBinary b)
    {
        Stack<BoundBinary> chain = new();
        BoundExpression left = b;
        while (left is BoundBinary { Operator: not (BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr) } inner)
        {
            chain.Push(inner);
            left = inner.Left;
        }
        Point(b.Span);
        Expression(left);
        while (chain.TryPop(out BoundBinary? next)) Expression(next.Right);
    }

    private void Logical(BoundBinary b)
    {
        FlowBlock right = NewBlock(), after = NewBlock();
        bool isAnd = b.Operator == BinaryOperator.LogicalAnd;
        Condition(b.Left, isAnd ? right : after, isAnd ? after : right, isAnd ? BranchKind.And : BranchKind.Or, b.Left.Span);
        _current = right;
        Expression(b.Right);
        GoOnIn(after);
    }

    private void Conditional(BoundConditional c)
    {
        FlowBlock whenTrue = NewBlock(), whenFalse = NewBlock(), after = NewBlock();
        Condition(c.Condition, whenTrue, whenFalse, BranchKind.Conditional, c.Condition.Span);
        _current = whenTrue;
        if (c.WhenTrue is not null) Expression(c.WhenTrue);
        Edge(_current, after);
        _current = whenFalse;
        Expression(c.WhenFalse);
        GoOnIn(after);
    }

    private void Call(BoundCall c)
    {
        Point(c.Span);
        Expression(c.Callee);
        foreach (BoundExpression a in c.Arguments) Expression(a);
        if (c.Callee is not BoundFunctionRef { Symbol: var callee }) return;
        if (ReferenceEquals(callee, function.Symbol)) _current.Events.Add(new FlowEvent(FlowEventKind.SelfCall, -1, c.Span));
        if (callee.Attributes.NoReturn) _current = NewBlock();
    }
}
