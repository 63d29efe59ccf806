// Expressions from the comma down to casts (C11 6.5.4 to 6.5.17): binary operators by precedence climbing. 6.5.1 to 6.5.3 are in Parser.Primary.cs.
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    /// <summary>6.5.17 expression</summary>
    private ExpressionSyntax ParseExpression()
    {
        ExpressionSyntax left = ParseAssignment();
        int length = 0;
        while (Kind == TokenKind.Comma && !_panic && ContinueChain(ref length))
        {
            SourceSpan op = CurrentSpan;
            Advance();
            ExpressionSyntax right = ParseAssignment();
            left = new CommaSyntax(left, right, op, Join(left.Span, right.Span).PointingAt(op));
        }
        return left;
    }

    /// <summary>6.5.16 assignment-expression. The left side is parsed as a conditional expression; that it is an lvalue is the binder's matter.</summary>
    private ExpressionSyntax ParseAssignment()
    {
        ExpressionSyntax left = ParseConditional();
        if (Kind is < TokenKind.Equal or > TokenKind.PipeEqual || _panic) return left;
        if (!EnterNesting()) return new ErrorExpressionSyntax(CurrentSpan);
        SourceSpan op = CurrentSpan;
        TokenKind kind = Advance().Kind;
        ExpressionSyntax right = ParseAssignment();
        LeaveNesting();
        return new AssignmentSyntax(kind, left, right, op, Join(left.Span, right.Span).PointingAt(op));
    }

    /// <summary>6.5.15 conditional-expression, also 6.6 constant-expression</summary>
    private ExpressionSyntax ParseConditional()
    {
        ExpressionSyntax condition = ParseBinary(ParseCast(), 1);
        if (Kind != TokenKind.Question || _panic) return condition;
        if (!EnterNesting()) return new ErrorExpressionSyntax(CurrentSpan);
        SourceSpan question = CurrentSpan;
        Advance();
        if (Kind == TokenKind.Colon) _diagnostics.GnuExtension(CurrentSpan, "conditional-omitted-operand", "?: conditional expression extension, omitting middle operand,");
        ExpressionSyntax? then = Kind == TokenKind.Colon ? null : ParseExpression();
        if (!_panic && !TryTake(TokenKind.Colon) && StartPanic()) _diagnostics.Expected(EndOfPrevious(), "':'", "?", question);
        ExpressionSyntax otherwise = ParseConditional();
        LeaveNesting();
        return new ConditionalSyntax(condition, then, otherwise, question, Join(condition.Span, otherwise.Span));
    }

    /// <summary>6.5.5 to 6.5.14: operators that bind at least as tightly as <paramref name="minimum"/>, behind the operand <paramref name="left"/>.</summary>
    private ExpressionSyntax ParseBinary(ExpressionSyntax left, int minimum)
    {
        int length = 0;
        while (true)
        {
            TokenKind kind = Kind;
            int precedence = OperatorPrecedence.Of(kind);
            if (precedence < minimum || _panic || !ContinueChain(ref length)) return left;
            SourceSpan op = CurrentSpan;
            Advance();
            ExpressionSyntax right = ParseCast();
            if (OperatorPrecedence.Of(Kind) > precedence) right = ParseBinary(right, precedence + 1);
            if (left is BinarySyntax || right is BinarySyntax) WarnPrecedence(kind, left, right, op);
            left = new BinarySyntax(kind, left, right, op, Join(left.Span, right.Span).PointingAt(op));
        }
    }

    /// <summary>6.5.4 cast-expression</summary>
    private ExpressionSyntax ParseCast()
    {
        if (_panic) return new ErrorExpressionSyntax(CurrentSpan);
        if (!EnterNesting()) return new ErrorExpressionSyntax(CurrentSpan);
        ExpressionSyntax result = Kind == TokenKind.LeftParen && BeginsTypeName(1) ? ParseCastOrLiteral() : ParseUnary();
        LeaveNesting();
        return result;
    }

    private ExpressionSyntax ParseCastOrLiteral()
    {
        SourceSpan open = CurrentSpan;
        TypeNameSyntax type = ParseParenthesizedTypeName(out _);
        if (Kind == TokenKind.LeftBrace) return ParsePostfix(ParseCompoundLiteral(type, open));
        ExpressionSyntax operand = ParseCast();
        return new CastSyntax(type, operand, Join(open, operand.Span));
    }

    private CompoundLiteralSyntax ParseCompoundLiteral(TypeNameSyntax type, SourceSpan open)
    {
        if (_language.Standard == LanguageStandard.C89) _diagnostics.C99Feature(open, "compound literals are a C99-specific feature");
        ListInitializerSyntax list = ParseInitializerList();
        return new CompoundLiteralSyntax(type, list, SpanFrom(open));
    }

    /// <summary><c>( type-name )</c>, the parenthesis being current.</summary>
    private TypeNameSyntax ParseParenthesizedTypeName(out SourceSpan close)
    {
        SourceSpan open = CurrentSpan;
        Advance();
        TypeNameSyntax type = ParseTypeName();
        close = Close(TokenKind.RightParen, open);
        return type;
    }
}
