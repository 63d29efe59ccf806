// What the linker says when a link cannot be: goldens.
using PopcornCC.Linker.Elf;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Linker.Tests;

public sealed class MessageTests : IDisposable
{
    private readonly Toolchain _tools = new();

    public void Dispose() => _tools.Dispose();

    [Fact]
    public void Undefined_symbols_are_all_listed_with_every_object_that_asks()
    {
        byte[] a = _tools.FatText("int b(void), one(void), two(void); void _start(void) { b(); one(); two(); }");
        byte[] b = _tools.FatText("extern int one(void), data; int b(void) { return one() + data; } int dead(void) { extern int nobody; return nobody; }");
        Golden.Verify("tests/Linker/Inputs/undefined.txt", Toolchain.LinkErrors(("a.o", a), ("b.o", b)));
    }

    [Fact]
    public void Duplicate_symbols_are_all_listed_with_both_objects()
    {
        byte[] a = _tools.FatText("int f(void) { return 1; } int d = 1; void _start(void) { f(); }");
        byte[] b = _tools.FatText("int f(void) { return 2; } int d = 2; __attribute__((weak)) void _start(void) {}");
        Golden.Verify("tests/Linker/Inputs/duplicate.txt", Toolchain.LinkErrors(("a.o", a), ("b.o", b)));
    }

    [Fact]
    public void A_symbol_with_only_one_half_is_named_with_its_ISA()
    {
        byte[] a = _tools.FatText("int only(void); void _start(void) { only(); }");
        byte[] b = _tools.HalfText("int only(void) { return 1; }", Toolchain.X86, ".c");
        Golden.Verify("tests/Linker/Inputs/half.txt", Toolchain.LinkErrors(("a.o", a), ("b.o", b)));
    }

    [Fact]
    public void Data_that_differs_between_the_ISAs_is_named_with_its_offset()
    {
        string text = """
            #if defined __x86_64__
            long d[2] = {1, 2};
            #else
            long d[2] = {1, 3};
            #endif
            const char c[] = "same", *const p = c;
            void _start(void) { d[0] = p[1]; }
            """;
        Assert.Equal("a.o: error: .data.d differs between the ISAs at offset 0x8: 0x02 on x86-64, 0x03 on AArch64 [PCC3030]\n", Toolchain.LinkErrors(("a.o", _tools.FatText(text))));
    }

    [Fact]
    public void Foreign_objects_may_only_be_called()
    {
        string foreign = "int v = 1; int g(void) { return v; }";
        (string, byte[])[] halves = [("x86.o", _tools.HalfText(foreign, Toolchain.X86, ".c")), ("arm.o", _tools.HalfText(foreign, Toolchain.AArch64, ".c"))];
        byte[] calls = _tools.FatText("int g(void); void _start(void) { g(); }");
        byte[] takes = _tools.FatText("int g(void); int (*p)(void) = g; void _start(void) { extern int v; v = p(); }");
        LinkDiagnostics diagnostics = new();
        Assert.NotNull(StaticLinker.Link(new LinkOptions(), [new LinkInput.FromFile("calls.o", calls), .. halves.Select(h => new LinkInput.FromFile(h.Item1, h.Item2))], diagnostics));
        Golden.Verify("tests/Linker/Inputs/foreign.txt", string.Concat(diagnostics.All.Select(d => d + "\n")) + Toolchain.LinkErrors([("takes.o", takes), .. halves]));
    }

    [Fact]
    public void Indirect_functions_are_refused()
    {
        byte[] a = _tools.FatText("static void *resolve(void) { return 0; } void f(void) __attribute__((ifunc(\"resolve\"))); void _start(void) { f(); }");
        Assert.Contains("'f' is an indirect function", Toolchain.LinkErrors(("a.o", a)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_entry_point_nothing_is_linked()
    {
        Assert.Equal("error: the entry point '_start' is not defined [PCC3013]\n", Toolchain.LinkErrors(("a.o", _tools.FatText("int f(void) { return 0; }"))));
    }

    [Fact]
    public void Archive_members_are_pulled_only_when_wanted_and_in_any_order()
    {
        (string, byte[])[] Member(string name, string text) => [(name, _tools.FatText(text))];
        byte[] first = Archive.Write(Member("one.o", "int two(void); int one(void) { return two(); }"));
        byte[] second = Archive.Write([.. Member("two.o", "int three(void); int two(void) { return three(); }"), .. Member("unused.o", "int unused(void) { extern int missing; return missing; } int one(void) { return 9; }")]);
        byte[] third = Archive.Write(Member("three.o", "int one(void); int three(void) { static int n; return n++ ? 3 : one(); }"));
        LinkResult r = Toolchain.Link(new LinkOptions { WantMap = true }, _tools.Start(), ("third.a", third), ("first.a", first), ("second.a", second), ("m.o", _tools.FatText("int one(void); int main(void) { return one(); }")));
        Assert.Contains("first.a(one.o):.text.one", r.Map, StringComparison.Ordinal);
        Assert.DoesNotContain("unused.o", r.Map, StringComparison.Ordinal);
        Assert.Equal("exit 3\n", _tools.RunEverywhere(r.Executable));
    }

    [Fact]
    public void Of_a_COMDAT_group_the_first_object_wins()
    {
        byte[] Object(int value) => _tools.FatText($$"""
            #if defined __x86_64__
            __asm__(".section .text.shared,\"axG\",@progbits,shared,comdat\n.globl shared\nshared: mov ${{value}},%eax\n ret\n");
            #else
            __asm__(".section .text.shared,\"axG\",@progbits,shared,comdat\n.globl shared\nshared: mov w0,#{{value}}\n ret\n");
            #endif
            int shared(void); int from{{value}}(void) { return shared(); }
            """);
        byte[] main = _tools.FatText("int from1(void), from2(void); int main(void) { return from1() * 16 + from2(); }");
        Assert.Equal("exit 17\n", _tools.RunEverywhere(Toolchain.Link(new LinkOptions(), _tools.Start(), ("main.o", main), ("one.o", Object(1)), ("two.o", Object(2))).Executable));
    }

    [Fact]
    public void Sections_that_nothing_reaches_are_left_out()
    {
        byte[] o = _tools.FatText("""
            int dead_data[100]; int dead(void) { return dead_data[3]; }
            static int live(void) { return 1; } int (*keep)(void) = live; int main(void) { return keep(); }
            __attribute__((used, retain)) int retained = 5;
            """);
        string map = Toolchain.Link(new LinkOptions { WantMap = true }, _tools.Start(), ("a.o", o)).Map!;
        Assert.Contains(".text.live", map, StringComparison.Ordinal);
        Assert.Contains(".data.retained", map, StringComparison.Ordinal);
        Assert.DoesNotContain("dead", map, StringComparison.Ordinal);
        Assert.Contains("dead", Toolchain.Link(new LinkOptions { WantMap = true, CollectGarbage = false }, _tools.Start(), ("a.o", o)).Map!, StringComparison.Ordinal);
    }
}
