// A source line as a message shows it: tabs become spaces, wide characters take two columns, control characters and broken surrogates are replaced (they must not reach a terminal), what does not fit is cut on both sides of
// the caret, and below it stand the caret, the underlined ranges and the text that could be written instead.
using System.Globalization;
using System.Text;

namespace PopcornCC.Compiler.Text;

/// <summary>The lines to print for a place; <paramref name="Hint"/> is empty without a suggestion.</summary>
internal readonly record struct SourceSnippet(string Number, string Source, string Marks, string Hint)
{
    private const int TabStop = 8;
    private const string Cut = "...";

    /// <summary>Lays out the line of <paramref name="span"/>.</summary>
    public static SourceSnippet Lay(SourceFile file, SourceSpan span, IReadOnlyList<SourceSpan> ranges, FixIt? fix, int width)
    {
        (int line, int column) = file.GetLineAndColumn(Math.Min(span.Point, file.Text.Length));
        string source = file.GetLine(line);
        int lineStart = Math.Min(span.Point, file.Text.Length) - (column - 1);
        StringBuilder shown = new();
        int[] columns = Expand(source, shown);
        int caret = columns[Math.Min(column - 1, source.Length)];
        char[] marks = new string(' ', Math.Max(columns[source.Length], caret) + 1).ToCharArray();
        Underline(span);
        foreach (SourceSpan range in ranges) Underline(range);
        marks[caret] = '^';
        string hint = fix is { } f && f.Place.File == file.Id && f.Place.Start >= lineStart && f.Place.Start - lineStart <= source.Length
            ? new string(' ', columns[f.Place.Start - lineStart]) + f.Text : "";
        string number = line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        return Fit(number, shown.ToString(), new string(marks).TrimEnd(), hint, caret, width);

        void Underline(SourceSpan s)
        {
            if (s.File != file.Id || s.Start + s.Length <= lineStart || s.Start > lineStart + source.Length) return;
            int from = columns[Math.Clamp(s.Start - lineStart, 0, source.Length)], to = columns[Math.Clamp(s.Start + s.Length - lineStart, 0, source.Length)];
            for (int i = from; i < to; i++) marks[i] = '~';
        }
    }

    /// <summary>The columns at which the characters of a line (and its end) stand.</summary>
    private static int[] Expand(string source, StringBuilder shown)
    {
        int[] columns = new int[source.Length + 1];
        int at = 0;
        for (int i = 0; i < source.Length; i++)
        {
            columns[i] = at;
            char c = source[i];
            if (c == '\t')
            {
                int spaces = TabStop - (at % TabStop);
                shown.Append(' ', spaces);
                at += spaces;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]))
            {
                shown.Append(c).Append(source[i + 1]);
                at += Width(char.ConvertToUtf32(c, source[i + 1]));
                columns[++i] = at;
            }
            else
            {
                shown.Append(char.IsControl(c) ? ' ' : char.IsSurrogate(c) ? '\uFFFD' : c);
                at += Width(c);
            }
        }
        columns[source.Length] = at;
        return columns;
    }

    /// <summary>How many columns a terminal gives a character (Unicode's East Asian width, by its large blocks).</summary>
    private static int Width(int c)
    {
        if (c < 0x300) return 1;
        if (c <= 0xFFFF && char.GetUnicodeCategory((char)c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format) return 0;
        return c is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF and not 0x303F or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60
            or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 and <= 0x1F64F or >= 0x1F900 and <= 0x1F9FF or >= 0x20000 and <= 0x3FFFD ? 2 : 1;
    }

    // A line longer than the width: the part around the caret. Columns and characters are taken for the same here; where wide characters are cut, the caret may be off.
    private static SourceSnippet Fit(string number, string source, string marks, string hint, int caret, int width)
    {
        int room = Math.Max(40, width - number.Length - 3);
        if (source.Length <= room) return new SourceSnippet(number, source, marks, hint);
        int length = room - 2 * Cut.Length;
        int from = Math.Clamp(caret - length / 2, 0, Math.Max(0, source.Length - length));
        if (from > 0 && from < source.Length && char.IsLowSurrogate(source[from])) from--;
        int to = Math.Min(source.Length, from + length);
        if (to < source.Length && char.IsLowSurrogate(source[to])) to--;
        string lead = from > 0 ? Cut : "", space = new(' ', lead.Length);
        return new SourceSnippet(number, lead + source[from..to] + (to < source.Length ? Cut : ""), space + Slice(marks), hint.Length > 0 ? space + Slice(hint) : "");

        string Slice(string s) => s.Length <= from ? "" : s[from..Math.Min(s.Length, to + 1)];
    }
}
