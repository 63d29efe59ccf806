// struct, union and enum specifiers (C11 6.7.2.1, 6.7.2.2; C23 6.7.2.2 for enumerations with an underlying type).
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    private TypeSpecifierSyntax ParseRecord()
    {
        SourceSpan start = CurrentSpan;
        bool isUnion = Word == Keyword.Union;
        Advance();
        List<AttributeSyntax>? attributes = null;
        ParseAttributes(ref attributes);
        IdentifierSyntax? tag = IsIdentifier ? ExpectIdentifier() : null;
        ImmutableArray<DeclarationSyntax> members = default;
        int pack = 0;
        SourceSpan end = PreviousSpan;
        if (Kind == TokenKind.LeftBrace)
        {
            pack = _pack;
            if (!EnterNesting()) return new ErrorTypeSyntax(start);
            members = ParseMembers();
            LeaveNesting();
            end = PreviousSpan;
            ParseAttributes(ref attributes);
        }
        else if (tag is null)
        {
            if (StartPanic()) _diagnostics.AnonymousTagWithoutBody(start, isUnion ? "union" : "struct");
            return new ErrorTypeSyntax(start);
        }
        return new RecordSyntax(isUnion, tag, members, attributes is null ? [] : [.. attributes], pack, Join(start, end));
    }

    private ImmutableArray<DeclarationSyntax> ParseMembers()
    {
        SourceSpan open = CurrentSpan;
        Advance();
        ImmutableArray<DeclarationSyntax>.Builder members = ImmutableArray.CreateBuilder<DeclarationSyntax>();
        while (Kind != TokenKind.RightBrace && !AtEnd)
        {
            SourceSpan at = CurrentSpan;
            if (TryTake(TokenKind.Semicolon)) members.Add(new EmptyDeclarationSyntax(at));
            else if (Word == Keyword.StaticAssert) members.Add(ParseStaticAssert());
            else members.Add(ParseField());
        }
        CloseBlock(open);
        return members.ToImmutable();
    }

    private FieldDeclarationSyntax ParseField()
    {
        SourceSpan start = CurrentSpan;
        ImmutableArray<AttributeSyntax> leading = ParseAttributes();
        SpecifiersSyntax specifiers = ParseSpecifiers(SpecifierContext.Member, leading);
        ImmutableArray<FieldDeclaratorSyntax>.Builder declarators = ImmutableArray.CreateBuilder<FieldDeclaratorSyntax>();
        if (Kind is not (TokenKind.Semicolon or TokenKind.RightBrace))
        {
            do
            {
                SourceSpan at = CurrentSpan;
                ImmutableArray<AttributeSyntax> before = ParseAttributes();
                DeclaratorSyntax declarator = Kind == TokenKind.Colon ? new NamelessDeclaratorSyntax(at with { Length = 0 }) : ParseDeclarator(DeclaratorForm.Named);
                ExpressionSyntax? width = !_panic && TryTake(TokenKind.Colon) ? ParseConditional() : null;
                ImmutableArray<AttributeSyntax> after = ParseAttributes();
                declarators.Add(new FieldDeclaratorSyntax(declarator, width, before.AddRange(after), SpanFrom(at)));
            }
            while (!_panic && TryTake(TokenKind.Comma));
        }
        if (Kind == TokenKind.RightBrace && !_panic) _diagnostics.MissingSemicolonAtEndOfMembers(EndOfPrevious());
        else ExpectSemicolon("at end of declaration list");
        return new FieldDeclarationSyntax(specifiers, declarators.ToImmutable(), SpanFrom(start));
    }

    private TypeSpecifierSyntax ParseEnum()
    {
        SourceSpan start = CurrentSpan;
        Advance();
        List<AttributeSyntax>? attributes = null;
        ParseAttributes(ref attributes);
        IdentifierSyntax? tag = IsIdentifier ? ExpectIdentifier() : null;
        TypeNameSyntax? underlying = null;
        if (Kind == TokenKind.Colon && BeginsTypeName(1))
        {
            if (!_language.IsC23) _diagnostics.FixedEnum(CurrentSpan);
            Advance();
            SpecifiersSyntax type = ParseSpecifiers(SpecifierContext.TypeName);
            underlying = new TypeNameSyntax(type, new NamelessDeclaratorSyntax(CurrentSpan with { Length = 0 }), type.Span);
        }
        ImmutableArray<EnumeratorSyntax> enumerators = default;
        SourceSpan end = PreviousSpan;
        if (Kind == TokenKind.LeftBrace)
        {
            enumerators = ParseEnumerators();
            end = PreviousSpan;
            ParseAttributes(ref attributes);
        }
        else if (tag is null)
        {
            if (StartPanic()) _diagnostics.AnonymousTagWithoutBody(start, "enum");
            return new ErrorTypeSyntax(start);
        }
        return new EnumSyntax(tag, underlying, enumerators, attributes is null ? [] : [.. attributes], Join(start, end));
    }

    private ImmutableArray<EnumeratorSyntax> ParseEnumerators()
    {
        SourceSpan open = CurrentSpan;
        Advance();
        ImmutableArray<EnumeratorSyntax>.Builder enumerators = ImmutableArray.CreateBuilder<EnumeratorSyntax>();
        while (Kind != TokenKind.RightBrace && !AtEnd && !_panic)
        {
            SourceSpan at = CurrentSpan;
            IdentifierSyntax name = ExpectIdentifier();
            ImmutableArray<AttributeSyntax> attributes = ParseAttributes();
            ExpressionSyntax? value = !_panic && TryTake(TokenKind.Equal) ? ParseConditional() : null;
            if (name.Name.Length > 0) _names.Declare(name.Name, false);
            enumerators.Add(new EnumeratorSyntax(name, value, attributes, SpanFrom(at)));
            SourceSpan comma = CurrentSpan;
            if (!_panic && TryTake(TokenKind.Comma))
            {
                if (Kind == TokenKind.RightBrace && _language.Standard == LanguageStandard.C89) _diagnostics.C99Feature(comma, "commas at the end of enumerator lists are a C99-specific feature");
                continue;
            }
            if (IsIdentifier && !_panic)
            {
                _diagnostics.MissingCommaInEnum(EndOfPrevious());
                continue;
            }
            if (Kind != TokenKind.RightBrace && StartPanic()) _diagnostics.Expected(StartsLine ? EndOfPrevious() : CurrentSpan, "',' or '}'");
            if (!_panic) continue;
            SkipTo(TokenKind.Comma);
            if (TryTake(TokenKind.Comma)) _panic = false;
        }
        Close(TokenKind.RightBrace, open);
        return enumerators.ToImmutable();
    }
}
