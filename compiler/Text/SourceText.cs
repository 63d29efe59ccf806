// Source files and positions in them. A position is a file number and an offset, so that tokens stay small; line and column are computed only when
// something is printed. A token that a macro's body made has a negative file number: the expansion it came from, whose record says where the body is written and where the macro
// was used. So a span alone, wherever it is kept, leads back to both: SourceManager.Outermost gives the place in the user's text, Spelling the place in the body.
namespace PopcornCC.Compiler.Text;

/// <summary>A place in the source: <paramref name="File"/> is an index in <see cref="SourceManager"/> (0: nowhere; negative: in a macro's body, see there), offsets count UTF-16 units.
/// <paramref name="Caret"/> is how far behind the beginning a message about the span points: at an expression's operator, at a member's name.</summary>
public readonly record struct SourceSpan(int File, int Start, int Length, int Caret = 0)
{
    /// <summary>Where a message points.</summary>
    public int Point => Start + Caret;

    /// <summary>The same span, messages pointing at its beginning.</summary>
    public SourceSpan FromStart() => this with { Caret = 0 };

    /// <summary>The same span, messages pointing at <paramref name="place"/>, which lies in it.</summary>
    public SourceSpan PointingAt(SourceSpan place) => place.File == File && place.Point >= Start && place.Point <= Start + Length ? this with { Caret = place.Point - Start } : this;

    /// <summary>No place: made by the compiler itself.</summary>
    public static SourceSpan None => default;

    /// <summary>The span from the start of this one to the end of <paramref name="end"/>, or this one when they are in different files.</summary>
    public SourceSpan To(SourceSpan end) =>
        end.File == File && end.Start + end.Length > Start ? new SourceSpan(File, Start, end.Start + end.Length - Start) : this;
}

/// <summary>One file that was read: its name as the user or an include directive spelled it, and its text.</summary>
public sealed class SourceFile
{
    private readonly List<LineDirective> _lineDirectives = [];
    private int[]? _lineStarts;

    private readonly record struct LineDirective(int Offset, int NextLine, int PresumedLine, string Path, bool IsSystem);

    /// <summary>Makes a file of given text.</summary>
    public SourceFile(int id, string path, string text, bool isSystem, SourceSpan includedFrom)
    {
        Id = id;
        Path = path;
        Text = text;
        IsSystem = isSystem;
        IncludedFrom = includedFrom;
    }

    /// <summary>The file's number in its <see cref="SourceManager"/>, from 1.</summary>
    public int Id { get; }

    /// <summary>The path as opened.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Found in a system include folder: warnings in it are not shown.</summary>
    public bool IsSystem { get; }

    /// <summary>The include directive that brought it in; none for a main file.</summary>
    public SourceSpan IncludedFrom { get; }

    /// <summary>Line and column of an offset, both from 1; columns count UTF-16 units.</summary>
    public (int Line, int Column) GetLineAndColumn(int offset)
    {
        _lineStarts ??= FindLineStarts(Text);
        int index = Array.BinarySearch(_lineStarts, offset);
        if (index < 0) index = ~index - 1;
        return (index + 1, offset - _lineStarts[index] + 1);
    }

    /// <summary>Records a <c>#line</c> directive that ends before <paramref name="offset"/>: the line at that offset is called <paramref name="line"/> of <paramref name="path"/>.</summary>
    public void AddLineDirective(int offset, int line, string path, bool isSystem) =>
        _lineDirectives.Add(new LineDirective(offset, GetLineAndColumn(Math.Min(offset, Text.Length)).Line, line, path, isSystem));

    /// <summary>Path, line and column of an offset as <c>#line</c> directives before it say.</summary>
    public PresumedLocation GetPresumed(int offset)
    {
        (int line, int column) = GetLineAndColumn(offset);
        for (int i = _lineDirectives.Count - 1; i >= 0; i--)
        {
            LineDirective d = _lineDirectives[i];
            if (d.Offset <= offset) return new PresumedLocation(d.Path, d.PresumedLine + line - d.NextLine, column, d.IsSystem);
        }
        return new PresumedLocation(Path, line, column, IsSystem);
    }

    /// <summary>The text of a line (from 1), without its end.</summary>
    public string GetLine(int line)
    {
        _lineStarts ??= FindLineStarts(Text);
        int start = _lineStarts[line - 1];
        int end = line < _lineStarts.Length ? _lineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    private static int[] FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') starts.Add(i + 1);
        }
        return [.. starts];
    }
}

/// <summary>A place as it is shown to people: <c>#line</c> directives are followed. Line and column from 1.</summary>
public readonly record struct PresumedLocation(string Path, int Line, int Column, bool IsSystem);

/// <summary>All files of one compilation, by number, and the macro expansions that made tokens.</summary>
public sealed class SourceManager
{
    private readonly List<SourceFile> _files = [];
    private readonly List<Expansion> _expansions = [default];

    /// <summary>Adds a file and gives it its number.</summary>
    public SourceFile Add(string path, string text, bool isSystem, SourceSpan includedFrom)
    {
        SourceFile file = new(_files.Count + 1, path, text, isSystem, includedFrom);
        _files.Add(file);
        return file;
    }

    /// <summary>The file with a number, or null for 0; for a negative number the file in which that expansion's macro is defined.</summary>
    public SourceFile? this[int id] => id == 0 ? null : id > 0 ? _files[id - 1] : _files[_expansions[-id].DefinitionFile - 1];

    /// <summary>Every file, in the order of first use.</summary>
    public IReadOnlyList<SourceFile> Files => _files;

    /// <summary>Records a macro expansion; the result is a token's <c>Expansion</c>, and negated the file of spans in the macro's body.</summary>
    public int AddExpansion(string macro, SourceSpan use, int definitionFile)
    {
        _expansions.Add(new Expansion(macro, use, definitionFile));
        return _expansions.Count - 1;
    }

    /// <summary>The expansion with a number; number 0 is none.</summary>
    public Expansion GetExpansion(int id) => _expansions[id];

    /// <summary>The place in the text of a file: for a token from a macro's body, where the outermost macro was used.</summary>
    public SourceSpan Outermost(SourceSpan span)
    {
        while (span.File < 0) span = _expansions[-span.File].Use;
        return span;
    }

    /// <summary>The place where the characters themselves stand: for a token from a macro's body, in its definition.</summary>
    public SourceSpan Spelling(SourceSpan span) => span.File < 0 ? span with { File = _expansions[-span.File].DefinitionFile } : span;

    /// <summary>File, line and column to tell people (and debuggers) for a span: those of its outermost use, as <c>#line</c> says.</summary>
    public PresumedLocation GetLocation(SourceSpan span)
    {
        span = Outermost(span);
        return span.File == 0 ? new PresumedLocation("<built-in>", 0, 0, false) : this[span.File]!.GetPresumed(span.Start);
    }
}

/// <summary>One use of a macro: its name, where it was used (this may again be in a macro's body), and the file that defines it.</summary>
public readonly record struct Expansion(string Macro, SourceSpan Use, int DefinitionFile);
