// Declarators and abstract declarators (C11 6.7.6, 6.7.7) and parameter lists.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    private enum DeclaratorForm
    {
        /// <summary>A name must be there.</summary>
        Named,

        /// <summary>No name.</summary>
        Abstract,

        /// <summary>A parameter's: with or without a name.</summary>
        Either,
    }

    /// <summary>6.7.6 declarator: pointers, then the direct declarator.</summary>
    private DeclaratorSyntax ParseDeclarator(DeclaratorForm form)
    {
        if (_panic || !EnterNesting()) return new NamelessDeclaratorSyntax(CurrentSpan with { Length = 0 });
        DeclaratorSyntax result = Kind == TokenKind.Star ? ParsePointer(form) : ParseDirectDeclarator(form);
        LeaveNesting();
        return result;
    }

    private PointerDeclaratorSyntax ParsePointer(DeclaratorForm form)
    {
        SourceSpan start = CurrentSpan;
        Advance();
        QualifierSpecifiers qualifiers = QualifierSpecifiers.None;
        List<AttributeSyntax>? attributes = null;
        while (!_panic)
        {
            if (ParseQualifier(ref qualifiers)) continue;
            if (BeginsAttribute()) ParseAttributes(ref attributes);
            else if (!TryTake(Keyword.Extension)) break;
        }
        DeclaratorSyntax inner = ParseDeclarator(form);
        return new PointerDeclaratorSyntax(inner, qualifiers, attributes is null ? [] : [.. attributes], SpanFrom(start));
    }

    private bool ParseQualifier(ref QualifierSpecifiers qualifiers)
    {
        QualifierSpecifiers q = Word switch
        {
            Keyword.Const => QualifierSpecifiers.Const,
            Keyword.Volatile => QualifierSpecifiers.Volatile,
            Keyword.Restrict => QualifierSpecifiers.Restrict,
            Keyword.Atomic => QualifierSpecifiers.Atomic,
            _ => QualifierSpecifiers.None,
        };
        if (q == QualifierSpecifiers.None) return false;
        qualifiers |= q;
        Advance();
        return true;
    }

    private DeclaratorSyntax ParseDirectDeclarator(DeclaratorForm form)
    {
        SourceSpan start = CurrentSpan;
        DeclaratorSyntax d;
        if (IsIdentifier && form != DeclaratorForm.Abstract)
        {
            IdentifierSyntax name = new(Advance().Text, start);
            d = new NameDeclaratorSyntax(name, BeginsStandardAttribute() ? ParseAttributes() : [], SpanFrom(start));
        }
        else if (Kind == TokenKind.LeftParen && IsGrouping(form))
        {
            Advance();
            ImmutableArray<AttributeSyntax> attributes = ParseAttributes();
            d = ParseDeclarator(form);
            Close(TokenKind.RightParen, start);
            if (!attributes.IsEmpty) d = new AttributedDeclaratorSyntax(d, attributes, SpanFrom(start));
        }
        else
        {
            if (form == DeclaratorForm.Named && StartPanic()) _diagnostics.Expected(Kind == TokenKind.Semicolon || StartsLine ? EndOfPrevious() : CurrentSpan, "identifier or '('");
            d = new NamelessDeclaratorSyntax(start with { Length = 0 });
        }
        while (!_panic)
        {
            if (Kind == TokenKind.LeftParen) d = ParseFunctionDeclarator(d, start);
            else if (Kind == TokenKind.LeftBracket && !BeginsStandardAttribute()) d = ParseArrayDeclarator(d, start);
            else if (Kind == TokenKind.LeftBracket) d = new AttributedDeclaratorSyntax(d, ParseAttributes(), SpanFrom(start));
            else break;
        }
        return d;
    }

    /// <summary>Whether a parenthesis groups a declarator; without a name before it, it may be a parameter list instead (6.7.6.3p11: a typedef name there is a parameter's type).</summary>
    private bool IsGrouping(DeclaratorForm form)
    {
        if (form == DeclaratorForm.Named) return true;
        Token next = _tokens.Peek(1);
        if (next.Kind is TokenKind.RightParen or TokenKind.Ellipsis) return false;
        if (_tokens.WordOf(next) == Keyword.Attribute) return true;
        if (next.Kind == TokenKind.LeftBracket && _tokens.Peek(2).Kind == TokenKind.LeftBracket) return false;
        if (BeginsTypeName(1)) return false;
        return next.Kind is TokenKind.Star or TokenKind.LeftParen or TokenKind.LeftBracket || (form == DeclaratorForm.Either && next.Kind == TokenKind.Identifier && _tokens.WordOf(next) == Keyword.None);
    }

    /// <summary>6.7.6.2</summary>
    private ArrayDeclaratorSyntax ParseArrayDeclarator(DeclaratorSyntax inner, SourceSpan start)
    {
        SourceSpan open = CurrentSpan;
        Advance();
        bool isStatic = false, isStar = false;
        QualifierSpecifiers qualifiers = QualifierSpecifiers.None;
        while (true)
        {
            if (TryTake(Keyword.Static)) isStatic = true;
            else if (!ParseQualifier(ref qualifiers)) break;
        }
        ExpressionSyntax? size = null;
        if (Kind == TokenKind.Star && _tokens.Peek(1).Kind == TokenKind.RightBracket)
        {
            Advance();
            isStar = true;
        }
        else if (Kind != TokenKind.RightBracket)
        {
            size = ParseAssignment();
        }
        Close(TokenKind.RightBracket, open);
        return new ArrayDeclaratorSyntax(inner, size, isStar, isStatic, qualifiers, SpanFrom(start).PointingAt(open));
    }

    /// <summary>6.7.6.3. The parameters' names are in scope up to the closing parenthesis only; a definition declares them again in its body's scope.</summary>
    private FunctionDeclaratorSyntax ParseFunctionDeclarator(DeclaratorSyntax inner, SourceSpan start)
    {
        SourceSpan open = CurrentSpan;
        Advance();
        ImmutableArray<ParameterSyntax>.Builder parameters = ImmutableArray.CreateBuilder<ParameterSyntax>();
        ImmutableArray<IdentifierSyntax> names = default;
        bool variadic = false;
        _names.Enter();
        if (IsIdentifier && !IsTypedefName && _tokens.Peek(1).Kind is TokenKind.Comma or TokenKind.RightParen)
        {
            names = ParseIdentifierList();
        }
        else if (Kind != TokenKind.RightParen)
        {
            while (!_panic)
            {
                if (TryTake(TokenKind.Ellipsis))
                {
                    variadic = true;
                    break;
                }
                parameters.Add(ParseParameter());
                if (_panic || !TryTake(TokenKind.Comma)) break;
            }
        }
        _names.Leave();
        Close(TokenKind.RightParen, open);
        return new FunctionDeclaratorSyntax(inner, parameters.ToImmutable(), variadic, names, SpanFrom(start).PointingAt(open));
    }

    private ImmutableArray<IdentifierSyntax> ParseIdentifierList()
    {
        ImmutableArray<IdentifierSyntax>.Builder names = ImmutableArray.CreateBuilder<IdentifierSyntax>();
        do
        {
            if (IsTypedefName && StartPanic()) _diagnostics.Expected(CurrentSpan, "identifier");
            names.Add(ExpectIdentifier());
        }
        while (!_panic && TryTake(TokenKind.Comma));
        return names.ToImmutable();
    }

    private ParameterSyntax ParseParameter()
    {
        SourceSpan start = CurrentSpan;
        ImmutableArray<AttributeSyntax> leading = ParseAttributes();
        SpecifiersSyntax specifiers = ParseSpecifiers(SpecifierContext.Parameter, leading);
        DeclaratorSyntax declarator = ParseDeclarator(DeclaratorForm.Either);
        ImmutableArray<AttributeSyntax> attributes = ParseAttributes();
        if (declarator.Name is { } name) _names.Declare(name.Name, false);
        return new ParameterSyntax(specifiers, declarator, attributes, SpanFrom(start));
    }

    /// <summary>The part of a declarator that makes its name a function, or null when it is none: the one next to the name.</summary>
    private static FunctionDeclaratorSyntax? FunctionPart(DeclaratorSyntax declarator)
    {
        FunctionDeclaratorSyntax? function = null;
        while (true)
        {
            switch (declarator)
            {
                case FunctionDeclaratorSyntax f:
                    function = f;
                    declarator = f.Inner;
                    break;
                case AttributedDeclaratorSyntax a:
                    declarator = a.Inner;
                    break;
                case PointerDeclaratorSyntax p:
                    function = null;
                    declarator = p.Inner;
                    break;
                case ArrayDeclaratorSyntax a:
                    function = null;
                    declarator = a.Inner;
                    break;
                default:
                    return function;
            }
        }
    }
}
