// Which warnings are shown and which are errors: -W options, -Werror, -w, system headers, and `#pragma GCC diagnostic`, whose settings hold from a place in the text on. Warnings are often found
// long after their pragma was read (binding follows parsing), so the settings are kept by position.
using System.Collections.Immutable;

namespace PopcornCC.Compiler.Text;

/// <summary>The <c>-W</c> options of a command line.</summary>
public sealed class WarningSettings
{
    /// <summary><c>-Wall</c>.</summary>
    public bool All { get; set; }

    /// <summary><c>-Wextra</c>.</summary>
    public bool Extra { get; set; }

    /// <summary><c>-pedantic</c>.</summary>
    public bool Pedantic { get; set; }

    /// <summary><c>-pedantic-errors</c>.</summary>
    public bool PedanticErrors { get; set; }

    /// <summary><c>-w</c>: no warnings at all.</summary>
    public bool None { get; set; }

    /// <summary><c>-Werror</c>.</summary>
    public bool Error { get; set; }

    /// <summary><c>-Wsystem-headers</c>.</summary>
    public bool SystemHeaders { get; set; }

    /// <summary><c>-Wx</c> (true) and <c>-Wno-x</c> (false); the last for a group counts.</summary>
    public Dictionary<string, bool> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary><c>-Werror=x</c> (true) and <c>-Wno-error=x</c> (false).</summary>
    public Dictionary<string, bool> Errors { get; } = new(StringComparer.Ordinal);
}

/// <summary>Decides about each warning of one compilation.</summary>
public sealed class WarningPolicy(SourceManager sources, WarningSettings settings)
{
    // Off unless asked for, by the option that includes them. A group in none of these is on by default.
    private static readonly HashSet<string> s_all = new(
        ["unused", "unused-variable", "unused-function", "unused-value", "unused-label", "unused-but-set-variable", "unused-local-typedefs", "parentheses", "missing-braces",
            "uninitialized", "maybe-uninitialized", "return-type-missing", "switch", "comment", "char-subscripts", "address", "array-bounds", "nonnull", "strict-aliasing", "trigraphs",
            "unknown-pragmas", "main", "misleading-indentation", "implicit-int-all", "logical-not-parentheses", "tautological-compare", "expansion-to-defined", "dangling-else",
            "logical-op-parentheses", "bitwise-op-parentheses", "shift-op-parentheses", "sometimes-uninitialized"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> s_extra = new(
        ["unused-parameter", "sign-compare", "empty-body", "missing-field-initializers", "type-limits", "implicit-fallthrough", "old-style-declaration", "override-init", "ignored-qualifiers",
            "initializer-overrides", "cast-function-type", "shift-negative-value", "missing-parameter-type", "unused-but-set-parameter"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> s_pedantic = new(
        ["pedantic", "gnu", "vla-extension", "long-long", "variadic-macros", "overlength-strings", "pointer-arith", "extra-semi", "empty-translation-unit", "zero-length-array", "c11-extensions",
            "c99-extensions", "c2x-extensions", "c23-extensions", "gnu-statement-expression", "case-range"],
        StringComparer.Ordinal);

    private static readonly HashSet<string> s_onRequest = new(
        ["undef", "unused-macros", "shadow", "conversion", "sign-conversion", "float-conversion", "cast-qual", "cast-align", "strict-prototypes", "missing-prototypes",
            "old-style-definition", "declaration-after-statement", "vla", "switch-enum", "switch-default", "float-equal", "padded", "redundant-decls", "write-strings", "inline", "bad-function-cast",
            "nested-externs", "double-promotion", "traditional"],
        StringComparer.Ordinal);

    // gcc's names of groups that are known here by clang's.
    private static readonly Dictionary<string, string> s_otherNames = new(StringComparer.Ordinal)
    {
        ["discarded-qualifiers"] = "incompatible-pointer-types-discards-qualifiers",
        ["overflow"] = "constant-conversion",
        ["div-by-zero"] = "division-by-zero",
        ["comments"] = "comment",
        ["shift-count-overflow"] = "shift-count",
        ["shift-count-negative"] = "shift-count",
        ["return-local-addr"] = "return-stack-address",
        ["deprecated"] = "deprecated-declarations",
        ["format-nonliteral"] = "format-security",
    };

    private readonly Dictionary<int, List<(int Offset, ImmutableDictionary<string, string> State)>> _changes = [];
    private readonly Stack<ImmutableDictionary<string, string>> _pushed = new();
    private ImmutableDictionary<string, string> _state = ImmutableDictionary<string, string>.Empty;

    /// <summary>The name under which a group of warnings is known here, given any that gcc or clang has for it.</summary>
    public static string Canonical(string group) => s_otherNames.GetValueOrDefault(group, group);

    /// <summary>The diagnostic as it is to be shown, or null when it is not.</summary>
    public Diagnostic? Apply(Diagnostic diagnostic)
    {
        if (diagnostic.Severity != Severity.Warning) return diagnostic;
        string group = diagnostic.Group ?? "";
        SourceSpan place = sources.Outermost(diagnostic.Span);
        ImmutableDictionary<string, string> state = StateAt(place);
        string? action = state.GetValueOrDefault(group) ?? (Parent(group) is { } parent ? state.GetValueOrDefault(parent) : null);
        if (action == "error") return AsError(diagnostic);
        if (settings.None || action == "ignored") return null;
        if (!settings.SystemHeaders && (IsSystem(place) || IsSystem(sources.Spelling(diagnostic.Span)))) return null;
        bool? asError = Find(settings.Errors, group);
        bool isError = asError == true;
        if (action is null && !isError && !IsEnabled(group)) return null;
        bool promoted = isError || (settings.Error && asError is null) || (settings.PedanticErrors && s_pedantic.Contains(group));
        return promoted ? AsError(diagnostic) : diagnostic;
    }

    /// <summary>A file was entered: the settings of its includer hold in it.</summary>
    public void EnterFile(int file) => Record(file, 0);

    /// <summary>A file is read on after an include at <paramref name="offset"/>, which may have changed settings.</summary>
    public void LeaveFile(int file, int offset) => Record(file, offset);

    /// <summary><c>#pragma GCC diagnostic push</c> or <c>pop</c>.</summary>
    public void PushOrPop(SourceSpan at, bool push)
    {
        if (push)
        {
            _pushed.Push(_state);
            return;
        }
        _state = _pushed.TryPop(out ImmutableDictionary<string, string>? state) ? state : ImmutableDictionary<string, string>.Empty;
        Record(at.File, at.Start);
    }

    /// <summary><c>#pragma GCC diagnostic ignored|warning|error "-Wgroup"</c>.</summary>
    public void Set(SourceSpan at, string group, string action)
    {
        _state = _state.SetItem(Canonical(group), action);
        Record(at.File, at.Start);
    }

    private static Diagnostic AsError(Diagnostic warning) => warning with { Severity = Severity.Error };

    // -Wformat and -Wunused speak for the groups that begin so.
    private static string? Parent(string group)
    {
        if (group.StartsWith("unused-", StringComparison.Ordinal)) return "unused";
        if (group.StartsWith("format-", StringComparison.Ordinal)) return "format";
        return group == "incompatible-pointer-types-discards-qualifiers" ? "incompatible-pointer-types" : null;
    }

    private static bool? Find(Dictionary<string, bool> settings, string group)
    {
        if (settings.TryGetValue(group, out bool value)) return value;
        return Parent(group) is { } parent && settings.TryGetValue(parent, out value) ? value : null;
    }

    private bool IsEnabled(string group)
    {
        if (Find(settings.Groups, group) is bool on) return on;
        if ((group.EndsWith("-op-parentheses", StringComparison.Ordinal) || group == "dangling-else") && settings.Groups.TryGetValue("parentheses", out on)) return on;
        if (group.StartsWith("format-", StringComparison.Ordinal) && settings.Groups.TryGetValue("format", out on)) return on;
        if (s_all.Contains(group)) return settings.All;
        if (s_extra.Contains(group)) return settings.Extra;
        if (s_pedantic.Contains(group)) return settings.Pedantic || settings.PedanticErrors;
        return !s_onRequest.Contains(group);
    }

    private bool IsSystem(SourceSpan place) => place.File > 0 && sources[place.File]!.GetPresumed(place.Start).IsSystem;

    private void Record(int file, int offset)
    {
        if (!_changes.TryGetValue(file, out var list))
        {
            if (_state.IsEmpty) return;
            _changes[file] = list = [];
        }
        if (list.Count == 0 || !ReferenceEquals(list[^1].State, _state)) list.Add((offset, _state));
    }

    private ImmutableDictionary<string, string> StateAt(SourceSpan place)
    {
        ImmutableDictionary<string, string> state = ImmutableDictionary<string, string>.Empty;
        if (!_changes.TryGetValue(place.File, out var list)) return state;
        foreach ((int offset, ImmutableDictionary<string, string> s) in list)
        {
            if (offset > place.Start) break;
            state = s;
        }
        return state;
    }
}
