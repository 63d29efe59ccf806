// Operators as they are written, for messages.
using PopcornCC.Compiler.Preprocess;

namespace PopcornCC.Compiler.Syntax;

internal static class Operators
{
    /// <summary>An operator as it is written.</summary>
    public static string Spelling(TokenKind kind) => kind switch
    {
        TokenKind.AmpersandAmpersand => "&&",
        TokenKind.PipePipe => "||",
        TokenKind.Ampersand => "&",
        TokenKind.Pipe => "|",
        TokenKind.Caret => "^",
        TokenKind.LessLess => "<<",
        TokenKind.GreaterGreater => ">>",
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Star => "*",
        TokenKind.Slash => "/",
        TokenKind.Percent => "%",
        TokenKind.Less => "<",
        TokenKind.Greater => ">",
        TokenKind.LessEqual => "<=",
        TokenKind.GreaterEqual => ">=",
        TokenKind.EqualEqual => "==",
        TokenKind.BangEqual => "!=",
        TokenKind.Bang => "!",
        TokenKind.Tilde => "~",
        TokenKind.PlusPlus => "++",
        TokenKind.MinusMinus => "--",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
