// Assembly files as inputs: a pair, one a machine, or one file with both under #ifdef; they run on both, and whatever is wrong with them is said in the form of all other messages.
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.EndToEnd.Tests;

public sealed class AssemblyTests
{
    private const string X86 = """
        	.section .text.twice_and,"ax",@progbits
        	.globl twice_and
        	.type twice_and, @function
        twice_and:
        	leaq (%rsi,%rdi,2), %rax
        	ret
        	.size twice_and, .-twice_and
        	.section .text.scaled,"ax",@progbits
        	.globl scaled
        	.type scaled, @function
        scaled:
        	mulsd factor(%rip), %xmm0
        	ret
        	.size scaled, .-scaled
        	.section .rodata.factor,"a",@progbits
        	.globl factor
        	.balign 8
        	.type factor, @object
        factor:
        	.double 2.5
        	.size factor, 8
        """;

    private const string AArch64 = """
        	.section .text.twice_and,"ax",@progbits
        	.globl twice_and
        	.type twice_and, @function
        twice_and:
        	add x0, x1, x0, lsl #1
        	ret
        	.size twice_and, .-twice_and
        	.section .text.scaled,"ax",@progbits
        	.globl scaled
        	.type scaled, @function
        scaled:
        	adrp x9, factor
        	ldr d1, [x9, :lo12:factor]
        	fmul d0, d0, d1
        	ret
        	.size scaled, .-scaled
        	.section .rodata.factor,"a",@progbits
        	.globl factor
        	.balign 8
        	.type factor, @object
        factor:
        	.double 2.5
        	.size factor, 8
        """;

    private const string User = """
        #include <migrate.h>
        #include <stdio.h>
        long twice_and(long a, long b);
        double scaled(double x);
        extern const double factor;
        int main(void)
        {
          long (*volatile f)(long, long) = twice_and;
          long before = f(3, 4);
          migrate(1, 0, 0);
          long there = f(10, 1);
          migrate(0, 0, 0);
          printf("%ld %ld %ld %g %g\n", before, there, twice_and(-1, 1), scaled(4), factor);
          return 0;
        }
        """;

    private const string Expected = "10 21 -1 10 2.5\n";

    private static string Folder(string name, params (string File, string Text)[] files)
    {
        string folder = Directory.CreateDirectory(Path.Combine(Toolchain.Scratch, "assembly." + name)).FullName;
        foreach ((string file, string text) in files) File.WriteAllText(Path.Combine(folder, file), text + "\n");
        return folder;
    }

    private static void Runs(string folder, params string[] inputs)
    {
        string program = Path.Combine(folder, "program");
        ProcessResult compiled = Toolchain.Cc(["-O2", .. inputs.Select(i => Path.Combine(folder, i)), "-o", program]);
        Assert.Equal(new ProcessResult(0, "", ""), compiled);
        Assert.Equal(new ProcessResult(0, Expected, ""), Run.Program(program, []) with { Error = "" });
        Assert.Equal(Expected, Run.Program("qemu-aarch64", [Toolchain.Thin(program)]).Output);
        Assert.Equal(new ProcessResult(0, Expected, ""), Run.Program(Toolchain.ToolPath, ["run", program]));
        Assert.Equal(new ProcessResult(0, Expected, ""), Toolchain.RunMoving(program, 1));
    }

    [Fact]
    public void APairRunsOnBothMachinesAndBesideMoves() =>
        Runs(Folder("pair", ("leaf.x86_64.s", X86), ("leaf.aarch64.s", AArch64), ("user.c", User)), "user.c", "leaf.x86_64.s");

    [Fact]
    public void BothFilesOfAPairMayBeNamed() =>
        Runs(Folder("both", ("leaf.x86_64.s", X86), ("leaf.aarch64.s", AArch64), ("user.c", User)), "leaf.aarch64.s", "user.c", "leaf.x86_64.s");

    [Fact]
    public void APreprocessedFileServesBothMachines()
    {
        string text = $"#define NOTHING\n#ifdef __x86_64__\n{X86}\n#elif defined __aarch64__\n{AArch64}\n#else\n#error neither\n#endif\nNOTHING";
        Runs(Folder("both-in-one", ("leaf.S", text), ("user.c", User)), "user.c", "leaf.S");
    }

    [Fact]
    public void ErrorsTellTheFilesOwnLinesAlsoAfterPreprocessing()
    {
        string folder = Folder("errors", ("bad.x86_64.S", "#define REGISTER %rzz\n\t.text\n\tnop\n\tmovq %rax, REGISTER"), ("bad.aarch64.S", "\tnop"));
        ProcessResult result = Toolchain.Cc("-c", Path.Combine(folder, "bad.x86_64.S"), "-o", Path.Combine(folder, "bad.o"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("bad.x86_64.S:4:13: error: invalid register name [PCC4106]\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("^", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "bad.o")));
    }

    [Fact]
    public void AMissingPartnerIsNamed()
    {
        string folder = Folder("alone", ("leaf.x86_64.s", X86));
        ProcessResult result = Toolchain.Cc("-c", Path.Combine(folder, "leaf.x86_64.s"), "-o", Path.Combine(folder, "leaf.o"));
        Assert.Equal((1, $"popcorn-cc: error: {folder}/leaf.x86_64.s: its partner {folder}/leaf.aarch64.s is missing: both make one object [PCC4113]\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void HalvesThatDefineDifferentSymbolsAreRefused()
    {
        string folder = Folder("differ", ("leaf.x86_64.s", "\t.globl f, g\nf:\tret\ng:\tret"), ("leaf.aarch64.s", "\t.globl f\nf:\tret"));
        ProcessResult result = Toolchain.Cc("-c", Path.Combine(folder, "leaf.aarch64.s"), "-o", Path.Combine(folder, "leaf.o"));
        Assert.Equal((1, $"popcorn-cc: error: {folder}/leaf.x86_64.s: 'g' is defined for x86-64 and not for aarch64 ({folder}/leaf.aarch64.s) [PCC4114]\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void AFileForNoKnownMachineIsToldItsName()
    {
        string folder = Folder("plain", ("leaf.s", "\tret"));
        ProcessResult result = Toolchain.Cc("-c", Path.Combine(folder, "leaf.s"), "-o", Path.Combine(folder, "leaf.o"));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("name it NAME.x86_64.s, beside NAME.aarch64.s", result.Error, StringComparison.Ordinal);
    }
}
