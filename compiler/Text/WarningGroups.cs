// The groups of warnings, by the names that -W options and `#pragma GCC diagnostic` use: clang's names and clang's hierarchy, so that -Wall, -Wextra, -Wunused … turn on what they do there. This one table decides what
// is on by default, what options reach, and what docs/warnings.md lists (a test compares them). gcc's names are other names of the same groups.
using System.Collections.Frozen;

namespace PopcornCC.Compiler.Text;

/// <summary>What happens to a group nobody mentions.</summary>
public enum GroupDefault : byte
{
    /// <summary>Silent.</summary>
    Off,

    /// <summary>A warning.</summary>
    On,

    /// <summary>An error that <c>-Wno-error=</c> makes a warning.</summary>
    Error,

    /// <summary>An extension to the standard: silent, a warning with <c>-pedantic</c>, an error with <c>-pedantic-errors</c>.</summary>
    Extension,

    /// <summary>An extension that is warned about even without <c>-pedantic</c>.</summary>
    ExtensionOn,
}

/// <summary>One group. <paramref name="Members"/> are the groups an option for this one reaches too; <paramref name="Text"/> says what is warned about, empty for a group that only gathers others.</summary>
public sealed record WarningGroup(string Name, GroupDefault Default, string[] Members, string Text)
{
    /// <summary>Its place in the table.</summary>
    public int Index { get; init; }
}

/// <summary>The table.</summary>
public static partial class WarningGroups
{
    private static readonly FrozenDictionary<string, WarningGroup> s_byName;
    private static readonly int[][] s_reached;

    static WarningGroups()
    {
        List<WarningGroup> all = [];
        foreach (string line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // name default [members] text
            string[] words = line.Split(' ', 3);
            string rest = words.Length > 2 ? words[2] : "", members = "";
            if (rest.StartsWith('['))
            {
                int close = rest.IndexOf(']', StringComparison.Ordinal);
                members = rest[1..close];
                rest = rest[(close + 1)..].TrimStart();
            }
            all.Add(new WarningGroup(words[0], Enum.Parse<GroupDefault>(words[1]), members.Split(' ', StringSplitOptions.RemoveEmptyEntries), rest) { Index = all.Count });
        }
        All = all;
        s_byName = all.ToFrozenDictionary(g => g.Name, StringComparer.Ordinal);
        s_reached = [.. all.Select(g => Reach(g, []).Order().ToArray())];
    }

    /// <summary>Every group, in the order of the table.</summary>
    public static IReadOnlyList<WarningGroup> All { get; }

    /// <summary>gcc's names and older ones, with the group that each stands for.</summary>
    public static IReadOnlyDictionary<string, string> OtherNames => s_otherNames;

    /// <summary>The group that a name stands for; null when there is none.</summary>
    public static WarningGroup? Find(string name) => s_byName.GetValueOrDefault(s_otherNames.GetValueOrDefault(name, name));

    /// <summary>The groups that an option for this one reaches, itself included, as places in the table.</summary>
    public static ReadOnlySpan<int> Reached(WarningGroup group) => s_reached[group.Index];

    /// <summary>Whether gcc or clang has a group of this name, be it about things that are not looked for here.</summary>
    public static bool IsKnown(string name) => Find(name) is not null || s_foreign.Contains(name);

    /// <summary>The group that a misspelt name was probably meant to be.</summary>
    public static string? Suggest(string name) => SpellingSuggestion.Find(name, All.Select(g => g.Name).Concat(s_otherNames.Keys));

    private static HashSet<int> Reach(WarningGroup group, HashSet<int> seen)
    {
        if (!seen.Add(group.Index)) return seen;
        foreach (string member in group.Members)
        {
            if (member == "*") seen.UnionWith(Enumerable.Range(0, All.Count));
            else if (member == "extensions") seen.UnionWith(All.Where(g => g.Default is GroupDefault.Extension).Select(g => g.Index));
            else Reach(s_byName[member], seen);
        }
        return seen;
    }
}
