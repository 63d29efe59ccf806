// What LLVM IR of another front end is refused for, each by a small module; and what is let through.
using System.Text;
using PopcornCC.Compiler.IrInput;
using PopcornCC.Compiler.Text;
using PopcornCC.Llvm;
using Xunit;

namespace PopcornCC.Compiler.Tests.IrInput;

public sealed class IrInputTests
{
    private static (string? Module, DiagnosticBag Diagnostics, SourceManager Sources) Read(string text)
    {
        using LLVMContextRef context = LLVMContextRef.Create();
        SourceManager sources = new();
        DiagnosticBag diagnostics = new();
        LLVMModuleRef? module = IrReader.Read("x.ll", Encoding.UTF8.GetBytes(text), context, sources, diagnostics);
        string? printed = module?.PrintToString();
        module?.Dispose();
        return (printed, diagnostics, sources);
    }

    [Theory]
    [InlineData("target triple = \"aarch64-unknown-linux-gnu\"", "module: target triple \"aarch64-unknown-linux-gnu\" is not")]
    [InlineData("target datalayout = \"e-m:e-i64:64\"", "module: target datalayout \"e-m:e-i64:64\" is not")]
    [InlineData("module asm \"nop\"", "module: assembly outside functions")]
    [InlineData("define void @f() { call void asm sideeffect \"nop\", \"\"() ret void }", "function 'f': call void asm sideeffect \"nop\", \"\"(): inline assembly")]
    [InlineData("declare i64 @llvm.x86.rdtsc() define i64 @f() { %r = call i64 @llvm.x86.rdtsc() ret i64 %r }", "function 'f': %r = call i64 @llvm.x86.rdtsc(): llvm.x86.rdtsc is of one instruction set")]
    [InlineData("declare void @llvm.aarch64.isb(i32) define void @f() { call void @llvm.aarch64.isb(i32 15) ret void }", "llvm.aarch64.isb is of one instruction set")]
    [InlineData("define x86_fp80 @f(x86_fp80 %x) { ret x86_fp80 %x }", "function 'f': type x86_fp80 is not on every instruction set: long double")]
    [InlineData("@g = global fp128 undef", "object 'g': type fp128")]
    [InlineData("define half @f(half %x) { ret half %x }", "function 'f': type half is not on every")]
    [InlineData("define void @f(ptr %p) { %v = load <vscale x 4 x i32>, ptr %p ret void }", "scalable vectors are of one instruction set")]
    [InlineData("define i32 @f(ptr addrspace(1) %p) { %v = load i32, ptr addrspace(1) %p ret i32 %v }", "function 'f': address spaces are not supported")]
    [InlineData("@g = addrspace(257) global i32 0", "object 'g': address spaces are not supported")]
    [InlineData("define void @f(i512 %x) { ret void }", "function 'f': type i512: integers have at most 128 bits")]
    [InlineData("define swiftcc void @f() { ret void }", "function 'f': calling convention 16 is not supported")]
    [InlineData("declare void @g() define void @f() { call x86_64_sysvcc void @g() ret void }", "call x86_64_sysvcc void @g(): calling convention 78 is not supported")]
    [InlineData("declare void @g() declare i32 @p(...) define void @f() personality ptr @p { invoke void @g() to label %a unwind label %b a: ret void b: %l = landingpad { ptr, i32 } cleanup resume { ptr, i32 } %l }",
        "exceptions are not supported (clang: -fno-exceptions)")]
    [InlineData("declare ptr @llvm.coro.free(token, ptr) define ptr @f(ptr %p) { %r = call ptr @llvm.coro.free(token none, ptr %p) ret ptr %r }", "coroutines are not supported")]
    [InlineData("define void @f(ptr %p) { indirectbr ptr %p, [label %a] a: ret void }", "jumps to addresses of labels")]
    [InlineData("@t = global ptr blockaddress(@f, %a) define void @f() { br label %a a: ret void }", "object 't': addresses of labels are not supported")]
    [InlineData("define i32 @f(ptr %l) { %v = va_arg ptr %l, i32 ret i32 %v }", "%v = va_arg ptr %l, i32: the instruction va_arg is not supported")]
    [InlineData("define void @f(ptr inalloca(i32) %p) { ret void }", "attribute 'inalloca' of parameter 1 is not supported")]
    [InlineData("define void @f(ptr swiftself %p) { ret void }", "attribute 'swiftself' of parameter 1 is not supported")]
    [InlineData("define void @f() naked { unreachable }", "function 'f': attribute 'naked' is not supported")]
    [InlineData("define void @f() sanitize_address { ret void }", "function 'f': attribute 'sanitize_address' is not supported")]
    [InlineData("define void @f() gc \"shadow-stack\" { ret void }", "function 'f': gc \"shadow-stack\" is not supported")]
    [InlineData("@i = ifunc void (), ptr @r define ptr @r() { ret ptr null }", "function 'i': an ifunc chooses code")]
    [InlineData("declare ptr @llvm.returnaddress(i32) define ptr @f() { %r = call ptr @llvm.returnaddress(i32 0) ret ptr %r }", "the addresses of native frames are not supported")]
    [InlineData("declare void @g() define void @f() { call void @g() [ \"deopt\"() ] ret void }", "operand bundle \"deopt\" is not supported")]
    [InlineData("declare void @g(ptr, ...) define void @f(ptr %p, ...) { musttail call void (ptr, ...) @g(ptr %p, ...) ret void }", "a musttail call cannot pass variable arguments")]
    public void IsRefusedByName(string text, string message)
    {
        (string? module, DiagnosticBag diagnostics, _) = Read(text);
        Assert.Null(module);
        Assert.All(diagnostics.Items, d => Assert.Equal("PCC2562", d.Id));
        Assert.Contains(diagnostics.Items, d => d.Message.Contains("x.ll: ", StringComparison.Ordinal) && d.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void AllThatIsFoundIsListedUpToALimit()
    {
        string text = string.Concat(Enumerable.Range(0, 25).Select(i => $"define void @f{i}() naked {{ unreachable }}\n"));
        DiagnosticBag diagnostics = Read(text).Diagnostics;
        Assert.Equal(21, diagnostics.Items.Count);
        Assert.Contains("'f19'", diagnostics.Items[19].Message);
        Assert.Equal(("PCC2563", "x.ll: 5 more like these"), (diagnostics.Items[20].Id, diagnostics.Items[20].Message));
    }

    [Fact]
    public void AnErrorOfSyntaxHasItsPlace()
    {
        (string? module, DiagnosticBag diagnostics, SourceManager sources) = Read("define void @f() {\n  ret wrong\n}\n");
        Assert.Null(module);
        Diagnostic error = Assert.Single(diagnostics.Items);
        PresumedLocation place = sources.GetLocation(error.Span);
        Assert.Equal(("PCC2560", "expected type", "x.ll", 2, 7), (error.Id, error.Message, place.Path, place.Line, place.Column));
    }

    [Fact]
    public void BrokenRulesAreReported()
    {
        DiagnosticBag diagnostics = Read("define i32 @f(i1 %c) { br i1 %c, label %a, label %b a: %v = add i32 1, 2 br label %b b: ret i32 %v }").Diagnostics;
        Diagnostic error = Assert.Single(diagnostics.Items);
        Assert.Equal("PCC2561", error.Id);
        Assert.Contains("does not dominate", error.Message);
    }

    [Fact]
    public void WhatNamesOneMachineOnlyToTuneForItIsDropped()
    {
        string module = Read("""
            target triple = "x86_64-pc-linux-musl"
            $g = comdat any
            @t = thread_local global i32 1
            @g = linkonce_odr global i64 0, comdat
            declare double @llvm.fmuladd.f64(double, double, double)
            define internal fastcc double @f(double %a) optnone noinline sspstrong "target-cpu"="znver4" "target-features"="+avx2" "frame-pointer"="all" {
              %r = call contract double @llvm.fmuladd.f64(double %a, double %a, double %a)
              %s = fadd nnan contract double %r, %a
              ret double %s
            }
            """).Module!;
        Assert.Contains("target triple = \"x86_64-unknown-linux-musl\"", module);
        Assert.Contains("thread_local(localexec) global i32 1, align 4", module);
        Assert.Contains("fmul double %a, %a", module);
        Assert.Contains("fadd nnan double", module);
        foreach (string gone in new[] { "znver4", "avx2", "frame-pointer", "optnone", "sspstrong", "fastcc", "contract", "comdat", "call double" }) Assert.DoesNotContain(gone, module);
    }

    [Fact]
    public void NativeCallsBecomeNeutral()
    {
        string module = Read("""
            %T = type { i64, i64, i64 }
            @f = global i32 0
            declare i32 @printf(ptr, ...)
            declare void @take(ptr byval(%T) align 8)
            declare void @give(ptr sret(%T) align 8)
            declare void @llvm.va_start.p0(ptr)
            define i32 @g(ptr %s, ptr %t) {
              %r = call i32 (ptr, ...) @printf(ptr %s, i32 7, i128 9, double 1.0)
              call void @take(ptr byval(%T) align 8 %t)
              call void @give(ptr sret(%T) align 8 %t)
              %n = call i32 (ptr, ...) @printf(ptr %s)
              ret i32 %r
            }
            define void @v(ptr %list, ...) {
              call void @llvm.va_start.p0(ptr %list)
              ret void
            }
            """).Module!;
        foreach (string gone in new[] { "...", "byval", "sret", "call void @llvm.va_start" }) Assert.DoesNotContain(gone, module);
        Assert.Contains("alloca [40 x i8], align 16", module);
        Assert.Contains("call i32 @printf(ptr %s, ptr @__popcorn_no_arguments)", module);
        Assert.Contains("define void @v(ptr %list, ptr %0)", module);
    }
}
