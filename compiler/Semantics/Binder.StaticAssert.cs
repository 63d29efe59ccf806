// _Static_assert (C11 6.7.10). A failed one says which part of its condition failed, as it was written, and what the two sides of a comparison were.
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Syntax;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Semantics;

public sealed partial class Binder
{
    private void BindStaticAssert(StaticAssertSyntax syntax)
    {
        BoundExpression condition = Rvalue(BindExpression(syntax.Condition));
        TakeSizes();
        if (HasError(condition)) return;
        if (ConstantEvaluator.EvaluateCondition(condition) is not bool holds || !condition.Type.Type.IsInteger())
        {
            _diagnostics.StaticAssertNotConstant(syntax.Condition.Span.FromStart());
            return;
        }
        if (holds) return;
        ExpressionSyntax failed = FailedPart(syntax.Condition);
        string? requirement = failed is NumberSyntax or BoolSyntax ? null : SyntaxText.Of(failed, t => QuietTypeName(t).ToString());
        _diagnostics.StaticAssertFailed(failed.Span.FromStart(), requirement, syntax.Message is null ? null : TextOf(syntax.Message), failed.Span, ValuesOf(failed));
    }

    // Of "a && b" the first that is false.
    private ExpressionSyntax FailedPart(ExpressionSyntax condition)
    {
        ExpressionSyntax inner = Unparenthesized(condition);
        if (inner is not BinarySyntax { Operator: TokenKind.AmpersandAmpersand } both) return inner;
        return ValueOf(both.Left) is { } left && left == 0 ? FailedPart(both.Left) : FailedPart(both.Right);
    }

    // What the sides of a comparison are, unless that can be read off the text.
    private string? ValuesOf(ExpressionSyntax failed)
    {
        if (failed is not BinarySyntax { Operator: TokenKind.Less or TokenKind.Greater or TokenKind.LessEqual or TokenKind.GreaterEqual or TokenKind.EqualEqual or TokenKind.BangEqual } comparison) return null;
        if (!IsTellingValue(comparison.Left) && !IsTellingValue(comparison.Right)) return null;
        return ValueOf(comparison.Left) is { } left && ValueOf(comparison.Right) is { } right ? $"{left} {Operators.Spelling(comparison.Operator)} {right}" : null;
    }

    private static bool IsTellingValue(ExpressionSyntax e) => Unparenthesized(e) switch
    {
        NumberSyntax or CharacterSyntax or BoolSyntax or StringSyntax => false,
        UnarySyntax u => IsTellingValue(u.Operand),
        BinarySyntax b => IsTellingValue(b.Left) || IsTellingValue(b.Right),
        _ => true,
    };

    // Bound a second time: what there is to say about it has been said.
    private Int128? ValueOf(ExpressionSyntax syntax)
    {
        _diagnostics.Muted++;
        BoundExpression e = Rvalue(BindExpression(syntax));
        TakeSizes();
        _diagnostics.Muted--;
        return HasError(e) ? null : ConstantEvaluator.EvaluateInteger(e);
    }
}
