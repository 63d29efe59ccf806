// What the binder says about wrong programs: one message for one mistake, with the right number, and nothing for right programs.
using PopcornCC.Compiler.Text;
using Xunit;

namespace PopcornCC.Compiler.Tests.Semantics;

public sealed class DiagnosticTests
{
    [Theory]
    [InlineData("int f(void) { return y; }", "PCC2300")]
    [InlineData("int f(void) { y; y = 1; return y + y; }", "PCC2300")]
    [InlineData("int f(void) { return g(1); }", "PCC2304")]
    [InlineData("int f(void) { return __builtin_no_such_thing(1); }", "PCC2303")]
    [InlineData("int a; char *a;", "PCC2203")]
    [InlineData("int f(int); int f(long x) { return 1; }", "PCC2203")]
    [InlineData("void f(void) { int q; int q; q = 1; }", "PCC2200")]
    [InlineData("struct S { int a; }; struct S { int b; };", "PCC2200")]
    [InlineData("enum E { A }; struct E { int x; };", "PCC2207")]
    [InlineData("int f(void); static int f(void) { return 1; }", "PCC2204")]
    [InlineData("static int x; int x; int f(void) { return x; }", "PCC2205")]
    [InlineData("struct S { int a, a; };", "PCC2211")]
    [InlineData("struct S { struct T t; };", "PCC2214")]
    [InlineData("struct S { int a : 33; };", "PCC2216")]
    [InlineData("struct S { float a : 3; };", "PCC2215")]
    [InlineData("int a[-1];", "PCC2234")]
    [InlineData("int n; int a[n];", "PCC2236")]
    [InlineData("_Static_assert(sizeof(int) == 8, \"why\");", "PCC2245")]
    [InlineData("int x; int y = x;", "PCC2246")]
    [InlineData("struct S s;", "PCC2260")]
    [InlineData("void f(void) { struct S s; }", "PCC2258")]
    [InlineData("void f(int *p, int n) { p.x = 1; }", "PCC2356")]
    [InlineData("struct S { int a; }; void f(struct S *p) { p.a = 1; }", "PCC2355")]
    [InlineData("struct S { int a; }; void f(struct S *p) { p->b = 1; }", "PCC2358")]
    [InlineData("void f(int x) { *x = 1; }", "PCC2315")]
    [InlineData("void f(void) { 5 = 3; }", "PCC2317")]
    [InlineData("void f(const int x) { x = 3; }", "PCC2319")]
    [InlineData("void f(int x) { x(); }", "PCC2367")]
    [InlineData("void g(int); void f(void) { g(); }", "PCC2368")]
    [InlineData("void g(int); void f(void) { g(1, 2); }", "PCC2368")]
    [InlineData("struct S { int a; } s; int f(void) { return s; }", "PCC2344")]
    [InlineData("void f(void *p, double d) { d = p; }", "PCC2344")]
    [InlineData("void f(int *p) { long *q = p; (void)q; }", "PCC2345")]
    [InlineData("void f(int *p) { p = 5; }", "PCC2349")]
    [InlineData("void f(const char *p) { char *q = p; (void)q; }", "PCC2348")]
    [InlineData("void f(void) { break; }", "PCC2401")]
    [InlineData("void f(void) { continue; }", "PCC2400")]
    [InlineData("void f(void) { goto l; }", "PCC2269")]
    [InlineData("void f(int x) { switch (x) { case 1: case 1: ; } }", "PCC2405")]
    [InlineData("void f(int x) { switch (x) { default: default: ; } }", "PCC2406")]
    [InlineData("void f(double x) { switch (x) { } }", "PCC2402")]
    [InlineData("int f(int x) { if (x) return 1; }", "PCC2267")]
    [InlineData("void f(void) { return 1; }", "PCC2409")]
    [InlineData("int f(void) { return; }", "PCC2408")]
    [InlineData("int f(void) { __asm__(\"nop\"); return 1; }", "PCC2248")]
    [InlineData("_Complex int z;", "PCC2222")]
    [InlineData("int x = _Generic(1, char: 2);", "PCC2309")]
    [InlineData("int a[2] = { 1, 2, 3 };", "PCC2414")]
    [InlineData("struct S { int a; } s = { .b = 1 };", "PCC2358")]
    [InlineData("int a[2] = { [2] = 1 };", "PCC2418")]
    [InlineData("void f(void) { &5; }", "PCC2313")]
    [InlineData("struct S { int a:3; } s; int *f(void) { return &s.a; }", "PCC2312")]
    [InlineData("void f(void) { int x; }", "PCC2271")]
    [InlineData("static void f(void) { }", "PCC2272")]
    [InlineData("int f(int x) { x == 3; return x; }", "PCC2337")]
    [InlineData("int f(void) { return 1 / 0; }", "PCC2325")]
    public void A_mistake_is_reported_once(string source, string id) => Assert.Equal([id], Bound.From(source).Ids);

    [Theory]
    [InlineData("struct S { int a; } s; int f(void) { return s.b + s.c.d + undefined1 * undefined1; }")]
    [InlineData("int f(void) { struct T t; t.a = t.b; return t.c[3] + g(t) + h; }")]
    [InlineData("typeof(x) y; int f(void) { return y + *y + y.a + y(); }")]
    public void Errors_do_not_cascade(string source) => Assert.InRange(Bound.From(source).Diagnostics.Count, 1, 4);

    [Fact]
    public void A_misspelt_name_gets_a_suggestion()
    {
        Diagnostic d = Assert.Single(Bound.From("int counter; int f(void) { return countr; }").Diagnostics);
        Assert.Equal("use of undeclared identifier 'countr'; did you mean 'counter'?", d.Message);
    }

    [Fact]
    public void A_redefinition_points_at_the_first_definition()
    {
        Diagnostic d = Assert.Single(Bound.From("int f(void) { return 1; }\nint f(void) { return 2; }").Diagnostics);
        Diagnostic note = Assert.Single(d.Notes!);
        Assert.Equal("previous definition is here", note.Message);
        Assert.Equal(4, note.Span.Start);
    }

    [Theory]
    [InlineData("int f(int x) { while (1) { if (x) return 1; } }")]
    [InlineData("_Noreturn void die(void); int f(int x) { switch (x) { case 1: return 1; default: die(); } }")]
    [InlineData("int f(int x) { for (;;) ; }")]
    [InlineData("int f(int x) { if (x) goto a; return 1; a: return 2; }")]
    [InlineData("int main(void) { }")]
    [InlineData("int f(int x) { do { if (x) break; return 1; } while (0); return 2; }")]
    [InlineData("void g(const double a[5]); void f(double a[5]) { g(a); }")]
    [InlineData("void g(const double a[][5]); void f(double a[][5]) { g(a); }")]
    [InlineData("void *f(int c, char *p) { return c ? p : (void *)0; }")]
    [InlineData("extern int x; extern int x; int x; int x; int x = 3;")]
    [InlineData("int f(int); int f(int x) { return x; } int g(void) { return f(2); }")]
    [InlineData("typedef int T; typedef int T; T f(T T) { return T; }")]
    [InlineData("struct S; struct S *p; struct S { struct S *next; }; int f(void) { return p->next != 0; }")]
    [InlineData("enum E; int g(enum E *p); enum E { A, B }; int f(enum E e) { return e == B; }")]
    [InlineData("int f(int n, int a[n][n]) { return sizeof *a == n * sizeof(int); }")]
    [InlineData("int f(void) { static const char *const names[] = { \"a\", [2] = \"c\" }; return names[2][0]; }")]
    public void A_right_program_is_passed_in_silence(string source) => Assert.Empty(Bound.From(source).Diagnostics.Select(d => d.Id + " " + d.Message));
}
