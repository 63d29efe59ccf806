// What sites record and where stack objects live: the data stack, widening, demotion, recomputation, records in memory.
using System.Buffers.Binary;
using PopcornCC.Compiler.Migration;
using PopcornCC.Compiler.Text;
using Xunit;

namespace PopcornCC.Compiler.Tests.Migration;

public sealed class RecordTests
{
    [Fact]
    public void Stack_objects_move_to_the_data_stack_which_every_return_restores()
    {
        var f = new Compiled("""
            declare void @g(ptr)
            define i32 @f(i1 %c) {
              %a = alloca [5 x i32], align 16
              call void @llvm.lifetime.start.p0(i64 20, ptr %a)
              call void @g(ptr %a)
              br i1 %c, label %x, label %y
            x:
              ret i32 1
            y:
              ret i32 2
            }
            """).Function("f");
        Assert.DoesNotContain("alloca", f, StringComparison.Ordinal);
        Assert.DoesNotContain("lifetime", f, StringComparison.Ordinal);
        Assert.Contains("i64 -32", f, StringComparison.Ordinal);
        // Read and lowered once, restored twice; a fence, which costs nothing, keeps signal handlers off the frame.
        Assert.Equal(4, Compiled.Count(f, "ptr @__popcorn_dsp, align 8"));
        Assert.Equal(3, Compiled.Count(f, "fence syncscope(\"singlethread\") seq_cst"));
    }

    [Fact]
    public void A_frames_address_is_not_recorded_but_found_in_the_data_stack_pointer()
    {
        var c = new Compiled("declare void @g(ptr)\ndefine void @f() { %a = alloca i32 call void @g(ptr %a) call void @g(ptr %a) ret void }");
        Assert.Equal(["", ""], c.Records("f"));
        Assert.Contains("load ptr, ptr @__popcorn_dsp", c.Function("f.resume"), StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_of_variable_size_lower_the_data_stack_and_its_base_is_recorded()
    {
        var c = new Compiled("""
            declare void @g(ptr)
            declare ptr @llvm.stacksave.p0()
            declare void @llvm.stackrestore.p0(ptr)
            define void @f(i64 %n) {
              %s = call ptr @llvm.stacksave.p0()
              %a = alloca i32, i64 %n
              call void @g(ptr %a)
              call void @llvm.stackrestore.p0(ptr %s)
              ret void
            }
            """);
        Assert.DoesNotContain("alloca", c.Function("f"), StringComparison.Ordinal);
        Assert.DoesNotContain("llvm.stack", c.Function("f"), StringComparison.Ordinal);
        Assert.Contains("ptr %", c.Records("f").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_overaligned_object_aligns_the_frame_on_the_data_stack()
    {
        var f = new Compiled("declare void @g(ptr)\ndefine void @f() { %a = alloca i32, align 64 call void @g(ptr %a) ret void }").Function("f");
        Assert.Contains("@llvm.ptrmask.p0.i64(ptr", f, StringComparison.Ordinal);
        Assert.Contains("i64 -64)", f, StringComparison.Ordinal);
    }

    [Fact]
    public void Narrow_values_are_recorded_wide()
    {
        var c = new Compiled("""
            declare i8 @b()
            declare i1 @t()
            declare i37 @o()
            declare void @use(i8 zeroext, i1 zeroext, i37)
            define void @f(i16 signext %h) {
              %b = call i8 @b()
              %t = call i1 @t()
              %o = call i37 @o()
              call void @use(i8 zeroext %b, i1 zeroext %t, i37 %o)
              %w = sext i16 %h to i64
              store volatile i64 %w, ptr null
              ret void
            }
            """);
        foreach (var record in c.Records("f").Concat(c.Records("f.resume")))
            Assert.DoesNotMatch(@"\b(i1|i8|i16|i37) ", record);
        Assert.Contains("sext i16 %", c.Function("f"), StringComparison.Ordinal);
        Assert.Contains("i8 zeroext", c.Function("f"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<8 x i1>")]
    [InlineData("i200")]
    [InlineData("<6 x double>")]
    [InlineData("half")]
    [InlineData("{ i64, double }")]
    public void Values_that_no_register_holds_everywhere_go_through_the_data_stack(string type)
    {
        var c = new Compiled($$"""
            declare void @g()
            define void @f(ptr %p) {
              %v = load volatile {{type}}, ptr %p
              call void @g()
              store volatile {{type}} %v, ptr %p
              ret void
            }
            """);
        Assert.Equal(["ptr %0"], c.Records("f").Select(r => r.Replace("%p", "%0", StringComparison.Ordinal)));
        Assert.Contains("@__popcorn_dsp", c.Function("f"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("i128", "i64, i64, ptr")]
    [InlineData("<8 x i32>", "<4 x i32>, <4 x i32>, ptr")]
    [InlineData("<2 x float>", "<4 x float>, ptr")]
    [InlineData("<8 x double>", "<2 x double>, <2 x double>, <2 x double>, <2 x double>, ptr")]
    public void Wide_values_are_recorded_in_parts(string type, string parts)
    {
        var c = new Compiled($$"""
            declare void @g()
            define void @f(ptr %p) {
              %v = load volatile {{type}}, ptr %p
              call void @g()
              store volatile {{type}} %v, ptr %p
              ret void
            }
            """);
        var record = Assert.Single(c.Records("f"));
        var types = record.Split(", ").Select(o => o[..o.LastIndexOf(' ')]).Order(StringComparer.Ordinal);
        Assert.Equal(parts.Split(", ").Order(StringComparer.Ordinal), types);
    }

    [Fact]
    public void What_follows_from_other_live_values_is_not_recorded()
    {
        var c = new Compiled("""
            declare void @g()
            define i32 @f(ptr %p, i32 %n) {
              %q = getelementptr i32, ptr %p, i64 4
              %z = icmp eq i32 %n, 7
              %w = zext i1 %z to i32
              call void @g()
              store i32 %n, ptr %p
              store i32 %w, ptr %q
              ret i32 %n
            }
            """);
        Assert.Equal(2, Assert.Single(c.Records("f")).Split(',').Length);
        Assert.Contains("getelementptr i32", c.Function("f.resume"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_assumption_keeps_nothing_alive()
    {
        var c = new Compiled("""
            declare void @g()
            declare void @llvm.assume(i1)
            define void @f(i32 %n) {
              call void @g()
              %z = icmp ne i32 %n, 0
              call void @llvm.assume(i1 %z)
              ret void
            }
            """);
        Assert.Equal([""], c.Records("f"));
    }

    [Fact]
    public void Setjmp_puts_the_data_stack_back_both_times_it_returns()
    {
        var f = new Compiled("""
            declare i32 @setjmp(ptr) returns_twice
            declare void @g(ptr)
            define i32 @f(ptr %env) {
              %a = alloca i32
              %r = call i32 @setjmp(ptr %env) returns_twice
              call void @g(ptr %a)
              ret i32 %r
            }
            """).Function("f");
        var call = f.IndexOf("@__popcorn_setjmp", StringComparison.Ordinal);
        Assert.Contains("load ptr, ptr @__popcorn_dsp", f[..call], StringComparison.Ordinal);
        Assert.Matches(@"^[^\n]*\n\s*store ptr %\w+, ptr @__popcorn_dsp", f[call..]);
    }

    [Fact]
    public void Setjmp_keeps_the_record_in_memory_and_its_site_is_entered_from_the_landing()
    {
        var c = new Compiled("""
            declare i32 @setjmp(ptr) returns_twice
            declare i64 @g()
            define i64 @f(ptr %env) {
              %a = call i64 @g()
              %r = call i32 @setjmp(ptr %env) returns_twice
              %b = call i64 @g()
              %w = sext i32 %r to i64
              %s = add i64 %a, %b
              %t = add i64 %s, %w
              ret i64 %t
            }
            """);
        Assert.Equal(1u, BinaryPrimitives.ReadUInt32LittleEndian(Elf.Section(c.Result.X86_64, ".popcorn.sites").AsSpan(28)));
        Assert.All(c.Records("f"), r => Assert.StartsWith("ptr %", r, StringComparison.Ordinal));
        // Site 1 of three: written to the record before the call, no statepoint itself, and reached through the mark.
        Assert.Equal(2, c.Records("f").Length);
        Assert.Matches(@"store i64 %\w+, [^\n]*\n(.*\n)*?.*@__popcorn_setjmp\(ptr %env, ptr %\w+, i64 1\)", c.Function("f"));
        Assert.Matches(@"call ptr @__popcorn_mark\(ptr", c.Function("f.resume"));
    }

    [Fact]
    public void A_record_in_memory_is_one_operand_at_each_site()
    {
        var c = new Compiled("declare i32 @g()\ndefine i32 @f(i32 %a, double %d) { %x = call i32 @g() %y = call i32 @g() %s = add i32 %x, %y %t = add i32 %s, %a ret i32 %t }",
            recordInMemory: _ => true);
        Assert.All(c.Records("f"), r => Assert.StartsWith("ptr %", r, StringComparison.Ordinal));
        Assert.All(c.Records("f"), r => Assert.DoesNotContain(",", r, StringComparison.Ordinal));
        Assert.Contains(c.Records("f.resume"), r => r.StartsWith("i64 %", StringComparison.Ordinal) && r.Split(',').Length == 2);
        Assert.Equal(1u, BinaryPrimitives.ReadUInt32LittleEndian(Elf.Section(c.Result.X86_64, ".popcorn.sites").AsSpan(28)));
    }

    [Fact]
    public void The_site_table_is_the_same_in_both_objects_and_says_what_the_format_says()
    {
        var c = new Compiled("declare i32 @g(i32)\ndeclare void @stop()\ndefine i32 @f(i32 %a, <4 x i32> %v, ptr %p) { %x = call i32 @g(i32 %a) store <4 x i32> %v, ptr %p %y = call i32 @g(i32 %x) %s = add i32 %a, %y ret i32 %s }");
        var table = Elf.Section(c.Result.X86_64, ".popcorn.sites");
        Assert.Equal(table[16..], Elf.Section(c.Result.AArch64, ".popcorn.sites")[16..]);
        Assert.Equal(0u, BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(16)));
        Assert.Equal(4u, BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(20)));
        Assert.Equal(3u, BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(24)));
        Assert.Equal([1, 6, 7, 3], table[32..36]);
        // Site 0 lists a, v and p (units 0, 1, 3), site 1 only a; the third is the poll at the function's head.
        Assert.Equal([3, 0, 0, 0, 1, 0, 3, 0], table[46..54]);
        Assert.Equal([1, 0, 0, 0], table[62..66]);
    }

    [Fact]
    public void Compiling_twice_gives_the_same_bytes()
    {
        const string ir = "declare i32 @g(i32)\ndefine i32 @f(i32 %a) { %x = call i32 @g(i32 %a) %y = call i32 @g(i32 %x) %s = add i32 %x, %y ret i32 %s }";
        Assert.Equal(new Compiled(ir, OptimizationLevel.O2).Result.X86_64, new Compiled(ir, OptimizationLevel.O2).Result.X86_64);
        Assert.Equal(new Compiled(ir, OptimizationLevel.O2).Result.AArch64, new Compiled(ir, OptimizationLevel.O2).Result.AArch64);
    }

    [Fact]
    public void Every_function_and_object_has_its_own_section_and_a_symbol()
    {
        var c = new Compiled("""
            @.str = private unnamed_addr constant [2 x i8] c"a\00"
            @zero = common global i32 0
            @data = global i64 5
            @tls = thread_local global i32 3
            @tbss = internal thread_local global i32 0
            declare void @g(ptr)
            define void @f() { call void @g(ptr @.str) call void @g(ptr @tbss) ret void }
            """);
        foreach (var section in new[] { ".rodata..str", ".bss.zero", ".data.data", ".tdata.tls", ".tbss.tbss", ".text.f", ".text.resume.f" })
        {
            Assert.True(Elf.HasSection(c.Result.X86_64, section), section);
            Assert.True(Elf.HasSection(c.Result.AArch64, section), section);
        }
    }

    [Fact]
    public void A_function_with_more_live_values_than_registers_compiles()
    {
        // Either in registers and slots or, reported by a note, in memory: never an error.
        var loads = string.Concat(Enumerable.Range(0, 120).Select(i => $"%v{i} = load volatile i64, ptr %p\n"));
        var stores = string.Concat(Enumerable.Range(0, 120).Select(i => $"store volatile i64 %v{i}, ptr %p\n"));
        var c = new Compiled($"declare void @g()\ndefine void @f(ptr %p) {{\n{loads}call void @g()\n{stores}ret void }}", OptimizationLevel.O2);
        Assert.NotEmpty(c.Result.X86_64);
        Assert.DoesNotContain(c.Result.Diagnostics, d => d.Severity != Severity.Note);
    }
}
