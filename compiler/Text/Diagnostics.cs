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

/// <summary>One message. <paramref name="Group"/> is the option that controls a warning, without <c>-W</c>; <paramref name="Notes"/> follow the message.</summary>
public sealed record Diagnostic(Severity Severity, string Id, string Message, SourceSpan Span, int Expansion = 0, string? Group = null, IReadOnlyList<Diagnostic>? Notes = null);

/// <summary>Collects the diagnostics of one compilation, in order.</summary>
public sealed partial class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];

    /// <summary>Everything reported so far.</summary>
    public IReadOnlyList<Diagnostic> Items => _items;

    /// <summary>Whether an error was reported.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Which warnings are shown, and which count as errors; without one all are warnings.</summary>
    public WarningPolicy? Policy { get; init; }

    /// <summary>Adds a diagnostic, unless the policy hides it. Code outside the per-stage partial classes calls their named methods instead.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (Policy is not null)
        {
            if (Policy.Apply(diagnostic) is not { } shown) return;
            diagnostic = shown;
        }
        _items.Add(diagnostic);
        HasErrors |= diagnostic.Severity == Severity.Error;
    }

    private void Error(string id, SourceSpan span, string message, params Diagnostic[] notes) =>
        Add(new Diagnostic(Severity.Error, id, message, span, Notes: notes));

    private void Warning(string id, string group, SourceSpan span, string message, params Diagnostic[] notes) =>
        Add(new Diagnostic(Severity.Warning, id, message, span, Group: group, Notes: notes));

    /// <summary>A note to hang on another diagnostic.</summary>
    public static Diagnostic Note(SourceSpan span, string message) => new(Severity.Note, "", message, span);
}
