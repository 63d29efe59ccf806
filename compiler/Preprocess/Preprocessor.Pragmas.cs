// #pragma (6.10.6) and _Pragma (6.10.9). Handled here: once, push_macro, pop_macro, GCC system_header, GCC diagnostic, GCC warning and error, GCC poison; all else goes to the parser as a Pragma token.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

public sealed partial class Preprocessor
{
    private readonly Dictionary<string, Stack<Macro?>> _pushedMacros = new(StringComparer.Ordinal);

    private Token? PragmaDirective(Token hash)
    {
        List<Token> words = [];
        for (Token t = _current.Lexer.Lex(); t.Kind != TokenKind.NewLine; t = _current.Lexer.Lex()) words.Add(t);
        SourceSpan span = words.Count == 0 ? hash.Span : words[0].Span.To(words[^1].Span);
        return Pragma(words, span, hash.Flags);
    }

    /// <summary>_Pragma("text"), met when the text is final: the same as #pragma text. Null: nothing is handed on.</summary>
    private Token? PragmaOperator(Token name)
    {
        Token open = NextExpanded();
        Token literal = open.Kind == TokenKind.LeftParen ? NextExpanded() : open;
        if (open.Kind != TokenKind.LeftParen || literal.Kind != TokenKind.StringLiteral || NextExpanded().Kind != TokenKind.RightParen)
        {
            _diagnostics.BadPragmaOperator(name.Span);
            return null;
        }
        Lexer lexer = new(StringText.Destringize(literal.Text), 0, _spellings, null) { InDirective = true };
        List<Token> words = [];
        for (Token t = lexer.Lex(); t.Kind != TokenKind.NewLine; t = lexer.Lex()) words.Add(t with { Span = name.Span });
        return Pragma(words, name.Span, name.Flags);
    }

    private Token? Pragma(List<Token> words, SourceSpan span, TokenFlags flags)
    {
        Token pragma = new(TokenKind.Pragma, Join(words), span, flags | TokenFlags.StartOfLine);
        if (words.Count == 0) return pragma;
        bool keep = _options.KeepPragmas;
        switch (words[0].Text)
        {
            case "once" when words.Count == 1:
                if (_includeStack.Count == 0) _diagnostics.OnceInMainFile(span);
                else _once.Add(_current.Source.Path);
                return null;
            case "push_macro" or "pop_macro":
                if (words.Count == 4 && words[2].Kind == TokenKind.StringLiteral) PushOrPopMacro(words[0].Text == "push_macro", words[2].Text[1..^1]);
                else _diagnostics.BadPragma(span, words[0].Text);
                return keep ? pragma : null;
            case "GCC" or "clang" when words.Count > 1:
                return GccPragma(words, span) && !keep ? null : pragma;
            case "message" when !keep:
                Message(words, span);
                return null;
            // Words of these are expanded, as gcc does.
            case "pack" or "redefine_extname" or "weak":
                return pragma with { Text = ExpandPragma(words) };
            default:
                return pragma;
        }
    }

    // #pragma message("text") or message "text": printed, nothing else.
    private void Message(List<Token> words, SourceSpan span)
    {
        IEnumerable<Token> literals = words.Skip(1).Where(t => t.Kind == TokenKind.StringLiteral);
        if (literals.Any()) _diagnostics.PragmaMessage(span, string.Concat(literals.Select(t => StringText.Unescape(t.Text))));
        else _diagnostics.BadPragma(span, "message");
    }

    // Returns whether the pragma is done with here.
    private bool GccPragma(List<Token> words, SourceSpan span)
    {
        switch (words[1].Text)
        {
            case "system_header":
                if (_includeStack.Count == 0) _diagnostics.SystemHeaderInMainFile(span);
                else SetSystemHeader();
                return true;
            case "diagnostic":
                DiagnosticPragma(words, span);
                return true;
            case "warning" when words.Count > 2 && words[2].Kind == TokenKind.StringLiteral:
                _diagnostics.PragmaMessage(span.PointingAt(words[1].Span), StringText.Unescape(words[2].Text));
                return true;
            case "error" when words.Count > 2 && words[2].Kind == TokenKind.StringLiteral:
                _diagnostics.ErrorDirective(span.PointingAt(words[1].Span), StringText.Unescape(words[2].Text));
                return true;
            case "poison":
                return true;
            default:
                return false;
        }
    }

    private void SetSystemHeader()
    {
        PresumedLocation here = _current.Source.GetPresumed(_current.Lexer.Position);
        SetPresumed(here.Line + 1, here.Path, true, FileChangeKind.Line);
    }

    private void DiagnosticPragma(List<Token> words, SourceSpan span)
    {
        string action = words.Count > 2 ? words[2].Text : "";
        SourceSpan at = _sources.Outermost(span);
        if (action is "push" or "pop")
        {
            if (_diagnostics.Policy?.PushOrPop(at, action == "push") == false) _diagnostics.DiagnosticPopWithoutPush(words[2].Span with { Caret = words[2].Span.Length });
        }
        else if (action is "ignored" or "warning" or "error" or "fatal" && words.Count > 3 && words[3].Kind == TokenKind.StringLiteral)
        {
            string group = words[3].Text.Trim('"');
            if (!group.StartsWith("-W", StringComparison.Ordinal)) _diagnostics.BadPragma(span, words[0].Text + " diagnostic");
            else if (_diagnostics.Policy?.Set(at, group[2..], action) == false) _diagnostics.UnknownWarningGroup(words[3].Span, group, WarningGroups.Suggest(group[2..]));
        }
        else
        {
            _diagnostics.BadPragma(span, words[0].Text + " diagnostic");
        }
    }

    private void PushOrPopMacro(bool push, string name)
    {
        if (!_pushedMacros.TryGetValue(name, out Stack<Macro?>? stack)) _pushedMacros[name] = stack = new Stack<Macro?>();
        if (push)
        {
            stack.Push(_macros.GetValueOrDefault(name));
        }
        else if (stack.TryPop(out Macro? macro))
        {
            if (macro is null) _macros.Remove(name);
            else _macros[name] = macro;
        }
    }

    private string ExpandPragma(List<Token> words)
    {
        // The first word is the pragma's own name and stays.
        Token[] expanded = ExpandArgument([.. words], 1, words.Count, null).ToArray();
        return words[0].Text + (expanded.Length > 0 && (expanded[0].Flags & TokenFlags.LeadingSpace) != 0 ? " " : "") + Join(expanded);
    }

    private static string Join(IReadOnlyList<Token> tokens)
    {
        System.Text.StringBuilder text = new();
        foreach (Token t in tokens)
        {
            if (text.Length > 0 && (t.Flags & TokenFlags.LeadingSpace) != 0) text.Append(' ');
            text.Append(t.Text);
        }
        return text.ToString();
    }
}
