// Preprocessing tokens (C11 6.4). They go from the preprocessor to the parser as they are, never as text; keywords are identifiers whose KeywordKind the parser asks for.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>What a token is. Punctuators are named by their usual English names.</summary>
public enum TokenKind : byte
{
    EndOfFile, Identifier, Number, CharConstant, StringLiteral, Other,

    // Only inside the preprocessor:
    NewLine, Placemarker, HeaderName, Hash, HashHash,

    // Punctuators (digraphs have the kind of what they stand for).
    LeftBracket, RightBracket, LeftParen, RightParen, LeftBrace, RightBrace,
    Dot, Arrow, PlusPlus, MinusMinus, Ampersand, Star, Plus, Minus, Tilde, Bang,
    Slash, Percent, LessLess, GreaterGreater, Less, Greater, LessEqual, GreaterEqual, EqualEqual, BangEqual,
    Caret, Pipe, AmpersandAmpersand, PipePipe, Question, Colon, ColonColon, Semicolon, Ellipsis,
    Equal, StarEqual, SlashEqual, PercentEqual, PlusEqual, MinusEqual, LessLessEqual, GreaterGreaterEqual,
    AmpersandEqual, CaretEqual, PipeEqual, Comma,

    /// <summary>A <c>#pragma</c> the preprocessor does not handle itself: Text is its words after <c>pragma</c>.</summary>
    Pragma,
}

/// <summary>Facts about a token that its text does not show.</summary>
[Flags]
public enum TokenFlags : byte
{
    None = 0,

    /// <summary>First on its line.</summary>
    StartOfLine = 1,

    /// <summary>White space stands before it.</summary>
    LeadingSpace = 2,

    /// <summary>An identifier that named a macro being expanded, never to be expanded again (6.10.3.4p2).</summary>
    NoExpand = 4,

    /// <summary>In a system header: warnings about it are not shown.</summary>
    InSystemHeader = 8,
}

/// <summary>One token. <paramref name="Text"/> is its spelling after line splicing, with prefix and quotes; a negative file number in <paramref name="Span"/> says which macro use made it.</summary>
public readonly record struct Token(TokenKind Kind, string Text, SourceSpan Span, TokenFlags Flags = TokenFlags.None)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
