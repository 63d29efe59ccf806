// Prints diagnostics the way people know from gcc and clang: where the file was included from, file:line:column and the message with its group and id, the source line with caret, ranges and what could be written instead,
// through which macros the text came, then notes. Messages come in the order of their places, whichever pass found them. How a source line is laid out is SourceSnippet's.
using System.Globalization;
using System.Text;

namespace PopcornCC.Compiler.Text;

/// <summary>How to print.</summary>
public sealed record RenderOptions
{
    /// <summary>With the colours of a terminal.</summary>
    public bool Color { get; init; }

    /// <summary>Stop after this many errors; 0: never.</summary>
    public int ErrorLimit { get; init; } = 20;

    /// <summary>Stop at the first error (<c>-Wfatal-errors</c>).</summary>
    public bool FatalErrors { get; init; }

    /// <summary>Show source lines (<c>-fno-caret-diagnostics</c> takes them away).</summary>
    public bool ShowSource { get; init; } = true;

    /// <summary>Show the group and number of a message.</summary>
    public bool ShowOption { get; init; } = true;

    /// <summary>How many columns a source line may take.</summary>
    public int Width { get; init; } = 160;
}

/// <summary>Prints diagnostics.</summary>
public sealed class DiagnosticRenderer
{
    // Of a long way through macros only its two ends are shown.
    private const int MostMacroNotes = 6;
    private const int MostIncludes = 10;

    private readonly StringBuilder _text = new();
    private readonly SourceManager _sources;
    private readonly RenderOptions _options;
    private SourceSpan _lastIncludedFrom;

    private DiagnosticRenderer(SourceManager sources, RenderOptions options)
    {
        _sources = sources;
        _options = options;
    }

    /// <summary>The text for a list of diagnostics, with a final count.</summary>
    public static string Render(IReadOnlyList<Diagnostic> diagnostics, SourceManager sources, RenderOptions options)
    {
        if (diagnostics.Count == 0) return "";
        DiagnosticRenderer renderer = new(sources, options);
        int errors = 0;
        int warnings = 0;
        int allErrors = diagnostics.Count(d => d.Severity == Severity.Error);
        foreach (Diagnostic d in new ReadingOrder(sources).Sort(diagnostics))
        {
            if (d.Severity == Severity.Error) errors++;
            if (d.Severity == Severity.Warning) warnings++;
            renderer.Print(d);
            if (options.FatalErrors && d.Severity == Severity.Error) break;
            if (options.ErrorLimit > 0 && errors >= options.ErrorLimit && errors < allErrors)
            {
                renderer._text.Append(renderer.Paint("fatal error: ", "1;31")).Append("too many errors emitted, stopping now [-ferror-limit=]\n");
                break;
            }
        }
        if (errors + warnings > 0)
        {
            renderer._text.AppendJoin(" and ", new[] { Count(warnings, "warning"), Count(errors, "error") }.Where(s => s.Length > 0)).Append(" generated.\n");
        }
        return renderer._text.ToString();
    }

    private static string Count(int n, string what) => n switch
    {
        0 => "",
        1 => "1 " + what,
        _ => n.ToString(CultureInfo.InvariantCulture) + " " + what + "s",
    };

    private string Paint(string text, string code) => _options.Color ? $"\u001b[{code}m{text}\u001b[0m" : text;

    private void Print(Diagnostic d)
    {
        SourceSpan span = _sources.Outermost(d.Span);
        if (d.Severity != Severity.Note) PrintIncludes(span);
        PrintMessage(d, span);
        if (span.File > 0) PrintSource(span, [.. d.Ranges.Where(r => r.File == span.File)], d.Fix);
        if (d.Span.File < 0) PrintMacros(d);
        foreach (Diagnostic note in d.Notes ?? []) Print(note);
    }

    private void PrintMessage(Diagnostic d, SourceSpan span)
    {
        (string word, string color) = d.Severity switch
        {
            Severity.Error => (_options.FatalErrors || d.IsFatal ? "fatal error: " : "error: ", "1;31"),
            Severity.Warning => ("warning: ", "1;35"),
            _ => ("note: ", "1;36"),
        };
        string group = string.IsNullOrEmpty(d.Group) ? "" : d.IsPromoted ? $"-Werror,-W{d.Group}, " : $"-W{d.Group}, ";
        string tail = d.Id.Length > 0 && _options.ShowOption ? $" [{group}{d.Id}]" : "";
        _text.Append(Paint(Place(span), "1")).Append(Paint(word, color)).Append(d.Severity == Severity.Note ? d.Message : Paint(d.Message, "1")).Append(tail).Append('\n');
    }

    private string Place(SourceSpan span)
    {
        if (span.File == 0) return "popcorn-cc: ";
        PresumedLocation at = _sources[span.File]!.GetPresumed(span.Point);
        return string.Create(CultureInfo.InvariantCulture, $"{at.Path}:{at.Line}:{at.Column}: ");
    }

    // "In file included from a.h:3, from b.c:1:", once for messages in a row from the same file.
    private void PrintIncludes(SourceSpan span)
    {
        SourceSpan from = span.File == 0 ? default : _sources[span.File]!.IncludedFrom;
        if (from == _lastIncludedFrom) return;
        _lastIncludedFrom = from;
        string lead = "In file included from ";
        for (int level = 0; from.File != 0; level++)
        {
            SourceSpan at = _sources.Outermost(from);
            PresumedLocation place = _sources[at.File]!.GetPresumed(at.Start);
            from = _sources[at.File]!.IncludedFrom;
            if (level >= MostIncludes && from.File != 0) continue;
            _text.Append(lead).Append(Paint(string.Create(CultureInfo.InvariantCulture, $"{place.Path}:{place.Line}"), "1")).Append(from.File == 0 ? ":\n" : ",\n");
            lead = "                 from ";
        }
    }

    private void PrintSource(SourceSpan span, SourceSpan[] ranges, FixIt? fix)
    {
        if (!_options.ShowSource) return;
        SourceSnippet snippet = SourceSnippet.Lay(_sources[span.File]!, span, ranges, fix, _options.Width);
        string gutter = new(' ', snippet.Number.Length);
        _text.Append(snippet.Number).Append(" | ").Append(snippet.Source).Append('\n');
        _text.Append(gutter).Append(" | ").Append(Paint(snippet.Marks, "1;32")).Append('\n');
        if (snippet.Hint.Length > 0) _text.Append(gutter).Append(" | ").Append(Paint(snippet.Hint, "32")).Append('\n');
    }

    // From the macro used in the file down to the one whose body holds the text.
    private void PrintMacros(Diagnostic d)
    {
        List<(string Macro, SourceSpan At)> way = [];
        for (SourceSpan s = d.Span; s.File < 0; s = _sources.GetExpansion(-s.File).Use) way.Add((_sources.GetExpansion(-s.File).Macro, s));
        way.Reverse();
        for (int i = 0; i < way.Count; i++)
        {
            if (way.Count > MostMacroNotes && i == MostMacroNotes / 2)
            {
                int hidden = way.Count - MostMacroNotes;
                _text.Append(Paint("note: ", "1;36")).Append(CultureInfo.InvariantCulture, $"({hidden} expansions in the way not shown)\n");
                i += hidden;
            }
            SourceSpan at = _sources.Spelling(way[i].At);
            PrintMessage(DiagnosticBag.Note(at, $"expanded from macro '{way[i].Macro}'"), at);
            SourceSpan[] ranges = [.. d.Ranges.Where(r => r.File == way[i].At.File).Select(_sources.Spelling)];
            if (at.File > 0 && _sources[at.File]!.Path is not "<built-in>") PrintSource(at, ranges, null);
        }
    }
}
