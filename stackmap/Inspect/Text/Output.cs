// Tables on a console: columns as wide as their content when that fits the terminal, else each row as a block of lines, a field each, so that a narrow
// terminal shows everything and cuts nothing. A pipe or a file has no width and takes no colours. Text from files is escaped: a symbol's name must not
// reach the terminal as a control sequence.
using System.Text;
using Spectre.Console;

namespace PopcornCC.Inspect;

/// <summary>A column: its title, on which side its content stands, and how it is coloured.</summary>
public sealed record Column(string Title, bool IsRight = false, string? Colour = null)
{
    public static Column Number(string title) => new(title, IsRight: true);

    public static Column Address(string title) => new(title, Colour: "grey");

    public static Column Name(string title) => new(title, Colour: "aqua");
}

/// <summary>Prints on a console.</summary>
public sealed class Output
{
    private const string Gap = "  ";

    private readonly TextWriter _writer;
    private readonly IAnsiConsole? _console;
    private readonly int _width;
    private bool _any;

    private Output(TextWriter writer, IAnsiConsole? console, int width)
    {
        _writer = writer;
        _console = console;
        _width = width;
    }

    /// <summary>For the process's output: coloured and as wide as the window on a terminal, plain and as wide as it takes elsewhere.</summary>
    public static Output ForProcess()
    {
        if (Console.IsOutputRedirected) return Plain(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings());
        return new Output(console.Profile.Out.Writer, console.Profile.Capabilities.Ansi ? console : null, Math.Max(console.Profile.Width, 20));
    }

    /// <summary>Without colours; tables at most so wide.</summary>
    public static Output Plain(TextWriter writer, int width = int.MaxValue) => new(writer, null, width);

    public void Flush() => _writer.Flush();

    public void Line(string text = "")
    {
        _writer.WriteLine(Clean(text));
        _any = true;
    }

    /// <summary>A heading, with an empty line before it.</summary>
    public void Heading(string text)
    {
        if (_any) _writer.WriteLine();
        Coloured(Clean(text), "bold");
        _writer.WriteLine();
        _any = true;
    }

    /// <summary>A line of emphasis: green for good, red for bad.</summary>
    public void Verdict(string text, bool isGood)
    {
        Coloured(Clean(text), isGood ? "green" : "red");
        _writer.WriteLine();
        _any = true;
    }

    /// <summary>A list of names and what they are.</summary>
    public void Facts(params IEnumerable<(string Name, string? Value)> facts)
    {
        (string Name, string Value)[] all = [.. facts.Where(f => f.Value is not null).Select(f => (f.Name, f.Value!))];
        int width = all.Length == 0 ? 0 : all.Max(f => f.Name.Length);
        foreach ((string name, string value) in all) Line($"{name.PadRight(width)}{Gap}{value}");
    }

    /// <summary>A table; nothing when it has no rows.</summary>
    public void Table(IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        List<string[]> cells = [.. rows.Select(r => r.Select(Clean).ToArray())];
        if (cells.Count == 0) return;
        _any = true;
        int[] widths = [.. columns.Select((c, i) => Math.Max(c.Title.Length, cells.Max(r => r[i].Length)))];
        if (widths.Sum() + Gap.Length * (columns.Count - 1) > _width)
        {
            Blocks(columns, cells);
            return;
        }
        for (int i = 0; i < columns.Count; i++) Cell(columns[i].Title, widths[i], columns[i].IsRight, i == columns.Count - 1, "bold");
        _writer.WriteLine();
        foreach (string[] row in cells)
        {
            for (int i = 0; i < columns.Count; i++) Cell(row[i], widths[i], columns[i].IsRight, i == columns.Count - 1, columns[i].Colour);
            _writer.WriteLine();
        }
    }

    private void Cell(string text, int width, bool right, bool isLast, string? colour)
    {
        if (right) _writer.Write(new string(' ', width - text.Length));
        Coloured(text, colour);
        if (isLast) return;
        _writer.Write(right ? Gap : new string(' ', width - text.Length) + Gap);
    }

    private void Blocks(IReadOnlyList<Column> columns, List<string[]> cells)
    {
        int width = columns.Max(c => c.Title.Length);
        for (int r = 0; r < cells.Count; r++)
        {
            if (r > 0) _writer.WriteLine();
            for (int i = 0; i < columns.Count; i++)
            {
                if (cells[r][i].Length == 0) continue;
                Coloured(columns[i].Title.PadRight(width), "bold");
                _writer.Write(Gap);
                Coloured(cells[r][i], columns[i].Colour);
                _writer.WriteLine();
            }
        }
    }

    private void Coloured(string text, string? colour)
    {
        if (_console is not null && colour is not null && text.Length > 0) _console.Markup($"[{colour}]{Markup.Escape(text)}[/]");
        else _writer.Write(text);
    }

    private static string Clean(string text)
    {
        if (!text.Any(char.IsControl)) return text;
        StringBuilder clean = new();
        foreach (char c in text) clean.Append(char.IsControl(c) ? $"\\x{(int)c:x2}" : c.ToString());
        return clean.ToString();
    }
}
