// -Wunused-value, -Wunused-comparison, -Wunused-result: statements, and left sides of commas, that compute a value for nothing. What counts as such follows clang's Expr::isUnusedResultAWarning; what a macro's body wrote is
// let pass, for it may be used elsewhere.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    /// <summary>An expression whose value is dropped.</summary>
    private void WarnUnusedValue(BoundExpression e)
    {
        NoteDiscarded(e);
        if (_unevaluated > 0 || HasError(e) || FindUnused(e) is not { } unused) return;
        bool isFromMacro = unused.Span.File < 0;
        if (unused is BoundDereference { Pointer: BoundBinary { Span: var inner } } && inner == unused.Span && unused.Span.Length > 0) unused = unused with { Span = unused.Span with { Caret = unused.Span.Length - 1 } };
        switch (unused)
        {
            case BoundCall { Callee: BoundFunctionRef { Symbol: var f } } when f.Attributes.WarnUnusedResult:
                _diagnostics.UnusedResult(unused.Span, f.Name);
                break;
            case BoundCall { Callee: BoundFunctionRef { Symbol: var f } }:
                if (!isFromMacro) _diagnostics.UnusedCall(unused.Span, f.Attributes.Pure ? "pure" : "const");
                break;
            case BoundBinary { Operator: >= BinaryOperator.Less and <= BinaryOperator.NotEqual } b:
                string kind = b.Operator switch { BinaryOperator.Equal => "equality", BinaryOperator.NotEqual => "inequality", _ => "relational" };
                if (!isFromMacro) _diagnostics.UnusedComparison(unused.Span, kind);
                break;
            default:
                if (!isFromMacro) _diagnostics.UnusedValue(unused.Span);
                break;
        }
    }

    /// <summary>The part of an expression that makes it useless; null when it has an effect.</summary>
    private static BoundExpression? FindUnused(BoundExpression e)
    {
        if (e.Type.Type.IsVoid()) return e is BoundCast { Kind: CastKind.LvalueToRvalue } ? e : null;
        switch (e)
        {
            case BoundCast { Kind: CastKind.ToVoid }:
                return null;
            case BoundCast { Kind: CastKind.LvalueToRvalue or CastKind.ArrayToPointer or CastKind.FunctionToPointer } c:
                return FindUnused(c.Operand);
            case BoundCast { Operand: BoundVaArg }:
                return null;
            case BoundVariable or BoundMember or BoundDereference or BoundVectorElement:
                return e.Type.IsVolatile ? null : e;
            case BoundAssignment or BoundCompoundAssignment or BoundVaArg or BoundBuiltinCall or BoundPlaceholder or BoundErrorExpression:
                return null;
            case BoundCall { Callee: BoundFunctionRef { Symbol.Attributes: { } a } }:
                return a.WarnUnusedResult || a.Pure || a.Const ? e : null;
            case BoundCall:
                return null;
            case BoundComma c:
                return FindUnused(c.Right);
            case BoundConditional c:
                // With an effect in one arm it is there for the choice.
                return c.WhenTrue is not null && FindUnused(c.WhenTrue) is null ? null : FindUnused(c.WhenFalse);
            case BoundBinary { Operator: BinaryOperator.LogicalAnd or BinaryOperator.LogicalOr } b:
                return FindUnused(b.Left) is null || FindUnused(b.Right) is null ? null : e;
            case BoundStatementExpression s:
                return s.Result is null || s.Span.File < 0 ? null : FindUnused(s.Result);
            default:
                return e;
        }
    }
}
