// Warnings about expressions used as conditions, and about commas: shifts and choices between constants where a truth value is wanted (-Wint-in-bool-context), commas that may have been meant as && (-Wcomma). After clang's
// DiagnoseIntInBoolContext and DiagnoseCommaOperator.
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private void WarnIntAsTruth(BoundExpression e)
    {
        if (!IsExecuted || !e.Type.Type.IsInteger()) return;
        e = Analysis.IntegerRange.WithoutImplicit(e);
        switch (e)
        {
            case BoundBinary { Operator: BinaryOperator.ShiftLeft, Left: BoundIntConstant { Value: var zero } } b when zero == 0:
                _diagnostics.ShiftAlwaysTruth(b.Span, false);
                break;
            case BoundBinary { Operator: BinaryOperator.ShiftLeft } b when b.Type.Type.IsSigned():
                _diagnostics.ShiftAsTruth(b.Span, TextAt(b.Span));
                break;
            case BoundConditional { WhenTrue: BoundIntConstant { Value: var t }, WhenFalse: BoundIntConstant { Value: var f } } when t != 0 && f != 0 && (t != 1 || f != 1):
                _diagnostics.ChoiceAlwaysTrue(e.Span);
                break;
        }
    }

    /// <summary>The text of a place, white space made single; null when a macro made it.</summary>
    private string? TextAt(SourceSpan span)
    {
        if (span.File <= 0 || _options.Sources is null) return null;
        string text = _options.Sources[span.File]!.Text.Substring(span.Start, span.Length);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    // Above zero in the first and third part of a for: commas are usual there.
    private int _plainCommas;

    private void WarnComma(CommaSyntax syntax, BoundExpression left)
    {
        if (_plainCommas > 0 || _unevaluated > 0 || syntax.OperatorSpan.File < 0) return;
        // Of "a, b, c" each comma is held against what stands right before it.
        ExpressionSyntax before = Unparenthesized(syntax.Left);
        while (before is CommaSyntax inner) before = Unparenthesized(inner.Right);
        if (left is BoundComma chain) left = chain.Right;
        while (left is BoundCast { Kind: CastKind.NoOp, IsExplicit: false } c) left = c.Operand;
        if (left.Type.Type.IsVoid()) return;
        _diagnostics.CommaMisused(syntax.OperatorSpan, before.Span);
    }
}
