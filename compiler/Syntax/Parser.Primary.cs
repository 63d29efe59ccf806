// Unary, postfix and primary expressions (C11 6.5.1 to 6.5.3) and the builtins that look like calls but take types.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    /// <summary>6.5.3 unary-expression</summary>
    private ExpressionSyntax ParseUnary()
    {
        SourceSpan start = CurrentSpan;
        switch (Kind)
        {
            case TokenKind.PlusPlus or TokenKind.MinusMinus:
                TokenKind step = Advance().Kind;
                return Unary(step, ParseNestedUnary());
            case TokenKind.Ampersand or TokenKind.Star or TokenKind.Plus or TokenKind.Minus or TokenKind.Tilde or TokenKind.Bang:
                TokenKind op = Advance().Kind;
                return Unary(op, ParseCast());
            case TokenKind.AmpersandAmpersand:
                Advance();
                IdentifierSyntax label = ExpectIdentifier();
                _diagnostics.GnuExtension(start, "label-as-value", "address-of-label");
                return new LabelAddressSyntax(label, SpanFrom(start));
        }
        switch (Word)
        {
            case Keyword.Extension:
                Advance();
                _diagnostics.ExtensionsAllowed++;
                ExpressionSyntax inner = ParseCast();
                _diagnostics.ExtensionsAllowed--;
                return new ExtensionExpressionSyntax(inner, Join(start, inner.Span));
            case Keyword.Real or Keyword.Imag:
                bool imaginary = Word == Keyword.Imag;
                Advance();
                ExpressionSyntax complex = ParseCast();
                return new ComplexPartSyntax(imaginary, complex, Join(start, complex.Span));
            case Keyword.Sizeof:
                Advance();
                return ParseSizeof(start);
            case Keyword.Alignof or Keyword.GnuAlignof:
                bool preferred = Word == Keyword.GnuAlignof;
                Advance();
                return ParseAlignof(start, preferred);
            default:
                return ParsePostfix(ParsePrimary());
        }

        UnarySyntax Unary(TokenKind op, ExpressionSyntax operand) => new(op, operand, start, Join(start, operand.Span));
    }

    private ExpressionSyntax ParseNestedUnary()
    {
        if (_panic || !EnterNesting()) return new ErrorExpressionSyntax(CurrentSpan);
        ExpressionSyntax result = ParseUnary();
        LeaveNesting();
        return result;
    }

    /// <summary>6.5.3.4. What follows <c>sizeof (type)</c> in braces makes it a compound literal.</summary>
    private ExpressionSyntax ParseSizeof(SourceSpan start)
    {
        if (Kind == TokenKind.LeftParen && BeginsTypeName(1))
        {
            SourceSpan open = CurrentSpan;
            TypeNameSyntax type = ParseParenthesizedTypeName(out _);
            if (Kind != TokenKind.LeftBrace) return new SizeofTypeSyntax(type, SpanFrom(start));
            ExpressionSyntax literal = ParsePostfix(ParseCompoundLiteral(type, open));
            return new SizeofExpressionSyntax(literal, SpanFrom(start));
        }
        ExpressionSyntax operand = ParseNestedUnary();
        return new SizeofExpressionSyntax(operand, SpanFrom(start));
    }

    private ExpressionSyntax ParseAlignof(SourceSpan start, bool preferred)
    {
        if (Kind == TokenKind.LeftParen && BeginsTypeName(1))
        {
            TypeNameSyntax type = ParseParenthesizedTypeName(out _);
            return new AlignofSyntax(type, null, preferred, SpanFrom(start));
        }
        ExpressionSyntax operand = ParseNestedUnary();
        if (!preferred) _diagnostics.AlignofExpression(start);
        return new AlignofSyntax(null, operand, preferred, SpanFrom(start));
    }

    /// <summary>6.5.2: what may stand behind a primary expression.</summary>
    private ExpressionSyntax ParsePostfix(ExpressionSyntax e)
    {
        int length = 0;
        while (!_panic && ContinueChain(ref length))
        {
            SourceSpan op = CurrentSpan;
            switch (Kind)
            {
                case TokenKind.LeftBracket:
                    Advance();
                    ExpressionSyntax index = ParseExpression();
                    Close(TokenKind.RightBracket, op);
                    e = new SubscriptSyntax(e, index, SpanFrom(e.Span).PointingAt(e.Span));
                    break;
                case TokenKind.LeftParen:
                    Advance();
                    ImmutableArray<ExpressionSyntax> arguments = ParseArguments();
                    SourceSpan close = Close(TokenKind.RightParen, op);
                    e = new CallSyntax(e, arguments, op, close, SpanFrom(e.Span));
                    break;
                case TokenKind.Dot or TokenKind.Arrow:
                    bool arrow = Advance().Kind == TokenKind.Arrow;
                    IdentifierSyntax member = ExpectIdentifier();
                    e = new MemberSyntax(e, arrow, member, op, SpanFrom(e.Span).PointingAt(member.Span));
                    break;
                case TokenKind.PlusPlus or TokenKind.MinusMinus:
                    TokenKind kind = Advance().Kind;
                    e = new PostfixSyntax(kind, e, op, SpanFrom(e.Span).PointingAt(op));
                    break;
                default:
                    return e;
            }
        }
        return e;
    }

    private ImmutableArray<ExpressionSyntax> ParseArguments()
    {
        if (Kind == TokenKind.RightParen) return [];
        ImmutableArray<ExpressionSyntax>.Builder arguments = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        do
        {
            arguments.Add(ParseAssignment());
        }
        while (!_panic && TryTake(TokenKind.Comma));
        return arguments.ToImmutable();
    }

    /// <summary>6.5.1 primary-expression</summary>
    private ExpressionSyntax ParsePrimary()
    {
        Token token = Current;
        SourceSpan start = CurrentSpan;
        switch (token.Kind)
        {
            case TokenKind.Identifier:
                if (Word != Keyword.None) return ParseKeywordPrimary(start);
                if (_names.IsTypedef(token.Text)) break;
                Advance();
                return new NameSyntax(token.Text, start);
            case TokenKind.Number:
                Advance();
                return new NumberSyntax(token, start);
            case TokenKind.CharConstant:
                Advance();
                return new CharacterSyntax(token, start);
            case TokenKind.StringLiteral:
                return ParseStrings();
            case TokenKind.LeftParen:
                return ParseParenthesized(start);
        }
        return ReportNoExpression();
    }

    private ErrorExpressionSyntax ReportNoExpression()
    {
        if (StartPanic())
        {
            if (Kind == TokenKind.Other) _diagnostics.StrayToken(CurrentSpan, Current.Text);
            else if (Word == Keyword.Else) _diagnostics.ElseWithoutIf(CurrentSpan);
            else _diagnostics.ExpectedExpression(CurrentSpan);
        }
        return new ErrorExpressionSyntax(CurrentSpan);
    }

    /// <summary><c>(e)</c>, <c>({ … })</c>; also <c>(name)e</c> with a name nobody declared, which was meant for a cast.</summary>
    private ExpressionSyntax ParseParenthesized(SourceSpan start)
    {
        Advance();
        if (Kind == TokenKind.LeftBrace)
        {
            _diagnostics.StatementExpression(CurrentSpan);
            CompoundStatementSyntax body = ParseCompoundStatement();
            Close(TokenKind.RightParen, start);
            return new StatementExpressionSyntax(body, SpanFrom(start));
        }
        ExpressionSyntax inner = ParseExpression();
        Close(TokenKind.RightParen, start);
        if (!_panic && inner is NameSyntax name && !_names.IsDeclared(name.Name) && (Kind is TokenKind.Number or TokenKind.CharConstant or TokenKind.StringLiteral || IsIdentifier || Word == Keyword.Sizeof)
            && !StartsLine && CurrentSpan.File == start.File)
        {
            _diagnostics.UnknownTypeName(name.Span, name.Name, SuggestType(name.Name));
            return ParseCast();
        }
        return new ParenthesizedSyntax(inner, SpanFrom(start));
    }

    private ExpressionSyntax ParseKeywordPrimary(SourceSpan start)
    {
        switch (Word)
        {
            case Keyword.True or Keyword.False:
                bool value = Word == Keyword.True;
                Advance();
                return new BoolSyntax(value, start);
            case Keyword.Nullptr:
                Advance();
                return new NullptrSyntax(start);
            case Keyword.Generic:
                return ParseGeneric(start);
            case Keyword.Offsetof:
                return ParseOffsetof(start);
            case Keyword.VaArg:
                {
                    SourceSpan open = OpenBuiltin();
                    ExpressionSyntax list = ParseAssignment();
                    Expect(TokenKind.Comma, "','");
                    TypeNameSyntax type = ParseTypeName();
                    Close(TokenKind.RightParen, open);
                    return new VaArgSyntax(list, type, SpanFrom(start));
                }
            case Keyword.TypesCompatible:
                {
                    SourceSpan open = OpenBuiltin();
                    TypeNameSyntax first = ParseTypeName();
                    Expect(TokenKind.Comma, "','");
                    TypeNameSyntax second = ParseTypeName();
                    Close(TokenKind.RightParen, open);
                    return new TypesCompatibleSyntax(first, second, SpanFrom(start));
                }
            case Keyword.ChooseExpression:
                {
                    SourceSpan open = OpenBuiltin();
                    ExpressionSyntax condition = ParseAssignment();
                    Expect(TokenKind.Comma, "','");
                    ExpressionSyntax then = ParseAssignment();
                    Expect(TokenKind.Comma, "','");
                    ExpressionSyntax otherwise = ParseAssignment();
                    Close(TokenKind.RightParen, open);
                    return new ChooseExpressionSyntax(condition, then, otherwise, SpanFrom(start));
                }
            case Keyword.ConvertVector:
                {
                    SourceSpan open = OpenBuiltin();
                    ExpressionSyntax operand = ParseAssignment();
                    Expect(TokenKind.Comma, "','");
                    TypeNameSyntax type = ParseTypeName();
                    Close(TokenKind.RightParen, open);
                    return new ConvertVectorSyntax(operand, type, SpanFrom(start));
                }
            default:
                return ReportNoExpression();
        }
    }

    /// <summary>Takes a builtin's name and its parenthesis.</summary>
    private SourceSpan OpenBuiltin()
    {
        string name = Advance().Text;
        return Open(TokenKind.LeftParen, $"after '{name}'");
    }

    private GenericSyntax ParseGeneric(SourceSpan start)
    {
        if (_language.Standard < LanguageStandard.C11) _diagnostics.LaterStandard(start, "'_Generic' is", "C11");
        SourceSpan open = OpenBuiltin();
        TypeNameSyntax? controlType = BeginsTypeName(0) ? ParseTypeName() : null;
        ExpressionSyntax? control = controlType is null ? ParseAssignment() : null;
        ImmutableArray<GenericAssociationSyntax>.Builder associations = ImmutableArray.CreateBuilder<GenericAssociationSyntax>();
        Expect(TokenKind.Comma, "','");
        while (!_panic)
        {
            SourceSpan at = CurrentSpan;
            TypeNameSyntax? type = TryTake(Keyword.Default) ? null : ParseTypeName();
            Expect(TokenKind.Colon, "':'");
            ExpressionSyntax value = ParseAssignment();
            associations.Add(new GenericAssociationSyntax(type, value, SpanFrom(at)));
            if (_panic || !TryTake(TokenKind.Comma)) break;
        }
        Close(TokenKind.RightParen, open);
        return new GenericSyntax(control, controlType, associations.ToImmutable(), SpanFrom(start));
    }

    private OffsetofSyntax ParseOffsetof(SourceSpan start)
    {
        SourceSpan open = OpenBuiltin();
        TypeNameSyntax type = ParseTypeName();
        Expect(TokenKind.Comma, "','");
        ImmutableArray<OffsetofStepSyntax>.Builder path = ImmutableArray.CreateBuilder<OffsetofStepSyntax>();
        IdentifierSyntax first = ExpectIdentifier();
        path.Add(new OffsetofStepSyntax(first, null, first.Span));
        while (!_panic)
        {
            SourceSpan at = CurrentSpan;
            if (TryTake(TokenKind.Dot))
            {
                IdentifierSyntax member = ExpectIdentifier();
                path.Add(new OffsetofStepSyntax(member, null, SpanFrom(at)));
            }
            else if (TryTake(TokenKind.LeftBracket))
            {
                ExpressionSyntax index = ParseExpression();
                Close(TokenKind.RightBracket, at);
                path.Add(new OffsetofStepSyntax(null, index, SpanFrom(at)));
            }
            else
            {
                break;
            }
        }
        Close(TokenKind.RightParen, open);
        return new OffsetofSyntax(type, path.ToImmutable(), SpanFrom(start));
    }
}
