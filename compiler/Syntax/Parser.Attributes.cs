// Attributes: GNU's __attribute__((…)) and C23's [[…]] (6.7.12), wherever they stand. Arguments are parsed as expressions or type names; what they mean is the binder's matter.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    private bool BeginsStandardAttribute() => Kind == TokenKind.LeftBracket && _tokens.Peek(1).Kind == TokenKind.LeftBracket;

    private bool BeginsAttribute() => Word == Keyword.Attribute || BeginsStandardAttribute();

    /// <summary>All attributes that stand here.</summary>
    private ImmutableArray<AttributeSyntax> ParseAttributes()
    {
        if (!BeginsAttribute()) return [];
        List<AttributeSyntax>? list = null;
        ParseAttributes(ref list);
        return list is null ? [] : [.. list];
    }

    private void ParseAttributes(ref List<AttributeSyntax>? list)
    {
        while (!_panic)
        {
            if (Word == Keyword.Attribute) ParseGnuAttributes(list ??= []);
            else if (BeginsStandardAttribute()) ParseStandardAttributes(list ??= []);
            else return;
        }
    }

    private void ParseGnuAttributes(List<AttributeSyntax> list)
    {
        Advance();
        SourceSpan outer = Open(TokenKind.LeftParen, "after '__attribute__'");
        SourceSpan open = Open(TokenKind.LeftParen, "after '('");
        while (!_panic && Kind != TokenKind.RightParen)
        {
            if (TryTake(TokenKind.Comma)) continue;
            SourceSpan start = CurrentSpan;
            if (Kind != TokenKind.Identifier)
            {
                if (StartPanic()) _diagnostics.Expected(start, "identifier");
                break;
            }
            string name = Trim(Advance().Text);
            ImmutableArray<SyntaxNode> arguments = Kind == TokenKind.LeftParen ? ParseAttributeArguments() : [];
            list.Add(new AttributeSyntax(AttributeStyle.Gnu, null, name, arguments, SpanFrom(start)));
            if (Kind is not (TokenKind.Comma or TokenKind.RightParen)) break;
        }
        Close(TokenKind.RightParen, open);
        Close(TokenKind.RightParen, outer);
    }

    private void ParseStandardAttributes(List<AttributeSyntax> list)
    {
        SourceSpan outer = CurrentSpan;
        Advance();
        SourceSpan open = CurrentSpan;
        Advance();
        while (!_panic && Kind != TokenKind.RightBracket)
        {
            if (TryTake(TokenKind.Comma)) continue;
            SourceSpan start = CurrentSpan;
            if (Kind != TokenKind.Identifier)
            {
                if (StartPanic()) _diagnostics.Expected(start, "identifier");
                break;
            }
            string name = Trim(Advance().Text);
            string? prefix = null;
            if (TakeTwoColons() && Kind == TokenKind.Identifier)
            {
                prefix = name;
                name = Trim(Advance().Text);
            }
            ImmutableArray<SyntaxNode> arguments = [];
            if (Kind == TokenKind.LeftParen)
            {
                if (prefix is null or "gnu" or "clang") arguments = ParseAttributeArguments();
                else SkipBalanced();
            }
            list.Add(new AttributeSyntax(AttributeStyle.Standard, prefix, name, arguments, SpanFrom(start)));
            if (Kind is not (TokenKind.Comma or TokenKind.RightBracket)) break;
        }
        Close(TokenKind.RightBracket, open);
        Close(TokenKind.RightBracket, outer);
    }

    /// <summary><c>::</c> is one token or two, depending on the language.</summary>
    private bool TakeTwoColons()
    {
        if (TryTake(TokenKind.ColonColon)) return true;
        if (Kind != TokenKind.Colon || _tokens.Peek(1).Kind != TokenKind.Colon) return false;
        Advance();
        Advance();
        return true;
    }

    private ImmutableArray<SyntaxNode> ParseAttributeArguments()
    {
        SourceSpan open = CurrentSpan;
        Advance();
        ImmutableArray<SyntaxNode>.Builder arguments = ImmutableArray.CreateBuilder<SyntaxNode>();
        while (!_panic && Kind != TokenKind.RightParen)
        {
            arguments.Add(BeginsTypeName(0) ? ParseTypeName() : ParseAssignment());
            if (_panic || !TryTake(TokenKind.Comma)) break;
        }
        Close(TokenKind.RightParen, open);
        return arguments.ToImmutable();
    }

    /// <summary>Skips a bracket with all in it.</summary>
    private void SkipBalanced()
    {
        int depth = 0;
        do
        {
            if (Kind is TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace) depth++;
            else if (Kind is TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace) depth--;
            Advance();
        }
        while (depth > 0 && !AtEnd);
    }

    /// <summary>Attributes may be spelled with underscores around, so that macros cannot hit them.</summary>
    private static string Trim(string name) =>
        name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal) ? name[2..^2] : name;
}
