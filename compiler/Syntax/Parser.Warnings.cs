// Warnings that need nothing but syntax: precedence that is easily misread, else and semicolons and indentation that deceive. As clang, they are silent about what a macro's body wrote where
// that is its business (indentation, empty bodies).
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Syntax;

public sealed partial class Parser
{
    /// <summary>Looks at the operands of an operator that have no parentheses around.</summary>
    private void WarnPrecedence(TokenKind kind, ExpressionSyntax left, ExpressionSyntax right, SourceSpan op)
    {
        switch (kind)
        {
            case TokenKind.PipePipe:
                // "a || b && "text"" is how assertions carry messages.
                WarnWithin(left, true);
                WarnWithin(right, true);
                break;
            case TokenKind.Pipe or TokenKind.Caret:
                WarnWithin(left, false);
                WarnWithin(right, false);
                goto case TokenKind.Ampersand;
            case TokenKind.Ampersand:
                WarnIf(left, IsComparison, "parentheses");
                WarnIf(right, IsComparison, "parentheses");
                break;
            case TokenKind.LessLess or TokenKind.GreaterGreater:
                WarnIf(left, IsAdditive, "shift-op-parentheses");
                WarnIf(right, IsAdditive, "shift-op-parentheses");
                break;
            case TokenKind.Less or TokenKind.Greater or TokenKind.LessEqual or TokenKind.GreaterEqual when left is BinarySyntax { Operator: var inner } && IsRelational(inner):
                _diagnostics.ChainedComparison(op);
                break;
        }

        void WarnWithin(ExpressionSyntax operand, bool logical)
        {
            if (operand is not BinarySyntax b) return;
            bool suspicious = logical ? b.Operator == TokenKind.AmpersandAmpersand && b.Left is not StringSyntax && b.Right is not StringSyntax
                : b.Operator == TokenKind.Ampersand || (kind == TokenKind.Pipe && b.Operator == TokenKind.Caret);
            if (suspicious) _diagnostics.SuggestParentheses(b.OperatorSpan, logical, Operators.Spelling(b.Operator), Operators.Spelling(kind));
        }

        void WarnIf(ExpressionSyntax operand, Func<TokenKind, bool> suspicious, string group)
        {
            if (operand is BinarySyntax b && suspicious(b.Operator)) _diagnostics.LowerPrecedence(group == "shift-op-parentheses" ? b.OperatorSpan : op, group, Operators.Spelling(kind), Operators.Spelling(b.Operator));
        }
    }

    private static bool IsRelational(TokenKind kind) => kind is TokenKind.Less or TokenKind.Greater or TokenKind.LessEqual or TokenKind.GreaterEqual;

    private static bool IsComparison(TokenKind kind) => IsRelational(kind) || kind is TokenKind.EqualEqual or TokenKind.BangEqual;

    private static bool IsAdditive(TokenKind kind) => kind is TokenKind.Plus or TokenKind.Minus;

    /// <summary><c>if (a) if (b) x; else y;</c>: the else is the inner if's.</summary>
    private void WarnDanglingElse(StatementSyntax then)
    {
        while (true)
        {
            switch (then)
            {
                case IfStatementSyntax { Else: not null } inner:
                    _diagnostics.DanglingElse(inner.ElseSpan);
                    return;
                case WhileStatementSyntax w:
                    then = w.Body;
                    break;
                case ForStatementSyntax f:
                    then = f.Body;
                    break;
                default:
                    return;
            }
        }
    }

    private void WarnLoopBody(string word, SourceSpan start, SourceSpan close, StatementSyntax body)
    {
        if (body is not EmptyStatementSyntax) WarnMisleadingIndentation(word, start, body);
        else if (!_panic && (Kind == TokenKind.LeftBrace || IsIndented(start))) WarnEmptyBody(word, close, body.Span);
    }

    /// <summary>Whether the next statement stands further right than the loop's word: it was meant to be the body.</summary>
    private bool IsIndented(SourceSpan start)
    {
        SourceSpan next = CurrentSpan;
        if (start.File <= 0 || next.File != start.File || Kind is TokenKind.RightBrace or TokenKind.EndOfFile or TokenKind.Semicolon) return false;
        SourceFile file = _sources[start.File]!;
        return file.GetLineAndColumn(next.Start).Column > file.GetLineAndColumn(start.Start).Column && file.GetLineAndColumn(next.Start).Line != file.GetLineAndColumn(start.Start).Line;
    }

    /// <summary>Only a semicolon on the line of the closing parenthesis is taken for a slip.</summary>
    private void WarnEmptyBody(string word, SourceSpan close, SourceSpan semicolon)
    {
        if (close.File <= 0 || close.File != semicolon.File) return;
        SourceFile file = _sources[close.File]!;
        if (file.GetLineAndColumn(close.Start).Line == file.GetLineAndColumn(semicolon.Start).Line) _diagnostics.EmptyBody(semicolon, word);
    }

    /// <summary>The statement behind an unbraced body begins in the body's column, on a line of its own.</summary>
    private void WarnMisleadingIndentation(string word, SourceSpan start, StatementSyntax body)
    {
        if (_panic || body is CompoundStatementSyntax or LabeledStatementSyntax || !StartsLine || Kind is TokenKind.RightBrace or TokenKind.EndOfFile or TokenKind.Semicolon || Word == Keyword.Else) return;
        SourceSpan next = CurrentSpan;
        if (start.File <= 0 || body.Span.File != start.File || next.File != start.File || (IsIdentifier && _tokens.Peek(1).Kind == TokenKind.Colon)) return;
        SourceFile file = _sources[start.File]!;
        (int bodyLine, int bodyColumn) = file.GetLineAndColumn(body.Span.Start);
        (int nextLine, int nextColumn) = file.GetLineAndColumn(next.Start);
        (int line, _) = file.GetLineAndColumn(start.Start);
        if (bodyLine == line || bodyColumn != nextColumn) return;
        string bodyText = file.GetLine(bodyLine), nextText = file.GetLine(nextLine), text = file.GetLine(line);
        string indentation = bodyText[..(bodyColumn - 1)];
        if (!string.IsNullOrWhiteSpace(indentation) || !nextText.StartsWith(indentation, StringComparison.Ordinal)) return;

        // The guard itself must stand further left, or it is not indentation that deceives.
        int guard = text.Length - text.TrimStart().Length;
        if (guard >= indentation.Length || !indentation.StartsWith(text[..guard], StringComparison.Ordinal)) return;
        _diagnostics.MisleadingIndentation(next, word, start);
    }
}
