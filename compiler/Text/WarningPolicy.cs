// Which warnings are shown and which are errors: -W options, -Werror, -w, system headers, and `#pragma GCC diagnostic`, whose settings hold from a place in the text on. Warnings are often found
// long after their pragma was read (binding follows parsing), so the settings are kept by position. The rules are clang's: options count in their order, a later one undoes an earlier one, an option for a group reaches the
// groups inside it, and what is an error by default or by -Werror=x stays one until -Wno-error=x or -Wno-x.
namespace PopcornCC.Compiler.Text;

/// <summary>The warning options of a command line. <paramref name="options"/>: what stands behind <c>-W</c>, in order: <c>all</c>, <c>no-unused</c>, <c>error=format</c> …</summary>
public sealed class WarningSettings(params IReadOnlyList<string> options)
{
    /// <summary>The <c>-W</c> options.</summary>
    public IReadOnlyList<string> Options { get; } = options;

    /// <summary><c>-pedantic</c>.</summary>
    public bool Pedantic { get; init; }

    /// <summary><c>-pedantic-errors</c>.</summary>
    public bool PedanticErrors { get; init; }

    /// <summary><c>-w</c>: no warnings at all.</summary>
    public bool None { get; init; }
}

/// <summary>Decides about each warning of one compilation.</summary>
public sealed class WarningPolicy
{
    /// <summary>What was asked for a group.</summary>
    [Flags]
    private enum Action : byte
    {
        Default = 0,
        Ignored = 1,
        Warning = 2,
        Error = 3,

        /// <summary>Not an error even with -Werror.</summary>
        NotError = 4,

        /// <summary>Asked for as a warning, where the group is an error by default and stays one.</summary>
        Asked = 8,
    }

    private readonly SourceManager _sources;
    private readonly WarningSettings _settings;
    private readonly bool _allErrors;
    private readonly bool _pedantic;
    private readonly bool _systemHeaders;
    private readonly Dictionary<int, List<(int Offset, Action[] State)>> _changes = [];
    private readonly Stack<Action[]> _pushed = new();
    private readonly Action[] _first;
    private Action[] _state;
    private bool _hasPragmas;

    /// <summary>Reads the settings.</summary>
    public WarningPolicy(SourceManager sources, WarningSettings settings)
    {
        _sources = sources;
        _settings = settings;
        _first = new Action[WarningGroups.All.Count];
        _pedantic = settings.Pedantic;
        foreach (string option in settings.Options)
        {
            bool on = !option.StartsWith("no-", StringComparison.Ordinal);
            string name = on ? option : option[3..];
            if (name == "error") _allErrors = on;
            else if (name == "system-headers") _systemHeaders = on;
            else if (name == "pedantic") _pedantic = on;
            else if (name.StartsWith("error=", StringComparison.Ordinal)) Set(_first, name[6..], on ? Action.Error : Action.NotError);
            else Set(_first, name, on ? Action.Warning : Action.Ignored);
        }
        _state = _first;
    }

    /// <summary>Whether any warning of a group may be shown anywhere: what is costly to find out need not be looked for otherwise.</summary>
    public bool MayShow(string group)
    {
        if (_hasPragmas) return true;
        WarningGroup g = WarningGroups.Find(group)!;
        return Decide(g, _first[g.Index]) is not null;
    }

    /// <summary>The diagnostic as it is to be shown, or null when it is not.</summary>
    public Diagnostic? Apply(Diagnostic diagnostic)
    {
        if (diagnostic.Severity != Severity.Warning) return diagnostic;
        WarningGroup? group = diagnostic.Group is null ? null : WarningGroups.Find(diagnostic.Group) ?? throw new InvalidOperationException($"no group {diagnostic.Group}");
        SourceSpan place = _sources.Outermost(diagnostic.Span);
        if (!_systemHeaders && (IsSystem(place) || IsSystem(_sources.Spelling(diagnostic.Span)))) return null;
        Action action = group is null ? Action.Default : StateAt(place)[group.Index];
        return Decide(group, action, diagnostic.Default) switch
        {
            null => null,
            Severity.Warning => diagnostic,
            _ => diagnostic with { Severity = Severity.Error, IsPromoted = group is not { Default: GroupDefault.Error } },
        };
    }

    private Severity? Decide(WarningGroup? group, Action action, GroupDefault? own = null)
    {
        GroupDefault byDefault = own ?? group?.Default ?? GroupDefault.On;
        bool neverError = (action & Action.NotError) != 0;
        bool asked = (action & Action.Asked) != 0;
        action &= ~(Action.NotError | Action.Asked);
        if (asked && action == Action.Default && own is not null) action = Action.Warning;
        if (action == Action.Default)
        {
            bool extension = byDefault is GroupDefault.Extension or GroupDefault.ExtensionOn;
            if (extension && _settings.PedanticErrors && !neverError) return Severity.Error;
            action = byDefault switch
            {
                GroupDefault.Error => Action.Error,
                GroupDefault.Off => Action.Ignored,
                GroupDefault.Extension when !_pedantic => Action.Ignored,
                _ => Action.Warning,
            };
        }
        return action switch
        {
            Action.Ignored => null,
            Action.Error => Severity.Error,
            _ when _settings.None => null,
            Action.Warning when _allErrors && !neverError => Severity.Error,
            _ => Severity.Warning,
        };
    }

    /// <summary>A file was entered: the settings of its includer hold in it.</summary>
    public void EnterFile(int file) => Record(file, 0);

    /// <summary>A file is read on after an include at <paramref name="offset"/>, which may have changed settings.</summary>
    public void LeaveFile(int file, int offset) => Record(file, offset);

    /// <summary><c>#pragma GCC diagnostic push</c> or <c>pop</c>; false for a pop without push.</summary>
    public bool PushOrPop(SourceSpan at, bool push)
    {
        if (push)
        {
            _pushed.Push(_state);
            return true;
        }
        bool matched = _pushed.TryPop(out Action[]? state);
        _state = state ?? _first;
        Record(at.File, at.Start);
        return matched;
    }

    /// <summary><c>#pragma GCC diagnostic ignored|warning|error|fatal "-Wgroup"</c>; false for a group nobody knows.</summary>
    public bool Set(SourceSpan at, string group, string action)
    {
        if (!WarningGroups.IsKnown(group)) return false;
        _hasPragmas = true;
        _state = [.. _state];
        Set(_state, group, action switch { "ignored" => Action.Ignored, "warning" => Action.Warning, _ => Action.Error });
        Record(at.File, at.Start);
        return true;
    }

    private static void Set(Action[] state, string name, Action action)
    {
        if ((WarningGroups.Find(name) ?? WarningGroups.Find(WithoutLevel(name))) is not { } group) return;
        foreach (int index in WarningGroups.Reached(group))
        {
            WarningGroup member = WarningGroups.All[index];
            Action before = (state[index] & ~Action.Asked) == Action.Default && member.Default == GroupDefault.Error ? Action.Error : state[index];

            // An option that turns a warning on does not make a warning of an error; one that takes -Werror= back does not turn anything on.
            Action changed;
            if (action == Action.NotError) changed = (before == Action.Error ? Action.Warning : before) | Action.NotError;
            else if (action == Action.Warning && before == Action.Error) changed = state[index] | Action.Asked;
            else changed = action == Action.Error ? action : action | (before & Action.NotError);
            state[index] = changed;
        }
    }

    // -Wformat=2 and the like ask for the group.
    private static string WithoutLevel(string name) => name.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;

    private bool IsSystem(SourceSpan place) => place.File > 0 && _sources[place.File]!.GetPresumed(place.Start).IsSystem;

    private void Record(int file, int offset)
    {
        if (!_changes.TryGetValue(file, out var list))
        {
            if (ReferenceEquals(_state, _first)) return;
            _changes[file] = list = [];
        }
        if (list.Count == 0 || !ReferenceEquals(list[^1].State, _state)) list.Add((offset, _state));
    }

    private Action[] StateAt(SourceSpan place)
    {
        Action[] state = _first;
        if (!_changes.TryGetValue(place.File, out var list)) return state;
        foreach ((int offset, Action[] s) in list)
        {
            if (offset > place.Start) break;
            state = s;
        }
        return state;
    }
}
