// docs/warnings.md lists the compiler's groups of warnings: written from the table the compiler itself uses, and every group is given by some diagnostic, so that the page is true.
using System.Text;
using System.Text.RegularExpressions;
using PopcornCC.Compiler.Text;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Diagnostics;

public sealed partial class WarningGroupTests
{
    [Fact]
    public void The_page_lists_the_groups_of_the_table()
    {
        StringBuilder page = new("""
            # Warnings
            The groups of warnings, by the names that `-W`, `-Wno-`, `-Werror=` and `#pragma GCC diagnostic` take. They are clang's; this page is written from the compiler's own table (`compiler/Text/WarningGroups.Table.cs`) and checked by a test.
            *ext* is an extension to the standard: silent, a warning with `-pedantic`, an error with `-pedantic-errors`; *ext, on* warns without `-pedantic` too. Groups that gcc 12 or clang 19 know and that are not listed are accepted and say nothing.

            | group | default | warns about | includes |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (WarningGroup g in WarningGroups.All)
        {
            string state = g.Default switch { GroupDefault.Off => "off", GroupDefault.On => "on", GroupDefault.Error => "error", GroupDefault.Extension => "ext", _ => "ext, on" };
            string members = string.Join(", ", g.Members.Select(m => m switch { "*" => "everything", "extensions" => "all that is *ext*", _ => $"`{m}`" }));
            page.Append($"| `{g.Name}` | {state} | {g.Text.Replace("|", "\\|", StringComparison.Ordinal)} | {members} |\n");
        }
        page.Append("\nOther names: ").AppendJoin(", ", WarningGroups.OtherNames.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => $"`{n.Key}` is `{n.Value}`")).Append(".\n");
        Golden.Verify("docs/warnings.md", page.ToString());
    }

    [Fact]
    public void Every_group_is_given_by_a_diagnostic_or_holds_others()
    {
        HashSet<string> named = [];
        foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, "compiler"), "*.cs", SearchOption.AllDirectories))
        {
            if (file.Contains("/obj/", StringComparison.Ordinal) || file.Contains("WarningGroups", StringComparison.Ordinal)) continue;
            foreach (Match m in Literal().Matches(File.ReadAllText(file))) named.Add(m.Groups[1].Value);
        }
        // Put together where they are given.
        named.UnionWith(["c11-extensions", "c99-extensions", "gnu-case-range", "gnu-label-as-value", "gnu-statement-expression", "gnu-conditional-omitted-operand"]);
        Assert.Empty(WarningGroups.All.Where(g => g.Members.Length == 0 && !named.Contains(g.Name)).Select(g => g.Name));
    }

    [Fact]
    public void Misspelt_names_get_the_nearest_and_every_member_exists()
    {
        Assert.Equal("unused-variable", WarningGroups.Suggest("unused-varible"));
        Assert.True(WarningGroups.IsKnown("cast-align"));
        Assert.False(WarningGroups.IsKnown("no-such-group"));
        Assert.All(WarningGroups.OtherNames.Values, n => Assert.NotNull(WarningGroups.Find(n)));
    }

    [GeneratedRegex("\"([a-z0-9#-]+)\"")]
    private static partial Regex Literal();
}
