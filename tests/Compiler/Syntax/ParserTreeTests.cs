// Every construct of the language against a printed tree: Cases/NAME.c beside NAME.tree. A name that ends in .c23 is parsed as C23.
using PopcornCC.Compiler.Text;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Syntax;

public sealed class ParserTreeTests
{
    private const string Folder = "tests/Compiler/Syntax/Cases";

    public static TheoryData<string> Trees => Find(".tree", ["expressions", "declarators", "declarations", "statements", "attributes", "pragmas", "c23.c23"]);

    public static TheoryData<string> Errors => Find(".err", ["recovery", "nesting", "types.errors", "warnings"]);

    private static TheoryData<string> Find(string extension, string[] atLeast)
    {
        IEnumerable<string> found = Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*" + extension).Select(f => Path.GetFileName(f)[..^extension.Length]);
        return [.. found.Union(atLeast).Order(StringComparer.Ordinal)];
    }

    private static Parsed ParseCase(string name)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, Folder, name + ".c"));
        return ParserHarness.Parse(text, name.EndsWith(".c23", StringComparison.Ordinal) ? LanguageStandard.C23 : LanguageStandard.C17);
    }

    [Theory]
    [MemberData(nameof(Trees))]
    public void Parses_to_the_expected_tree_without_errors(string name)
    {
        Parsed parsed = ParseCase(name);
        Assert.DoesNotContain(": error:", parsed.Errors, StringComparison.Ordinal);
        Golden.Verify($"{Folder}/{name}.tree", TreePrinter.Print(parsed.Unit));
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void Reports_each_mistake_once_and_goes_on(string name) => Golden.Verify($"{Folder}/{name}.err", ParseCase(name).Errors);
}
