// Diagnostics are values in a bag, never exceptions. Each kind of message has one method, which fixes its permanent number, in the partial class DiagnosticBag:
// PCC1nnn preprocessor (Preprocess/), PCC2nnn parser and binder (Syntax/, Semantics/), PCC25nn code generation and migration passes, PCC3nnn linker, PCC4nnn tools.
namespace PopcornCC.Compiler.Text;

/// <summary>How bad it is.</summary>
public enum Severity
{
    /// <summary>More about the message before it.</summary>
    Note,

    /// <summary>Compilation goes on.</summary>
    Warning,

    /// <summary>No output is made.</summary>
    Error,
}

/// <summary>One message. The caret stands at the beginning of <paramref name="Span"/>, which is underlined. <paramref name="Group"/> is the option that controls a warning, without <c>-W</c>;
/// <paramref name="Notes"/> follow the message.</summary>
public sealed record Diagnostic(Severity Severity, string Id, string Message, SourceSpan Span, string? Group = null, IReadOnlyList<Diagnostic>? Notes = null)
{
    /// <summary>More places to underline on the same line: the operands of an operator.</summary>
    public IReadOnlyList<SourceSpan> Ranges { get; init; } = [];

    /// <summary>What could be written in place of a span (or, when it is empty, before it) to mend it.</summary>
    public FixIt? Fix { get; init; }

    /// <summary>A warning that -Werror, -Werror=group or a pragma made an error.</summary>
    public bool IsPromoted { get; init; }

    /// <summary>What happens to it by default where that is not what happens to the rest of its group.</summary>
    public GroupDefault? Default { get; init; }

    /// <summary>What follows cannot be understood: nothing more is reported.</summary>
    public bool IsFatal { get; init; }
}

/// <summary>A text to write in place of a span.</summary>
public sealed record FixIt(SourceSpan Place, string Text);

/// <summary>Collects the diagnostics of one compilation, in order.</summary>
public sealed partial class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];

    /// <summary>Everything reported so far.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>Whether an error was reported.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether something is wrong that no option makes a warning of: what the program does is then unknown in part, and analyses of it would guess.</summary>
    public bool HasHardErrors => HardErrors > 0;

    /// <summary>How many such errors there were.</summary>
    public int HardErrors { get; private set; }

    /// <summary>Whether nothing more will be reported.</summary>
    public bool HasFatalError { get; private set; }

    /// <summary>Which warnings are shown, and which count as errors; without one all are warnings.</summary>
    public WarningPolicy? Policy { get; init; }

    /// <summary>Adds a diagnostic, unless the policy hides it. Code outside the per-stage partial classes calls their named methods instead.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (HasFatalError || Muted > 0 || (ExtensionsAllowed > 0 && IsAboutExtension(diagnostic))) return;
        if (Policy is not null)
        {
            if (Policy.Apply(diagnostic) is not { } shown) return;
            diagnostic = shown;
        }
        _items.Add(diagnostic);
        HasFatalError |= diagnostic.IsFatal;
        HasErrors |= diagnostic.Severity == Severity.Error;
        if (diagnostic.Severity == Severity.Error && !diagnostic.IsPromoted) HardErrors++;
    }

    private void Error(string id, SourceSpan span, string message, params Diagnostic[] notes) =>
        Add(new Diagnostic(Severity.Error, id, message, span, Notes: notes));

    private void Warning(string id, string group, SourceSpan span, string message, params Diagnostic[] notes) =>
        Add(new Diagnostic(Severity.Warning, id, message, span, Group: group, Notes: notes));

    /// <summary>Above zero while something is looked at a second time: nothing is said.</summary>
    public int Muted { get; set; }

    /// <summary>Above zero behind <c>__extension__</c>: nothing is said about extensions.</summary>
    public int ExtensionsAllowed { get; set; }

    private static bool IsAboutExtension(Diagnostic d) =>
        d.Severity == Severity.Warning && (d.Default == GroupDefault.Extension || (d.Group is not null && WarningGroups.Find(d.Group) is { Default: GroupDefault.Extension or GroupDefault.ExtensionOn }));

    private void Pedantic(string id, string group, SourceSpan span, string message) => Add(new Diagnostic(Severity.Warning, id, message, span, group) { Default = GroupDefault.Extension });

    /// <summary>Whether a group's warnings may be shown anywhere in this unit.</summary>
    public bool MayShow(string group) => Policy is null || Policy.MayShow(group);

    private void Warning(string id, string group, SourceSpan span, SourceSpan[] ranges, string message, params Diagnostic[] notes) =>
        Add(new Diagnostic(Severity.Warning, id, message, span, Group: group, Notes: notes) { Ranges = ranges });

    private void Error(string id, SourceSpan span, SourceSpan[] ranges, string message, params Diagnostic[] notes) =>
        Add(new Diagnostic(Severity.Error, id, message, span, Notes: notes) { Ranges = ranges });

    private void Error(string id, SourceSpan span, FixIt? fix, string message, params Diagnostic[] notes) =>
        Add(new Diagnostic(Severity.Error, id, message, span, Notes: notes) { Fix = fix });

    /// <summary>A note to hang on another diagnostic.</summary>
    public static Diagnostic Note(SourceSpan span, string message) => new(Severity.Note, "", message, span);
}
