// Macro replacement (6.10.3): a macro's name is met, its arguments are collected (6.10.3p11) and, unless operands of # or ##, completely expanded (6.10.3.1); the result goes on the context
// stack to be rescanned with the rest of the file (6.10.3.4). Substitution proper is in MacroSubstitution.
//
// In F(F(F(...))) the arguments of each use stand in those of the one around it. They are collected from the file once; inside, an argument is a part of the same array, found by the matching
// parenthesis: to copy each level's would take time and memory for the square of the depth.
using System.Runtime.CompilerServices;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

public sealed partial class Preprocessor
{
    /// <summary>Replaces a macro's name: pushes its expansion and returns true, or returns false when the name stays (a function-like macro without parentheses).</summary>
    private bool EnterMacro(Macro macro, Token name)
    {
        macro.IsUsed = true;
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
        if (_tooDeep || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            if (!_tooDeep) _diagnostics.MacrosTooDeep(name.Span);
            _tooDeep = true;
            return false;
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
        bool restCollects = macro.IsVariadic && macro.Parameters.Length == 1;
        if (CloseOfArguments() is int end)
        {
            ref TokenContext context = ref _contexts[_depth - 1];
            TokenRun run = context.Run!;
            int start = context.Index;
            for (int i = start; i < end; i++)
            {
                TokenKind kind = run.Tokens[i].Kind;
                if (kind == TokenKind.LeftParen) i = run.CloseOf(i);
                if (kind != TokenKind.Comma || restCollects) continue;
                arguments.Add(new MacroArgument(run, start, i));
                start = i + 1;
                restCollects = macro.IsVariadic && arguments.Count == macro.Parameters.Length - 1;
            }
            if (arguments.Count > 0 || end > start || macro.Parameters.Length > 0) arguments.Add(new MacroArgument(run, start, end));
            close = run.Tokens[end].Span;
            context.Index = end + 1;
            return CheckArguments(macro, name, arguments, close);
        }
        List<Token> tokens = [];
        int depth = 0;
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
                    if (arguments.Count > 0 || tokens.Count > 0 || macro.Parameters.Length > 0) arguments.Add(MacroArgument.Of(tokens));
                    return CheckArguments(macro, name, arguments, close);
                case TokenKind.Comma when depth == 0 && !restCollects:
                    arguments.Add(MacroArgument.Of(tokens));
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

    // Where the list ends whose parenthesis was just read, if all of it stands in an argument. Its tokens were painted and their line ends taken away when that was collected; since then no
    // macro was disabled that was not then.
    private int? CloseOfArguments()
    {
        if (_depth == 0 || _contexts[_depth - 1] is not { IsArgument: true, Run: { } run } context) return null;
        int close = run.CloseOf(context.Index - 1);
        return close < context.Count ? close : null;
    }

    private MacroArgument[]? CheckArguments(Macro macro, Token name, List<MacroArgument> arguments, SourceSpan close)
    {
        int wanted = macro.Parameters.Length;
        // The variadic part may be left out altogether (C23; GNU): it is then empty.
        if (macro.IsVariadic && arguments.Count == wanted - 1)
        {
            if (_options.Standard < LanguageStandard.C23) _diagnostics.NoVariadicArgument(close, macro.Name, macro.Definition);
            arguments.Add(MacroArgument.Of([]));
        }
        if (arguments.Count == wanted) return [.. arguments];
        if (arguments.Count > wanted) _diagnostics.TooManyArguments(name.Span, macro.Name, arguments.Count, wanted, macro.Definition);
        else _diagnostics.TooFewArguments(name.Span, macro.Name, arguments.Count, wanted, macro.IsVariadic, macro.Definition);
        return null;
    }

    /// <summary>An argument completely macro-replaced as if it were the rest of the file (6.10.3.1); <paramref name="run"/> is what it was collected in.</summary>
    private ReadOnlyMemory<Token> ExpandArgument(Token[] tokens, int start, int end, TokenRun? run)
    {
        bool plain = true;
        for (int i = start; i < end && plain; i++) plain = tokens[i].Kind != TokenKind.Identifier || !_macros.ContainsKey(tokens[i].Text);
        if (plain) return tokens.AsMemory(start..end);
        TokenFlags pending = _pendingFlags;
        _pendingFlags = 0;
        PushContext(new TokenContext { Tokens = tokens, Index = start, Count = end, IsArgument = true, Run = run });
        List<Token> expanded = [];
        for (Token t = NextExpanded(); t.Kind != TokenKind.EndOfFile; t = NextExpanded()) expanded.Add(t);
        PopContext();
        _pendingFlags = pending;
        return expanded.ToArray();
    }

    /// <summary>The tokens of an argument that was collected, with those of the arguments inside it.</summary>
    private sealed class TokenRun(Token[] tokens)
    {
        private int[]? _close;

        public Token[] Tokens => tokens;

        /// <summary>The parenthesis that closes the one at an index. Arguments are balanced.</summary>
        public int CloseOf(int open) => (_close ??= FindCloses())[open];

        private int[] FindCloses()
        {
            int[] close = new int[tokens.Length];
            Stack<int> open = new();
            for (int i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Kind == TokenKind.LeftParen) open.Push(i);
                else if (tokens[i].Kind == TokenKind.RightParen) close[open.Pop()] = i;
            }
            return close;
        }
    }

    /// <summary>One argument, a part of a run, and its expansion when something asked for it.</summary>
    private sealed class MacroArgument(TokenRun run, int start, int end)
    {
        private ReadOnlyMemory<Token>? _expanded;

        public ReadOnlySpan<Token> Tokens => run.Tokens.AsSpan(start..end);

        public static MacroArgument Of(IReadOnlyCollection<Token> tokens) => new(new TokenRun([.. tokens]), 0, tokens.Count);

        public ReadOnlySpan<Token> Expanded(Preprocessor preprocessor) => (_expanded ??= preprocessor.ExpandArgument(run.Tokens, start, end, run)).Span;
    }
}
