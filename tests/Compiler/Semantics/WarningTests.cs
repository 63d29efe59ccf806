// The warnings of -Wall and -Wextra: each is given where it belongs, in its group, and not for the neighbouring right form.
using PopcornCC.Compiler.Text;
using Xunit;

namespace PopcornCC.Compiler.Tests.Semantics;

public sealed class WarningTests
{
    private const string Printf = "int printf(const char *, ...) __attribute__((format(printf, 1, 2))); ";

    [Theory]
    [InlineData(Printf + "void f(void) { printf(\"%d\", 1.0); }", "format")]
    [InlineData(Printf + "void f(void) { printf(\"%s\", 1); }", "format")]
    [InlineData(Printf + "void f(long x) { printf(\"%d\", x); }", "format")]
    [InlineData("enum E { A, B }; int f(enum E e) { switch (e) { case A: return 1; } return 0; }", "switch")]
    [InlineData("int f(int x) { return 1; }", "unused-parameter")]
    [InlineData("int f(void) { int x; return 1; }", "unused-variable")]
    [InlineData("static int g(void) { return 1; }", "unused-function")]
    [InlineData("int f(int x) { if (x = 1) return 2; return 3; }", "parentheses")]
    public void IsGivenInItsGroup(string source, string group) => Assert.Equal([group], Groups(source));

    [Theory]
    [InlineData(Printf + "void f(long x, char *s, double d) { printf(\"%ld %s %.3f %%\\n\", x, s, d); }")]
    [InlineData(Printf + "void f(int w, unsigned long z) { printf(\"%*d %zu %p\", w, w, z, (void *)0); }")]
    [InlineData("enum E { A, B }; int f(enum E e) { switch (e) { case A: return 1; case B: return 2; } return 0; }")]
    [InlineData("enum E { A, B }; int f(enum E e) { switch (e) { case A: return 1; default: return 2; } }")]
    [InlineData("int f(int x __attribute__((unused))) { return 1; }")]
    [InlineData("int f(int x) { if ((x = 1)) return 2; return 3; }")]
    public void IsNotGivenForTheRightForm(string source) => Assert.Empty(Groups(source));

    private static List<string> Groups(string source) =>
        [.. Bound.From(source, warnings: new WarningSettings("all", "extra")).Diagnostics.Select(d => d.Group ?? d.Id + " " + d.Message)];
}
