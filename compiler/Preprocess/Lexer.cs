// Text to preprocessing tokens: translation phases 1 to 3 (5.1.1.2) and 6.4. One scan over the file's string; lines joined by a backslash are seldom inside a token, so the fast path looks
// for them only where a token would end, and a token that has one is lexed again from a copy of the line without them (LexSpliced).
// Trigraphs are left alone, as in gcc's gnu modes, unless asked for (the whole text is then replaced before).
using PopcornCC.Compiler.Text;
using static PopcornCC.Compiler.Preprocess.CharacterClasses;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>The tokens of one file.</summary>
internal sealed partial class Lexer
{
    private readonly string _text;
    private readonly int _file;
    private readonly SpellingTable _spellings;
    private readonly DiagnosticBag? _diagnostics;
    private int _position;
    private bool _atLineStart = true;

    /// <summary>A lexer over <paramref name="text"/>; without <paramref name="diagnostics"/> it is silent (used on joined and made-up text).</summary>
    public Lexer(string text, int file, SpellingTable spellings, DiagnosticBag? diagnostics)
    {
        _text = text;
        _file = file;
        _spellings = spellings;
        _diagnostics = diagnostics;
    }

    /// <summary>In a directive the end of the line is a token.</summary>
    public bool InDirective { get; set; }

    /// <summary>Flags every token gets: <see cref="TokenFlags.InSystemHeader"/> or none.</summary>
    public TokenFlags FileFlags { get; set; }

    /// <summary>Digit separators (C23 6.4.4.1) are part of numbers.</summary>
    public bool DigitSeparators { get; init; }

    /// <summary>Told of every comment outside directives (<c>-C</c>).</summary>
    public Action<string, SourceSpan>? CommentSeen { get; init; }

    /// <summary>Where the next token is looked for.</summary>
    public int Position => _position;

    /// <summary>The next token. At the end of the file EndOfFile, again and again; in a directive first a NewLine, which is not consumed.</summary>
    public Token Lex()
    {
        TokenFlags flags = FileFlags;
        if (_atLineStart) flags |= TokenFlags.StartOfLine;
        int p = _position;
        string text = _text;
        while (true)
        {
            char c = Peek(p);
            switch (c)
            {
                case ' ' or '\t' or '\v' or '\f' or '\r':
                    p++;
                    flags |= TokenFlags.LeadingSpace;
                    continue;
                case '\n':
                    if (InDirective)
                    {
                        _position = p;
                        return new Token(TokenKind.NewLine, "", new SourceSpan(_file, p, 0), flags);
                    }
                    p++;
                    flags = FileFlags | TokenFlags.StartOfLine;
                    continue;
                case '/':
                    int next = SkipSplices(p + 1), comment = p;
                    if (Peek(next) == '*') p = SkipBlockComment(p, next + 1);
                    else if (Peek(next) == '/') p = SkipLineComment(p, next + 1);
                    else break;
                    if (!InDirective) CommentSeen?.Invoke(_text[comment..p], new SourceSpan(_file, comment, p - comment));
                    flags |= TokenFlags.LeadingSpace;
                    continue;
                case '\\':
                    int after = SkipSplices(p);
                    if (after == p) break;
                    p = after;
                    continue;
                case '\0' when p >= text.Length:
                    _position = p;
                    return new Token(InDirective ? TokenKind.NewLine : TokenKind.EndOfFile, "", new SourceSpan(_file, text.Length, 0), flags);
            }
            _atLineStart = false;
            return LexToken(p, flags);
        }
    }

    /// <summary>Takes back the last token, the first of its line.</summary>
    public void Return(Token token)
    {
        _position = token.Span.Start;
        _atLineStart = true;
    }

    /// <summary>After <c>#include</c>: a header name (6.4.7), or null when none follows (the directive is then computed).</summary>
    public Token? TryLexHeaderName()
    {
        int p = _position;
        while (true)
        {
            if (IsHorizontalSpace(Peek(p))) p++;
            else if (SkipSplices(p) is int after && after != p) p = after;
            else if (Peek(p) == '/' && Peek(p + 1) == '*') p = SkipBlockComment(p, p + 2);
            else break;
        }
        char close = Peek(p) == '<' ? '>' : Peek(p) == '"' ? '"' : '\0';
        if (close == '\0') return null;
        int end = p + 1;
        while (Peek(end) != close)
        {
            if (end >= _text.Length || _text[end] == '\n') return null;
            end++;
        }
        _position = end + 1;
        return new Token(TokenKind.HeaderName, _text[p..(end + 1)], new SourceSpan(_file, p, end + 1 - p), FileFlags);
    }

    /// <summary>The rest of the directive's line as written, white space around it removed and splices undone.</summary>
    public string RestOfLine(out SourceSpan span)
    {
        int p = _position;
        while (IsHorizontalSpace(Peek(p))) p++;
        int start = p;
        System.Text.StringBuilder line = new();
        while (p < _text.Length && _text[p] != '\n')
        {
            int after = SkipSplices(p);
            if (after != p)
            {
                p = after;
                continue;
            }
            line.Append(_text[p++]);
        }
        _position = p;
        string result = line.ToString().TrimEnd();
        span = new SourceSpan(_file, start, Math.Min(result.Length, _text.Length - start));
        return result;
    }

    /// <summary>Skips the rest of the directive's line; comments that span lines are part of it.</summary>
    public void SkipLine()
    {
        int p = _position;
        while (true)
        {
            int step = p <= _text.Length ? _text.AsSpan(p).IndexOfAny("\n/\"'\\") : -1;
            if (step < 0)
            {
                _position = _text.Length;
                return;
            }
            p += step;
            if (_text[p] == '\n')
            {
                _position = p;
                return;
            }
            p = SkipNonNewLine(p);
        }
    }

    /// <summary>Skips the text of a group that a condition excludes, up to the next line that begins with <c>#</c>. False at the end of the file. Only comments, strings and line ends
    /// are looked at: what is skipped need not be made of valid tokens (6.10p4).</summary>
    public bool SkipToDirective()
    {
        int p = _position;
        bool lineStart = _atLineStart;
        while (true)
        {
            if (lineStart)
            {
                while (IsHorizontalSpace(Peek(p))) p++;
                if (Peek(p) == '#' || (Peek(p) == '%' && Peek(p + 1) == ':'))
                {
                    _position = p;
                    _atLineStart = true;
                    return true;
                }
                lineStart = false;
            }
            int step = _text.AsSpan(p).IndexOfAny("\n/\"'\\");
            if (step < 0)
            {
                _position = _text.Length;
                return false;
            }
            p += step;
            switch (_text[p])
            {
                case '\n':
                    p++;
                    lineStart = true;
                    break;
                case '/' when Peek(SkipSplices(p + 1)) == '*':
                    // A directive may follow a comment at the start of a line.
                    bool first = _text.AsSpan(_text.LastIndexOf('\n', p) + 1, p - _text.LastIndexOf('\n', p) - 1).IsWhiteSpace();
                    p = SkipBlockComment(p, SkipSplices(p + 1) + 1);
                    lineStart = first;
                    break;
                default:
                    p = SkipNonNewLine(p);
                    break;
            }
        }
    }

    // Past a comment, a literal, a splice or a single character.
    private int SkipNonNewLine(int p)
    {
        switch (_text[p])
        {
            case '/' when Peek(SkipSplices(p + 1)) == '*': return SkipBlockComment(p, SkipSplices(p + 1) + 1);
            case '/' when Peek(SkipSplices(p + 1)) == '/': return SkipLineComment(p, SkipSplices(p + 1) + 1);
            case '"' or '\'': return SkipQuoted(p);
            case '\\' when SkipSplices(p) != p: return SkipSplices(p);
            default: return p + 1;
        }
    }

    private char Peek(int p) => (uint)p < (uint)_text.Length ? _text[p] : '\0';

    /// <summary>The first position from <paramref name="p"/> on at which no backslash-newline begins (phase 2). White space between backslash and newline is allowed, as gcc does.</summary>
    private int SkipSplices(int p)
    {
        while (Peek(p) == '\\')
        {
            int q = p + 1;
            while (IsHorizontalSpace(Peek(q))) q++;
            if (Peek(q) != '\n') break;
            p = q + 1;
        }
        return p;
    }

    private bool IsSplice(int p) => Peek(p) == '\\' && SkipSplices(p) != p;

    private int SkipBlockComment(int start, int p)
    {
        int body = p;
        while (true)
        {
            int star = p <= _text.Length ? _text.IndexOf('*', p) : -1;
            if (star < 0)
            {
                _diagnostics?.UnterminatedComment(new SourceSpan(_file, start, 2));
                return _text.Length;
            }
            int next = SkipSplices(star + 1);
            if (Peek(next) == '/')
            {
                int nested = _text.AsSpan(body, star - body).IndexOf("/*", StringComparison.Ordinal);
                if (nested >= 0) _diagnostics?.CommentInComment(new SourceSpan(_file, body + nested, 2));
                return next + 1;
            }
            p = star + 1;
        }
    }

    private int SkipLineComment(int start, int p)
    {
        while (true)
        {
            int end = p <= _text.Length ? _text.IndexOf('\n', p) : -1;
            if (end < 0) return _text.Length;
            int last = end - 1;
            while (last > start && IsHorizontalSpace(_text[last])) last--;
            if (_text[last] != '\\') return end;
            _diagnostics?.MultiLineComment(new SourceSpan(_file, last, 1));
            p = end + 1;
        }
    }

    private int SkipQuoted(int p)
    {
        char quote = _text[p++];
        while (p < _text.Length && _text[p] != '\n')
        {
            if (_text[p] == quote) return p + 1;
            if (_text[p] == '\\')
            {
                int after = SkipSplices(p);
                p = after == p ? Math.Min(p + 2, _text.Length) : after;
            }
            else
            {
                p++;
            }
        }
        return p;
    }
}
