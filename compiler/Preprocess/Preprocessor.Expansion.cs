// Macro replacement (6.10.3): a macro's name is met, its arguments are collected (6.10.3p11) and, unless operands of # or ##, completely expanded (6.10.3.1); the result goes on the context
// stack to be rescanned with the rest of the file (6.10.3.4). Substitution proper is in MacroSubstitution.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

public sealed partial class Preprocessor
{
    /// <summary>Replaces a macro's name: pushes its expansion and returns true, or returns false when the name stays (a function-like macro without parentheses).</summary>
    private bool EnterMacro(Macro macro, Token name)
    {
        if ((name.Flags & TokenFlags.StartOfLine) != 0 && _depth == 0) _useAtLineStart = name.Span;
        if (macro.Builtin != BuiltinMacro.None) return EnterBuiltin(macro, name);
        if (!macro.IsFunctionLike)
        {
            if (macro.Body.Length == 0)
            {
                _pendingFlags |= name.Flags & (TokenFlags.LeadingSpace | TokenFlags.StartOfLine);
                return true;
            }
            int id = _sources.AddExpansion(macro.Name, name.Span, macro.Definition.File);
            PushExpansion(macro, name, macro.IsPlain ? CopyBody(macro, id) : new MacroSubstitution(this, macro, [], id).Run(macro.Body));
            return true;
        }
        TokenFlags pending = _pendingFlags;
        _pendingFlags = 0;
        if (!OpeningParenthesisFollows())
        {
            _pendingFlags = pending;
            return false;
        }
        if (CollectArguments(macro, name, out SourceSpan close) is not { } arguments) return false;
        int expansion = _sources.AddExpansion(macro.Name, name.Span.To(close), macro.Definition.File);
        PushExpansion(macro, name, new MacroSubstitution(this, macro, arguments, expansion).Run(macro.Body));
        return true;
    }

    private static Token[] CopyBody(Macro macro, int expansion)
    {
        MacroToken[] body = macro.Body;
        Token[] tokens = new Token[body.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            Token t = body[i].Token;
            tokens[i] = t with { Span = t.Span with { File = -expansion } };
        }
        return tokens;
    }

    private void PushExpansion(Macro macro, Token name, Token[] tokens)
    {
        const TokenFlags Spacing = TokenFlags.LeadingSpace | TokenFlags.StartOfLine;
        if (tokens.Length == 0)
        {
            _pendingFlags |= name.Flags & Spacing;
            return;
        }
        tokens[0] = tokens[0] with { Flags = (tokens[0].Flags & ~Spacing) | (name.Flags & Spacing) };
        PushContext(tokens, tokens.Length, macro);
    }

    // Looks past contexts that have ended (their macros may then be used again) and line ends. In a directive the list must open on its line.
    // A directive between ends the search, as in gcc and clang.
    private bool OpeningParenthesisFollows()
    {
        _collectingArguments++;
        _lookingForParenthesis = true;
        Token next = NextRaw();
        _lookingForParenthesis = false;
        _collectingArguments--;
        if (next.Kind == TokenKind.LeftParen) return true;
        if (next.Kind is not (TokenKind.EndOfFile or TokenKind.NewLine)) PutBack(next);
        return false;
    }

    /// <summary>The arguments of a use of a function-like macro, one array each; null after an error. The opening parenthesis has been read.</summary>
    private MacroArgument[]? CollectArguments(Macro macro, Token name, out SourceSpan close)
    {
        List<MacroArgument> arguments = [];
        List<Token> tokens = [];
        int depth = 0;
        bool restCollects = macro.IsVariadic && macro.Parameters.Length == 1;
        _collectingArguments++;
        while (true)
        {
            Token token = NextRaw();
            switch (token.Kind)
            {
                case TokenKind.EndOfFile or TokenKind.NewLine:
                    _collectingArguments--;
                    _diagnostics.UnterminatedArguments(name.Span, macro.Name, macro.Definition);
                    close = name.Span;
                    return null;
                case TokenKind.LeftParen:
                    depth++;
                    break;
                case TokenKind.RightParen when depth-- == 0:
                    _collectingArguments--;
                    close = token.Span;
                    if (arguments.Count > 0 || tokens.Count > 0 || macro.Parameters.Length > 0) arguments.Add(new MacroArgument([.. tokens]));
                    return CheckArguments(macro, name, arguments);
                case TokenKind.Comma when depth == 0 && !restCollects:
                    arguments.Add(new MacroArgument([.. tokens]));
                    tokens.Clear();
                    restCollects = macro.IsVariadic && arguments.Count == macro.Parameters.Length - 1;
                    continue;
                case TokenKind.Identifier:
                    // A name that is disabled now stays so, wherever the argument ends up (6.10.3.4p2).
                    if (_macros.TryGetValue(token.Text, out Macro? inner) && inner.Disabled) token = token with { Flags = token.Flags | TokenFlags.NoExpand };
                    break;
            }
            if ((token.Flags & TokenFlags.StartOfLine) != 0) token = token with { Flags = (token.Flags & ~TokenFlags.StartOfLine) | TokenFlags.LeadingSpace };
            tokens.Add(token);
        }
    }

    private MacroArgument[]? CheckArguments(Macro macro, Token name, List<MacroArgument> arguments)
    {
        int wanted = macro.Parameters.Length;
        // The variadic part may be left out altogether (C23; GNU): it is then empty.
        if (macro.IsVariadic && arguments.Count == wanted - 1) arguments.Add(new MacroArgument([]));
        if (arguments.Count == wanted) return [.. arguments];
        if (arguments.Count > wanted) _diagnostics.TooManyArguments(name.Span, macro.Name, arguments.Count, wanted, macro.Definition);
        else _diagnostics.TooFewArguments(name.Span, macro.Name, arguments.Count, wanted, macro.IsVariadic, macro.Definition);
        return null;
    }

    /// <summary>An argument completely macro-replaced as if it were the rest of the file (6.10.3.1).</summary>
    private Token[] ExpandArgument(Token[] tokens)
    {
        if (tokens.Length == 0) return tokens;
        bool plain = true;
        foreach (Token t in tokens) plain &= t.Kind != TokenKind.Identifier || !_macros.ContainsKey(t.Text);
        if (plain) return tokens;
        TokenFlags pending = _pendingFlags;
        _pendingFlags = 0;
        PushContext(tokens, tokens.Length, null, isArgument: true);
        List<Token> expanded = new(tokens.Length);
        for (Token t = NextExpanded(); t.Kind != TokenKind.EndOfFile; t = NextExpanded()) expanded.Add(t);
        PopContext();
        _pendingFlags = pending;
        return [.. expanded];
    }

    /// <summary>One argument, and its expansion when something asked for it.</summary>
    private sealed class MacroArgument(Token[] tokens)
    {
        private Token[]? _expanded;

        public Token[] Tokens { get; } = tokens;

        public Token[] Expanded(Preprocessor preprocessor) => _expanded ??= preprocessor.ExpandArgument(Tokens);
    }
}
