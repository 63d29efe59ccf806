// Macros whose meaning is computed: __FILE__ and its kin (6.10.8.1), __COUNTER__, __INCLUDE_LEVEL__, and the questions about what this compiler knows: __has_include, __has_attribute, __has_builtin…
using System.Globalization;
using PopcornCC.Compiler.Text;

namespace PopcornCC.Compiler.Preprocess;

public sealed partial class Preprocessor
{
    private int _counter;

    private static readonly (string Name, BuiltinMacro Kind, bool Function)[] s_builtins =
    [
        ("__FILE__", BuiltinMacro.File, false), ("__LINE__", BuiltinMacro.Line, false), ("__COUNTER__", BuiltinMacro.Counter, false), ("__DATE__", BuiltinMacro.Date, false),
        ("__TIME__", BuiltinMacro.Time, false), ("__TIMESTAMP__", BuiltinMacro.Timestamp, false), ("__INCLUDE_LEVEL__", BuiltinMacro.IncludeLevel, false),
        ("__BASE_FILE__", BuiltinMacro.BaseFile, false), ("__FILE_NAME__", BuiltinMacro.FileName, false), ("__has_attribute", BuiltinMacro.HasAttribute, true),
        ("__has_builtin", BuiltinMacro.HasBuiltin, true), ("__has_feature", BuiltinMacro.HasFeature, true), ("__has_extension", BuiltinMacro.HasFeature, true),
        ("__has_c_attribute", BuiltinMacro.HasCAttribute, true),
    ];

    private void DefineBuiltins()
    {
        foreach ((string name, BuiltinMacro kind, bool function) in s_builtins)
        {
            _macros[name] = new Macro { Name = name, Builtin = kind, IsFunctionLike = function };
        }
    }

    private string CommandLineText()
    {
        System.Text.StringBuilder text = new();
        foreach (CommandLineMacro m in _options.Macros)
        {
            int equals = m.Text.IndexOf('=');
            string name = equals < 0 ? m.Text : m.Text[..equals];
            string body = equals < 0 ? "1" : m.Text[(equals + 1)..].ReplaceLineEndings(" ");
            text.Append(m.Undefine ? "#undef " : "#define ").Append(name);
            if (!m.Undefine) text.Append(' ').Append(body);
            text.Append('\n');
        }
        return text.ToString();
    }

    private bool EnterBuiltin(Macro macro, Token name)
    {
        string? text = macro.IsFunctionLike ? AnswerQuestion(macro, name) : null;
        if (macro.IsFunctionLike && text is null) return false;
        text ??= macro.Builtin switch
        {
            BuiltinMacro.File => Quote(PresumedFile()),
            BuiltinMacro.FileName => Quote(Path.GetFileName(PresumedFile())),
            BuiltinMacro.BaseFile => Quote(_mainPath),
            BuiltinMacro.Line => PresumedLine().ToString(CultureInfo.InvariantCulture),
            BuiltinMacro.Counter => (_counter++).ToString(CultureInfo.InvariantCulture),
            BuiltinMacro.IncludeLevel => _includeStack.Count.ToString(CultureInfo.InvariantCulture),
            BuiltinMacro.Date => Quote(SourceTime("MMM") + " " + SourceTime("%d").PadLeft(2) + " " + SourceTime("yyyy")),
            BuiltinMacro.Time => Quote(SourceTime("HH:mm:ss")),
            BuiltinMacro.Timestamp => Quote(SourceTime("ddd MMM") + " " + SourceTime("%d").PadLeft(2) + " " + SourceTime("HH:mm:ss yyyy")),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        TokenKind kind = text[0] == '"' ? TokenKind.StringLiteral : TokenKind.Number;
        PutBack(name with { Kind = kind, Text = _spellings.Intern(text) });
        return true;
    }

    private static string Quote(string s) => "\"" + s.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private string PresumedFile() => _current.PresumedPath;

    // As gcc: the line of the last token read, so that in a use over several lines it is that of the closing parenthesis.
    private int PresumedLine() => _current.Source.GetPresumed(_current.Lexer.Position).Line;

    private string SourceTime(string format) =>
        DateTimeOffset.FromUnixTimeSeconds(_options.SourceDate).UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    // __has_x(name), anywhere in the text: the argument is not expanded.
    private string? AnswerQuestion(Macro macro, Token name)
    {
        if (!OpeningParenthesisFollows())
        {
            _diagnostics.QuestionNeedsArgument(name.Span, macro.Name);
            return null;
        }
        if (CollectArguments(macro: s_question, name, out _) is not { } arguments) return null;
        ReadOnlySpan<Token> words = arguments[0].Tokens;
        if (words.Length == 0 || words[0].Kind != TokenKind.Identifier)
        {
            _diagnostics.QuestionNeedsArgument(name.Span, macro.Name);
            return "0";
        }
        string word = words[^1].Text;
        if (word.Length > 4 && word.StartsWith("__", StringComparison.Ordinal) && word.EndsWith("__", StringComparison.Ordinal)) word = word[2..^2];
        bool known = macro.Builtin switch
        {
            BuiltinMacro.HasAttribute => words.Length == 1 && KnownNames.IsAttribute(word),
            BuiltinMacro.HasBuiltin => KnownNames.IsBuiltin(words[0].Text),
            BuiltinMacro.HasCAttribute => KnownNames.IsStandardAttribute(words.Length == 1 ? word : ""),
            _ => false,
        };
        return known ? macro.Builtin == BuiltinMacro.HasCAttribute ? "201904L" : "1" : "0";
    }

    private static readonly Macro s_question = new() { Name = "__has", IsFunctionLike = true, Parameters = ["name"] };

    /// <summary>__has_include(…) and __has_include_next(…) in a condition; null after an error.</summary>
    private bool? HasInclude(Token name)
    {
        if (NextRaw().Kind != TokenKind.LeftParen)
        {
            _diagnostics.QuestionNeedsArgument(name.Span, name.Text);
            return null;
        }
        Token? header = (_depth == 0 ? _current.Lexer.TryLexHeaderName() : null) ?? ComputedHeader(name);
        if (header is not { } h || h.Text.Length < 3) return null;
        if (NextRaw().Kind != TokenKind.RightParen)
        {
            _diagnostics.MissingClosingParenthesis(h.Span);
            return null;
        }
        bool angled = h.Text[0] == '<';
        int start = -1;
        if (name.Text == "__has_include_next" && _includeStack.Count > 0)
        {
            if (_current.SearchIndex >= 0) start = _current.SearchIndex + 1;
            else angled = true;
        }
        return FindHeader(h.Text[1..^1], angled, start, _current.Source.Path, out _) is not null;
    }
}
