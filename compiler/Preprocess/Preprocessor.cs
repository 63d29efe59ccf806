// Translation phase 4 (6.10): tokens of files in, tokens with all macros expanded and all directives obeyed out. The parser pulls them one at a time through Next.
//
// Tokens come from a stack of contexts (expansions of macros, arguments being expanded, tokens put back) and, when that is empty, from the file at the top of the include stack. A macro
// is disabled while its expansion is on the stack; a name met then is painted (NoExpand) for good. This is the algorithm of gcc and clang, and it answers what 6.10.3.4 leaves
// open the way they do.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>The preprocessor of one translation unit.</summary>
public sealed partial class Preprocessor
{
    private readonly SourceManager _sources;
    private readonly DiagnosticBag _diagnostics;
    private readonly PreprocessorOptions _options;
    private readonly FileCache _files;
    private readonly SpellingTable _spellings = new();
    private readonly Dictionary<string, Macro> _macros = new(StringComparer.Ordinal);
    private readonly Stack<OpenFile> _includeStack = new();
    private OpenFile _current = null!;

    private TokenContext[] _contexts = new TokenContext[64];
    private int _depth;

    // White space before a macro that expanded to nothing belongs to the token after it.
    private TokenFlags _pendingFlags;

    // Inside an argument list a file's end is an end: a macro's parentheses do not span files.
    private int _collectingArguments;
    private bool _lookingForParenthesis;

    // Once said, no use with arguments is replaced any more: each would be as deep again.
    private bool _tooDeep;
    private string _mainPath = "";

    // The macro use that begins the line of the tokens to come, if one does.
    private SourceSpan _useAtLineStart;

    private struct TokenContext
    {
        public Token[] Tokens;
        public int Count;
        public int Index;
        public Macro? Macro;
        public bool IsArgument;
        public TokenRun? Run;
    }

    /// <summary>Prepares for a run; <see cref="Enter"/> then opens the main file.</summary>
    public Preprocessor(SourceManager sources, DiagnosticBag diagnostics, PreprocessorOptions options, FileCache files)
    {
        _sources = sources;
        _diagnostics = diagnostics;
        _options = options;
        _files = files;
    }

    /// <summary>Told when a file is entered or left and when a <c>#line</c> changes the presumed position; for <c>-E</c>.</summary>
    public Action<FileChange>? FileChanged { get; set; }

    /// <summary>Told of each <c>#define</c> and <c>#undef</c> outside the predefined ones, as text; for <c>-dD</c>.</summary>
    public Action<string>? MacroChanged { get; set; }

    /// <summary>Told of every comment outside directives, before the token that follows it (<c>-C</c>).</summary>
    public Action<string, SourceSpan>? CommentSeen { get; set; }

    /// <summary>Where the line began that the last token with <see cref="TokenFlags.StartOfLine"/> begins: its own place, or that of the macro use it came from.</summary>
    public SourceSpan LineStart { get; private set; }

    /// <summary>Every file read by an include, in order, each once; the main file first.</summary>
    public IReadOnlyList<IncludedFile> Dependencies => _dependencies;

    /// <summary>All macros defined now, as directives in order of name; for <c>-dM</c>.</summary>
    public IEnumerable<string> MacroDefinitions() => _macros.Values.Where(m => m.Builtin == BuiltinMacro.None).OrderBy(m => m.Name, StringComparer.Ordinal).Select(MacroText.Of);

    /// <summary>Opens the main file and, before it, the predefined macros, those of the command line and the files of <c>-include</c>.</summary>
    public void Enter(string path, string text)
    {
        _mainPath = path;
        _reportsUnused = _diagnostics.MayShow("unused-macros");
        _dependencies.Add(new IncludedFile(path, false));
        if (_options.Trigraphs) text = Trigraphs.Replace(text);
        PushFile(path, text, isSystem: false, SourceSpan.None, searchIndex: -1);
        if (_options.Preprocessed) return;
        for (int i = _options.ForcedIncludes.Count - 1; i >= 0; i--) PushForcedInclude(_options.ForcedIncludes[i], macrosOnly: false);
        for (int i = _options.ForcedMacroFiles.Count - 1; i >= 0; i--) PushForcedInclude(_options.ForcedMacroFiles[i], macrosOnly: true);
        DefineBuiltins();
        PushFile("<command-line>", CommandLineText(), isSystem: false, SourceSpan.None, searchIndex: -1);
        PushFile("<built-in>", PredefinedMacros.Text(_options), isSystem: true, SourceSpan.None, searchIndex: -1);
    }

    /// <summary>All tokens up to and without the end of file.</summary>
    public IEnumerable<Token> Tokens()
    {
        while (true)
        {
            Token token = Next();
            if (token.Kind == TokenKind.EndOfFile) yield break;
            yield return token;
        }
    }

    /// <summary>The next token after all preprocessing; EndOfFile at the end, again and again.</summary>
    public Token Next()
    {
        while (true)
        {
            Token token = NextExpanded();
            if ((token.Flags & TokenFlags.StartOfLine) != 0)
            {
                LineStart = _useAtLineStart.File != 0 ? _useAtLineStart : token.Span;
                _useAtLineStart = default;
            }
            if (token.Kind != TokenKind.Identifier || token.Text != "_Pragma" || _options.Preprocessed) return token;
            if (PragmaOperator(token) is { } pragma) return pragma;
        }
    }

    /// <summary>The next token with macros expanded; <c>_Pragma</c> is still an identifier.</summary>
    private Token NextExpanded()
    {
        while (true)
        {
            Token token = NextRaw();
            if (_pendingFlags != 0)
            {
                token = token with { Flags = token.Flags | _pendingFlags };
                _pendingFlags = 0;
            }
            if (token.Kind != TokenKind.Identifier || (token.Flags & TokenFlags.NoExpand) != 0 || !_macros.TryGetValue(token.Text, out Macro? macro)) return token;
            if (macro.Disabled) return token with { Flags = token.Flags | TokenFlags.NoExpand };
            if (!EnterMacro(macro, token)) return token;
        }
    }

    /// <summary>The next token as it stands: from the innermost context that has one, else from the file.</summary>
    private Token NextRaw()
    {
        while (_depth > 0)
        {
            ref TokenContext context = ref _contexts[_depth - 1];
            if (context.Index < context.Count) return context.Tokens[context.Index++];
            if (context.IsArgument) return new Token(TokenKind.EndOfFile, "", SourceSpan.None);
            PopContext();
        }
        return LexFile();
    }

    private void PushContext(Token[] tokens, int count, Macro? macro) => PushContext(new TokenContext { Tokens = tokens, Count = count, Macro = macro });

    private void PushContext(TokenContext context)
    {
        if (_depth == _contexts.Length) Array.Resize(ref _contexts, _depth * 2);
        _contexts[_depth++] = context;
        if (context.Macro is { } macro) macro.Disabled = true;
    }

    private void PopContext()
    {
        ref TokenContext context = ref _contexts[--_depth];
        if (context.Macro is { } macro) macro.Disabled = false;
        context = default;
    }

    private void PutBack(Token token) => PushContext([token], 1, null);

    private Token LexFile()
    {
        while (true)
        {
            Token token = _current.Lexer.Lex();
            if (token.Kind == TokenKind.Hash && (token.Flags & TokenFlags.StartOfLine) != 0 && !_current.Lexer.InDirective)
            {
                if (_lookingForParenthesis)
                {
                    _current.Lexer.Return(token);
                    return new Token(TokenKind.EndOfFile, "", token.Span);
                }
                if (Directive(token) is { } pragma) return pragma;
                continue;
            }
            if (token.Kind == TokenKind.EndOfFile)
            {
                if (_collectingArguments > 0 || !LeaveFile()) return token;
                continue;
            }
            if ((token.Flags & TokenFlags.StartOfLine) != 0 && !_lookingForParenthesis) _useAtLineStart = default;
            if (_current.Guard != GuardState.Inside) _current.Guard = GuardState.None;
            if (!_current.MacrosOnly) return token;
        }
    }
}
