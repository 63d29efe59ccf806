// How tightly binary operators bind (6.5.5 to 6.5.14), for precedence climbing in #if and in the parser alike.
namespace PopcornCC.Compiler.Preprocess;

/// <summary>Precedence of binary operators.</summary>
public static class OperatorPrecedence
{
    /// <summary>1 (<c>||</c>) to 10 (<c>*</c>); 0 for what is no binary operator of this kind.</summary>
    public static int Of(TokenKind kind) => kind switch
    {
        TokenKind.PipePipe => 1,
        TokenKind.AmpersandAmpersand => 2,
        TokenKind.Pipe => 3,
        TokenKind.Caret => 4,
        TokenKind.Ampersand => 5,
        TokenKind.EqualEqual or TokenKind.BangEqual => 6,
        TokenKind.Less or TokenKind.Greater or TokenKind.LessEqual or TokenKind.GreaterEqual => 7,
        TokenKind.LessLess or TokenKind.GreaterGreater => 8,
        TokenKind.Plus or TokenKind.Minus => 9,
        TokenKind.Star or TokenKind.Slash or TokenKind.Percent => 10,
        _ => 0,
    };
}
