// Linkage (C11 6.2.2), tentative definitions (6.9.2), inline (6.7.4) and what of a unit reaches the linker.
using PopcornCC.Compiler.Semantics;
using Xunit;

namespace PopcornCC.Compiler.Tests.Semantics;

public sealed class LinkageTests
{
    [Theory]
    [InlineData("inline int f(void) { return 1; }", true)]
    [InlineData("inline int f(void) { return 1; } extern int f(void);", false)]
    [InlineData("int f(void); inline int f(void) { return 1; }", false)]
    [InlineData("extern inline int f(void) { return 1; }", false)]
    [InlineData("extern inline __attribute__((gnu_inline)) int f(void) { return 1; }", true)]
    [InlineData("inline __attribute__((gnu_inline)) int f(void) { return 1; }", false)]
    [InlineData("static inline int f(void) { return 1; }", false)]
    public void An_inline_definition_is_told_from_an_external_one(string source, bool isInlineDefinition) =>
        Assert.Equal(isInlineDefinition, Bound.Clean(source).Function("f").Symbol.IsInlineDefinition);

    [Theory]
    [InlineData("int x;", true, Linkage.External)]
    [InlineData("extern int x; int f(void) { return x; }", false, Linkage.External)]
    [InlineData("static int x; extern int x; int f(void) { return x; }", true, Linkage.Internal)]
    [InlineData("static int x; int f(void) { extern int x; return x; }", true, Linkage.Internal)]
    [InlineData("extern int x; int x = 3;", true, Linkage.External)]
    public void A_variable_is_defined_by_a_tentative_definition_and_keeps_its_linkage(string source, bool isDefined, Linkage linkage)
    {
        VariableSymbol x = Bound.Clean(source).Variable("x");
        Assert.Equal((isDefined, linkage), (x.IsDefined, x.Linkage));
    }

    [Fact]
    public void A_tentative_array_takes_its_length_from_a_later_declaration() =>
        Assert.Equal(20, Bound.Clean("int a[]; extern int a[5];").Variable("a").Type.Type.Size);

    [Fact]
    public void Static_locals_of_one_name_are_different_symbols()
    {
        Bound bound = Bound.Clean("int f(void) { static int n; return n++; } int g(void) { static int n = 5; { static int n; n++; } return n++; }");
        Assert.Equal(3, bound.Unit.Variables.Select(v => v.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(bound.Unit.Variables, v => Assert.Equal(Linkage.Internal, v.Linkage));
    }

    [Fact]
    public void Names_are_the_same_in_every_run()
    {
        const string Source = "int f(int n) { static int k; int a[n]; return (int[]){ 1, k }[0] + sizeof a; } int *p = (int[]){ 2 };";
        Assert.Equal(Bound.Clean(Source).Unit.Variables.Select(v => v.Name), Bound.Clean(Source).Unit.Variables.Select(v => v.Name));
    }

    [Fact]
    public void A_declared_function_that_is_not_used_is_left_out()
    {
        Bound bound = Bound.Clean("int used(void); int unused(void); int f(void) { return used() + (int)sizeof(unused()); }");
        Assert.Equal(["used", "f"], bound.Unit.Declared.Select(f => f.Name));
    }

    [Fact]
    public void An_alias_uses_its_target()
    {
        Bound bound = Bound.Clean("static int old(void) { return 1; } extern __typeof(old) new __attribute__((weak, alias(\"old\")));");
        FunctionSymbol alias = Assert.Single(bound.Unit.Declared, f => f.Name == "new");
        Assert.Equal(("old", true), (alias.Attributes.Alias, alias.Attributes.Weak));
        Assert.True(bound.Function("old").Symbol.IsReferenced);
        Assert.Empty(bound.Diagnostics);
    }

    [Theory]
    [InlineData("#pragma weak f\nvoid f(void); void g(void) { if (f) f(); }")]
    [InlineData("void f(void);\n#pragma weak f\nvoid g(void) { if (f) f(); }")]
    public void Pragma_weak_holds_wherever_it_stands(string source) =>
        Assert.True(Bound.Clean(source).Unit.Declared.Single(f => f.Name == "f").Attributes.Weak);

    [Theory]
    [InlineData("void *memcpy(void *, const void *, unsigned long); void f(char *a, char *b) { memcpy(a, b, 3); }", "memcpy", BuiltinFunction.Memcpy)]
    [InlineData("double fabs(double); double f(double x) { return fabs(x); }", "fabs", BuiltinFunction.Fabs)]
    [InlineData("int memcpy(int); int f(void) { return memcpy(3); }", "memcpy", null)]
    public void A_library_name_is_known_when_declared_as_the_library_declares_it(string source, string name, BuiltinFunction? builtin) =>
        Assert.Equal(builtin, Bound.Clean(source).Unit.Declared.Single(f => f.Name == name).Builtin);

    [Fact]
    public void A_prefixed_library_function_becomes_a_call_of_the_library()
    {
        Bound bound = Bound.Clean("int f(void) { return __builtin_printf(\"%d\", 1); } int printf(const char *, ...);");
        Assert.Contains(bound.Unit.Declared, f => f.Name == "printf" && f.Type.IsVariadic);
    }
}
