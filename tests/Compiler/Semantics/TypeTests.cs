// The types of expressions: promotions, usual arithmetic conversions, the conditional operator, compatibility and composite types.
using PopcornCC.Compiler.Semantics;
using Xunit;

namespace PopcornCC.Compiler.Tests.Semantics;

public sealed class TypeTests
{
    private const string Names = """
        char c; signed char sc; unsigned char uc; short s; unsigned short us; int i; unsigned u; long l; unsigned long ul; long long ll; unsigned long long ull; _Bool b; float f; double d; long double ld;
        __int128 i128; int *pi; const int *pci; void *pv; int a[3]; int fn(int); enum E { E0, E1 } e; enum N { N0 = -1 } en;
        struct B { unsigned three : 3; unsigned all : 32; int sixteen : 16; long wide : 40; unsigned long ulong33 : 33; _Bool bit : 1; } bf; struct S { int m; const int k; } st; const struct S cst;

        """;

    [Theory]
    [InlineData("c + c", "int")]
    [InlineData("us + us", "int")]
    [InlineData("u + i", "unsigned int")]
    [InlineData("u + l", "long")]
    [InlineData("ul + ll", "unsigned long long")]
    [InlineData("ull + l", "unsigned long long")]
    [InlineData("ll + ul", "unsigned long long")]
    [InlineData("l + ll", "long long")]
    [InlineData("i128 + ul", "__int128")]
    [InlineData("f + i", "float")]
    [InlineData("f + ull", "float")]
    [InlineData("f + d", "double")]
    [InlineData("d + ld", "long double")]
    [InlineData("b + b", "int")]
    [InlineData("~uc", "int")]
    [InlineData("!d", "int")]
    [InlineData("-u", "unsigned int")]
    [InlineData("+s", "int")]
    [InlineData("us << ul", "int")]
    [InlineData("ul << i", "unsigned long")]
    [InlineData("i < ul", "int")]
    [InlineData("e + 1", "unsigned int")]
    [InlineData("en + 1", "int")]
    [InlineData("E1", "int")]
    [InlineData("bf.three + 0", "int")]
    [InlineData("bf.all + 0", "unsigned int")]
    [InlineData("bf.sixteen + 0", "int")]
    [InlineData("bf.wide + 0", "long")]
    [InlineData("bf.ulong33 + 0", "unsigned long")]
    [InlineData("bf.bit + 0", "int")]
    [InlineData("sizeof i", "unsigned long")]
    [InlineData("pi - pi", "long")]
    [InlineData("pi + 1", "int *")]
    [InlineData("1 ? pi : 0", "int *")]
    [InlineData("i ? pi : pv", "void *")]
    [InlineData("i ? pi : pci", "const int *")]
    [InlineData("i ? pi : (void *)0", "int *")]
    [InlineData("i ? c : us", "int")]
    [InlineData("i ? 1 : 2.0f", "float")]
    [InlineData("i ?: l", "long")]
    [InlineData("a", "int[3]")]
    [InlineData("&a", "int (*)[3]")]
    [InlineData("a + 0", "int *")]
    [InlineData("*a", "int")]
    [InlineData("fn", "int (int)")]
    [InlineData("&fn", "int (*)(int)")]
    [InlineData("fn(1)", "int")]
    [InlineData("st.k", "const int")]
    [InlineData("cst.m", "const int")]
    [InlineData("&cst.m", "const int *")]
    [InlineData("(c, s)", "short")]
    [InlineData("c = 1", "char")]
    [InlineData("c += 1.5", "char")]
    [InlineData("'a'", "int")]
    [InlineData("L'a'", "int")]
    [InlineData("\"abc\"", "char[4]")]
    [InlineData("2147483648", "long")]
    [InlineData("0x80000000", "unsigned int")]
    [InlineData("1.5f", "float")]
    [InlineData("1.5l", "long double")]
    [InlineData("({ short q = 1; q; })", "short")]
    [InlineData("(struct S){ 1, 2 }", "struct S")]
    [InlineData("_Generic(c + c, int: 1L, default: 2)", "long")]
    public void An_expression_has_its_type(string expression, string type)
    {
        Bound bound = Bound.Clean(Names + "void test(void) { __typeof__(" + expression + ") *probe = 0; (void)probe; }");
        BoundLocalDeclaration declaration = bound.Function("test").Body.Statements.OfType<BoundLocalDeclaration>().Single(d => d.Variable.Name == "probe");
        Assert.Equal(type, TypePrinter.Print(((PointerType)declaration.Variable.Type.Type).Pointee));
    }

    [Theory]
    [InlineData("int (*)[]", "int (*)[3]", true)]
    [InlineData("int (*)[2]", "int (*)[3]", false)]
    [InlineData("int (*)()", "int (*)(int)", true)]
    [InlineData("int (*)()", "int (*)(char)", false)]
    [InlineData("int (*)()", "int (*)(int, ...)", false)]
    [InlineData("int (*)(int)", "int (*)(const int)", true)]
    [InlineData("int (*)(int *)", "int (*)(int[3])", true)]
    [InlineData("int *", "const int *", false)]
    [InlineData("const int", "int", true)]
    [InlineData("char", "signed char", false)]
    [InlineData("long", "long long", false)]
    [InlineData("enum E", "unsigned", true)]
    [InlineData("struct S", "struct B", false)]
    public void Types_are_compatible_as_the_standard_says(string first, string second, bool compatible) =>
        Assert.Equal(compatible ? 1 : 0, (int)Bound.Clean(Names + $"int answer = __builtin_types_compatible_p({first}, {second});").IntegerOf("answer"));

    [Fact]
    public void Declarations_of_one_function_make_a_composite_type()
    {
        Bound bound = Bound.Clean("int f(int (*)[], int (*)()); int f(int (*)[4], int (*)(int)); int g(void) { return f(0, 0); }");
        Assert.Equal("int (int (*)[4], int (*)(int))", TypePrinter.Print(bound.Unit.Declared.Single(f => f.Name == "f").Type));
    }

    [Fact]
    public void Arrays_have_as_many_dimensions_as_wanted()
    {
        string dimensions = string.Concat(Enumerable.Repeat("[1]", 299)) + "[3]";
        Bound? bound = null;
        Thread thread = new(() => bound = Bound.Clean($"int a{dimensions}; unsigned long size = sizeof a; int same = __builtin_types_compatible_p(__typeof__(a), int{dimensions});")) { IsBackground = true };
        thread.Start();
        Assert.True(thread.Join(TimeSpan.FromMinutes(1)), "takes too long");
        Assert.Equal((12, 1), ((int)bound!.IntegerOf("size"), (int)bound.IntegerOf("same")));
    }
}
