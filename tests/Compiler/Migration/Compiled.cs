// Runs the pipeline over textual IR and keeps what each stage printed, for the tests of this folder.
using PopcornCC.Compiler.Migration;
using PopcornCC.Llvm;
using Xunit;

namespace PopcornCC.Compiler.Tests.Migration;

internal sealed class Compiled
{
    private readonly Dictionary<string, string> stages = [];

    public CompiledModule Result { get; }

    public Compiled(string ir, OptimizationLevel level = OptimizationLevel.O0, bool migratable = true, Func<string, bool>? recordInMemory = null)
    {
        LLVMTargetRef.InitializeAll();
        using var context = LLVMContextRef.Create();
        var buffer = LLVMMemoryBufferRef.Create(System.Text.Encoding.UTF8.GetBytes(ir), "test.ll");
        Assert.True(context.TryParseIR(buffer, out var module, out var message), message);
        using (module)
            Result = MigrationPipeline.Compile(module, new CodeGenOptions(level, OutputKind.Object, migratable)
            {
                VerifyEach = true,
                Dump = (stage, print) => stages[stage] = print(),
                RecordInMemory = recordInMemory,
            });
        Assert.DoesNotContain(Result.Diagnostics, d => d.Severity == Text.Severity.Error);
    }

    /// <summary>The module after the passes.</summary>
    public string Final => stages["final"];

    public string Stage(string name) => stages[name];

    /// <summary>The text of one function in the finished module.</summary>
    public string Function(string name, string stage = "final")
    {
        var text = stages[stage];
        var start = -1;
        foreach (var line in text.Split('\n'))
            if (line.StartsWith("define ", StringComparison.Ordinal) && line.Contains($"@{name}(", StringComparison.Ordinal))
                start = text.IndexOf(line, StringComparison.Ordinal);
        Assert.True(start >= 0, $"no function {name}");
        return text[start..(text.IndexOf("\n}", start, StringComparison.Ordinal) + 2)];
    }

    /// <summary>Each site's deopt operands in a function, as printed; polls, whose place is another test's business, left out.</summary>
    public string[] Records(string function) =>
        [.. Function(function).Split('\n').Where(l => l.Contains("gc.statepoint", StringComparison.Ordinal) && !l.Contains("@__popcorn_poll", StringComparison.Ordinal)).Select(l =>
        {
            var at = l.IndexOf("\"deopt\"(", StringComparison.Ordinal);
            return at < 0 ? "" : l[(at + 8)..l.IndexOf(')', at + 8)];
        })];

    public static int Count(string text, string part) => text.Split(part).Length - 1;
}
