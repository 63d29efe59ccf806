// Directives (6.10): which one it is, and those that neither include, nor choose, nor speak to a pragma: #define, #undef, #line and line markers, #error, #warning, #ident.
using System.Globalization;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

public sealed partial class Preprocessor
{
    /// <summary>Obeys the directive whose # was read. Returns a Pragma token when it is one to hand on.</summary>
    private Token? Directive(Token hash)
    {
        OpenFile file = _current;
        Lexer lexer = file.Lexer;
        lexer.InDirective = true;
        Token name = lexer.Lex();
        Token? result = null;
        if (file.Guard != GuardState.Inside && name.Kind != TokenKind.NewLine && !(file.Guard == GuardState.Start && name.Text is "ifndef" or "if")) file.Guard = GuardState.None;
        if (name.Kind == TokenKind.Number)
        {
            LineMarker(name);
        }
        else if (name.Kind != TokenKind.NewLine && !(_options.Preprocessed && name.Text != "pragma"))
        {
            switch (name.Text)
            {
                case "define": Define(); break;
                case "undef": Undefine(); break;
                case "include": Include(name, next: false); break;
                case "include_next":
                    _diagnostics.DirectiveIsExtension(name.Span, "gnu-include-next", "#include_next is a language extension");
                    Include(name, next: true);
                    break;
                case "import": Include(name, next: false); _once.Add(_current.Source.Path); break;
                case "if": If(name); break;
                case "ifdef": IfDefined(name, negate: false); break;
                case "ifndef": IfDefined(name, negate: true); break;
                case "elif" or "elifdef" or "elifndef" or "else": ElseOfTakenGroup(name); break;
                case "endif": EndIf(name); break;
                case "line": Line(name); break;
                case "error":
                    string error = lexer.RestOfLine(out _);
                    _diagnostics.ErrorDirective(name.Span, error);
                    break;
                case "warning":
                    if (_options.Standard < LanguageStandard.C23) _diagnostics.DirectiveIsExtension(name.Span, "pedantic", "#warning is a C23 extension");
                    string warning = lexer.RestOfLine(out _);
                    _diagnostics.WarningDirective(name.Span, warning);
                    break;
                case "pragma": result = PragmaDirective(hash); break;
                case "ident" or "sccs": _diagnostics.DirectiveIsExtension(name.Span, "pedantic", $"#{name.Text} is a language extension"); break;
                default:
                    _diagnostics.InvalidDirective(name.Span, name.Text, name.Kind == TokenKind.Identifier ? SpellingSuggestion.Find(name.Text, s_directives) : null);
                    break;
            }
        }
        // An include has opened another file: its own line is finished already.
        if (lexer.InDirective)
        {
            while (_depth > 0) PopContext();
            SkipRestOf(lexer);
        }
        _pendingFlags = 0;
        return result;
    }

    private static readonly string[] s_directives = ["define", "elif", "elifdef", "elifndef", "else", "endif", "error", "if", "ifdef", "ifndef", "include", "line", "pragma", "undef", "warning"];

    // Of an excluded group only what may have been meant to end or change it is worth a word.
    private static readonly string[] s_conditionals = ["elif", "elifdef", "elifndef", "else", "endif", "if", "ifdef", "ifndef"];

    private static void SkipRestOf(Lexer lexer)
    {
        lexer.SkipLine();
        lexer.InDirective = false;
    }

    private void SkipRestOfDirective()
    {
        while (_depth > 0) PopContext();
        SkipRestOf(_current.Lexer);
    }

    private void ExpectEndOfDirective(string directive)
    {
        while (_depth > 0) PopContext();
        Token token = _current.Lexer.Lex();
        if (token.Kind != TokenKind.NewLine) _diagnostics.ExtraTokens(token.Span, directive);
        SkipRestOf(_current.Lexer);
    }

    // -Wunused-macros: those of the main file, in order; each is reported when it goes or at the end.
    private readonly HashSet<Macro> _mayBeUnused = [];

    private bool _reportsUnused;

    private void NoteUnused(Macro macro)
    {
        if (_mayBeUnused.Remove(macro) && !macro.IsUsed) _diagnostics.UnusedMacro(macro.Definition);
    }

    // ---- #define and #undef -----------------------------------------------------------------------------------------------------------------

    private Token? MacroName(string directive)
    {
        Token name = _current.Lexer.Lex();
        if (name.Kind == TokenKind.NewLine)
        {
            _diagnostics.MacroNameMissing(name.Span, directive);
            return null;
        }
        if (name.Kind != TokenKind.Identifier)
        {
            _diagnostics.MacroNameNotIdentifier(name.Span);
            return null;
        }
        if (name.Text == "defined" || (name.Text is "__VA_ARGS__" or "__VA_OPT__" && directive is "define" or "undef"))
        {
            _diagnostics.ReservedMacroName(name.Span, name.Text);
            return null;
        }
        return name;
    }

    private void Undefine()
    {
        if (MacroName("undef") is not { } name) return;
        if (_macros.TryGetValue(name.Text, out Macro? macro))
        {
            if (macro.Builtin != BuiltinMacro.None) _diagnostics.UndefiningBuiltin(name.Span, name.Text);
            NoteUnused(macro);
            _macros.Remove(name.Text);
        }
        MacroChanged?.Invoke("#undef " + name.Text);
        ExpectEndOfDirective("undef");
    }

    private void Define()
    {
        if (MacroName("define") is not { } name) return;
        Lexer lexer = _current.Lexer;
        Token first = lexer.Lex();
        bool isFunction = first.Kind == TokenKind.LeftParen && (first.Flags & TokenFlags.LeadingSpace) == 0;
        List<string> parameters = [];
        bool isVariadic = false;
        if (isFunction)
        {
            if (!MacroParameters(parameters, ref isVariadic)) return;
            first = lexer.Lex();
        }
        else if (first.Kind != TokenKind.NewLine && (first.Flags & TokenFlags.LeadingSpace) == 0)
        {
            _diagnostics.NoSpaceAfterMacroName(first.Span);
        }
        List<Token> body = [];
        for (Token t = first; t.Kind != TokenKind.NewLine; t = lexer.Lex()) body.Add(t);
        if (new MacroBodyParser(_diagnostics, body, parameters, isFunction, isVariadic).Parse() is not { } tokens) return;
        Macro macro = new()
        {
            Name = name.Text,
            IsFunctionLike = isFunction,
            Parameters = [.. parameters],
            IsVariadic = isVariadic,
            Body = tokens,
            Definition = name.Span,
            IsPlain = !isFunction && !Array.Exists(tokens, t => t.PasteNext),
        };
        if (_macros.TryGetValue(macro.Name, out Macro? old) && !old.SameAs(macro))
        {
            if (old.Builtin != BuiltinMacro.None) _diagnostics.BuiltinRedefined(name.Span);
            else _diagnostics.MacroRedefined(name.Span, macro.Name, old.Definition);
        }
        if (old is not null) NoteUnused(old);
        if (_reportsUnused && _includeStack.Count == 0) _mayBeUnused.Add(macro);
        _macros[macro.Name] = macro;
        if (MacroChanged is not null && _current.Source.Path is not "<built-in>") MacroChanged(MacroText.Of(macro));
    }

    // 6.10.3p10 to p12: identifiers, the last possibly `...` or GNU's `name...`. The opening parenthesis has been read.
    private bool MacroParameters(List<string> parameters, ref bool isVariadic)
    {
        Lexer lexer = _current.Lexer;
        Token token = lexer.Lex();
        if (token.Kind == TokenKind.RightParen) return true;
        while (true)
        {
            if (token.Kind == TokenKind.Ellipsis)
            {
                isVariadic = true;
                if (_options.Standard == LanguageStandard.C89) _diagnostics.VariadicInC89(token.Span);
                parameters.Add("__VA_ARGS__");
                token = lexer.Lex();
            }
            else if (token.Kind == TokenKind.Identifier)
            {
                if (token.Text == "__VA_ARGS__") _diagnostics.ReservedMacroName(token.Span, token.Text);
                if (parameters.Contains(token.Text)) _diagnostics.DuplicateMacroParameter(token.Span, token.Text);
                parameters.Add(token.Text);
                token = lexer.Lex();
                if (token.Kind == TokenKind.Ellipsis)
                {
                    _diagnostics.NamedVariadic(token.Span);
                    isVariadic = true;
                    token = lexer.Lex();
                }
            }
            else
            {
                _diagnostics.ExpectedMacroParameter(token.Span);
                return false;
            }
            if (token.Kind == TokenKind.RightParen) return true;
            if (token.Kind != TokenKind.Comma || isVariadic)
            {
                _diagnostics.ExpectedEndOfMacroParameters(token.Span);
                return false;
            }
            token = lexer.Lex();
        }
    }

    // ---- #line ------------------------------------------------------------------------------------------------------------------------------

    private void Line(Token directive)
    {
        Token number = NextExpanded();
        if (number.Kind != TokenKind.Number || !long.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long line) || line > int.MaxValue)
        {
            _diagnostics.LineNotNumber(number.Kind == TokenKind.NewLine ? directive.Span : number.Span);
            return;
        }
        string path = _current.PresumedPath;
        Token name = NextExpanded();
        if (name.Kind == TokenKind.StringLiteral && name.Text[0] == '"') path = StringText.Unescape(name.Text);
        else if (name.Kind != TokenKind.NewLine) _diagnostics.LineNotFileName(name.Span);
        if (name.Kind != TokenKind.NewLine) ExpectEndOfDirective("line");
        else SkipRestOfDirective();
        SetPresumed((int)line, path, _current.PresumedSystem, FileChangeKind.Line);
    }

    // `# 12 "file.c" 1 3`: what -E prints. Flags: 1 a file is entered, 2 it is returned to, 3 it is a system header.
    private void LineMarker(Token number)
    {
        if (!int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int line))
        {
            _diagnostics.InvalidDirective(number.Span, number.Text);
            return;
        }
        string path = _current.PresumedPath;
        bool isSystem = false;
        FileChangeKind kind = FileChangeKind.Line;
        for (Token t = _current.Lexer.Lex(); t.Kind != TokenKind.NewLine; t = _current.Lexer.Lex())
        {
            if (t.Kind == TokenKind.StringLiteral) path = StringText.Unescape(t.Text);
            if (t.Text == "3") isSystem = true;
            if (t.Text == "1") kind = FileChangeKind.Enter;
            if (t.Text == "2") kind = FileChangeKind.Leave;
        }
        SkipRestOfDirective();
        SetPresumed(line, path, isSystem, kind);
    }

    private void SetPresumed(int line, string path, bool isSystem, FileChangeKind kind)
    {
        _current.PresumedPath = path;
        _current.PresumedSystem = isSystem;
        _current.Lexer.FileFlags = isSystem ? TokenFlags.InSystemHeader : TokenFlags.None;
        _current.Source.AddLineDirective(_current.Lexer.Position + 1, line, path, isSystem);
        FileChanged?.Invoke(new FileChange(kind, _current.Source.Id, path, line, isSystem));
    }
}
