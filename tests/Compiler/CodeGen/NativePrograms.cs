// Compiles a C file with the whole compiler but without migration points, links the objects of both ISAs with the machine's own tools, and runs them (AArch64 under qemu).
using PopcornCC.Compiler.CodeGen;
using PopcornCC.Compiler.Migration;
using PopcornCC.Compiler.Preprocess;
using PopcornCC.Compiler.Text;
using PopcornCC.Tests.Support;
using Xunit;

namespace PopcornCC.Compiler.Tests.CodeGen;

/// <summary>Builds and runs small programs.</summary>
internal static class NativePrograms
{
    public const string Folder = "tests/Compiler/CodeGen/Cases";

    /// <summary>The objects for x86-64 and AArch64 of a case.</summary>
    public static IReadOnlyList<byte[]> Compile(string path, OptimizationLevel level)
    {
        CompilationResult result = Compile(path, File.ReadAllText(path), level, emitLlvm: false);
        return result.Outputs;
    }

    /// <summary>The IR of a text, before optimisation.</summary>
    public static string Emit(string text, OptimizationLevel level = OptimizationLevel.O2, Func<EmitOptions, EmitOptions>? options = null) =>
        System.Text.Encoding.UTF8.GetString(Compile("test.c", text, level, emitLlvm: true, options).Llvm!);

    /// <summary>Links an object with out.c and runs the program; null where the machine has no tools for that ISA.</summary>
    public static ProcessResult? Run(byte[] code, bool isAArch64, string directory, string name)
    {
        string compiler = isAArch64 ? "aarch64-linux-gnu-gcc" : "gcc";
        if (!HasProgram(compiler) || (isAArch64 && !HasProgram("qemu-aarch64"))) return null;
        string o = Path.Combine(directory, name + ".o"), program = Path.Combine(directory, name);
        File.WriteAllBytes(o, code);
        // Static, as our own linker does it: what is undefined in our objects is hidden, for the sake of short address sequences.
        ProcessResult link = Support(compiler, ["-static", "-w", o, Path.Combine(Repository.Root, Folder, "out.c"), "-o", program, "-lm", "-latomic"]);
        Assert.True(link.ExitCode == 0, link.Error);
        return isAArch64 ? Support("qemu-aarch64", [program]) : Support(program, []);
    }

    private static ProcessResult Support(string file, IReadOnlyList<string> arguments) => PopcornCC.Tests.Support.Run.Program(file, arguments);

    private static bool HasProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(d => d.Length > 0 && File.Exists(Path.Combine(d, name)));

    private static CompilationResult Compile(string path, string text, OptimizationLevel level, bool emitLlvm, Func<EmitOptions, EmitOptions>? change = null)
    {
        SourceManager sources = new();
        DiagnosticBag diagnostics = new();
        EmitOptions emit = new() { OptimizationLevel = Math.Min((int)level, 2), FileName = path };
        CompilationOptions options = new()
        {
            CodeGen = change is null ? emit : change(emit),
            Migration = new CodeGenOptions(level, Migratable: false),
            Llvm = emitLlvm ? LlvmOutput.Text : LlvmOutput.None,
        };
        CompilationResult result = Compilation.Compile(path, text, options, new FileCache(), sources, diagnostics);
        Assert.True(!diagnostics.HasErrors, string.Join('\n', diagnostics.Items.Select(d => $"{sources.GetLocation(d.Span).Line}: {d.Message}")));
        return result;
    }
}
