// Statements and blocks (C11 6.8) with GNU's local labels, case ranges and computed goto. asm is in Parser.Asm.cs.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    private CompoundStatementSyntax ParseCompoundStatement() => ParseBlock(newScope: true);

    /// <summary>6.8.2 compound-statement</summary>
    private CompoundStatementSyntax ParseBlock(bool newScope)
    {
        SourceSpan open = CurrentSpan;
        if (!EnterNesting()) return new CompoundStatementSyntax([], open, open);
        Advance();
        if (newScope) _names.Enter();
        ImmutableArray<StatementSyntax>.Builder items = ImmutableArray.CreateBuilder<StatementSyntax>();
        while (Kind != TokenKind.RightBrace && !AtEnd)
        {
            // What was wrong with the item before is no reason to be silent about this one.
            _panic = _gaveUp;
            if (Word == Keyword.LocalLabel) items.Add(ParseLocalLabels());
            else items.Add(ParseBlockItem());
        }
        if (newScope) _names.Leave();
        SourceSpan close = CloseBlock(open);
        LeaveNesting();
        return new CompoundStatementSyntax(items.ToImmutable(), close, SpanFrom(open));
    }

    /// <summary>The brace that ends a block or member list; only the end of the input can be in its place.</summary>
    private SourceSpan CloseBlock(SourceSpan open)
    {
        if (Kind == TokenKind.RightBrace)
        {
            Advance();
            _panic = false;
            return PreviousSpan;
        }
        if (StartPanic()) _diagnostics.Expected(EndOfPrevious(), "'}'", "{", open);
        return PreviousSpan;
    }

    private LocalLabelsSyntax ParseLocalLabels()
    {
        SourceSpan start = CurrentSpan;
        Advance();
        ImmutableArray<IdentifierSyntax>.Builder labels = ImmutableArray.CreateBuilder<IdentifierSyntax>();
        do
        {
            labels.Add(ExpectIdentifier());
        }
        while (!_panic && TryTake(TokenKind.Comma));
        ExpectSemicolon("after '__label__' declaration");
        return new LocalLabelsSyntax(labels.ToImmutable(), SpanFrom(start));
    }

    /// <summary>6.8.2 block-item: a declaration or a statement.</summary>
    private StatementSyntax ParseBlockItem()
    {
        SourceSpan start = CurrentSpan;
        if (IsIdentifier && _tokens.Peek(1).Kind == TokenKind.Colon) return ParseStatement();
        ImmutableArray<AttributeSyntax> attributes = ParseAttributes();
        if (BeginsDeclaration() || (!attributes.IsEmpty && IsUnknownTypeStatement()) || IsUnknownTypeStatement())
        {
            DeclarationSyntax declaration = ParseBlockDeclaration(attributes);
            return new DeclarationStatementSyntax(declaration, SpanFrom(start));
        }
        return ParseStatementAfter(attributes, start);
    }

    /// <summary>Two names in a row on one line can only be a declaration with a type nobody knows.</summary>
    private bool IsUnknownTypeStatement() => IsIdentifier && !_panic && IsUnknownType(SpecifierContext.Block, afterOther: false);

    /// <summary>A statement where only a statement can stand: a declaration is reported, and parsed all the same.</summary>
    private StatementSyntax ParseStatement()
    {
        SourceSpan start = CurrentSpan;
        ImmutableArray<AttributeSyntax> attributes = ParseAttributes();
        if (BeginsDeclaration() && !(IsIdentifier && _tokens.Peek(1).Kind == TokenKind.Colon))
        {
            _diagnostics.DeclarationNotAllowedHere(start);
            DeclarationSyntax declaration = ParseBlockDeclaration(attributes);
            return new DeclarationStatementSyntax(declaration, SpanFrom(start));
        }
        return ParseStatementAfter(attributes, start);
    }

    private StatementSyntax ParseStatementAfter(ImmutableArray<AttributeSyntax> attributes, SourceSpan start)
    {
        if (!EnterNesting()) return new EmptyStatementSyntax(start);
        StatementSyntax statement = ParsePlainStatement();
        LeaveNesting();
        return attributes.IsEmpty ? statement : new AttributedStatementSyntax(attributes, statement, SpanFrom(start));
    }

    private StatementSyntax ParsePlainStatement()
    {
        SourceSpan start = CurrentSpan;
        switch (Word)
        {
            case Keyword.If:
                return ParseIf(start);
            case Keyword.While:
                return ParseWhile(start);
            case Keyword.For:
                return ParseFor(start);
            case Keyword.Do:
                return ParseDo(start);
            case Keyword.Switch:
                {
                    Advance();
                    ExpressionSyntax value = ParseCondition("'switch'");
                    SourceSpan close = PreviousSpan;
                    StatementSyntax body = ParseStatement();
                    if (body is EmptyStatementSyntax && !_panic) WarnEmptyBody("switch", close, body.Span);
                    return new SwitchStatementSyntax(value, body, SpanFrom(start));
                }
            case Keyword.Case:
                return ParseCase(start);
            case Keyword.Default:
                {
                    Advance();
                    ExpectLabelColon("'default'");
                    StatementSyntax body = ParseLabelBody();
                    return new DefaultStatementSyntax(body, SpanFrom(start));
                }
            case Keyword.Return:
                {
                    Advance();
                    ExpressionSyntax? value = Kind == TokenKind.Semicolon ? null : ParseExpression();
                    ExpectSemicolon("after return statement");
                    return new ReturnStatementSyntax(value, SpanFrom(start));
                }
            case Keyword.Break:
                Advance();
                ExpectSemicolon("after break statement");
                return new BreakStatementSyntax(SpanFrom(start));
            case Keyword.Continue:
                Advance();
                ExpectSemicolon("after continue statement");
                return new ContinueStatementSyntax(SpanFrom(start));
            case Keyword.Goto:
                return ParseGoto(start);
            case Keyword.Asm:
                return ParseAsm(start);
        }
        switch (Kind)
        {
            case TokenKind.LeftBrace:
                return ParseCompoundStatement();
            case TokenKind.Semicolon:
                Advance();
                return new EmptyStatementSyntax(start);
            case TokenKind.RightBrace or TokenKind.EndOfFile:
                if (StartPanic()) _diagnostics.Expected(CurrentSpan, "statement");
                _panic = AtEnd;
                return new EmptyStatementSyntax(start);
            case TokenKind.Identifier when Word == Keyword.None && _tokens.Peek(1).Kind == TokenKind.Colon:
                return ParseLabel(start);
        }
        ExpressionSyntax expression = ParseExpression();
        ExpectSemicolon("after expression");
        return new ExpressionStatementSyntax(expression, SpanFrom(start));
    }

    // ---- 6.8.1 Labels -----------------------------------------------------------------------------------------------------------------------------

    private LabeledStatementSyntax ParseLabel(SourceSpan start)
    {
        IdentifierSyntax label = ExpectIdentifier();
        Advance();
        ImmutableArray<AttributeSyntax> attributes = Word == Keyword.Attribute ? ParseAttributes() : [];
        StatementSyntax body = ParseLabelBody();
        return new LabeledStatementSyntax(label, attributes, body, SpanFrom(start));
    }

    private CaseStatementSyntax ParseCase(SourceSpan start)
    {
        Advance();
        ExpressionSyntax low = ParseConditional();
        SourceSpan dots = CurrentSpan;
        ExpressionSyntax? high = !_panic && TryTake(TokenKind.Ellipsis) ? ParseConditional() : null;
        if (high is not null) _diagnostics.GnuExtension(dots, "case-range", "case range");
        ExpectLabelColon("'case'");
        StatementSyntax body = ParseLabelBody();
        return new CaseStatementSyntax(low, high, body, SpanFrom(start));
    }

    private void ExpectLabelColon(string after)
    {
        if (_panic)
        {
            SkipTo(TokenKind.Colon);
            if (Kind == TokenKind.Colon) _panic = false;
        }
        if (!_panic && !TryTake(TokenKind.Colon) && StartPanic())
        {
            _diagnostics.Expected(EndOfPrevious(), $"':' after {after}");
            _panic = false;
        }
    }

    /// <summary>What follows a label: a statement; nothing at the end of a block, or before a declaration (C23 6.8.1), which then is the block's next item.</summary>
    private StatementSyntax ParseLabelBody()
    {
        if (Kind == TokenKind.RightBrace || (BeginsDeclaration() && !(IsIdentifier && _tokens.Peek(1).Kind == TokenKind.Colon)) || IsUnknownTypeStatement())
        {
            if (Kind == TokenKind.RightBrace && !_language.IsC23) _diagnostics.LabelAtEnd(CurrentSpan);
            return new EmptyStatementSyntax(EndOfPrevious());
        }
        return ParseStatement();
    }

    // ---- 6.8.4 to 6.8.6 ---------------------------------------------------------------------------------------------------------------------------

    private ExpressionSyntax ParseCondition(string after)
    {
        SourceSpan open = Open(TokenKind.LeftParen, "after " + after);
        if (open == default)
        {
            SkipTo(TokenKind.RightParen);
            if (TryTake(TokenKind.RightParen) || Kind == TokenKind.LeftBrace) _panic = false;
            return new ErrorExpressionSyntax(CurrentSpan);
        }
        ExpressionSyntax condition = ParseExpression();
        Close(TokenKind.RightParen, open);
        if (Kind == TokenKind.LeftBrace) _panic = false;
        return condition;
    }

    private IfStatementSyntax ParseIf(SourceSpan start)
    {
        Advance();
        ExpressionSyntax condition = ParseCondition("'if'");
        SourceSpan close = PreviousSpan;
        StatementSyntax then = ParseStatement();
        if (Word != Keyword.Else)
        {
            if (then is EmptyStatementSyntax && !_panic) WarnEmptyBody("if", close, then.Span);
            WarnMisleadingIndentation("if", start, then);
            WarnDanglingElse(then);
        }
        SourceSpan word = CurrentSpan;
        StatementSyntax? otherwise = null;
        if (TryTake(Keyword.Else))
        {
            otherwise = ParseStatement();
            if (otherwise is not IfStatementSyntax) WarnMisleadingIndentation("else", word, otherwise);
        }
        return new IfStatementSyntax(condition, then, otherwise, otherwise is null ? default : word, SpanFrom(start));
    }

    private WhileStatementSyntax ParseWhile(SourceSpan start)
    {
        Advance();
        ExpressionSyntax condition = ParseCondition("'while'");
        SourceSpan close = PreviousSpan;
        StatementSyntax body = ParseStatement();
        WarnLoopBody("while", start, close, body);
        return new WhileStatementSyntax(condition, body, SpanFrom(start));
    }

    private DoStatementSyntax ParseDo(SourceSpan start)
    {
        SourceSpan word = CurrentSpan;
        Advance();
        StatementSyntax body = ParseStatement();
        if (!TryTake(Keyword.While))
        {
            if (StartPanic()) _diagnostics.Expected(StartsLine || AtEnd ? EndOfPrevious() : CurrentSpan, "'while' in do/while loop", "do", word);
            _panic = AtEnd;
            return new DoStatementSyntax(body, new ErrorExpressionSyntax(CurrentSpan), SpanFrom(start));
        }
        ExpressionSyntax condition = ParseCondition("'while'");
        ExpectSemicolon("after do/while statement");
        return new DoStatementSyntax(body, condition, SpanFrom(start));
    }

    private ForStatementSyntax ParseFor(SourceSpan start)
    {
        Advance();
        _names.Enter();
        SourceSpan open = Open(TokenKind.LeftParen, "after 'for'");
        StatementSyntax? initial = null;
        SourceSpan at = CurrentSpan;
        if (TryTake(TokenKind.Semicolon))
        {
        }
        else if (BeginsDeclaration() || BeginsAttribute() || IsUnknownTypeStatement())
        {
            ImmutableArray<AttributeSyntax> attributes = ParseAttributes();
            if (_language.Standard == LanguageStandard.C89) _diagnostics.LaterStandard(CurrentSpan, "a variable declaration in a for loop is", "C99");
            DeclarationSyntax declaration = ParseBlockDeclaration(attributes);
            initial = new DeclarationStatementSyntax(declaration, SpanFrom(at));
        }
        else
        {
            ExpressionSyntax expression = ParseExpression();
            ExpectInFor();
            initial = new ExpressionStatementSyntax(expression, SpanFrom(at));
        }
        ExpressionSyntax? condition = _panic || Kind == TokenKind.Semicolon ? null : ParseExpression();
        ExpectInFor();
        ExpressionSyntax? step = _panic || Kind == TokenKind.RightParen ? null : ParseExpression();
        if (open != default) CloseFor(open);
        SourceSpan close = PreviousSpan;
        StatementSyntax body = ParseStatement();
        WarnLoopBody("for", start, close, body);
        _names.Leave();
        return new ForStatementSyntax(initial, condition, step, body, SpanFrom(start));
    }

    private void ExpectInFor()
    {
        if (!_panic && TryTake(TokenKind.Semicolon)) return;
        if (StartPanic()) _diagnostics.ExpectedSemicolon(EndOfPrevious(), "in 'for' statement specifier");
    }

    /// <summary>In a panic the semicolons of the head are skipped too.</summary>
    private void CloseFor(SourceSpan open)
    {
        while (_panic)
        {
            SkipTo(TokenKind.RightParen);
            if (Kind != TokenKind.Semicolon) break;
            Advance();
        }
        Close(TokenKind.RightParen, open);
        if (Kind == TokenKind.LeftBrace) _panic = false;
    }

    private StatementSyntax ParseGoto(SourceSpan start)
    {
        Advance();
        if (TryTake(TokenKind.Star))
        {
            _diagnostics.GnuExtension(PreviousSpan, "label-as-value", "indirect-goto");
            ExpressionSyntax target = ParseExpression();
            ExpectSemicolon("after goto statement");
            return new ComputedGotoStatementSyntax(target, SpanFrom(start));
        }
        IdentifierSyntax label = ExpectIdentifier();
        ExpectSemicolon("after goto statement");
        return new GotoStatementSyntax(label, SpanFrom(start));
    }
}
