// Whether control can reach the end of a function's body: for -Wreturn-type and for main's implicit return 0 (5.1.2.2.3). It follows clang in taking "while (1)" and calls of functions that
// do not return as the ends they are; a label that is defined makes what follows reachable.
namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private static bool CanFallOut(IReadOnlyList<BoundStatement> statements)
    {
        bool reachable = true;
        foreach (BoundStatement statement in statements)
        {
            if (!reachable && !ContainsLabel(statement)) continue;
            reachable = CanFallOut(statement);
        }
        return reachable;
    }

    private static bool CanFallOut(BoundStatement statement)
    {
        switch (statement)
        {
            case BoundReturn or BoundGoto or BoundComputedGoto or BoundBreak or BoundContinue:
                return false;
            case BoundBlock b:
                return CanFallOut(b.Statements);
            case BoundLabeled l:
                return CanFallOut(l.Statement);
            case BoundCaseStatement c:
                return CanFallOut(c.Statement);
            case BoundIf i:
                bool? condition = ConstantEvaluator.EvaluateCondition(i.Condition);
                if (condition == true) return CanFallOut(i.Then) || (i.Else is not null && ContainsLabel(i.Else) && CanFallOut(i.Else));
                if (condition == false) return i.Else is null || CanFallOut(i.Else) || (ContainsLabel(i.Then) && CanFallOut(i.Then));
                return i.Else is null || CanFallOut(i.Then) || CanFallOut(i.Else);
            case BoundWhile w:
                return ConstantEvaluator.EvaluateCondition(w.Condition) != true || HasBreak(w.Body);
            case BoundDoWhile d:
                return (ConstantEvaluator.EvaluateCondition(d.Condition) != true && (CanFallOut(d.Body) || HasContinue(d.Body))) || HasBreak(d.Body);
            case BoundFor f:
                return (f.Condition is not null && ConstantEvaluator.EvaluateCondition(f.Condition) != true) || HasBreak(f.Body);
            case BoundSwitch s:
                return s.Default is null || HasBreak(s.Body) || CanFallOut(s.Body);
            case BoundExpressionStatement e:
                return !NeverReturns(e.Expression);
            default:
                return true;
        }
    }

    private static bool NeverReturns(BoundExpression e) => e switch
    {
        BoundCall { Callee: BoundFunctionRef { Symbol: var f } } => f.Attributes.NoReturn,
        BoundBuiltinCall { Function: BuiltinFunction.Unreachable or BuiltinFunction.Trap } => true,
        BoundCast c => NeverReturns(c.Operand),
        BoundComma c => NeverReturns(c.Left) || NeverReturns(c.Right),
        BoundStatementExpression s => !CanFallOut(s.Statements),
        _ => false,
    };

    private static bool HasBreak(BoundStatement statement) => statement switch
    {
        BoundBreak => true,
        BoundBlock b => b.Statements.Any(HasBreak),
        BoundLabeled l => HasBreak(l.Statement),
        BoundCaseStatement c => HasBreak(c.Statement),
        BoundIf i => HasBreak(i.Then) || (i.Else is not null && HasBreak(i.Else)),
        _ => false,
    };

    private static bool HasContinue(BoundStatement statement) => statement switch
    {
        BoundContinue => true,
        BoundBlock b => b.Statements.Any(HasContinue),
        BoundLabeled l => HasContinue(l.Statement),
        BoundCaseStatement c => HasContinue(c.Statement),
        BoundIf i => HasContinue(i.Then) || (i.Else is not null && HasContinue(i.Else)),
        BoundSwitch s => HasContinue(s.Body),
        _ => false,
    };

    private static bool ContainsLabel(BoundStatement statement) => statement switch
    {
        BoundLabeled or BoundCaseStatement => true,
        BoundBlock b => b.Statements.Any(ContainsLabel),
        BoundIf i => ContainsLabel(i.Then) || (i.Else is not null && ContainsLabel(i.Else)),
        BoundWhile w => ContainsLabel(w.Body),
        BoundDoWhile d => ContainsLabel(d.Body),
        BoundFor f => ContainsLabel(f.Body),
        BoundSwitch s => ContainsLabel(s.Body),
        _ => false,
    };
}
