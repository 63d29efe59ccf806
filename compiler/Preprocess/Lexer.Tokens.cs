// The tokens themselves: identifiers (6.4.2), preprocessing numbers (6.4.8), character constants and strings with their prefixes (6.4.4.4, 6.4.5), punctuators and digraphs (6.4.6).
using System.Text;
using PopcornCC.Compiler.Text;
using static PopcornCC.Compiler.Preprocess.CharacterClasses;

namespace PopcornCC.Compiler.Preprocess;

internal sealed partial class Lexer
{
    private Token LexToken(int p, TokenFlags flags)
    {
        char c = _text[p];
        if (IsDigit(c) || (c == '.' && IsDigit(Peek(p + 1)))) return LexNumber(p, flags);
        if (IsIdentifierPart(c)) return LexIdentifier(p, flags);
        if (c is '"' or '\'') return LexQuoted(p, p, flags);
        if (c >= 0x80 || c == '\\') return LexExtendedIdentifier(p, flags);
        return LexPunctuator(p, flags);
    }

    private Token Make(TokenKind kind, int start, int end, TokenFlags flags)
    {
        _position = end;
        return new Token(kind, _spellings.Intern(_text.AsSpan(start, end - start)), new SourceSpan(_file, start, end - start), flags);
    }

    private Token Punctuator(TokenKind kind, string spelling, int start, TokenFlags flags)
    {
        _position = start + spelling.Length;
        return new Token(kind, spelling, new SourceSpan(_file, start, spelling.Length), flags);
    }

    private Token LexIdentifier(int start, TokenFlags flags)
    {
        int p = start + 1;
        string text = _text;
        while ((uint)p < (uint)text.Length && IsIdentifierPart(text[p])) p++;
        char c = Peek(p);
        if (c is '"' or '\'' && IsEncodingPrefix(text.AsSpan(start, p - start))) return LexQuoted(start, p, flags);
        if (c == '\\' && IsSplice(p)) return LexSpliced(start, flags);
        if (c == '\\' || c >= 0x80) return LexExtendedIdentifier(start, flags);
        return Make(TokenKind.Identifier, start, p, flags);
    }

    private static bool IsEncodingPrefix(ReadOnlySpan<char> s) => s is "L" or "u" or "U" or "u8";

    // Identifiers with characters beyond ASCII, written as themselves or as universal character names; the spelling keeps the former.
    private Token LexExtendedIdentifier(int start, TokenFlags flags)
    {
        StringBuilder spelling = new();
        int p = start;
        while (p < _text.Length)
        {
            char c = _text[p];
            if (IsIdentifierPart(c))
            {
                spelling.Append(c);
                p++;
                continue;
            }
            if (c == '\\' && IsSplice(p)) return LexSpliced(start, flags);
            int codePoint, length;
            if (c == '\\') codePoint = UniversalCharacterAt(p, out length);
            else if (c >= 0x80) codePoint = CodePointAt(_text, p, out length);
            else break;
            if (codePoint < 0 || !IsExtendedIdentifierPart(codePoint, spelling.Length == 0)) break;
            spelling.Append(char.ConvertFromUtf32(codePoint));
            p += length;
        }
        if (p == start)
        {
            CodePointAt(_text, start, out int length);
            return Make(TokenKind.Other, start, start + length, flags);
        }
        _position = p;
        return new Token(TokenKind.Identifier, _spellings.Intern(spelling.ToString()), new SourceSpan(_file, start, p - start), flags);
    }

    private int UniversalCharacterAt(int p, out int length)
    {
        int digits = Peek(p + 1) == 'u' ? 4 : Peek(p + 1) == 'U' ? 8 : 0;
        length = 2 + digits;
        if (digits == 0) return -1;
        long value = 0;
        for (int i = 0; i < digits; i++)
        {
            int d = HexValue(Peek(p + 2 + i));
            if (d < 0) return -1;
            value = value * 16 + d;
        }
        return value > 0x10FFFF || value is >= 0xD800 and <= 0xDFFF ? -1 : (int)value;
    }

    private Token LexNumber(int start, TokenFlags flags)
    {
        int p = start + 1;
        while (true)
        {
            char c = Peek(p);
            if (c is '+' or '-' && _text[p - 1] is 'e' or 'E' or 'p' or 'P') p++;
            else if (c == '.' || IsIdentifierPart(c)) p++;
            else if (c == '\'' && DigitSeparators && char.IsAsciiLetterOrDigit(Peek(p + 1))) p += 2;
            else if (c == '\\' && IsSplice(p)) return LexSpliced(start, flags);
            else return Make(TokenKind.Number, start, p, flags);
        }
    }

    private Token LexQuoted(int start, int p, TokenFlags flags)
    {
        char quote = _text[p++];
        while (true)
        {
            int step = p <= _text.Length ? _text.AsSpan(p).IndexOfAny(quote, '\\', '\n') : -1;
            p = step < 0 ? _text.Length : p + step;
            if (p >= _text.Length || _text[p] == '\n')
            {
                _diagnostics?.MissingTerminator(new SourceSpan(_file, start, 1), quote, InDirective);
                return Make(TokenKind.Other, start, p, flags);
            }
            if (_text[p] == quote) break;
            if (IsSplice(p)) return LexSpliced(start, flags);
            if (IsSplice(p + 1)) return LexSpliced(start, flags);
            p = Peek(p + 1) == '\n' ? p + 1 : p + 2;
        }
        return Make(quote == '"' ? TokenKind.StringLiteral : TokenKind.CharConstant, start, p + 1, flags);
    }

    // A token with a backslash-newline inside: lexed again from a copy of the logical line without them. The copy holds only as much as the token needs.
    private Token LexSpliced(int start, TokenFlags flags)
    {
        for (int limit = 128; ; limit *= 4)
        {
            StringBuilder joined = new();
            List<int> origin = [];
            int p = SkipSplices(start);
            while (p < _text.Length && _text[p] != '\n' && joined.Length < limit)
            {
                joined.Append(_text[p]);
                origin.Add(p);
                p = SkipSplices(p + 1);
            }
            bool whole = joined.Length < limit;
            origin.Add(p);
            Lexer lexer = new(joined.ToString(), _file, _spellings, whole ? _diagnostics : null) { InDirective = InDirective, DigitSeparators = DigitSeparators };
            Token token = lexer.LexToken(0, flags);
            if (!whole && lexer._position + 2 >= joined.Length) continue;
            _position = lexer._position == 0 ? start : origin[lexer._position - 1] + 1;
            return token with { Span = new SourceSpan(_file, start, _position - start) };
        }
    }

    private Token LexPunctuator(int p, TokenFlags flags)
    {
        char n = Peek(p + 1);
        if (n == '\\' && IsSplice(p + 1)) return LexSpliced(p, flags);
        switch (_text[p])
        {
            case '(': return Punctuator(TokenKind.LeftParen, "(", p, flags);
            case ')': return Punctuator(TokenKind.RightParen, ")", p, flags);
            case ',': return Punctuator(TokenKind.Comma, ",", p, flags);
            case ';': return Punctuator(TokenKind.Semicolon, ";", p, flags);
            case '{': return Punctuator(TokenKind.LeftBrace, "{", p, flags);
            case '}': return Punctuator(TokenKind.RightBrace, "}", p, flags);
            case '[': return Punctuator(TokenKind.LeftBracket, "[", p, flags);
            case ']': return Punctuator(TokenKind.RightBracket, "]", p, flags);
            case '~': return Punctuator(TokenKind.Tilde, "~", p, flags);
            case '?': return Punctuator(TokenKind.Question, "?", p, flags);
            case '=': return n == '=' ? Punctuator(TokenKind.EqualEqual, "==", p, flags) : Punctuator(TokenKind.Equal, "=", p, flags);
            case '!': return n == '=' ? Punctuator(TokenKind.BangEqual, "!=", p, flags) : Punctuator(TokenKind.Bang, "!", p, flags);
            case '*': return n == '=' ? Punctuator(TokenKind.StarEqual, "*=", p, flags) : Punctuator(TokenKind.Star, "*", p, flags);
            case '/': return n == '=' ? Punctuator(TokenKind.SlashEqual, "/=", p, flags) : Punctuator(TokenKind.Slash, "/", p, flags);
            case '^': return n == '=' ? Punctuator(TokenKind.CaretEqual, "^=", p, flags) : Punctuator(TokenKind.Caret, "^", p, flags);
            case '#': return n == '#' ? Punctuator(TokenKind.HashHash, "##", p, flags) : Punctuator(TokenKind.Hash, "#", p, flags);
            case '+':
                return n == '+' ? Punctuator(TokenKind.PlusPlus, "++", p, flags)
                : n == '=' ? Punctuator(TokenKind.PlusEqual, "+=", p, flags) : Punctuator(TokenKind.Plus, "+", p, flags);
            case '-':
                return n == '-' ? Punctuator(TokenKind.MinusMinus, "--", p, flags) : n == '=' ? Punctuator(TokenKind.MinusEqual, "-=", p, flags)
                : n == '>' ? Punctuator(TokenKind.Arrow, "->", p, flags) : Punctuator(TokenKind.Minus, "-", p, flags);
            case '&':
                return n == '&' ? Punctuator(TokenKind.AmpersandAmpersand, "&&", p, flags)
                : n == '=' ? Punctuator(TokenKind.AmpersandEqual, "&=", p, flags) : Punctuator(TokenKind.Ampersand, "&", p, flags);
            case '|':
                return n == '|' ? Punctuator(TokenKind.PipePipe, "||", p, flags)
                : n == '=' ? Punctuator(TokenKind.PipeEqual, "|=", p, flags) : Punctuator(TokenKind.Pipe, "|", p, flags);
            case ':':
                return n == '>' ? Punctuator(TokenKind.RightBracket, ":>", p, flags)
                : n == ':' && DigitSeparators ? Punctuator(TokenKind.ColonColon, "::", p, flags) : Punctuator(TokenKind.Colon, ":", p, flags);
            default: return LexLongPunctuator(p, n, flags);
        }
    }

    // Those that may be three characters long (and %:%:); a splice after the second character is looked for too.
    private Token LexLongPunctuator(int p, char n, TokenFlags flags)
    {
        char c = _text[p];
        if (n == c && c is '<' or '>' or '.' && n == c && Peek(p + 2) == '\\' && IsSplice(p + 2)) return LexSpliced(p, flags);
        switch (c)
        {
            case '<' when n == '<':
                return Peek(p + 2) == '=' ? Punctuator(TokenKind.LessLessEqual, "<<=", p, flags) : Punctuator(TokenKind.LessLess, "<<", p, flags);
            case '<':
                return n == '=' ? Punctuator(TokenKind.LessEqual, "<=", p, flags) : n == ':' ? Punctuator(TokenKind.LeftBracket, "<:", p, flags)
                    : n == '%' ? Punctuator(TokenKind.LeftBrace, "<%", p, flags) : Punctuator(TokenKind.Less, "<", p, flags);
            case '>' when n == '>':
                return Peek(p + 2) == '=' ? Punctuator(TokenKind.GreaterGreaterEqual, ">>=", p, flags) : Punctuator(TokenKind.GreaterGreater, ">>", p, flags);
            case '>':
                return n == '=' ? Punctuator(TokenKind.GreaterEqual, ">=", p, flags) : Punctuator(TokenKind.Greater, ">", p, flags);
            case '.':
                return n == '.' && Peek(p + 2) == '.' ? Punctuator(TokenKind.Ellipsis, "...", p, flags) : Punctuator(TokenKind.Dot, ".", p, flags);
            case '%' when n == ':':
                int third = SkipSplices(p + 2);
                if (third != p + 2 || IsSplice(third + 1)) return LexSpliced(p, flags);
                return Peek(p + 2) == '%' && Peek(p + 3) == ':' ? Punctuator(TokenKind.HashHash, "%:%:", p, flags) : Punctuator(TokenKind.Hash, "%:", p, flags);
            case '%':
                return n == '=' ? Punctuator(TokenKind.PercentEqual, "%=", p, flags) : n == '>' ? Punctuator(TokenKind.RightBrace, "%>", p, flags)
                    : Punctuator(TokenKind.Percent, "%", p, flags);
            default:
                return Make(TokenKind.Other, p, p + 1, flags);
        }
    }
}
