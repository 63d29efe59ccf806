// Prints diagnostics the way people know from gcc and clang: where the file was included from, file:line:column and the message with its id, the source line, a caret with the range, through
// which macros the text came, then notes.
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
}

/// <summary>Prints diagnostics.</summary>
public sealed class DiagnosticRenderer
{
    // Of a longer line only the part around the caret is shown, of a longer way through macros only its two ends.
    private const int WidestLine = 160;
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
        DiagnosticRenderer renderer = new(sources, options);
        int errors = 0;
        int warnings = 0;
        int allErrors = diagnostics.Count(d => d.Severity == Severity.Error);
        foreach (Diagnostic d in diagnostics)
        {
            if (d.Severity == Severity.Error) errors++;
            if (d.Severity == Severity.Warning) warnings++;
            renderer.Print(d);
            if (options.ErrorLimit > 0 && errors >= options.ErrorLimit && errors < allErrors)
            {
                renderer._text.Append(renderer.Paint("fatal error: ", "1;31")).Append("too many errors emitted, stopping now\n");
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
        if (span.File > 0) PrintSource(span);
        if (d.Span.File < 0) PrintMacros(d.Span);
        foreach (Diagnostic note in d.Notes ?? []) Print(note);
    }

    private void PrintMessage(Diagnostic d, SourceSpan span)
    {
        (string word, string color) = d.Severity switch
        {
            Severity.Error => ("error: ", "1;31"),
            Severity.Warning => ("warning: ", "1;35"),
            _ => ("note: ", "1;36"),
        };
        string group = string.IsNullOrEmpty(d.Group) ? "" : d.Severity == Severity.Error ? $"-Werror,-W{d.Group}, " : $"-W{d.Group}, ";
        string tail = d.Id.Length > 0 ? $" [{group}{d.Id}]" : "";
        _text.Append(Paint(Place(span), "1")).Append(Paint(word, color)).Append(Paint(d.Message, "1")).Append(tail).Append('\n');
    }

    private string Place(SourceSpan span)
    {
        if (span.File == 0) return "popcorn-cc: ";
        PresumedLocation at = _sources[span.File]!.GetPresumed(span.Start);
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

    private void PrintSource(SourceSpan span)
    {
        SourceFile file = _sources[span.File]!;
        (int line, int column) = file.GetLineAndColumn(Math.Min(span.Start, file.Text.Length));
        string source = file.GetLine(line);
        int start = Math.Min(column - 1, source.Length);
        int length = Math.Clamp(span.Length, 1, Math.Max(1, source.Length - start));
        if (source.Length > WidestLine)
        {
            int from = Math.Clamp(start - WidestLine / 2, 0, source.Length - WidestLine);
            source = source.Substring(from, WidestLine);
            start -= from;
            length = Math.Clamp(length, 1, Math.Max(1, WidestLine - start));
        }
        for (int i = 0; i < source.Length; i++) _text.Append(Shown(source, i));
        _text.Append('\n');
        for (int i = 0; i < start; i++)
        {
            if (i == 0 || !char.IsSurrogatePair(source[i - 1], source[i])) _text.Append(source[i] == '\t' ? '\t' : ' ');
        }
        _text.Append(Paint("^" + new string('~', length - 1), "1;32")).Append('\n');
    }

    // Control characters and bytes that are not UTF-8 must not reach the terminal.
    private static char Shown(string source, int i)
    {
        char c = source[i];
        if (char.IsControl(c) && c != '\t') return ' ';
        return char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(source[i - 1])) ? '\uFFFD' : c;
    }

    // From the macro used in the file down to the one whose body holds the text.
    private void PrintMacros(SourceSpan span)
    {
        List<(string Macro, SourceSpan At)> way = [];
        for (SourceSpan s = span; s.File < 0; s = _sources.GetExpansion(-s.File).Use) way.Add((_sources.GetExpansion(-s.File).Macro, _sources.Spelling(s)));
        way.Reverse();
        for (int i = 0; i < way.Count; i++)
        {
            if (way.Count > MostMacroNotes && i == MostMacroNotes / 2)
            {
                int hidden = way.Count - MostMacroNotes;
                _text.Append(Paint("note: ", "1;36")).Append(CultureInfo.InvariantCulture, $"({hidden} expansions in the way not shown)\n");
                i += hidden;
            }
            PrintMessage(DiagnosticBag.Note(way[i].At, $"expanded from macro '{way[i].Macro}'"), way[i].At);
            if (way[i].At.File > 0 && _sources[way[i].At.File]!.Path is not "<built-in>") PrintSource(way[i].At);
        }
    }
}
