// @FILE on the command line: its words stand in its place. A name that cannot be opened is left as an argument, as gcc does.
using System.Text;

namespace PopcornCC.Cli;

/// <summary>Expands response files.</summary>
public static class ResponseFile
{
    private const int DepthLimit = 40;

    /// <summary>The arguments with every @FILE replaced; what is wrong goes to <paramref name="error"/>.</summary>
    public static List<string> Expand(IEnumerable<string> arguments, Action<string> error)
    {
        List<string> result = [];
        Expand(arguments, result, 0, error);
        return result;
    }

    private static void Expand(IEnumerable<string> arguments, List<string> result, int depth, Action<string> error)
    {
        foreach (string a in arguments)
        {
            if (a.Length < 2 || a[0] != '@' || !File.Exists(a[1..]))
            {
                result.Add(a);
                continue;
            }
            if (depth > DepthLimit)
            {
                error($"too many @-files encountered: '{a}'");
                return;
            }
            try
            {
                Expand(Split(File.ReadAllText(a[1..])), result, depth + 1, error);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                error($"cannot read '{a[1..]}': {e.Message}");
            }
        }
    }

    /// <summary>gcc's rules: words at white space; single and double quotes group; a backslash keeps the next character.</summary>
    private static IEnumerable<string> Split(string text)
    {
        StringBuilder word = new();
        bool inWord = false;
        char quote = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                word.Append(text[++i]);
                inWord = true;
            }
            else if (quote != '\0')
            {
                if (c == quote) quote = '\0';
                else word.Append(c);
            }
            else if (c is '\'' or '"')
            {
                quote = c;
                inWord = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (inWord) yield return word.ToString();
                word.Clear();
                inWord = false;
            }
            else
            {
                word.Append(c);
                inWord = true;
            }
        }
        if (inWord) yield return word.ToString();
    }
}
