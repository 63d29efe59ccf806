// Where messages go: standard error, as text. Diagnostics of a compilation are rendered by the compiler (Text/DiagnosticRenderer.cs); messages about the command line and files are one line each.
using PopcornCC.Compiler.Text;

namespace PopcornCC.Cli;

/// <summary>Writes messages.</summary>
public sealed class ErrorOutput(TextWriter writer, bool color)
{
    private bool _color = color;
    private RenderOptions _rendering = new();

    /// <summary>A header was not found.</summary>
    public bool MissingHeader { get; private set; }

    /// <summary>Takes the command line's wishes about diagnostics.</summary>
    public void Configure(DriverOptions options)
    {
        if (options.Color is bool wanted) _color = wanted;
        _rendering = new RenderOptions
        {
            Color = _color,
            ErrorLimit = options.ErrorLimit,
            FatalErrors = WarningOptions.StopsAtFirstError(options),
            ShowSource = options.ShowSource,
            ShowOption = options.ShowOption,
            Width = options.Width > 0 ? options.Width : TerminalWidth(),
        };
    }

    /// <summary>One line about something that is not at a place in a source file.</summary>
    public void Error(string message, string id) => writer.WriteLine($"popcorn-cc: {Paint("error:", "1;31")} {message} [{id}]");

    /// <summary>One line about the command line that is no error.</summary>
    public void Warning(string message) => writer.WriteLine($"popcorn-cc: {Paint("warning:", "1;35")} {message}");

    /// <summary>Text as it is.</summary>
    public void WriteLine(string text) => writer.WriteLine(text);

    /// <summary>Writes a compilation's diagnostics; whether there was no error.</summary>
    public bool Write(DiagnosticBag diagnostics, SourceManager sources)
    {
        MissingHeader |= diagnostics.Items.Any(d => d.Id == "PCC1062");
        writer.Write(DiagnosticRenderer.Render(diagnostics.Items, sources, _rendering));
        return !diagnostics.HasErrors;
    }

    /// <summary>An output of the same kind that keeps what it is told, for a step that runs beside others; <see cref="Join"/> writes it in its turn.</summary>
    public ErrorOutput Fork() => new(new StringWriter(), _color) { _rendering = _rendering };

    /// <summary>Writes what a fork has kept.</summary>
    public void Join(ErrorOutput fork)
    {
        writer.Write(fork.Kept);
        MissingHeader |= fork.MissingHeader;
    }

    private string Kept => writer.ToString() ?? "";

    // Into a file or pipe lines may be long, but not so long that a generated one drowns the message.
    private static int TerminalWidth()
    {
        const int Otherwise = 160;
        if (Console.IsErrorRedirected) return Otherwise;
        try
        {
            return Console.WindowWidth > 0 ? Console.WindowWidth : Otherwise;
        }
        catch (Exception e) when (e is IOException or PlatformNotSupportedException)
        {
            return Otherwise;
        }
    }

    private string Paint(string text, string code) => _color ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
