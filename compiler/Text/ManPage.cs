// Manual pages out of what --help prints, so that the two cannot differ: popcorn-cc --print-man and popcorn --print-man write them, and install.sh keeps what they write. Help has one form for both programs:
// paragraphs at the margin, a heading alone on its line at the margin with indented lines below it, and in these an option, two blanks or more, and what it does.
using System.Text;

namespace PopcornCC.Compiler.Text;

/// <summary>Turns the text of <c>--help</c> into a manual page of man(7).</summary>
public static class ManPage
{
    /// <summary>The page; <paramref name="purpose"/> stands behind the name in its first section, <paramref name="help"/> is what the program prints.</summary>
    public static string Of(string name, string purpose, string synopsis, string help, string version)
    {
        StringBuilder page = new();
        page.Append($".\\\" Made from {name} --help.\n.TH {name.ToUpperInvariant()} 1 \"\" \"PopcornCC {version}\"\n.SH NAME\n{Escape(name)} \\- {Escape(purpose)}\n.SH SYNOPSIS\n{Escape(synopsis)}\n.SH DESCRIPTION\n");
        string[] lines = help.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i], trimmed = line.Trim();
            if (trimmed.Length == 0)
            {
                page.Append(".PP\n");
                continue;
            }
            bool margin = line[0] != ' ';
            string below = i + 1 < lines.Length ? lines[i + 1] : "";
            if (margin && below.StartsWith("  ", StringComparison.Ordinal)) page.Append($".SH {Escape(trimmed.TrimEnd(':').ToUpperInvariant())}\n");
            else if (margin) page.Append(Escape(trimmed)).Append('\n');
            else Entry(page, trimmed);
        }
        // A paragraph's end right before a heading, or two of them, would leave empty lines.
        return page.ToString().Replace(".PP\n.PP\n", ".PP\n", StringComparison.Ordinal).Replace(".PP\n.SH", ".SH", StringComparison.Ordinal);
    }

    private static void Entry(StringBuilder page, string line)
    {
        int gap = line.IndexOf("  ", StringComparison.Ordinal);
        page.Append(".TP\n").Append(".B ").Append(Escape(gap < 0 ? line : line[..gap])).Append('\n');
        if (gap >= 0) page.Append(Escape(line[gap..].Trim())).Append('\n');
    }

    // A line that begins with a dot or an apostrophe would be a request.
    private static string Escape(string text)
    {
        string plain = text.Replace("\\", "\\e", StringComparison.Ordinal).Replace("-", "\\-", StringComparison.Ordinal);
        return plain[0] is '.' or '\'' ? "\\&" + plain : plain;
    }
}
