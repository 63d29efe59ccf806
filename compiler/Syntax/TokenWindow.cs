// The parser's view of the token stream: the current token with its keyword, a few tokens of lookahead, and the pragmas between them, which take effect when the token behind them becomes current.
using PopcornCC.Compiler.Preprocess;

namespace PopcornCC.Compiler.Syntax;

/// <summary>Tokens with lookahead.</summary>
internal sealed class TokenWindow(Func<Token> next, Dictionary<string, Keyword> keywords)
{
    private const int Size = 8;

    private readonly Token[] _ring = new Token[Size];
    private readonly Queue<(long Before, Token Pragma)> _pragmas = new();
    private int _head;
    private int _count;
    private long _position = -1;
    private Token? _end;

    /// <summary>The token to look at.</summary>
    public Token Current { get; private set; }

    /// <summary>The token before it; a default one at the start.</summary>
    public Token Previous { get; private set; }

    /// <summary>The keyword that <see cref="Current"/> is.</summary>
    public Keyword Word { get; private set; }

    /// <summary>Whether the current token is the end.</summary>
    public bool AtEnd => Current.Kind == TokenKind.EndOfFile;

    /// <summary>Whether pragmas stand between the previous and the current token.</summary>
    public bool HasPragmas => _pragmas.Count > 0 && _pragmas.Peek().Before <= _position;

    /// <summary>Takes the next such pragma.</summary>
    public Token TakePragma() => _pragmas.Dequeue().Pragma;

    /// <summary>Goes one token on; stays at the end.</summary>
    public void Advance()
    {
        if (_position >= 0) Previous = Current;
        if (_count == 0) Fill(1);
        Current = _ring[_head];
        _head = (_head + 1) % Size;
        _count--;
        _position++;
        Word = WordOf(Current);
    }

    /// <summary>The token <paramref name="distance"/> behind the current one, at most seven.</summary>
    public Token Peek(int distance)
    {
        if (distance == 0) return Current;
        Fill(distance);
        return _ring[(_head + distance - 1) % Size];
    }

    /// <summary>The keyword a token is.</summary>
    public Keyword WordOf(in Token token) => token.Kind == TokenKind.Identifier && keywords.TryGetValue(token.Text, out Keyword keyword) ? keyword : Keyword.None;

    /// <summary>Drops all that is left: from here on there is only EndOfFile, at the current token's place.</summary>
    public void JumpToEnd()
    {
        _end = new Token(TokenKind.EndOfFile, "", Current.Span, Current.Flags);
        Current = _end.Value;
        Word = Keyword.None;
        _count = 0;
        _pragmas.Clear();
    }

    private void Fill(int count)
    {
        while (_count < count)
        {
            Token token = _end ?? next();
            if (token.Kind == TokenKind.Pragma)
            {
                _pragmas.Enqueue((_position + 1 + _count, token));
                continue;
            }
            if (token.Kind == TokenKind.EndOfFile) _end = token;
            _ring[(_head + _count++) % Size] = token;
        }
    }
}

/// <summary>Brackets by kind.</summary>
internal static class Brackets
{
    /// <summary>A bracket's text.</summary>
    public static string Text(TokenKind kind) => kind switch
    {
        TokenKind.LeftParen => "(",
        TokenKind.RightParen => ")",
        TokenKind.LeftBracket => "[",
        TokenKind.RightBracket => "]",
        TokenKind.LeftBrace => "{",
        TokenKind.RightBrace => "}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The bracket that <paramref name="kind"/> closes.</summary>
    public static TokenKind Opening(TokenKind kind) => kind switch
    {
        TokenKind.RightParen => TokenKind.LeftParen,
        TokenKind.RightBracket => TokenKind.LeftBracket,
        TokenKind.RightBrace => TokenKind.LeftBrace,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
