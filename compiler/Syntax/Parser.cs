// The parser: tokens after preprocessing to the syntax tree (translation phase 7's first half; phase 6 happens where string literals are read). Recursive descent with precedence climbing,
// split by clause of the standard: Parser.Expressions.cs (6.5), Parser.Declarations.cs and its neighbours (6.7), Parser.Statements.cs (6.8), Parser.External.cs (6.9).
// C cannot be parsed without knowing which names are types; NameScopes keeps just that.
//
// Errors: the first one puts the parser into a panic, in which it says no more; whoever finds a place to go on from (a semicolon, a closing bracket that matches) ends the panic.
// So one mistake gives one message and the rest of the unit is still checked.
using System.Collections.Immutable;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

/// <summary>Parses one translation unit.</summary>
public sealed partial class Parser
{
    /// <summary>How deep brackets may nest, as in clang.</summary>
    private const int MaxBrackets = 256;

    /// <summary>How deep everything that recurses may nest, so that input cannot overflow our stack.</summary>
    private const int MaxNesting = 10_000;

    /// <summary>How many operators may follow each other on one level ("a + b + c …"): the tree leans left and is as deep as there are.</summary>
    private const int MaxChain = 50_000;

    private readonly SourceManager _sources;
    private readonly DiagnosticBag _diagnostics;
    private readonly LanguageOptions _language;
    private readonly TokenWindow _tokens;
    private readonly NameScopes _names = new();
    private bool _panic;
    private bool _gaveUp;
    private int _nesting;
    private int _brackets;

    private Parser(Func<Token> next, SourceManager sources, LanguageOptions language, DiagnosticBag diagnostics)
    {
        _sources = sources;
        _diagnostics = diagnostics;
        _language = language;
        _tokens = new TokenWindow(next, Syntax.Keywords.For(language));
        _tokens.Advance();
        HandlePragmas();
    }

    /// <summary>Parses the tokens that <paramref name="next"/> gives until EndOfFile.</summary>
    public static TranslationUnitSyntax Parse(Func<Token> next, SourceManager sources, LanguageOptions language, DiagnosticBag diagnostics) =>
        new Parser(next, sources, language, diagnostics).ParseTranslationUnit();

    // ---- Tokens -----------------------------------------------------------------------------------------------------------------------------------

    private TokenKind Kind => _tokens.Current.Kind;

    /// <summary>The keyword the current token is, or None.</summary>
    private Keyword Word => _tokens.Word;

    private Token Current => _tokens.Current;

    private SourceSpan CurrentSpan => SpanOf(_tokens.Current);

    private SourceSpan PreviousSpan => SpanOf(_tokens.Previous);

    private bool IsIdentifier => Kind == TokenKind.Identifier && Word == Keyword.None;

    private bool IsTypedefName => IsIdentifier && _names.IsTypedef(Current.Text);

    private static SourceSpan SpanOf(in Token token) => token.Span;

    /// <summary>Goes to the next token and gives the one passed.</summary>
    private Token Advance()
    {
        Token token = _tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace when ++_brackets > MaxBrackets:
                if (!_tokens.AtEnd) GiveUp(() => _diagnostics.BracketsTooDeep(SpanOf(token), MaxBrackets));
                return token;
            case TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace:
                _brackets--;
                break;
        }
        _tokens.Advance();
        if (_tokens.HasPragmas) HandlePragmas();
        return token;
    }

    private bool TryTake(TokenKind kind)
    {
        if (Kind != kind) return false;
        Advance();
        return true;
    }

    private bool TryTake(Keyword keyword)
    {
        if (Word != keyword) return false;
        Advance();
        return true;
    }

    /// <summary>From <paramref name="start"/> to the last token passed. What is partly made by a macro is placed in the file.</summary>
    private SourceSpan SpanFrom(SourceSpan start) => Join(start, PreviousSpan);

    private SourceSpan Join(SourceSpan start, SourceSpan end) =>
        start.File == end.File ? start.To(end) : _sources.Outermost(start).To(_sources.Outermost(end));

    /// <summary>Just behind the last token: where a missing one belongs.</summary>
    private SourceSpan EndOfPrevious()
    {
        SourceSpan span = PreviousSpan;
        if (span.File == 0) return CurrentSpan;
        if (span.File != CurrentSpan.File) span = _sources.Outermost(span);
        return span with { Start = span.Start + span.Length, Length = 0 };
    }

    // ---- Errors and recovery ------------------------------------------------------------------------------------------------------------------------

    /// <summary>Whether an error may be reported now; it starts a panic.</summary>
    private bool StartPanic()
    {
        if (_panic || _gaveUp) return false;
        _panic = true;
        return true;
    }

    /// <summary>Reports that nothing more can be parsed and pretends the input ends here.</summary>
    private void GiveUp(Action report)
    {
        if (StartPanic()) report();
        _gaveUp = true;
        _tokens.JumpToEnd();
    }

    /// <summary>Counts a level of recursion; false when it is too deep.</summary>
    private bool EnterNesting()
    {
        if (++_nesting <= MaxNesting) return true;
        if (!_tokens.AtEnd) GiveUp(() => _diagnostics.NestingTooDeep(CurrentSpan, MaxNesting));
        return false;
    }

    private void LeaveNesting() => _nesting--;

    /// <summary>Counts a link of a chain of operators; false when it is too long.</summary>
    private bool ContinueChain(ref int length)
    {
        if (++length <= MaxChain) return true;
        GiveUp(() => _diagnostics.NestingTooDeep(CurrentSpan, MaxChain));
        return false;
    }

    /// <summary>Takes an opening bracket, or reports its absence. Gives its span.</summary>
    private SourceSpan Open(TokenKind kind, string after)
    {
        SourceSpan span = CurrentSpan;
        if (TryTake(kind)) return span;
        if (StartPanic()) _diagnostics.Expected(AtEnd ? EndOfPrevious() : CurrentSpan, $"'{Brackets.Text(kind)}' {after}");
        return default;
    }

    private bool AtEnd => Kind == TokenKind.EndOfFile;

    /// <summary>Takes the closing bracket that matches <paramref name="open"/>. In a panic, or when it is missing, skips to it if it can be found within the statement; then the panic is over.</summary>
    private SourceSpan Close(TokenKind kind, SourceSpan open)
    {
        if (Kind == kind && !_panic)
        {
            Advance();
            return PreviousSpan;
        }
        if (StartPanic())
        {
            _diagnostics.Expected(Kind is TokenKind.EndOfFile ? EndOfPrevious() : CurrentSpan, $"'{Brackets.Text(kind)}'",
                Brackets.Text(Brackets.Opening(kind)), open);
        }
        SkipTo(kind);
        if (Kind == kind && open != default)
        {
            Advance();
            _panic = false;
        }
        return PreviousSpan;
    }

    private bool StartsLine => (Current.Flags & TokenFlags.StartOfLine) != 0;

    /// <summary>Skips to a token of the given kind outside any brackets, and stops before it; also before a semicolon, a brace, or a bracket that closes something around.</summary>
    private void SkipTo(TokenKind kind)
    {
        int depth = 0;
        while (!AtEnd)
        {
            if (depth == 0 && (Kind == kind || Kind is TokenKind.Semicolon or TokenKind.LeftBrace or TokenKind.RightBrace)) return;
            switch (Kind)
            {
                case TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace:
                    depth++;
                    break;
                case TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace:
                    if (depth == 0) return;
                    depth--;
                    break;
            }
            Advance();
        }
    }

    /// <summary>Takes the semicolon that ends something. Without one, and in a panic, goes on behind the next semicolon, or at once where the next line or the end of the block seems to begin
    /// something new.</summary>
    private void ExpectSemicolon(string where)
    {
        if (!_panic && TryTake(TokenKind.Semicolon)) return;
        bool alreadyReported = _panic;
        if (StartPanic()) _diagnostics.ExpectedSemicolon(EndOfPrevious(), where);
        if (alreadyReported || !(StartsLine || Kind == TokenKind.RightBrace)) SkipStatement();
        _panic = false;
    }

    /// <summary>Skips behind the next semicolon, or up to a closing brace, or to a line that begins with a statement's or declaration's keyword.</summary>
    private void SkipStatement()
    {
        int depth = 0;
        bool first = true;
        while (!AtEnd)
        {
            if (depth == 0 && !first && StartsLine && Syntax.Keywords.BeginsStatementOrDeclaration(Word)) return;
            first = false;
            switch (Kind)
            {
                case TokenKind.Semicolon when depth == 0:
                    Advance();
                    return;
                case TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace:
                    depth++;
                    break;
                case TokenKind.RightBrace when depth == 0:
                    return;
                case TokenKind.RightBrace when depth == 1:
                    depth = 0;
                    Advance();
                    if (StartsLine) return;
                    continue;
                case TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace:
                    depth = Math.Max(0, depth - 1);
                    break;
            }
            Advance();
        }
    }

    /// <summary>Takes a token that is neither bracket nor semicolon.</summary>
    private bool Expect(TokenKind kind, string what)
    {
        if (!_panic && TryTake(kind)) return true;
        if (StartPanic()) _diagnostics.Expected(StartsLine || AtEnd ? EndOfPrevious() : CurrentSpan, what);
        return false;
    }

    /// <summary>Takes an identifier; reports and gives a nameless one without.</summary>
    private IdentifierSyntax ExpectIdentifier()
    {
        SourceSpan span = CurrentSpan;
        if (IsIdentifier) return new IdentifierSyntax(Advance().Text, span);
        if (StartPanic()) _diagnostics.Expected(StartsLine || AtEnd ? EndOfPrevious() : span, "identifier");
        return new IdentifierSyntax("", span);
    }

    /// <summary>Adjacent string literals; null (reported) when there is none.</summary>
    private StringSyntax? ExpectString(string what)
    {
        if (Kind == TokenKind.StringLiteral) return ParseStrings();
        if (StartPanic()) _diagnostics.Expected(CurrentSpan, what);
        return null;
    }

    private StringSyntax ParseStrings()
    {
        SourceSpan start = CurrentSpan;
        Token first = Advance();
        if (Kind != TokenKind.StringLiteral) return new StringSyntax([first], start);
        ImmutableArray<Token>.Builder pieces = ImmutableArray.CreateBuilder<Token>();
        pieces.Add(first);
        while (Kind == TokenKind.StringLiteral) pieces.Add(Advance());
        return new StringSyntax(pieces.ToImmutable(), SpanFrom(start));
    }
}
