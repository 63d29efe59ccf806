// Prints diagnostics the way gcc and clang do: file:line:column, the source line, a caret with the range, then notes.
using System.Globalization;
using System.Text;

namespace PopcornCC.Compiler.Text;

/// <summary>How to print.</summary>
public sealed record RenderOptions
{
    public bool Color { get; init; }

    /// <summary>Stop after this many errors; 0: never.</summary>
    public int ErrorLimit { get; init; } = 20;
}

/// <summary>Prints diagnostics.</summary>
public static class DiagnosticRenderer
{
    /// <summary>The text for a list of diagnostics, with a final count.</summary>
    public static string Render(IReadOnlyList<Diagnostic> diagnostics, SourceManager sources, RenderOptions options)
    {
        StringBuilder text = new();
        int errors = 0, warnings = 0;
        foreach (Diagnostic d in diagnostics)
        {
            if (d.Severity == Severity.Error) errors++;
            if (d.Severity == Severity.Warning) warnings++;
            Print(text, d, sources, options);
            if (options.ErrorLimit > 0 && errors >= options.ErrorLimit && errors < diagnostics.Count(x => x.Severity == Severity.Error))
            {
                text.Append("fatal error: too many errors emitted, stopping now\n");
                break;
            }
        }
        if (errors + warnings > 0)
        {
            text.Append(string.Join(" and ", new[] { Count(warnings, "warning"), Count(errors, "error") }.Where(s => s.Length > 0))).Append(" generated.\n");
        }
        return text.ToString();
    }

    private static string Count(int n, string what) => n switch
    {
        0 => "",
        1 => "1 " + what,
        _ => n.ToString(CultureInfo.InvariantCulture) + " " + what + "s",
    };

    private static void Print(StringBuilder text, Diagnostic d, SourceManager sources, RenderOptions options)
    {
        (string word, string color) = d.Severity switch
        {
            Severity.Error => ("error: ", "1;31"),
            Severity.Warning => ("warning: ", "1;35"),
            _ => ("note: ", "1;36"),
        };
        string Paint(string s, string code) => options.Color ? $"\u001b[{code}m{s}\u001b[0m" : s;
        SourceSpan span = sources.Outermost(d.Span);
        SourceFile? file = span.File > 0 ? sources[span.File] : null;
        string place = "popcorn-cc: ";
        if (file is not null)
        {
            PresumedLocation at = file.GetPresumed(span.Start);
            place = string.Create(CultureInfo.InvariantCulture, $"{at.Path}:{at.Line}:{at.Column}: ");
        }
        string group = d.Group is null ? "" : d.Severity == Severity.Error ? $"-Werror,-W{d.Group}, " : $"-W{d.Group}, ";
        string tail = d.Id.Length > 0 ? $" [{group}{d.Id}]" : "";
        text.Append(Paint(place, "1")).Append(Paint(word, color)).Append(Paint(d.Message, "1")).Append(tail).Append('\n');
        if (file is not null)
        {
            (int line, int column) = file.GetLineAndColumn(span.Start);
            string source = file.GetLine(line);
            text.Append(source).Append('\n');
            for (int i = 0; i < column - 1 && i < source.Length; i++) text.Append(source[i] == '\t' ? '\t' : ' ');
            int length = Math.Max(1, Math.Min(span.Length, source.Length - column + 1));
            text.Append(Paint("^" + new string('~', length - 1), "1;32")).Append('\n');
        }
        foreach (Diagnostic note in d.Notes ?? []) Print(text, note, sources, options);
    }
}
