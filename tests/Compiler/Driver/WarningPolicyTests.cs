// Which -W options show, hide or promote which warnings.
using PopcornCC.Cli;
using PopcornCC.Compiler.Text;
using Xunit;

namespace PopcornCC.Compiler.Tests.Driver;

public sealed class WarningPolicyTests
{
    [Theory]
    [InlineData("#warnings", "", "warning")]
    [InlineData("unused-variable", "", "hidden")]
    [InlineData("unused-variable", "all", "warning")]
    [InlineData("unused-variable", "all no-unused", "hidden")]
    [InlineData("unused-variable", "no-unused unused-variable", "warning")]
    [InlineData("unused-variable", "unused error", "error")]
    [InlineData("unused-variable", "error", "hidden")]
    [InlineData("unused-variable", "error=unused-variable", "error")]
    [InlineData("unused-variable", "error=unused", "error")]
    [InlineData("unused-variable", "all error no-error=unused", "warning")]
    [InlineData("sign-compare", "all", "hidden")]
    [InlineData("sign-compare", "extra", "warning")]
    [InlineData("format-extra-args", "", "warning")]
    [InlineData("format-extra-args", "all no-format", "hidden")]
    [InlineData("incompatible-pointer-types-discards-qualifiers", "no-discarded-qualifiers", "hidden")]
    [InlineData("shadow", "all extra", "hidden")]
    [InlineData("shadow", "shadow", "warning")]
    [InlineData("int-conversion", "", "error")]
    [InlineData("int-conversion", "int-conversion", "error")]
    [InlineData("int-conversion", "no-error=int-conversion", "warning")]
    [InlineData("int-conversion", "no-int-conversion", "hidden")]
    [InlineData("unused-variable", "no-error=unused all error", "warning")]
    [InlineData("gnu-statement-expression", "", "hidden")]
    [InlineData("gnu-statement-expression", "pedantic", "warning")]
    [InlineData("gnu-statement-expression", "pedantic no-gnu", "hidden")]
    [InlineData("shadow", "everything", "warning")]
    [InlineData("#warnings", "no-cpp", "hidden")]
    public void Options_decide(string group, string options, string expected)
    {
        DriverOptions driver = new();
        driver.Warnings.AddRange(options.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        SourceManager sources = new();
        SourceFile file = sources.Add("x.c", "x", isSystem: false, SourceSpan.None);
        WarningPolicy policy = new(sources, WarningOptions.Make(driver));
        Diagnostic? shown = policy.Apply(new Diagnostic(Severity.Warning, "PCC2999", "text", new SourceSpan(file.Id, 0, 1), Group: group));
        Assert.Equal(expected, shown?.Severity switch { null => "hidden", Severity.Warning => "warning", _ => "error" });
    }

    [Fact]
    public void System_headers_are_quiet_unless_asked()
    {
        SourceManager sources = new();
        SourceFile file = sources.Add("x.h", "x", isSystem: true, SourceSpan.None);
        Diagnostic warning = new(Severity.Warning, "PCC2999", "text", new SourceSpan(file.Id, 0, 1), Group: "#warnings");
        Assert.Null(new WarningPolicy(sources, new WarningSettings()).Apply(warning));
        Assert.NotNull(new WarningPolicy(sources, new WarningSettings("system-headers")).Apply(warning));
    }
}
