// External definitions (C11 6.9), old-style function definitions among them, and the pragmas that are the parser's.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    private readonly List<DeclarationSyntax> _pragmaDeclarations = [];
    private readonly Stack<(string? Name, int Pack)> _packs = new();
    private int _pack;

    /// <summary>6.9 translation-unit</summary>
    private TranslationUnitSyntax ParseTranslationUnit()
    {
        SourceSpan start = CurrentSpan;
        ImmutableArray<DeclarationSyntax>.Builder declarations = ImmutableArray.CreateBuilder<DeclarationSyntax>();
        while (!AtEnd)
        {
            _panic = false;
            _brackets = 0;
            AddPragmas(declarations);
            DeclarationSyntax declaration = ParseExternalDeclaration();
            if (declaration is not EmptyDeclarationSyntax) declarations.Add(declaration);
        }
        AddPragmas(declarations);
        if (declarations.Count == 0 && !_gaveUp) _diagnostics.EmptyUnit(CurrentSpan);
        return new TranslationUnitSyntax(declarations.ToImmutable(), SpanFrom(start));
    }

    private void AddPragmas(ImmutableArray<DeclarationSyntax>.Builder declarations)
    {
        declarations.AddRange(_pragmaDeclarations);
        _pragmaDeclarations.Clear();
    }

    private DeclarationSyntax ParseExternalDeclaration()
    {
        SourceSpan start = CurrentSpan;
        if (TryTake(TokenKind.Semicolon))
        {
            _diagnostics.ExtraSemicolon(start);
            return new EmptyDeclarationSyntax(start);
        }
        if (Word == Keyword.Extension)
        {
            _diagnostics.ExtensionsAllowed++;
            DeclarationSyntax declaration = ParsePlainExternalDeclaration(start);
            _diagnostics.ExtensionsAllowed--;
            return declaration;
        }
        return ParsePlainExternalDeclaration(start);
    }

    private DeclarationSyntax ParsePlainExternalDeclaration(SourceSpan start)
    {
        while (Word == Keyword.Extension && _tokens.WordOf(_tokens.Peek(1)) is Keyword.Asm or Keyword.StaticAssert or Keyword.Extension) Advance();
        switch (Word)
        {
            case Keyword.StaticAssert:
                return ParseStaticAssert();
            case Keyword.Asm:
                return ParseFileScopeAsm(start);
        }
        ImmutableArray<AttributeSyntax> leading = ParseAttributes();
        if (!leading.IsEmpty && !_panic && TryTake(TokenKind.Semicolon)) return new AttributeDeclarationSyntax(leading, SpanFrom(start));
        if (!_panic && !BeginsDeclaration() && !IsIdentifier && Kind is not (TokenKind.Star or TokenKind.LeftParen))
        {
            ReportNoDeclaration();
            return new EmptyDeclarationSyntax(start);
        }
        SpecifiersSyntax specifiers = ParseSpecifiers(SpecifierContext.External, leading);
        if (!_panic && TryTake(TokenKind.Semicolon)) return new VariableDeclarationSyntax(specifiers, [], SpanFrom(start));
        if (IsMissingSemicolonAfterTag(specifiers)) return new VariableDeclarationSyntax(specifiers, [], SpanFrom(start));
        DeclaratorSyntax first = ParseDeclarator(DeclaratorForm.Named);
        StringSyntax? label = ParseAsmLabelAndAttributes(out ImmutableArray<AttributeSyntax> attributes);
        if (!_panic && FunctionPart(first) is { } function && (Kind == TokenKind.LeftBrace || (!function.IdentifierList.IsDefault && BeginsDeclaration())))
            return ParseFunction(specifiers, first, function, label, attributes, start);
        if (!_panic && Kind == TokenKind.LeftBrace)
        {
            _diagnostics.NoFunctionDeclarator(CurrentSpan);
            SkipBalanced();
            return new EmptyDeclarationSyntax(SpanFrom(start));
        }
        if (FunctionPart(first) is { IdentifierList.IsDefault: false } old && !_panic) _diagnostics.IdentifierListWithoutDefinition(old.IdentifierList[0].Span);
        VariableDeclarationSyntax declaration = FinishDeclaration(specifiers, first, label, attributes, start, "after top level declarator");
        RecoverAfterBadHead();
        return declaration;
    }

    /// <summary>After a function's head with an error its body may come up next: skip it as a whole.</summary>
    private void RecoverAfterBadHead()
    {
        if (Kind == TokenKind.LeftBrace) SkipBalanced();
    }

    private void ReportNoDeclaration()
    {
        SourceSpan span = CurrentSpan;
        if (Kind == TokenKind.RightBrace)
        {
            _diagnostics.ExtraneousClosingBrace(span);
            Advance();
            return;
        }
        if (Kind == TokenKind.Other) _diagnostics.StrayToken(span, Current.Text);
        else _diagnostics.ExpectedExternalDeclaration(span);
        _panic = true;
        if (Kind == TokenKind.LeftBrace) SkipBalanced();
        else SkipStatement();
    }

    private FileScopeAsmSyntax ParseFileScopeAsm(SourceSpan start)
    {
        Advance();
        while (Word is Keyword.Volatile or Keyword.Inline or Keyword.Goto) Advance();
        SourceSpan open = Open(TokenKind.LeftParen, "after 'asm'");
        StringSyntax? text = ExpectString("a string literal");
        Close(TokenKind.RightParen, open);
        ExpectSemicolon("after top-level asm block");
        return new FileScopeAsmSyntax(text ?? new StringSyntax([new Token(TokenKind.StringLiteral, "\"\"", start)], start), SpanFrom(start));
    }

    /// <summary>6.9.1: a function definition behind its head: a body follows, or the declarations of old-style parameters.</summary>
    private FunctionDefinitionSyntax ParseFunction(SpecifiersSyntax specifiers, DeclaratorSyntax declarator, FunctionDeclaratorSyntax function, StringSyntax? label, ImmutableArray<AttributeSyntax> attributes,
        SourceSpan start)
    {
        if (declarator.Name is { } name) _names.Declare(name.Name, false);
        if ((specifiers.Storage & StorageSpecifiers.Typedef) != 0) _diagnostics.SpecifierNotAllowed(specifiers.Span, "typedef", "on a function definition");
        _names.Enter();
        foreach (ParameterSyntax p in function.Parameters)
        {
            if (p.Declarator.Name is { } parameter) _names.Declare(parameter.Name, false);
        }
        ImmutableArray<VariableDeclarationSyntax>.Builder parameters = ImmutableArray.CreateBuilder<VariableDeclarationSyntax>();
        if (!function.IdentifierList.IsDefault)
        {
            foreach (IdentifierSyntax i in function.IdentifierList) _names.Declare(i.Name, false);
            while (Kind != TokenKind.LeftBrace && BeginsDeclaration())
            {
                if (ParseBlockDeclaration() is VariableDeclarationSyntax p) parameters.Add(p);
                _panic = _gaveUp;
            }
        }
        CompoundStatementSyntax body = ParseBody();
        _names.Leave();
        return new FunctionDefinitionSyntax(specifiers, declarator, label, attributes, parameters.ToImmutable(), body, SpanFrom(start));
    }

    /// <summary>A function's body; its scope, which holds the parameters, is open.</summary>
    private CompoundStatementSyntax ParseBody()
    {
        if (Kind == TokenKind.LeftBrace) return ParseBlock(newScope: false);
        if (StartPanic()) _diagnostics.Expected(AtEnd ? EndOfPrevious() : CurrentSpan, "function body after function declarator");
        SkipStatement();
        RecoverAfterBadHead();
        return new CompoundStatementSyntax([], PreviousSpan, PreviousSpan);
    }

    // ---- Pragmas ----------------------------------------------------------------------------------------------------------------------------------

    private void HandlePragmas()
    {
        while (_tokens.HasPragmas) HandlePragma(_tokens.TakePragma());
    }

    private void HandlePragma(in Token token)
    {
        string[] words = PragmaWords(token.Text);
        SourceSpan span = SpanOf(token);
        switch (words.Length == 0 ? "" : words[0])
        {
            case "pack":
                HandlePack(words, span);
                break;
            case "weak":
                if (words.Length == 2) _pragmaDeclarations.Add(new WeakPragmaSyntax(words[1], null, span));
                else if (words.Length == 4 && words[2] == "=") _pragmaDeclarations.Add(new WeakPragmaSyntax(words[1], words[3], span));
                else _diagnostics.MalformedPragma(span, "weak");
                break;
            case "redefine_extname":
                if (words.Length == 3) _pragmaDeclarations.Add(new RedefineExternalNamePragmaSyntax(words[1], words[2], span));
                else _diagnostics.MalformedPragma(span, "redefine_extname");
                break;

            // We never contract and never assume a floating-point environment, so these have nothing to switch; GCC's and clang's own are for their optimisers.
            case "STDC" or "GCC" or "clang" or "once" or "message" or "region" or "endregion" or "mark":
                break;
            default:
                _diagnostics.UnknownPragma(span);
                break;
        }
    }

    /// <summary>Words and single punctuation marks.</summary>
    private static string[] PragmaWords(string text)
    {
        List<string> words = [];
        for (int i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }
            int start = i;
            while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '_' or '$' or '.')) i++;
            if (i == start) i++;
            words.Add(text[start..i]);
        }
        return [.. words];
    }

    /// <summary><c>pack()</c>, <c>pack(n)</c>, <c>pack(push[, name][, n])</c>, <c>pack(pop[, name][, n])</c>, as gcc and MSVC have it.</summary>
    private void HandlePack(string[] words, SourceSpan span)
    {
        if (words.Length < 3 || words[1] != "(" || words[^1] != ")")
        {
            _diagnostics.MalformedPragma(span, "pack");
            return;
        }
        List<string> arguments = [.. words[2..^1].Where(w => w != ",")];
        bool push = arguments.Count > 0 && arguments[0] == "push", pop = arguments.Count > 0 && arguments[0] == "pop";
        if (push || pop) arguments.RemoveAt(0);
        string? name = (push || pop) && arguments.Count > 0 && !char.IsAsciiDigit(arguments[0][0]) ? arguments[0] : null;
        if (name is not null) arguments.RemoveAt(0);
        int? value = null;
        if (arguments.Count > 0)
        {
            if (!int.TryParse(arguments[0], out int n) || n is not (0 or 1 or 2 or 4 or 8 or 16) || arguments.Count > 1)
            {
                _diagnostics.MalformedPragma(span, "pack");
                return;
            }
            value = n;
        }
        if (push) _packs.Push((name, _pack));
        if (pop && !PopPack(name)) _diagnostics.PragmaPackPopEmpty(span);
        if (value is int pack) _pack = pack;
        else if (!push && !pop) _pack = 0;
    }

    private bool PopPack(string? name)
    {
        if (name is not null && !_packs.Any(p => p.Name == name)) return false;
        while (_packs.TryPop(out (string? Name, int Pack) entry))
        {
            _pack = entry.Pack;
            if (name is null || entry.Name == name) return true;
        }
        return false;
    }
}
