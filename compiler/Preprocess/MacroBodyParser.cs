// Analyses the replacement list of a #define: finds the parameters, the operands of # and ## (6.10.3.2, 6.10.3.3) and the groups of __VA_OPT__ (C23 6.10.5.1), and reports what is wrong there.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>Turns the tokens of a replacement list into a macro's body.</summary>
internal sealed class MacroBodyParser(
    DiagnosticBag diagnostics, List<Token> tokens, List<string> parameters, bool isFunction, bool isVariadic)
{
    private int _position;

    /// <summary>The body, or null when an error was reported.</summary>
    public MacroToken[]? Parse()
    {
        if (tokens.Count > 0)
        {
            if (tokens[0].Kind == TokenKind.HashHash) return Misplaced(tokens[0]);
            if (tokens[^1].Kind == TokenKind.HashHash) return Misplaced(tokens[^1]);
        }
        return List(inGroup: false);
    }

    private MacroToken[]? Misplaced(Token token)
    {
        diagnostics.PasteAtEdge(token.Span);
        return null;
    }

    private MacroToken[]? List(bool inGroup)
    {
        List<MacroToken> body = [];
        int depth = 0;
        while (_position < tokens.Count)
        {
            Token token = tokens[_position++];
            if (token.Kind == TokenKind.HashHash)
            {
                if (inGroup && (body.Count == 0 || (_position < tokens.Count && tokens[_position].Kind == TokenKind.RightParen && depth == 0))) return Misplaced(token);
                body[^1] = body[^1] with { PasteNext = true };
                continue;
            }
            bool stringify = false;
            if (token.Kind == TokenKind.Hash && isFunction)
            {
                Token operand = _position < tokens.Count ? tokens[_position] : default;
                if (ParameterOf(operand) < 0 && !IsVaOpt(operand))
                {
                    diagnostics.HashNotBeforeParameter(token.Span);
                    return null;
                }
                stringify = true;
                TokenFlags space = token.Flags & TokenFlags.LeadingSpace;
                token = operand with { Flags = (operand.Flags & ~TokenFlags.LeadingSpace) | space };
                _position++;
            }
            if (IsVaOpt(token))
            {
                if (_position >= tokens.Count || tokens[_position++].Kind != TokenKind.LeftParen || List(inGroup: true) is not { } group)
                {
                    diagnostics.BadVaOpt(token.Span);
                    return null;
                }
                body.Add(new MacroToken(token, Stringify: stringify, Group: group));
                continue;
            }
            if (inGroup && token.Kind == TokenKind.LeftParen) depth++;
            if (inGroup && token.Kind == TokenKind.RightParen && depth-- == 0) return [.. body];
            if (token.Kind == TokenKind.Identifier && token.Text == "__VA_ARGS__" && !isVariadic) diagnostics.VaArgsOutsideVariadic(token.Span);
            body.Add(new MacroToken(token, ParameterOf(token), stringify));
        }
        if (inGroup) return null;
        if (body.Count > 0) body[0] = body[0] with { Token = body[0].Token with { Flags = body[0].Token.Flags & ~TokenFlags.LeadingSpace } };
        return [.. body];
    }

    private int ParameterOf(Token token) => token.Kind == TokenKind.Identifier ? parameters.IndexOf(token.Text) : -1;

    private bool IsVaOpt(Token token) => isVariadic && token.Kind == TokenKind.Identifier && token.Text == "__VA_OPT__";
}

/// <summary>A macro's definition as a directive.</summary>
internal static class MacroText
{
    /// <summary>As <c>-dM</c> prints it.</summary>
    public static string Of(Macro macro)
    {
        System.Text.StringBuilder text = new("#define ");
        text.Append(macro.Name);
        if (macro.IsFunctionLike)
        {
            IEnumerable<string> names = macro.Parameters.Select((p, i) => !macro.IsVariadic || i < macro.Parameters.Length - 1 ? p : p == "__VA_ARGS__" ? "..." : p + "...");
            text.Append('(').AppendJoin(',', names).Append(')');
        }
        text.Append(' ');
        Append(text, macro.Body);
        return text.ToString();
    }

    private static void Append(System.Text.StringBuilder text, MacroToken[] body)
    {
        bool first = true;
        foreach (MacroToken token in body)
        {
            if (!first && (token.Token.Flags & TokenFlags.LeadingSpace) != 0) text.Append(' ');
            first = false;
            if (token.Stringify) text.Append('#');
            text.Append(token.Token.Text);
            if (token.Group is { } group)
            {
                text.Append('(');
                Append(text, group);
                text.Append(')');
            }
            if (token.PasteNext) text.Append(" ## ");
        }
    }
}
