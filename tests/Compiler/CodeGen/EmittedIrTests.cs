// What the IR must say before optimisation, construct by construct: the neutral convention, and what the optimiser lives on.
using PopcornCC.Compiler.Migration;
using Xunit;

namespace PopcornCC.Compiler.Tests.CodeGen;

public class EmittedIrTests
{
    private static void Has(string source, params string[] parts)
    {
        string ir = NativePrograms.Emit(source);
        foreach (string part in parts) Assert.Contains(part, ir, StringComparison.Ordinal);
    }

    [Fact]
    public void SmallIntegersAreExtendedAtBothEnds() =>
        Has("short f(signed char a, unsigned short b, _Bool c); short g(void) { return f(1, 2, 3); }",
            "declare signext i16 @f(i8 noundef signext, i16 noundef zeroext, i1 noundef zeroext)",
            "call signext i16 @f(i8 noundef signext 1, i16 noundef zeroext 2, i1 noundef zeroext true)");

    [Fact]
    public void StructsTravelByPointerAndSmallResultsAsIntegers() =>
        Has("struct a { int x, y, z; }; struct b { char c[3]; }; struct a f(struct a p); struct b g(void); void h(struct a *p) { *p = f(*p); g(); }",
            "declare void @f(ptr noalias noundef writable align 4 dereferenceable(12), ptr noalias noundef align 4 dereferenceable(12))",
            "declare i64 @g()");

    [Fact]
    public void VariadicFunctionsGetOnePointerMore() =>
        Has("int p(const char *f, ...); int f(int x) { return p(\"a\", x, 2.0) + p(\"b\"); }",
            "declare i32 @p(ptr noundef, ptr)", "%area = alloca [16 x i8], align 16", "@p(ptr noundef @.str.1, ptr @__popcorn_no_arguments)");

    [Fact]
    public void MainHasThreeParameters() => Has("int main(void) { }", "define i32 @main(i32 noundef %0, ptr noundef %1, ptr noundef %2)", "store i32 0, ptr %retval");

    [Fact]
    public void ArithmeticAndAddressesSayWhatCannotHappen() =>
        Has("long f(int *a, int i, int j, long *p, long *q) { return a[i + j] + (p - q); }", "add nsw i32", "getelementptr inbounds i32", "sdiv exact i64");

    [Fact]
    public void WrappingArithmeticPromisesNothing()
    {
        string ir = NativePrograms.Emit("int f(int *a, int i) { return a[i + 1] - -i; }", options: o => o with { WrapSigned = true });
        Assert.DoesNotContain("nsw", ir, StringComparison.Ordinal);
        Assert.DoesNotContain("inbounds", ir, StringComparison.Ordinal);
    }

    [Fact]
    public void MembersHaveStructPaths() =>
        Has("struct s { int a; double d; }; double f(struct s *p) { p->a = 1; return p->d; }", "!{!\"s\", !", "i64 8}", "!{!\"omnipotent char\"");

    [Fact]
    public void UnoptimisedCodeHasNeitherMarkersNorAliasTags()
    {
        string ir = NativePrograms.Emit("int f(int *p) { int x = *p; return x; }", OptimizationLevel.O0);
        Assert.DoesNotContain("lifetime", ir, StringComparison.Ordinal);
        Assert.DoesNotContain("tbaa", ir, StringComparison.Ordinal);
    }

    [Fact]
    public void RestrictAndAttributesReachTheOptimiser() =>
        Has("void f(int *restrict p, int *q) { *p = *q; } __attribute__((const)) int g(int); __attribute__((malloc)) void *h(void); _Noreturn void i(void); void j(void) { h(); g(1); i(); }",
            "ptr noalias noundef %p, ptr noundef %q", "memory(none)", "declare noalias ptr @h", "noreturn", "unreachable");

    [Fact]
    public void OnlyLoopsWithAVaryingConditionMustEnd()
    {
        Assert.Contains("llvm.loop.mustprogress", NativePrograms.Emit("void f(int n) { while (n) n--; }"), StringComparison.Ordinal);
        Assert.DoesNotContain("!llvm.loop", NativePrograms.Emit("void f(void) { for (;;) ; } void g(void) { while (1) ; }"), StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsPrivateAndUnusedStaticsCostNothing()
    {
        string ir = NativePrograms.Emit("static int unused(void) { return 1; } static int t[] = { 1 }; const char *f(void) { return \"text\"; }");
        Assert.Contains("@.str = internal unnamed_addr constant [5 x i8] c\"text\\00\", align 1", ir, StringComparison.Ordinal);
        Assert.DoesNotContain("private", ir, StringComparison.Ordinal);
        Assert.DoesNotContain("@unused", ir, StringComparison.Ordinal);
        Assert.DoesNotContain("@t =", ir, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsAreNumbers()
    {
        string ir = NativePrograms.Emit("int f(int i) { static void *t[] = { &&a, &&b }; goto *t[i]; a: return 1; b: return 2; }");
        Assert.Contains("switch i64", ir, StringComparison.Ordinal);
        Assert.DoesNotContain("blockaddress", ir, StringComparison.Ordinal);
    }

    [Fact]
    public void ThreadLocalObjectsAreLocalToTheProgram() =>
        Has("_Thread_local int x = 3; extern _Thread_local int y; int f(void) { return x + y; }", "@x = thread_local(localexec) global i32 3, align 4", "@y = external thread_local(localexec) global i32, align 4");

    [Fact]
    public void OutputIsTheSameEveryTime()
    {
        const string Source = "struct s { int a[3]; char *p; }; static struct s t[2] = { { { 1 }, \"x\" } }; int f(int n) { switch (n) { case 1 ... 5: return t[n].a[0]; } return g(n); } ";
        const string WithDeclaration = "int g(int); " + Source;
        Assert.Equal(NativePrograms.Emit(WithDeclaration), NativePrograms.Emit(WithDeclaration));
    }
}
