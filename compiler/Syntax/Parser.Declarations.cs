// Declarations with their declarators and initialisers (C11 6.7, 6.7.9, 6.7.10).
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    /// <summary>A declaration within a block or a for statement, its semicolon included.</summary>
    private DeclarationSyntax ParseBlockDeclaration(ImmutableArray<AttributeSyntax> leading = default)
    {
        if (Word == Keyword.StaticAssert) return ParseStaticAssert();
        SourceSpan start = leading.IsDefaultOrEmpty ? CurrentSpan : leading[0].Span;
        SpecifiersSyntax specifiers = ParseSpecifiers(SpecifierContext.Block, leading);
        if (!_panic && Kind == TokenKind.Semicolon)
        {
            Advance();
            return new VariableDeclarationSyntax(specifiers, [], SpanFrom(start));
        }
        if (IsMissingSemicolonAfterTag(specifiers)) return new VariableDeclarationSyntax(specifiers, [], SpanFrom(start));
        DeclaratorSyntax first = ParseDeclarator(DeclaratorForm.Named);
        if (!_panic && Kind == TokenKind.LeftBrace && FunctionPart(first) is not null)
        {
            _diagnostics.FunctionDefinitionNotAllowed(CurrentSpan);
            SkipBalanced();
            return new EmptyDeclarationSyntax(SpanFrom(start));
        }
        StringSyntax? label = ParseAsmLabelAndAttributes(out ImmutableArray<AttributeSyntax> after);
        return FinishDeclaration(specifiers, first, label, after, start, "at end of declaration");
    }

    /// <summary>A struct, union or enum is defined and the next line begins a declaration of its own: its semicolon was forgotten. Reports it.</summary>
    private bool IsMissingSemicolonAfterTag(SpecifiersSyntax specifiers)
    {
        string? kind = specifiers.Type switch
        {
            RecordSyntax { IsDefinition: true, IsUnion: true } => "union",
            RecordSyntax { IsDefinition: true } => "struct",
            EnumSyntax { IsDefinition: true } => "enum",
            _ => null,
        };
        if (_panic || kind is null || !StartsLine || !BeginsDeclaration()) return false;
        _diagnostics.ExpectedSemicolon(EndOfPrevious(), "after " + kind);
        return true;
    }

    /// <summary>The rest of a declaration behind its first declarator with that one's label and attributes.</summary>
    private VariableDeclarationSyntax FinishDeclaration(SpecifiersSyntax specifiers, DeclaratorSyntax first, StringSyntax? label, ImmutableArray<AttributeSyntax> attributes, SourceSpan start,
        string where)
    {
        ImmutableArray<InitDeclaratorSyntax>.Builder declarators = ImmutableArray.CreateBuilder<InitDeclaratorSyntax>();
        declarators.Add(FinishInitDeclarator(specifiers, first, label, attributes));
        while (!_panic && TryTake(TokenKind.Comma))
        {
            ImmutableArray<AttributeSyntax> before = ParseAttributes();
            DeclaratorSyntax next = ParseDeclarator(DeclaratorForm.Named);
            label = ParseAsmLabelAndAttributes(out ImmutableArray<AttributeSyntax> after);
            declarators.Add(FinishInitDeclarator(specifiers, next, label, before.AddRange(after)));
        }
        ExpectSemicolon(where);
        return new VariableDeclarationSyntax(specifiers, declarators.ToImmutable(), SpanFrom(start));
    }

    /// <summary>6.7 init-declarator from its initialiser on. The name is in scope from here (6.2.1p7).</summary>
    private InitDeclaratorSyntax FinishInitDeclarator(SpecifiersSyntax specifiers, DeclaratorSyntax declarator, StringSyntax? label, ImmutableArray<AttributeSyntax> attributes)
    {
        bool isTypedef = (specifiers.Storage & StorageSpecifiers.Typedef) != 0;
        if (declarator.Name is { } name) _names.Declare(name.Name, isTypedef);
        InitializerSyntax? initializer = null;
        if (!_panic && Kind == TokenKind.Equal)
        {
            SourceSpan at = CurrentSpan;
            Advance();
            initializer = ParseInitializer();
            if (isTypedef) _diagnostics.IllegalInitializer(at);
        }
        return new InitDeclaratorSyntax(declarator, label, attributes, initializer, SpanFrom(declarator.Span));
    }

    /// <summary><c>__asm__("name")</c> and attributes behind a declarator, in any order.</summary>
    private StringSyntax? ParseAsmLabelAndAttributes(out ImmutableArray<AttributeSyntax> attributes)
    {
        List<AttributeSyntax>? list = null;
        StringSyntax? label = null;
        while (!_panic)
        {
            if (Word == Keyword.Asm)
            {
                Advance();
                SourceSpan open = Open(TokenKind.LeftParen, "after 'asm'");
                label = ExpectString("a string literal") ?? label;
                Close(TokenKind.RightParen, open);
            }
            else if (BeginsAttribute())
            {
                ParseAttributes(ref list);
            }
            else
            {
                break;
            }
        }
        attributes = list is null ? [] : [.. list];
        return label;
    }

    /// <summary>6.7.10; the message may be missing (C23).</summary>
    private StaticAssertSyntax ParseStaticAssert()
    {
        SourceSpan start = CurrentSpan;
        if (_language.Standard < LanguageStandard.C11) _diagnostics.LaterStandard(start, "'_Static_assert' is", "C11");
        string name = Advance().Text;
        SourceSpan open = Open(TokenKind.LeftParen, $"after '{name}'");
        ExpressionSyntax condition = ParseConditional();
        StringSyntax? message = null;
        if (!_panic && TryTake(TokenKind.Comma)) message = ExpectString("a string literal");
        else if (!_panic && Kind == TokenKind.RightParen && !_language.IsC23) _diagnostics.LaterStandard(CurrentSpan, $"'{name}' with no message is", "C23");
        Close(TokenKind.RightParen, open);
        ExpectSemicolon($"after '{name}'");
        return new StaticAssertSyntax(condition, message, SpanFrom(start));
    }

    // ---- 6.7.9 Initialisers -----------------------------------------------------------------------------------------------------------------------

    private InitializerSyntax ParseInitializer()
    {
        if (Kind == TokenKind.LeftBrace) return ParseInitializerList();
        ExpressionSyntax value = ParseAssignment();
        return new ExpressionInitializerSyntax(value, value.Span);
    }

    private ListInitializerSyntax ParseInitializerList()
    {
        SourceSpan open = CurrentSpan;
        if (!EnterNesting()) return new ListInitializerSyntax([], open);
        Advance();
        if (Kind == TokenKind.RightBrace && !_language.IsC23) _diagnostics.LaterStandard(open, "use of an empty initializer is", "C23");
        ImmutableArray<InitializerItemSyntax>.Builder items = ImmutableArray.CreateBuilder<InitializerItemSyntax>();
        while (Kind != TokenKind.RightBrace && !_panic)
        {
            items.Add(ParseInitializerItem());
            if (_panic || !TryTake(TokenKind.Comma)) break;
        }
        CloseList(open);
        LeaveNesting();
        return new ListInitializerSyntax(items.ToImmutable(), SpanFrom(open));
    }

    /// <summary>The closing brace of an initialiser. After an error within, what is left up to it is skipped.</summary>
    private void CloseList(SourceSpan open)
    {
        if (_panic)
        {
            int depth = 0;
            while (!AtEnd && !(depth == 0 && Kind == TokenKind.RightBrace))
            {
                if (Kind == TokenKind.Semicolon && depth == 0) break;
                if (Kind is TokenKind.LeftBrace or TokenKind.LeftParen or TokenKind.LeftBracket) depth++;
                else if (Kind is TokenKind.RightBrace or TokenKind.RightParen or TokenKind.RightBracket) depth = Math.Max(0, depth - 1);
                Advance();
            }
        }
        Close(TokenKind.RightBrace, open);
    }

    private InitializerItemSyntax ParseInitializerItem()
    {
        SourceSpan start = CurrentSpan;
        if (IsIdentifier && _tokens.Peek(1).Kind == TokenKind.Colon)
        {
            IdentifierSyntax field = ExpectIdentifier();
            _diagnostics.OldDesignator(field.Span, new FixIt(SpanFrom(start) with { Length = CurrentSpan.File == start.File ? CurrentSpan.Start + 1 - start.Start : field.Span.Length }, $".{field.Name} ="));
            Advance();
            InitializerSyntax value = ParseInitializer();
            return new InitializerItemSyntax([new FieldDesignatorSyntax(field, field.Span)], value, SpanFrom(start));
        }
        if (Kind is not (TokenKind.Dot or TokenKind.LeftBracket))
        {
            InitializerSyntax plain = ParseInitializer();
            return new InitializerItemSyntax([], plain, plain.Span);
        }
        ImmutableArray<DesignatorSyntax>.Builder designators = ImmutableArray.CreateBuilder<DesignatorSyntax>(1);
        while (!_panic)
        {
            SourceSpan at = CurrentSpan;
            if (TryTake(TokenKind.Dot))
            {
                IdentifierSyntax field = ExpectIdentifier();
                designators.Add(new FieldDesignatorSyntax(field, SpanFrom(at)));
            }
            else if (TryTake(TokenKind.LeftBracket))
            {
                ExpressionSyntax low = ParseConditional();
                if (!_panic && Kind == TokenKind.Ellipsis) _diagnostics.GnuDesignator(CurrentSpan, "array range", isOn: false);
                ExpressionSyntax? high = !_panic && TryTake(TokenKind.Ellipsis) ? ParseConditional() : null;
                Close(TokenKind.RightBracket, at);
                designators.Add(new IndexDesignatorSyntax(low, high, SpanFrom(at)));
            }
            else
            {
                break;
            }
        }
        // GNU: "[1] 5" without the sign.
        if (_language.Standard == LanguageStandard.C89) _diagnostics.DesignatorInC89(start);
        if (!_panic && !TryTake(TokenKind.Equal))
        {
            if (designators[^1] is FieldDesignatorSyntax) Expect(TokenKind.Equal, "'=' or another designator");
            else _diagnostics.GnuDesignator(CurrentSpan, "'missing ='", isOn: true);
        }
        InitializerSyntax initializer = ParseInitializer();
        return new InitializerItemSyntax(designators.ToImmutable(), initializer, SpanFrom(start));
    }
}
