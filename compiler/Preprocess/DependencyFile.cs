// -M and its kin: the rule for make that names every file a compilation read.
using System.Text;

namespace PopcornCC.Compiler.Preprocess;

/// <summary>What the <c>-M</c> options ask for.</summary>
public sealed record DependencyOptions
{
    /// <summary>Targets of <c>-MT</c> and, quoted already, <c>-MQ</c>.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary><c>-MM</c> and <c>-MMD</c>: no system headers.</summary>
    public bool UserHeadersOnly { get; init; }

    /// <summary><c>-MP</c>: an empty rule for each header, so that deleting one is no error.</summary>
    public bool PhonyTargets { get; init; }
}

/// <summary>Makes the text of a dependency file.</summary>
public static class DependencyFile
{
    private const int LineLimit = 72;

    /// <summary>The rule, lines broken as gcc does.</summary>
    public static string Format(DependencyOptions options, string defaultTarget, IEnumerable<IncludedFile> files)
    {
        // Standard input has no name that make could look at.
        List<string> names = [.. files.Where(f => f.Path != "-" && !(options.UserHeadersOnly && f.IsSystem)).Select(f => Quote(f.Path))];
        StringBuilder text = new(options.Targets.Count > 0 ? string.Join(' ', options.Targets) : Quote(defaultTarget));
        text.Append(':');
        int column = text.Length;
        foreach (string name in names)
        {
            if (column + name.Length + 1 > LineLimit && column > 1)
            {
                text.Append(" \\\n");
                column = 0;
            }
            text.Append(' ').Append(name);
            column += name.Length + 1;
        }
        text.Append('\n');
        if (options.PhonyTargets)
        {
            foreach (string name in names.Skip(files.FirstOrDefault().Path == "-" ? 0 : 1)) text.Append(name).Append(":\n");
        }
        return text.ToString();
    }

    /// <summary>A file name with make's special characters quoted.</summary>
    public static string Quote(string name)
    {
        StringBuilder text = new(name.Length);
        for (int i = 0; i < name.Length; i++)
        {
            switch (name[i])
            {
                case ' ' or '\t':
                    // Backslashes before white space are doubled, then one quotes the space itself.
                    for (int j = i - 1; j >= 0 && name[j] == '\\'; j--) text.Append('\\');
                    text.Append('\\');
                    break;
                case '$':
                    text.Append('$');
                    break;
                case '#':
                    text.Append('\\');
                    break;
            }
            text.Append(name[i]);
        }
        return text.ToString();
    }
}
