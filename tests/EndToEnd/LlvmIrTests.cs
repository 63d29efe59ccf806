// LLVM IR as input: this compiler's own, written and read back, and clang's, made for the neutral machine as docs/llvm-ir-input.md says. Both become programs that move.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class LlvmIrTests
{
    [Theory]
    [InlineData("varargs", "-S", ".ll"), InlineData("structs_by_value", "-c", ".bc"), InlineData("recursion", "-S", ".ll"), InlineData("setjmp", "-c", ".bc"), InlineData("thread_local", "-S", ".ll"),
     InlineData("interpreter", "-c", ".bc")]
    public void WhatEmitLlvmGivesCompilesToTheSameProgram(string name, string stage, string extension)
    {
        CaseFile c = CaseFile.Read(name);
        string module = Path.Combine(Toolchain.Scratch, "own-" + name + extension), program = Path.ChangeExtension(module, null);
        Assert.Equal(new ProcessResult(0, "", ""), Toolchain.Cc("-O2", stage, "-emit-llvm", Path.Combine(Repository.Root, c.Source), "-o", module));
        Assert.Equal(new ProcessResult(0, "", ""), Toolchain.Cc("-O2", module, "-o", program));
        c.Verify(Run.Program(program, []));
        c.Verify(Toolchain.RunMoving(program, 7));
    }

    // The flags of docs/llvm-ir-input.md.
    [Theory]
    [InlineData("varargs", "-O2"), InlineData("structs_by_value", "-O2"), InlineData("printf_floats", "-O0"), InlineData("setjmp", "-O2"), InlineData("linked_list", "-O1")]
    public void WhatClangMakesCompilesAndMoves(string name, string level)
    {
        CaseFile c = CaseFile.Read(name);
        string module = Path.Combine(Toolchain.Scratch, $"clang-{name}.bc"), program = Path.ChangeExtension(module, null);
        string include = Toolchain.Cc("-print-sysroot").Output.Trim() + "/include";
        ProcessResult clang = Run.Program("clang-19",
            ["--target=x86_64-unknown-linux-musl", "-nostdlibinc", "-isystem", include, "-mlong-double-64", "-O2", "-Xclang", "-disable-llvm-passes", "-w", "-emit-llvm", "-c",
             Path.Combine(Repository.Root, c.Source), "-o", module]);
        Assert.Equal(new ProcessResult(0, "", ""), clang);
        Assert.Equal(new ProcessResult(0, "", ""), Toolchain.Cc(level, module, "-o", program));
        c.Verify(Run.Program(program, []));
        c.Verify(Toolchain.RunMoving(program, 7));
    }
}
