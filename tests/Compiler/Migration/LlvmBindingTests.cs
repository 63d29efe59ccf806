// The binding itself: build, verify, print, optimise and emit a module; diagnostics come back as values; .s text assembles.
using PopcornCC.Llvm;
using Xunit;

namespace PopcornCC.Compiler.Tests.Migration;

public sealed class LlvmBindingTests
{
    [Fact]
    public void A_module_built_through_the_binding_verifies_and_emits_for_both_instruction_sets()
    {
        LLVMTargetRef.InitializeAll();
        foreach (var triple in new[] { "x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl" })
        {
            using var context = LLVMContextRef.Create();
            using var module = context.CreateModuleWithName("m");
            using var builder = context.CreateBuilder();
            var f = module.AddFunction("f", LLVMTypeRef.CreateFunction(context.Int32Type, [context.Int32Type, context.PointerType]));
            builder.PositionAtEnd(f.AppendBasicBlock("entry"));
            var loaded = builder.BuildLoad2(context.Int32Type, f.GetParam(1), "v");
            loaded.Alignment = 4;
            builder.BuildRet(builder.BuildNSWAdd(f.GetParam(0), loaded, "sum"));
            module.Verify();
            Assert.Contains("%sum = add nsw i32 %0, %v", module.PrintToString(), StringComparison.Ordinal);
            using var machine = LLVMTargetRef.GetTargetFromTriple(triple).CreateTargetMachine(
                triple, "", "", LLVMCodeGenOptLevel.LLVMCodeGenLevelDefault, LLVMRelocMode.LLVMRelocStatic, LLVMCodeModel.LLVMCodeModelSmall);
            using var layout = machine.CreateTargetDataLayout();
            module.Target = triple;
            module.DataLayout = layout.StringRepresentation;
            using var options = LLVMPassBuilderOptionsRef.Create();
            Assert.True(module.TryRunPasses("default<O2>", machine, options, out var message), message);
            Assert.True(machine.TryEmitToMemoryBuffer(module, LLVMCodeGenFileType.LLVMObjectFile, out var buffer, out message), message);
            using (buffer)
                Assert.Equal([0x7f, (byte)'E', (byte)'L', (byte)'F'], buffer.ToArray()[..4]);
        }
    }

    [Fact]
    public void Floating_constants_keep_their_bits()
    {
        using var context = LLVMContextRef.Create();
        var nan = LLVMValueRef.CreateConstRealBits(context.DoubleType, 0xFFF8_0000_0000_1234);
        Assert.Equal("double 0xFFF8000000001234", nan.PrintToString());
    }

    [Fact]
    public void Assembly_text_becomes_an_object()
    {
        var (bytes, diagnostics) = Assembler.Assemble(".globl f\nf: ret\n", "a.s", "aarch64-unknown-linux-musl", "generic", "");
        Assert.Empty(diagnostics);
        Assert.Equal(183, bytes[18]);
    }

    [Fact]
    public void Bad_assembly_is_a_diagnostic()
    {
        var (bytes, diagnostics) = Assembler.Assemble("f: nosuchinstruction\n", "a.s", "x86_64-unknown-linux-musl", "x86-64", "");
        Assert.Empty(bytes);
        Assert.Contains(diagnostics, d => d.Severity == LLVMDiagnosticSeverity.LLVMDSError);
    }
}
