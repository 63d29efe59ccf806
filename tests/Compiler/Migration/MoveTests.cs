// Programs move: IR made by clang goes through the pipeline, gcc links the objects with a runtime of these tests' own, and the program is
// torn from its native stack at its polls and entered again through resume functions, on both instruction sets and between them. This
// shows the passes right by themselves, without our front end, linker and runtime. Skipped where clang, gcc or qemu are missing.
using PopcornCC.Compiler.Migration;
using PopcornCC.Llvm;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.Migration;

public sealed class MoveTests : IDisposable
{
    private const int MovedAway = 99;

    private static readonly string sources = Path.Combine(Repository.Root, "tests/Compiler/Migration/Runtime");
    private static readonly string[] tools = ["clang-19", "gcc", "objcopy", "aarch64-linux-gnu-gcc", "aarch64-linux-gnu-objcopy", "qemu-aarch64"];
    private static readonly bool hasTools = tools.All(t => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(d => File.Exists(Path.Combine(d, t))));

    private readonly string folder = Directory.CreateTempSubdirectory("popcorn-move").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(OptimizationLevel.O2, false, ResumeForm.Values, 1)]
    [InlineData(OptimizationLevel.O2, false, ResumeForm.Memory, 1)]
    [InlineData(OptimizationLevel.O2, true, null, 7)]
    [InlineData(OptimizationLevel.O0, false, ResumeForm.Values, 7)]
    [InlineData(OptimizationLevel.O0, false, ResumeForm.Memory, 7)]
    [InlineData(OptimizationLevel.Os, false, null, 3)]
    public void A_program_moved_at_its_polls_prints_what_it_prints_natively(OptimizationLevel level, bool recordInMemory, ResumeForm? resume, int every)
    {
        if (!hasTools)
            return;
        var expected = Native("features");
        var (x86, aarch64) = Build("features", level, recordInMemory, resume);
        foreach (var (file, arguments) in new[] { (x86, Array.Empty<string>()), ("qemu-aarch64", [aarch64]) })
        {
            var moved = Run.Program(file, arguments, environment: new Dictionary<string, string> { ["EVERY"] = $"{every}", ["STATS"] = "1" });
            Assert.Equal((expected.ExitCode, expected.Output), (moved.ExitCode, moved.Output));
            Assert.DoesNotContain("moves 0 ", moved.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_program_goes_back_and_forth_between_the_instruction_sets()
    {
        if (!hasTools)
            return;
        var expected = Native("across");
        var (x86, aarch64) = Build("across", OptimizationLevel.O2, false, null);
        var environment = new Dictionary<string, string> { ["EVERY"] = "41", ["STATE"] = Path.Combine(folder, "state") };
        var (output, moves) = ("", 0);
        ProcessResult step;
        while ((step = moves % 2 == 0 ? Run.Program(x86, [], environment: environment) : Run.Program("qemu-aarch64", [aarch64], environment: environment)).ExitCode == MovedAway)
        {
            output += step.Output;
            environment["RESUME"] = "1";
            moves++;
        }
        Assert.Equal((expected.ExitCode, expected.Output), (step.ExitCode, output + step.Output));
        Assert.True(moves > 10, $"only {moves} moves");
    }

    private ProcessResult Native(string name)
    {
        var program = Path.Combine(folder, name + ".native");
        Tool("clang-19", ["-O2", "-w", "-ffp-contract=off", Path.Combine(sources, name + ".c"), "-o", program, "-lm"]);
        return Run.Program(program, []);
    }

    private (string X86, string AArch64) Build(string name, OptimizationLevel level, bool recordInMemory, ResumeForm? resume)
    {
        var ir = Path.Combine(folder, name + ".ll");
        string[] front = level == OptimizationLevel.O0 ? ["-O0", "-Xclang", "-disable-O0-optnone"] : ["-O2", "-Xclang", "-disable-llvm-passes"];
        Tool("clang-19", [.. front, "-w", "-fno-pic", "-ffp-contract=off", "-S", "-emit-llvm", Path.Combine(sources, name + ".c"), "-o", ir]);
        LLVMTargetRef.InitializeAll();
        using var context = LLVMContextRef.Create();
        Assert.True(context.TryParseIR(LLVMMemoryBufferRef.Create(File.ReadAllBytes(ir), ir), out var module, out var message), message);
        using (module)
        {
            var compiled = MigrationPipeline.Compile(module, new CodeGenOptions(level) { VerifyEach = true, RecordInMemory = _ => recordInMemory, Resume = resume });
            return (Link(compiled.X86_64, "x86_64", ""), Link(compiled.AArch64, "aarch64", "aarch64-linux-gnu-"));
        }
    }

    private string Link(byte[] contents, string suffix, string prefix)
    {
        var compiled = Path.Combine(folder, suffix + ".o");
        var (runtime, program) = (Path.Combine(folder, suffix + ".runtime.o"), Path.Combine(folder, suffix));
        File.WriteAllBytes(compiled, contents);
        Tool(prefix + "objcopy", ["--globalize-symbol=__LLVM_StackMaps", "--globalize-symbol=main.resume", "--rename-section", ".popcorn.sites=popcorn_sites", compiled]);
        Tool(prefix + "gcc", ["-w", "-O1", "-fno-pic", "-fno-pie", "-funwind-tables", "-c", Path.Combine(sources, "runtime.c"), "-o", runtime]);
        Tool(prefix + "gcc", ["-no-pie", "-static", compiled, runtime, "-lm", "-o", program]);
        return program;
    }

    private static void Tool(string file, string[] arguments)
    {
        var result = Run.Program(file, arguments);
        Assert.True(result.ExitCode == 0, $"{file}: {result.Error}");
    }
}
