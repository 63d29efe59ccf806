// Which calls are sites, where polls stand, what tail calls become.
using PopcornCC.Compiler.Migration;
using Xunit;

namespace PopcornCC.Compiler.Tests.Migration;

public sealed class SiteTests
{
    private const string Statepoint = "@llvm.experimental.gc.statepoint";

    [Fact]
    public void A_call_to_an_unknown_function_is_a_site_that_is_never_merged()
    {
        var c = new Compiled("declare void @g()\ndefine void @f() { call void @g() ret void }");
        Assert.Contains(Statepoint, c.Function("f"), StringComparison.Ordinal);
        Assert.Matches("attributes #[0-9]+ = \\{ nomerge \\}", c.Final);
        Assert.Contains("frame-pointer\"=\"none", c.Final, StringComparison.Ordinal);
        Assert.Contains("uwtable", c.Final, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("declare ptr @memcpy(ptr, ptr, i64)\ndefine void @f(ptr %p) { %r = call ptr @memcpy(ptr %p, ptr %p, i64 9) ret void }")]
    [InlineData("declare float @sinf(float)\ndefine float @f(float %x) { %r = call float @sinf(float %x) ret float %r }")]
    [InlineData("declare void @g() \"popcorn-leaf\"\ndefine void @f() { call void @g() ret void }")]
    [InlineData("define internal i32 @g(i32 %x) noinline { %r = add i32 %x, 1 ret i32 %r }\ndefine i32 @f(i32 %x) { %r = call i32 @g(i32 %x) ret i32 %r }")]
    [InlineData("declare void @g()\ndefine void @f() \"popcorn-nomigrate\" { call void @g() ret void }")]
    [InlineData("declare i32 @setjmp(ptr) returns_twice\ndefine i32 @f(ptr %p) { %r = call i32 @setjmp(ptr %p) returns_twice ret i32 %r }")]
    public void Leaves_and_functions_left_alone_have_no_sites(string ir)
    {
        Assert.DoesNotContain(Statepoint, new Compiled(ir).Final, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_leaf_that_is_defined_here_is_compiled_as_one()
    {
        var c = new Compiled("declare void @g(ptr)\ndefine i64 @strlen(ptr %s) { %a = alloca [8 x i8] call void @g(ptr %a) ret i64 0 }");
        Assert.DoesNotContain(Statepoint, c.Final, StringComparison.Ordinal);
        Assert.Contains("alloca", c.Final, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_another_definition_may_replace_is_no_leaf()
    {
        var c = new Compiled("define weak i32 @g(i32 %x) { ret i32 %x }\ndefine i32 @f(i32 %x) { %r = call i32 @g(i32 %x) ret i32 %r }");
        Assert.Contains(Statepoint, c.Function("f"), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_a_site_when_migration_is_off()
    {
        var c = new Compiled("declare void @g()\ndefine void @f() { call void @g() ret void }", migratable: false);
        Assert.DoesNotContain("popcorn", c.Final, StringComparison.Ordinal);
        Assert.Contains("section \".text.f\"", c.Final, StringComparison.Ordinal);
    }

    private static string Loop(string bound) => $$"""
        define void @f(ptr %p, i32 %n) {
        entry:
          br label %loop
        loop:
          %i = phi i32 [ 0, %entry ], [ %next, %loop ]
          store volatile i32 %i, ptr %p
          %next = add i32 %i, 1
          %done = icmp eq i32 %next, {{bound}}
          br i1 %done, label %exit, label %loop
        exit:
          ret void
        }
        """;

    [Fact]
    public void A_short_constant_loop_has_no_poll() =>
        Assert.DoesNotContain("__popcorn_poll", new Compiled(Loop("10")).Final, StringComparison.Ordinal);

    [Fact]
    public void A_counted_loop_polls_between_stretches_and_not_in_each_round()
    {
        var f = new Compiled(Loop("%n")).Function("f", "polls");
        Assert.Equal(1, Compiled.Count(f, "load volatile i32, ptr @__popcorn_flag"));
        Assert.Contains("stretch", f, StringComparison.Ordinal);
        Assert.Contains("icmp eq i32 %next, %stretch", f, StringComparison.Ordinal);
    }

    [Fact]
    public void A_polls_call_keeps_every_register() =>
        Assert.Contains("call anyregcc token", new Compiled(Loop("%n")).Function("f"), StringComparison.Ordinal);

    // C: do { if (p[i] == 7) return; for (int k = 2; k < 20; k += 8) p[k] = i; } while (p[i] != 9 && --i != 0);
    [Theory, InlineData("select i1 %nine, i1 true, i1 %done"), InlineData("or i1 %done, %nine")]
    public void A_loop_that_counts_polls_between_stretches_though_it_ends_for_other_reasons_too_and_has_a_short_loop_inside(string either)
    {
        var f = new Compiled($$"""
            define i32 @f(ptr %p, i32 %n) {
            entry:
              br label %loop
            loop:
              %i = phi i32 [ %n, %entry ], [ %next, %latch ]
              %a = getelementptr i32, ptr %p, i32 %i
              %v = load volatile i32, ptr %a
              %seven = icmp eq i32 %v, 7
              br i1 %seven, label %exit, label %inner
            inner:
              %k = phi i64 [ 2, %loop ], [ %k.next, %inner ]
              %b = getelementptr i32, ptr %p, i64 %k
              store volatile i32 %i, ptr %b
              %w = load volatile i32, ptr %b
              %k.next = add i64 %k, 8
              %less = icmp ult i64 %k, 20
              %same = icmp eq i32 %w, %v
              %on = and i1 %less, %same
              br i1 %on, label %inner, label %latch
            latch:
              %u = load volatile i32, ptr %a
              %nine = icmp eq i32 %u, 9
              %next = add i32 %i, -1
              %done = icmp eq i32 %next, 0
              %leave = {{either}}
              br i1 %leave, label %exit, label %loop
            exit:
              %r = phi i32 [ 1, %loop ], [ %i, %latch ]
              ret i32 %r
            }
            """).Function("f", "polls");
        Assert.Equal(1, Compiled.Count(f, "load volatile i32, ptr @__popcorn_flag"));
        Assert.Contains("icmp eq i32 %next, %stretch", f, StringComparison.Ordinal);
        Assert.Contains("br i1 %nine, label %exit, label %latch", f, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loop_without_a_count_polls_in_each_round()
    {
        var c = new Compiled("""
            define void @f(ptr %p) {
            entry:
              br label %loop
            loop:
              %v = load volatile i32, ptr %p
              %z = icmp eq i32 %v, 0
              br i1 %z, label %exit, label %loop
            exit:
              ret void
            }
            """);
        Assert.Equal(1, Compiled.Count(c.Function("f", "polls"), "load volatile i32, ptr @__popcorn_flag"));
        Assert.Contains("!\"branch_weights\", i32 1, i32 1048575", c.Stage("polls"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_recursive_function_polls_after_the_test_that_ends_the_recursion()
    {
        var f = new Compiled("""
            define i32 @f(i32 %n) {
            entry:
              %small = icmp slt i32 %n, 2
              br i1 %small, label %leave, label %deeper
            deeper:
              %m = sub i32 %n, 1
              %r = call i32 @f(i32 %m)
              %s = add i32 %r, 1
              ret i32 %s
            leave:
              ret i32 %n
            }
            """).Function("f", "polls");
        Assert.True(f.IndexOf("br i1 %small", StringComparison.Ordinal) < f.IndexOf("@__popcorn_flag", StringComparison.Ordinal), f);
    }

    [Fact]
    public void A_tail_call_of_the_same_type_leaves_no_frame_and_is_a_site_in_the_resume_copy_alone()
    {
        var c = new Compiled("""
            declare i32 @g(i32)
            declare i32 @h(i32)
            define i32 @f(i32 %x) {
              %y = call i32 @h(i32 %x)
              %r = tail call i32 @g(i32 %y)
              ret i32 %r
            }
            """);
        Assert.Contains("musttail call i32 @g(", c.Function("f"), StringComparison.Ordinal);
        Assert.DoesNotContain("musttail", c.Function("f.resume"), StringComparison.Ordinal);
        Assert.Single(c.Records("f"));
        // The call of h is copied too: the poll at the head leads to it.
        Assert.Equal(2, c.Records("f.resume").Count(r => r.Length == 0));
    }

    [Fact]
    public void A_call_that_does_not_return_is_a_site_with_nothing_live()
    {
        var c = new Compiled("declare void @stop(i32)\ndefine void @f(i32 %x, i32 %y) { call void @stop(i32 %x) unreachable }");
        Assert.Equal([""], c.Records("f"));
    }

    [Fact]
    public void A_function_with_block_addresses_is_compiled_as_it_is()
    {
        var c = new Compiled("""
            declare void @g()
            define void @f(i64 %i) {
              %p = getelementptr [2 x ptr], ptr @table, i64 0, i64 %i
              %t = load ptr, ptr %p
              indirectbr ptr %t, [label %a, label %b]
            a:
              call void @g()
              br label %b
            b:
              ret void
            }
            @table = internal constant [2 x ptr] [ptr blockaddress(@f, %a), ptr blockaddress(@f, %b)]
            """);
        Assert.DoesNotContain(Statepoint, c.Final, StringComparison.Ordinal);
    }
}
